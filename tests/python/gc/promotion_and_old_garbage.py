import gc
import weakref


class C:
    def __init__(self):
        self.me = self


gc.disable()
gc.collect()
print('young garbage', end=' ')
w = weakref.ref(C())
print(gc.collect(0), w())
c = C()
w = weakref.ref(c)
gc.collect(0)
del c
print('in the middle generation', gc.collect(0), w() is not None, gc.collect(1), w())
c = C()
w = weakref.ref(c)
gc.collect(1)
del c
print('in the old generation', gc.collect(0), gc.collect(1), w() is not None, gc.collect(2), w())
old = []
gc.collect()
young = C()
young.old = old
old.append(young)
w = weakref.ref(young)
del young
print('reached from old', gc.collect(0), gc.collect(1), w() is not None)
old.clear()
print('let go', gc.collect(0), gc.collect(1), gc.collect(2), w())
a, b = C(), C()
a.b, b.a = b, a
gc.collect(0)
c = C()
c.a, a.c = a, c
w = weakref.ref(c)
del a, b, c
print('cycle over two generations', gc.collect(0), w() is not None, gc.collect(1), w())
l = [C() for _ in range(10)]
gc.collect(0)
l2 = [C() for _ in range(10)]
l.clear()
l2.clear()
print('ten in each', gc.collect(0), gc.collect(1), gc.collect(2))
print(gc.get_count())
s = gc.get_stats()
for g in 0, 1, 2, 0, 0, 1:
    gc.collect(g)
t = gc.get_stats()
print([y['collections'] - x['collections'] for x, y in zip(s, t)])
