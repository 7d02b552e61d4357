import gc
import weakref

gc.disable()
log = []


def made():
    def inner():
        pass

    return inner


f = made()
w = weakref.ref(f, lambda r: log.append('function'))
del f
print(w(), log)


class C:
    def m(self):
        pass


w = weakref.ref(C, lambda r: log.append('class'))
m = weakref.ref(C.m, lambda r: log.append('method function'))
del C
print('class lives in its own cycles', w() is not None, log)
print(gc.collect(), w(), m(), log)
log.clear()


class Base:
    pass


class Derived(Base):
    pass


print(Base.__subclasses__())
w = weakref.ref(Derived)
del Derived
print(len(Base.__subclasses__()))
gc.collect()
print(Base.__subclasses__(), w())
g = (i for i in range(3))
w = weakref.ref(g, lambda r: log.append('generator'))
print(next(w()), next(w()))
del g
print(w(), log)
log.clear()
s = set()
w = weakref.ref(s, lambda r: log.append('set'))
s = None
print(log)
e = ValueError()
try:
    weakref.ref(e)
except TypeError as x:
    print(x)


class MyError(Exception):
    pass


try:
    raise MyError('x')
except MyError as e:
    w = weakref.ref(e, lambda r: log.append('exception'))
print(w(), log)


def caught():
    try:
        raise MyError('y')
    except MyError as e:
        global w
        w = weakref.ref(e)
        keep = e
    return w() is not None


print(caught(), w() is not None)
gc.collect()
print(w())
