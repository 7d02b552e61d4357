import gc

gc.disable()
gc.collect()
n = gc.get_freeze_count()
gc.unfreeze()
print('after unfreeze', gc.get_freeze_count())
gc.freeze()
print('frozen', gc.get_freeze_count() > 1000, [len(gc.get_objects(g)) for g in range(3)])
a = []
a.append(a)
print('new objects are young', any(x is a for x in gc.get_objects(0)))
del a
print('and collected', gc.collect())
b = []
b.append(b)
gc.freeze()
del b
print('frozen garbage stays', gc.collect())
gc.unfreeze()
print('until unfrozen', gc.collect())
print('now in the oldest', [len(gc.get_objects(g)) > 1000 for g in range(3)])
c = []
gc.freeze()
print('frozen is not in get_objects', any(x is c for x in gc.get_objects()), gc.is_tracked(c))
print('nor found by get_referrers', gc.get_referrers(c))
gc.unfreeze()
print('found again', any(x is globals() for x in gc.get_referrers(c)))
print(gc.freeze(), gc.unfreeze())
print('count', gc.get_count()[1:])
