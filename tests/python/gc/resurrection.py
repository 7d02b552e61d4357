import gc
import weakref

log = []
saved = []


class Z:
    def __del__(self):
        log.append('del')
        saved.append(self)


gc.disable()
z = Z()
w = weakref.ref(z)
del z
print('by count:', len(saved), 'weakref dead', w() is None, log)
saved.clear()
print('second drop: calls', log, 'weakref dead', w() is None)
log.clear()
z = Z()
z.me = z
w = weakref.ref(z)
del z
print('from cycle: returned', gc.collect(), 'saved', len(saved), 'weakref dead', w() is None)
saved.clear()
print('then: returned', gc.collect(), log)


class Ring:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        log.append(self.name)
        if self.name == 'b':
            saved.append(self)


log.clear()
a, b, c = Ring('a'), Ring('b'), Ring('c')
a.next, b.next, c.next = b, c, a
other = []
other.append(other)
del a, b, c, other
print('one of three: returned', gc.collect(), log, [s.next.name for s in saved])
print('the whole ring lives', saved[0].next.next.next is saved[0])
saved[0].next.next.next = None
saved.clear()
print('released by hand', log, gc.collect())


class Inner:
    def __del__(self):
        log.append('inner')
        saved.append(self.owner)


log.clear()
o = Z()
i = Inner()
i.owner = o
o.inner = i
w = weakref.ref(o, lambda r: log.append('callback'))
del o, i
print('returned', gc.collect(), log, len(saved), w() is None)
saved.clear()
print('returned', gc.collect(), log)


class Again:
    def __del__(self):
        log.append(gc.is_finalized(self))
        saved.append(self)


log.clear()
g = Again()
print('finalized before', gc.is_finalized(g))
del g
g = saved.pop()
print('finalized after', gc.is_finalized(g), log)
del g
print('not called again', log, saved)
print(gc.is_finalized([]), gc.is_finalized(1))
