# A name is one reference; the argument of getrefcount is one more.
import sys

rc = sys.getrefcount

x = []
print('one name', rc(x))
y = x
print('two names', rc(x))
z = w = y
print('four names', rc(x))
del y
print('after del', rc(x))
z = None
print('after rebinding', rc(x))
w = x
print('same value again', rc(x))
w = w
print('assigned to itself', rc(x))
print('temporary list', rc([]))
print('temporary dict', rc({}))
print('temporary object', rc(object()))
print('temporary set', rc({1}))
print('temporary float sum', rc(x.__len__() + 1.5))
x = x, x
print('pair in place of its item', rc(x), rc(x[0]))
del x, w
globals()['made'] = [1]
print('through globals()', rc(made))
a = b = c = object()
print('chain', rc(a))
(p, q), r = (a, b), c
print('unpacked', rc(a))
del a, b, c, p, q
print('last one', rc(r))
for r in [r, r]:
    pass
print('after loop over temporary', rc(r))
if (n := object()) is not None:
    print('walrus', rc(n))
print('conditional', rc(n if n else r))
print('or', rc(None or n), 'and', rc(1 and n))
