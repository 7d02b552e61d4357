import weakref


class C:
    def __init__(self, n=0):
        self.n = n

    def __repr__(self):
        return f'C({self.n})'


class S:
    __slots__ = ()


class SW:
    __slots__ = ('__weakref__',)


def f():
    pass


c = C(1)
r = weakref.ref(c)
print(r(), r() is c, type(r), weakref.ReferenceType is type(r), weakref.ref is type(r))
print(weakref.ref(c) is r, weakref.ref(c, print) is r, weakref.ref(c, None) is r)
print(weakref.getweakrefcount(c), len(weakref.getweakrefs(c)), weakref.getweakrefs(c)[0] is r)
print(r.__callback__, hash(r) == hash(c))
del c
print(r(), r.__callback__)
for value in [1, 'a', 1.5, None, (), (1,), [], {}, object(), S(), b'', True, range(3), slice(1), 10**20, len, 1j, ..., bytearray(b''), iter([])]:
    try:
        weakref.ref(value)
        print('ok ', type(value).__name__)
    except TypeError as e:
        print(e)
for value in [f, C, SW(), {1}, frozenset({1}), (x for x in ()), type, int, Exception, f.__code__, lambda: 0, C().__init__, memoryview(b''), weakref]:
    print(type(value).__name__, weakref.ref(value)() is value)
for kind in [list, dict, tuple, int, str, set, type('T', (), {}), Exception]:
    sub = type('Sub', (kind,), {})
    try:
        o = sub()
        print(kind.__name__, weakref.ref(o)() is o)
    except TypeError as e:
        print(kind.__name__, e)
try:
    r.x = 1
except AttributeError as e:
    print(e)
try:
    weakref.ref()
except TypeError as e:
    print(e)
try:
    weakref.ref(f, 1, 2)
except TypeError as e:
    print(e)
try:
    r(1)
except TypeError as e:
    print(e)
