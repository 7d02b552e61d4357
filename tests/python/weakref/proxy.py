import weakref


class C:
    def __init__(self, n):
        self.n = n

    def double(self):
        return self.n * 2

    def __add__(self, other):
        return self.n + other

    def __radd__(self, other):
        return other + self.n

    def __len__(self):
        return self.n

    def __getitem__(self, i):
        return i * self.n

    def __setitem__(self, i, v):
        self.n = (i, v)

    def __contains__(self, x):
        return x == self.n

    def __iter__(self):
        return iter(range(3))

    def __repr__(self):
        return f'C({self.n})'

    def __str__(self):
        return 'str of C'

    def __bool__(self):
        return False

    def __eq__(self, other):
        return self.n == other

    def __lt__(self, other):
        return self.n < other

    def __neg__(self):
        return -self.n

    def __int__(self):
        return 42

    def __index__(self):
        return 1

    def __iadd__(self, v):
        self.n += v
        return self

    def __enter__(self):
        return 'entered'

    def __exit__(self, *a):
        print('exit')


c = C(5)
p = weakref.proxy(c)
print(type(p), p.n, p.double(), p + 1, 1 + p, len(p), p[3], 5 in p, list(p), str(p), bool(p), p == 5, p < 6, -p, int(p))
p.n = 7
print(c.n)
p[1] = 2
print(c.n)
del p.n
print(hasattr(c, 'n'), hasattr(p, 'n'))
c.n = 1
print(weakref.proxy(c) is p, weakref.proxy(c, print) is p, isinstance(p, C), p.__class__ is C, type(p) is C)
print([10, 20, 30][p], range(5)[p])
p += 4
print(c.n, type(p).__name__)
for bad in ['hash(p)', 'p()', 'p.missing', 'p @ 1', 'weakref.proxy(1)', 'p ** 2']:
    try:
        print(bad, eval(bad))
    except (TypeError, AttributeError) as e:
        print(bad, type(e).__name__, e)
try:
    with p as v:
        print(v)
except TypeError as e:
    print(e)
p = weakref.proxy(c)
print(repr(p).startswith('<weakproxy at 0x'), repr(p).split(' to ')[1][:4])
del c
for bad in ['p.n', 'p + 1', 'len(p)', 'str(p)', 'bool(p)', 'list(p)', 'p == 1', 'p[0]', 'p.n == 1', '1 in p', 'next(p)']:
    # repr is the proxy's own
    try:
        print(bad, str(eval(bad))[:20])
    except ReferenceError as e:
        print(bad, type(e).__name__, e)
try:
    p.n = 1
except ReferenceError as e:
    print(e)


def f(x):
    return x + 1


q = weakref.proxy(f)
print(type(q), q(1), weakref.CallableProxyType is type(q), weakref.ProxyTypes)
log = []
c = C(1)
p = weakref.proxy(c, lambda x: log.append(type(x).__name__))
print(weakref.getweakrefcount(c))
del c
print(log)
