import sys

rc = sys.getrefcount
for x in [[], []]:
    print('in loop over list', rc(x))
print('after the loop', rc(x))
for x in ([], []):
    print('in loop over tuple', rc(x))
for i, x in enumerate([[], []]):
    print('enumerate', i, rc(x))
for x, y in zip([[]], [[]]):
    print('zip', rc(x), rc(y))
for k, v in {object(): []}.items():
    print('items', rc(k), rc(v))
for k in {object()}:
    print('set', rc(k))
for x in map(lambda q: [q], [1]):
    print('map', rc(x))
for x in reversed([[]]):
    print('reversed', rc(x))
for x in sorted([[2], [1]]):
    print('sorted', rc(x))
for x in iter([[]].pop, None):
    print('callable iterator', rc(x))
    break
l = [[]]
for x in l:
    print('named list', rc(x), rc(l))
    l.clear()
    print('list cleared', rc(x))
(a, b), *c = [[], []], [], []
print('unpacked', rc(a), rc(b), rc(c), rc(c[0]))
a, b = b, a
print('swapped', rc(a), rc(b))
first, *_, last = [object(), object(), object()]
print('starred', rc(first), rc(last), rc(_))
while True:
    t = object()
    print('while', rc(t))
    break
n = 0
for n in range(1000, 1003):
    print('range', rc(n))
print('after', rc(n))


def f(items):
    for x in items:
        if rc(x) > 0:
            return rc(x), rc(items)


print('in function', f([[]]), f([[], []]))
o = object()
base = rc(o)
for x in [o] * 5:
    if x is o:
        break
print('break', rc(o) - base)
del x
print('del', rc(o) - base)
for x in [o] * 3:
    continue
else:
    x = None
print('else', rc(o) - base)
