import sys

rc = sys.getrefcount


class C:
    pass


print('plain class', rc(C))
c = C()
print('one instance', rc(C))
cs = [C() for _ in range(10)]
print('eleven instances', rc(C))
del cs[:]
print('one again', rc(C))
c.x = C
print('its own attribute', rc(C))
del c
print('gone', rc(C))


class M:
    def m(self):
        pass


print('with a method', rc(M))


class W:
    def m(self):
        return __class__


print('with a __class__ cell', rc(W))


class S:
    __slots__ = ('a',)


print('slots', rc(S))


class D(C):
    pass


print('subclass', rc(D), 'base', rc(C))
print('bases', rc(D.__bases__), 'mro', rc(D.__mro__))
del D


class Meta(type):
    pass


class X(metaclass=Meta):
    pass


print('metaclass', rc(Meta), 'class', rc(X))


def f():
    pass


print('function', rc(f))
print('code', rc(f.__code__))
print('defaults', rc(f.__globals__) - rc(globals()))
g = f
print('two names', rc(f))
lam = lambda: 0
print('lambda', rc(lam))
print('temporary lambda', rc(lambda: 0))


def outer():
    v = []

    def inner():
        return rc(v)

    return inner, rc(v), rc(inner)


i, n, m = outer()
print('captured inside', n, 'inner function', m, 'from inner', i())
print('cell', rc(i.__closure__), rc(i.__closure__[0]), rc(i.__closure__[0].cell_contents))


def decorated(fn):
    print('  in decorator', rc(fn))
    return fn


@decorated
def h():
    pass


print('decorated', rc(h))


def with_default(a=[]):
    pass


print('default', rc(with_default.__defaults__), rc(with_default.__defaults__[0]))
