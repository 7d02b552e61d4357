import gc

gc.disable()
gc.collect()
print('start', gc.get_count())
a = [[] for _ in range(10)]
print('ten lists', gc.get_count())
del a
print('dropped', gc.get_count())
b = [{} for _ in range(10)]
print('ten dicts', gc.get_count())
c = [(i,) for i in range(10)]
print('ten tuples', gc.get_count())
gc.collect(0)
print('collect(0)', gc.get_count())
gc.collect(0)
gc.collect(0)
print('twice more', gc.get_count())
gc.collect(1)
print('collect(1)', gc.get_count())
gc.collect(1)
gc.collect(0)
print('collect(1), collect(0)', gc.get_count())
gc.collect(2)
print('collect(2)', gc.get_count())


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
