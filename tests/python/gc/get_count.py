import gc

gc.disable()
r = [None] * 10
gc.collect()
r[0] = gc.get_count()
a = [[] for _ in range(10)]
r[1] = gc.get_count()
del a
r[2] = gc.get_count()
b = [{} for _ in range(10)]
r[3] = gc.get_count()
c = [(i,) for i in range(10)]
r[4] = gc.get_count()
gc.collect(0)
r[5] = gc.get_count()
gc.collect(0)
gc.collect(0)
r[6] = gc.get_count()
gc.collect(1)
r[7] = gc.get_count()
gc.collect(1)
gc.collect(0)
r[8] = gc.get_count()
gc.collect(2)
r[9] = gc.get_count()
for what, count in zip(['start', 'ten lists', 'dropped', 'ten dicts', 'ten tuples', 'collect(0)', 'twice more', 'collect(1)', 'collect(1), collect(0)', 'collect(2)'], r):
    print(what, count)


class C:
    pass


gc.collect()
before = gc.get_count()[0]
many = [C() for _ in range(200)]
print('200 instances', gc.get_count()[0] - before)
many.clear()
print('dropped', gc.get_count()[0] - before)
gc.collect()
before = gc.get_count()[0]
many = [[] for _ in range(200)]
print('200 lists', gc.get_count()[0] - before)
many.clear()
print('dropped', gc.get_count()[0] - before)
many = [[] for _ in range(80)]
print('80 from the free list', gc.get_count()[0] - before)
gc.collect()
before = gc.get_count()[0]
many = [{} for _ in range(200)]
print('200 dicts', gc.get_count()[0] - before)
many.clear()
print('dropped', gc.get_count()[0] - before)
gc.collect()
before = gc.get_count()[0]
many = [(i,) for i in range(200)]
print('200 tuples', gc.get_count()[0] - before)
many.clear()
print('dropped', gc.get_count()[0] - before)
gc.collect()
before = gc.get_count()[0]
many = [set() for _ in range(200)]
print('200 sets', gc.get_count()[0] - before)
many.clear()
print('dropped', gc.get_count()[0] - before)
many = [float(i) for i in range(200)]
print('200 floats', gc.get_count()[0] - before)
