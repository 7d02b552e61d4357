# Counts while a call is being made: what the stack holds.
import sys

rc = sys.getrefcount
o = object()
base = rc(o)


def d():
    return rc(o) - base


def f(*a, **k):
    return d()


class C:
    def m(self, *a, **k): return d()


c = C()
print('no arguments', d())
print('one', f(o), 'two', f(o, o), 'keyword', f(x=o), 'both', f(o, x=o), 'star', f(*[o, o]), 'double star', f(**{'x': o}))
print('method', c.m(o), c.m(x=o), C.m(c, o))
print('nested', f(o, f(o), o), f(f(o), o), f(o, (o, d()), o))
print('pending list', [o, d(), o, d()][1::2], [o, o, o, d()][3])
print('pending tuple', (o, d())[1], (o, o, d())[2])
print('pending dict', {1: o, 2: d()}[2], {o: 1, 2: d()}[2])
print('pending operands', ([o] + [d()])[1], (o, d()) == (o, 1))
print('pending string', f'{o and ""}{d()}')
print('subscript', [1, 2, 3][d()], {d(): 'x'})
print('comparison', 0 <= d() <= 5, o is o and d(), o and d(), (o or 1) and d())
print('conditional', d() if o else 0)
print('lambda default', (lambda x=o: d())(), (lambda x=o: d())(o))
print('generator', list(d() for _ in [o]), [d() for _ in [o]], [d() for x in [o]])
print('class body', type('X', (), {'v': o, 'n': d()}).n)
l = [o]
print('after list', d())
for x in l:
    print('in loop', d())
del x
print('map', list(map(lambda v: d(), [o])), 'filter', list(filter(lambda v: d() > 0, [o])) == [o], 'sorted', sorted([o], key=lambda v: d()) == [o], 'max', max([o], key=lambda v: d()) is o)
print('print', end=' ')
print(o is o, d())
x = y = o
print('two more names', d())
x, y = y, x
print('swapped', d())
del x, y
with_ = lambda *a: a
t = with_(o, o)
print('kept tuple', d())
del t, l
print('end', d())
