# Warnings of the compiler go to standard error, each with its line.
x = 5
if x is 5:
    print('is')
if x is not 'a':
    print('is not')
if (x, 1) is ():
    pass
assert (x, 'always true')
print([1, 2]
      [0, 1] if False else 'list called')
s = '\d'
() is ()
'a' is 'a'
x is -1
x is None or x is True or x is ...
def f():
    return 1 is 1.0
{1: 2} is {}
"abc"[1.5:2]
1if x else 2
try:
    pass
finally:
    print('end')
