import sys

rc = sys.getrefcount


def depth(x, n):
    if n == 0:
        return [rc(x)]
    return depth(x, n - 1) + [rc(x)]


print(depth([], 3))


def identity(x): return x


def twice(x): return identity(identity(x))


def local():
    x = []
    return x


def pair():
    x = []
    return x, x


def cond(x):
    if x is None:
        return x
    else:
        y = x
    return y


def finally_(x):
    try:
        return x
    finally:
        y = x


def loop(x):
    for i in [x]:
        return i


def withvar(x):
    z = [x]
    return z[0]


def unpack(x):
    (a, b), c = (x, x), x
    return a


def nested(x):
    def inner(): return x

    return inner()


def starred(*x): return x[0]


def walrus(x): return (y := x)


def chained(x):
    a = b = c = x
    return c


def deleted(x):
    y = x
    del x
    return y


def gen(x):
    yield x


def exception(x):
    try:
        raise ValueError(x)
    except ValueError as e:
        return e.args[0]


def match_(x):
    match [x]:
        case [y]: return y


def default(x, y=None): return y or x


def swap(x):
    a, b = x, None
    a, b = b, a
    return b


for f in [identity, twice, cond, finally_, loop, withvar, unpack, nested, starred, walrus, chained, deleted, exception, match_, default, swap]:
    print(f.__name__, rc(f([])), end=' ')
    g = []
    r = f(g)
    print(rc(g), r is g)
print(rc(local()), rc(pair()), rc(pair()[0]), rc(next(gen([]))))
a, b = pair()
print(rc(a))
x = local()
print(rc(x))
