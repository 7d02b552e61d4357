import weakref


class C:
    def m(self, x=1):
        return x + 1

    @classmethod
    def k(cls):
        return 'class method'


c = C()
plain = weakref.ref(c.m)
print('plain reference to a bound method is dead at once', plain())
log = []
w = weakref.WeakMethod(c.m, lambda r: log.append('gone'))
print(w()() , w()(5), w() == c.m, w() is c.m)
w2 = weakref.WeakMethod(c.m)
print(w == w2, hash(w) == hash(w2), w != w2, w == weakref.WeakMethod(C().m))
del c
print(w(), log, w == w2)
k = weakref.WeakMethod(C.k)
print(k()())
try:
    weakref.WeakMethod(print)
except TypeError as e:
    print(e)
try:
    weakref.WeakMethod(C.m)
except TypeError as e:
    print(e)
f = weakref.ref(C.m)
print(f() is C.m)
del C.m
print(f())
c = C()
C.n = lambda self: 'n'
w = weakref.WeakMethod(c.n)
print(w()())
del C.n
print(w())
