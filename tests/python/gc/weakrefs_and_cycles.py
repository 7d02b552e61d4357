import gc
import weakref

log = []


class C:
    def __init__(self, name='c'):
        self.name = name


class D(C):
    def __del__(self):
        log.append(f'del {self.name} alive {w() is not None}')


gc.disable()
o = C()
o.me = o
w = weakref.ref(o, lambda r: log.append('callback'))
del o
print('before', w() is not None, log)
print('collect', gc.collect(), w(), log)
log.clear()
o = D()
o.me = o
w = weakref.ref(o, lambda r: log.append('callback'))
del o
print('with __del__', gc.collect(), log)
log.clear()
o = D()
o.me = o
o.w = weakref.ref(o, lambda r: log.append('callback in trash'))
w = weakref.ref(o)
del o
print('trash weakref', gc.collect(), log)
log.clear()
o = C()
o.me = o
r1 = weakref.ref(o, lambda r: log.append(1))
r2 = weakref.ref(o, lambda r: log.append(2))
r3 = weakref.ref(o, lambda r: log.append(3))
del o
gc.collect()
print('three', log)
log.clear()
a, b = C('a'), C('b')
a.o, b.o = b, a
ra = weakref.ref(a, lambda r: log.append(('a', rb() is None)))
rb = weakref.ref(b, lambda r: log.append(('b', ra() is None)))
del a, b
print('all cleared before the first callback', gc.collect(), log)
log.clear()
a = C('a')
a.me = a
r = weakref.ref(a, lambda r: log.append(gc.collect()))
del a
print('collect in callback', gc.collect(), log)
log.clear()
a = C('a')
a.me = a
extra = [C('extra')]
extra[0].me = extra[0]
r = weakref.ref(a, lambda r: extra.clear())
del a
print('callback drops another cycle', gc.collect(), gc.collect())
a = C('a')
a.me = a
a.ref = weakref.ref(a)
del a
print('weakref in cycle', gc.collect())
p = C('p')
p.me = p
proxy = weakref.proxy(p)
del p
print(proxy.name)
gc.collect()
try:
    proxy.name
except ReferenceError as e:
    print(e)
d = weakref.WeakValueDictionary()
for i in range(3):
    d[i] = C(i)
    d[i] if i in d else None
print(len(d))
keep = []
for i in range(3):
    c = C(i)
    c.me = c
    d[i] = c
del c
print(len(d), gc.collect(), len(d))
