import sys

rc = sys.getrefcount


class C:
    pass


class S:
    __slots__ = ('a', 'b')


x = []
c = C()
c.a = x
print('attribute', rc(x))
c.b = x
print('second attribute', rc(x))
d = c.__dict__
print('after __dict__', rc(x), rc(d))
del c.a
print('deleted attribute', rc(x))
d['c'] = x
print('through __dict__', rc(x), c.c is x)
c.__dict__ = {}
print('__dict__ replaced', rc(x))
d.clear()
print('old dict cleared', rc(x))
s = S()
s.a = s.b = x
print('slots', rc(x))
s.a = None
del s.b
print('slots emptied', rc(x))
C.shared = x
print('class attribute', rc(x), rc(c.shared))
i = C()
print('instance does not copy it', rc(x))
i.shared = x
print('until it does', rc(x))
del C.shared
del i
print('both gone', rc(x))


def f():
    pass


f.attr = x
print('function attribute', rc(x))
f.__dict__.clear()
print('cleared', rc(x))
setattr(c, 'q', x)
print('setattr', rc(x), rc(getattr(c, 'q')))
delattr(c, 'q')
print('delattr', rc(x))
print('vars', rc(vars(c)))
c.x = c
print('self reference', rc(c))
del c.x
print('and without', rc(c))
