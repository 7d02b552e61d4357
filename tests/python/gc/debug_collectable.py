# The collector's own words go to standard error.
import gc

gc.disable()
gc.collect()
gc.set_debug(gc.DEBUG_COLLECTABLE)
x = []
x.append(x)
del x
d = {}
d['d'] = d
del d


class C:
    pass


c = C()
c.me = c
del c
print(gc.collect())
gc.set_debug(gc.DEBUG_STATS)
x = []
x.append(x)
del x
print(gc.collect())
print(gc.collect(0))
gc.set_debug(gc.DEBUG_LEAK)
x = []
x.append(x)
del x
print(gc.collect(), len(gc.garbage))
gc.set_debug(0)
