class C:
    def __init__(self):
        self._x = 1

    @property
    def x(self):
        """The x property."""
        return self._x

    @x.setter
    def x(self, v):
        print('setting', v)
        self._x = v

    @x.deleter
    def x(self):
        print('deleting')
        del self._x

    @property
    def ro(self):
        return 'read only'

    wo = property(None, lambda self, v: print('write', v), None, 'write only')
    nothing = property()


c = C()
print(c.x, C.x.__doc__, C.wo.__doc__)
c.x = 5
del c.x
for code in ['c.x', 'c.ro = 1', 'del c.ro', 'c.wo', 'del c.wo', 'c.nothing', 'c.nothing = 1', 'del c.nothing', 'c.ro()', 'C.x.fget = 1', 'property(1).__get__(5)', 'property(1, 2, 3, 4, 5)', 'property(x=1)', 'C().ro.x']:
    try:
        print(eval(code) if '=' not in code and 'del' not in code else exec(code))
    except Exception as e:
        print(code, '->', type(e).__name__, e)
c.wo = 3
print(C.x.fget.__name__, C.x.fset.__name__, C.x.fdel.__name__, C.wo.fget, C.ro.fset)
print(type(C.x).__name__, C.x.__get__(None, C) is C.x, isinstance(C.ro, property))
p = property(lambda self: 'p')
q = p.setter(lambda self, v: None)
print(p is q, q.fget is p.fget, p.fset, q.getter(lambda s: 'new').fget(None))


class Sub(C):
    @property
    def x(self):
        return super().x * 10

    @C.ro.getter
    def ro(self):
        return 'overridden'


s = Sub()
print(s.x, s.ro)
try:
    s.x = 1
except AttributeError as e:
    print(e)


class Mine(property):
    pass


class D:
    @Mine
    def m(self):
        """doc"""
        return 1


print(D().m, type(D.m).__name__, D.m.__doc__)
D.added = property(lambda self: 'added')
print(D().added)
c.__dict__['ro'] = 'dict'
print(c.ro)
class Abstract:
    @property
    def a(self): ...
    a.fget.__isabstractmethod__ = True


print(Abstract.a.__isabstractmethod__, C.ro.__isabstractmethod__)
class Cls:
    _v = 3

    @classmethod
    @property
    def both(cls):
        return cls._v


print(Cls.both)
