# What gc.get_count() counts for making a class or function, and what that leaves in the free lists.
import gc
gc.disable()
def probe(name, make, kind):
    gc.collect(); gc.collect()
    n = [0] * 12
    before = gc.get_count()[0]
    k = make()
    after = gc.get_count()[0]
    a = kind(1); n0 = gc.get_count()[0]
    b = kind(2); n1 = gc.get_count()[0]
    c = kind(3); n2 = gc.get_count()[0]
    d = kind(4); n3 = gc.get_count()[0]
    print(name, after - before, n0 - after, n1 - n0, n2 - n1, n3 - n2)
def c0(): return None
def c1():
    class X: pass
    return X
def c2():
    class X:
        def f(self): pass
    return X
def c4():
    class X:
        __slots__ = ('a', 'b')
    return X
def f1(): return lambda: 0
for f in c0, c1, c2, c4, f1:
    probe(f.__name__ + ' list', f, lambda i: [i])
    probe(f.__name__ + ' dict', f, lambda i: {'a': i})
    probe(f.__name__ + ' tup1', f, lambda i: (i,))
    probe(f.__name__ + ' tup2', f, lambda i: (i, i))
    probe(f.__name__ + ' tup3', f, lambda i: (i, i, i))
