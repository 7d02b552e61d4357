class C:
    def m(self, *a):
        return ('m', self is not None, a)

    @classmethod
    def k(cls, *a):
        return ('k', cls.__name__, a)

    @staticmethod
    def s(*a):
        return ('s', a)


class D(C):
    pass


c, d = C(), D()
print(c.m(1), C.m(c, 1), C.k(1), c.k(1), D.k(), d.k(), C.s(1), c.s(1), D.s())
print(c.m.__self__ is c, c.m.__func__ is C.m, c.m.__name__, c.m.__qualname__, c.m.__doc__, C.k.__self__.__name__, C.k.__func__.__name__, c.m.__module__)
print(repr(C.m)[:17], repr(c.m)[:20], repr(C.k)[:18], repr(C.s)[:17])
print(c.m == c.m, c.m is c.m, c.m == C().m, hash(c.m) == hash(c.m), c.m != d.m, C.k == C.k, C.k == D.k)
print(type(c.m).__name__, type(C.m).__name__, type(C.__dict__['k']).__name__, type(C.__dict__['s']).__name__)
print(C.__dict__['k'].__func__ is C.k.__func__, C.__dict__['s'].__func__ is C.s, C.__dict__['s'].__wrapped__ is C.s, C.__dict__['s'](1), C.__dict__['k'].__wrapped__.__name__)
C.late = lambda self, x: ('late', x)
print(c.late(1))
c.own = lambda x: ('own', x)
print(c.own(2))
M = type(c.m)
bound = M(lambda self, x: (self, x), 5)
print(bound(6), bound.__self__)
try:
    M(5, None)
except TypeError as e:
    print(e)
try:
    M(5, 1)
except TypeError as e:
    print(e)
try:
    C.__dict__['k']()
except TypeError as e:
    print(e)
try:
    c.m.attr = 1
except AttributeError as e:
    print(e)
C.m.attr = 'on function'
print(c.m.attr)


class Callable:
    def __call__(self, *a, **k):
        return a, k


class E:
    inst = Callable()
    builtin = len
    lam = lambda self: 'lam'
    cls = int
    meth = c.m


e = E()
print(e.inst(1, x=2), e.builtin('abc'), e.lam(), e.cls('5'), e.meth(1))


class F:
    @classmethod
    @staticmethod
    def a(x=1): return x

    @staticmethod
    @classmethod
    def b(cls): return cls

    def __init__(self): self.m = self.m

    def m(self): return 'm'


print(F.a(), F().m())
print(classmethod(lambda c: c).__get__(None, int)(), staticmethod(lambda: 'x').__get__(None, int)())
list.append(l := [], 1)
print(l, str.upper('x'), list.__len__([1, 2]), dict.get({1: 2}, 1))
for code in ['list.append(1, 2)', 'str.upper(5)', 'str.upper()', 'list.append()', 'int.__add__(1.0, 2)', 'dict.fromkeys()', 'list.append([])', '[].append()', '[].append(1, 2)', '[].append(x=1)', '"".join()', '"".join(1)', '"".split(1)', '{}.get()', '(1).__add__()', 'object.__init__(1, 2)', 'object.__new__()', 'object.__new__(5)', 'int.__new__(str)', 'object.__new__(int)', 'list.__new__(C)', 'super.__init__()']:
    try:
        print(code, eval(code))
    except TypeError as x:
        print(code, '->', x)
