import weakref

log = []


class D:
    def __init__(self, name='d'):
        self.name = name

    def __del__(self):
        log.append(f'__del__ {self.name} alive={w() is not None}')


o = D()
w = weakref.ref(o, lambda r: log.append('callback'))
del o
print(log)
log.clear()
o = D('outer')
o.inner = D('inner')
w = weakref.ref(o.inner, lambda r: log.append('inner callback'))
w2 = weakref.ref(o, lambda r: log.append('outer callback'))
del o
print(log)
log.clear()


class Keeper:
    saved = None

    def __del__(self):
        Keeper.saved = self


k = Keeper()
w = weakref.ref(k, lambda r: log.append('keeper callback'))
del k
print('resurrected', log, w() is Keeper.saved)
Keeper.saved = None
print('now', log, w())
log.clear()


class Makes:
    def __del__(self):
        global late
        late = weakref.ref(self, lambda r: log.append('late callback'))
        log.append('made')


m = Makes()
del m
print(log, late())
log.clear()


class Slots:
    __slots__ = ('x', '__weakref__')

    def __del__(self):
        log.append('slots del')


s = Slots()
s.x = D('in slot')
w = weakref.ref(s, lambda r: log.append('slots callback'))
del s
print(log)
log.clear()


def gen():
    try:
        yield 1
    finally:
        log.append('generator finally')


g = gen()
next(g)
w = weakref.ref(g, lambda r: log.append('generator callback'))
del g
print(log)
log.clear()
f = lambda: 0
f.attr = D('function attribute')
w = weakref.ref(f, lambda r: log.append('function callback'))
del f
print(log)
