import gc

log = []


class G:
    def __del__(self):
        log.append(gc.collect())


gc.disable()
g = G()
g.me = g
del g
print('in cycle', gc.collect(), log)
log.clear()
g = G()
x = []
x.append(x)
del x
del g
print('by count', log)


class Makes:
    def __del__(self):
        a = []
        a.append(a)


m = Makes()
m.me = m
del m
print('makes garbage', gc.collect(), gc.collect(), gc.collect())


class Breaks:
    def __del__(self):
        self.__dict__.clear()


b = Breaks()
b.me = b
del b
print('breaks its cycle', gc.collect(), gc.collect())


class Kills:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        log.append(self.name)
        self.other = None


log.clear()
a, b = Kills('a'), Kills('b')
a.other, b.other = b, a
del a, b
print('each lets go', gc.collect(), log)


def gen():
    try:
        yield
    finally:
        log.append('finally')


log.clear()
l = []
g = gen()
next(g)
l.append(g)
l.append(l)
del l, g
print('generator in a cycle', gc.collect(), log)


class Raises:
    def __del__(self):
        raise ValueError('in __del__')


r = Raises()
r.me = r
del r
print('raises', gc.collect())


class Counts:
    def __del__(self):
        log.append(gc.get_count()[0] >= 0)
        log.append([len(gc.get_objects(i)) > 0 for i in range(3)][2])
        log.append(gc.is_tracked(self))


log.clear()
c = Counts()
c.me = c
del c
print(gc.collect(), log)
