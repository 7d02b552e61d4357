import sys

print(repr(input()))
print(repr(input('prompt> ')))
print(repr(sys.stdin.readline()))
print(repr(input(5)))
for line in sys.stdin:
    print('line', repr(line))
    if 'stop' in line:
        break
print(repr(sys.stdin.read(3)))
print(repr(sys.stdin.read()))
print(repr(sys.stdin.readline()), repr(sys.stdin.read()))
try:
    input('at the end: ')
except EOFError as e:
    print(repr(e))
try:
    input(1, 2)
except TypeError as e:
    print(e)
