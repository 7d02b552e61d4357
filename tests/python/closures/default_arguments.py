count = 0


def make():
    global count
    count += 1
    return [count]


def f(a=make(), b=make()):
    a.append('a')
    return a, b


print(count, f(), f(), f([]), f(b=0), count)
print(f.__defaults__)


def g(n, acc=None):
    acc = [] if acc is None else acc
    acc.append(n)
    return acc


print(g(1), g(2), g(3, [0]))
x = 1


def h(y=x):
    return y


x = 2
print(h(), h(x))


def cached(n, _cache={0: 0, 1: 1}):
    if n not in _cache:
        _cache[n] = cached(n - 1) + cached(n - 2)
    return _cache[n]


print(cached(50), len(cached.__defaults__[0]))


def kw(*, a=[], b=()):
    a.append(len(a))
    return a, b


print(kw(), kw(), kw(a=[]), kw.__kwdefaults__)
fs = [lambda x=x, *, k=x * 10: (x, k) for x in range(3)]
print([f() for f in fs], fs[1](5), fs[2](k=0))


class C:
    default = 5

    def m(self, v=default, w=[]):
        w.append(v)
        return w

    default = 6


print(C().m(), C().m(1), C.m.__defaults__)


def changed(a=1, b=2): return a, b


changed.__defaults__ = (10,)
try:
    changed()
except TypeError as e:
    print(e)
print(changed(0))
changed.__defaults__ = (7, 8, 9)
try:
    print(changed())
except TypeError as e:
    print(e)
changed.__defaults__ = None
changed.__kwdefaults__ = {'a': 5}
try:
    changed()
except TypeError as e:
    print(e)


def order(a=print('first'), *, b=print('second'), c: print('annotation') = print('third')): pass


def sentinel(x=..., y=NotImplemented, z=None): return x is ..., y is NotImplemented, z


print(sentinel(), sentinel(1, 2, 3))
def mutual(a, b=lambda: a_global): return b()
a_global = 'late'
print(mutual(1))
def positional(a, b=2, /, c=3, *d, e=5): return a, b, c, d, e
print(positional(1), positional(1, 9), positional(1, 9, 8, 7, e=6), positional(1, c=0))
def nested(n=3): return n and [n, nested(n - 1)]
print(nested(), nested.__defaults__, nested.__code__.co_argcount)
