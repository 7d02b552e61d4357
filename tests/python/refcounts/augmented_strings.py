"""`s += text` of a local: the reference on the stack and the local's are one object's."""
import sys


def plain(n):
    s = ''
    for i in range(n):
        s += 'yz'
        if i % 20 == 19:
            print(len(s), sys.getrefcount(s), end=' ')
    print()
    return s


def conditional(n):
    s = ''
    for i in range(n):
        s += 'x' if i & 1 else 'yz'
        if i % 20 == 19:
            print(len(s), sys.getrefcount(s), end=' ')
    print()
    return s


def called(n):
    s = ''
    for i in range(n):
        s += str(i) or '-'
        s = s + (str(i) if i % 3 else '..')
        if i % 20 == 19:
            print(len(s), sys.getrefcount(s), end=' ')
    print()
    return s


def shared(n):
    s = 'start of it'
    kept = s
    s += 'a' if n else 'b'
    print(s, kept, sys.getrefcount(s), kept is s)


print(len(plain(60)), len(conditional(60)), len(called(60)))
shared(3)
blocks = sys.getallocatedblocks()
for _ in range(20):
    conditional_size = len([x for x in conditional.__name__])
    text = ''
    for i in range(300):
        text += 'x' if i & 1 else 'yz'
print(abs(sys.getallocatedblocks() - blocks) < 20)
