# One cycle through each kind of thing that can hold a reference, and a weak reference to see it go.
import gc
import weakref


class C:
    pass


class S:
    __slots__ = ('ref', '__weakref__')


def check(title, build):
    gc.collect()
    c = C()
    w = weakref.ref(c)
    keep = build(c)
    del c, keep
    alive = w() is not None
    n = gc.collect()
    print(f'{title:22}', 'alive' if alive else 'gone', n, w() is None)


def attr(c): c.x = c
def in_list(c): c.x = [c]
def in_tuple(c): c.x = (c,)
def in_dict_value(c): c.x = {1: c}
def in_dict_key(c): c.x = {c: 1}
def in_set(c): c.x = {c}
def in_frozenset(c): c.x = frozenset([c])
def closure(c): c.x = lambda: c
def default(c): c.x = lambda c=c: c
def kwdefault(c):
    def f(*, c=c): pass
    c.x = f
def bound(c): c.x = c.__repr__
def generator(c):
    def g(): yield c
    c.x = g()
def started_generator(c):
    def g(): yield c
    c.x = g()
    next(c.x)
def genexpr(c): c.x = (i for i in [c])
def iterator(c): c.x = iter([c])
def dict_iterator(c): c.x = iter({c: c})
def view(c): c.x = {1: c}.values()
def zip_(c): c.x = zip([c])
def map_(c): c.x = map(c.__eq__, [])
def enumerate_(c): c.x = enumerate([c])
def slice_(c): c.x = slice(c)
def exception(c): c.x = ValueError(c)
def raised(c):
    try:
        raise ValueError(c)
    except ValueError as e:
        c.x = e
def cause(c):
    e = ValueError()
    e.__cause__ = KeyError(c)
    c.x = e
def slot(c):
    s = S()
    s.ref = c
    c.x = s
def class_attr(c):
    class K:
        x = c
    c.x = K
def function_attr(c):
    def f(): pass
    f.c = c
    c.x = f
def property_(c): c.x = property(lambda self: c)
def static(c): c.x = staticmethod(c.__eq__)
def partial_list(c): c.x = [].append
def weak(c): c.x = weakref.ref(c)
def weak_callback(c): c.x = weakref.ref(c, lambda r, c=c: None)
def module(c):
    m = type(gc)('m')
    m.c = c
    c.x = m
def dunder_dict(c): c.__dict__['x'] = c.__dict__
def method_of_other(c):
    o = C()
    o.c = c
    c.x = o.__repr__
def mapping_proxy(c): c.x = type(C.__dict__)({1: c})
def super_(c): c.x = super(C, c)
def long_ring(c):
    x = c
    for _ in range(50):
        x.x = C()
        x = x.x
    x.x = c


for name, f in list(globals().items()):
    if callable(f) and name not in ('C', 'S', 'check', '__loader__') and not name.startswith('__'):
        check(name, f)
