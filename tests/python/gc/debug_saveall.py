import gc

print(gc.get_debug())
for name in sorted(n for n in dir(gc) if n.startswith('DEBUG')):
    print(name, getattr(gc, name))
gc.disable()
gc.collect()
gc.set_debug(gc.DEBUG_SAVEALL)
print(gc.get_debug())
x = [1]
x.append(x)
del x
print('returned', gc.collect(), 'garbage', len(gc.garbage))
print(gc.garbage[0][0], gc.garbage[0][1] is gc.garbage[0])


class C:
    def __del__(self):
        print('  __del__')


c = C()
c.me = c
del c
print('returned', gc.collect(), 'garbage', [type(o).__name__ for o in gc.garbage])
gc.set_debug(0)
print('still there', len(gc.garbage))
gc.garbage.clear()
print('released', gc.collect())
print(gc.garbage)
gc.set_debug(gc.DEBUG_SAVEALL | gc.DEBUG_UNCOLLECTABLE)
print(gc.get_debug())
gc.set_debug(0)
try:
    gc.set_debug('x')
except TypeError as e:
    print(e)
l = gc.garbage
l.append(1)
print(gc.garbage is l, gc.garbage)
