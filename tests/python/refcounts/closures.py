import sys

rc = sys.getrefcount


def make():
    x = []

    def get():
        return rc(x)

    return get


g = make()
print('after return', g(), rc(g.__closure__[0].cell_contents))
h = make()
print('independent', g.__closure__[0] is h.__closure__[0])


def shared():
    x = object()
    a = lambda: x
    b = lambda: x
    return a, b, rc(x), rc(a)


a, b, n, m = shared()
print('shared', n, m, rc(a()), a.__closure__[0] is b.__closure__[0], rc(a.__closure__[0]))
del b
print('one left', rc(a.__closure__[0]), rc(a()))


def parameter(x):
    def get():
        return rc(x)

    return get(), rc(x)


print('parameter captured', parameter([]), parameter(*[[]]))


def set_later():
    def get():
        return rc(x)

    x = []
    r = get()
    y = x
    return r, get()


print('set later', set_later())


def counter():
    n = 1000

    def step():
        nonlocal n
        n += 1
        return rc(n)

    return step


c = counter()
print('nonlocal', c(), c())
fs = [lambda: v for v in [object(), object()]]
print('loop variable', fs[0]() is fs[1](), rc(fs[0]()))
fs = [lambda v=v: v for v in [object(), object()]]
print('default', fs[0]() is fs[1](), rc(fs[0]()), rc(fs[0].__defaults__))


def recursive():
    def f():
        return f

    return f


r = recursive()
print('recursive', rc(r), r() is r)


class K:
    def m(self):
        return rc(__class__)


print('class cell', K().m())
