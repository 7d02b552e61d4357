import weakref


class C:
    def __init__(self, v):
        self.v = v

    def __eq__(self, other):
        return isinstance(other, C) and self.v == other.v

    def __hash__(self):
        return self.v


class U(C):
    __hash__ = None


a, b, c = C(1), C(1), C(2)
ra, rb, rc = map(weakref.ref, (a, b, c))
print(ra == rb, ra == rc, ra != rc, ra is rb)
print(hash(ra), hash(rc))
del a
print('one dead', ra == rb, ra != rb, ra == ra)
print('hash kept', hash(ra))
del b
print('both dead', ra == rb, ra == ra, rb() is None)
try:
    print(hash(rb))
except TypeError as e:
    print('never hashed:', e)
u = U(1)
ru = weakref.ref(u)
try:
    hash(ru)
except TypeError as e:
    print(e)
d = {rc: 'c'}
print(d[weakref.ref(c)], rc in d)
k = C(2)
print(d.get(weakref.ref(k)))
print(ra == 1, ra != 1, ra.__eq__(1))
try:
    ra < rc
except TypeError as e:
    print(e)


class R(weakref.ref):
    def __init__(self, o, callback=None, tag=None):
        super().__init__(o, callback)
        self.tag = tag

    def __new__(cls, o, callback=None, tag=None):
        return super().__new__(cls, o, callback)


x = R(c, None, 'tagged')
print(type(x).__name__, x.tag, x() is c, x == rc, weakref.ref(c) is rc, R(c) is R(c))
print(weakref.getweakrefcount(c), [type(w).__name__ for w in weakref.getweakrefs(c)])
