class C:
    def __new__(cls, *a, **k):
        print('new', cls.__name__, a, k)
        return super().__new__(cls)

    def __init__(self, *a, **k):
        print('init', a, k)


C(1, x=2)


class Returns:
    def __new__(cls): return 5

    def __init__(self): print('never')


print(Returns())


class Other:
    def __new__(cls):
        o = object.__new__(C)
        return o

    def __init__(self): print('never')


print(type(Other()).__name__)


class SubInstance:
    def __new__(cls, make=True):
        return object.__new__(Special) if make and cls is SubInstance else object.__new__(cls)

    def __init__(self, make=True): print('init of', type(self).__name__)


class Special(SubInstance): pass


print(type(SubInstance()).__name__)


class InitReturns:
    def __init__(self): return 5


class NoArgs: pass


class OnlyNew:
    def __new__(cls, x): return object.__new__(cls)


class OnlyInit:
    def __init__(self, x): pass


class Both:
    def __new__(cls, x): return object.__new__(cls, x)

    def __init__(self, x): pass


class BadNew:
    def __new__(cls): return object.__new__(cls, 1)


for code in ['InitReturns()', 'NoArgs(1)', 'NoArgs(x=1)', 'OnlyNew()', 'OnlyNew(1)', 'OnlyInit()', 'OnlyInit(1)', 'Both(1)', 'BadNew()', 'object(1)', 'object.__new__(NoArgs, 1)', 'object.__new__(OnlyInit, 1)', 'object().__init__(1)', 'NoArgs().__init__(1)', 'OnlyNew(1).__init__(1)', 'object.__new__(5)', 'int.__new__(NoArgs)', 'object.__new__(int)', 'NoArgs.__new__()', 'type.__call__(NoArgs)', 'C.__new__(C, 9)', 'tuple.__new__(list)']:
    try:
        r = eval(code)
        print(code, type(r).__name__)
    except TypeError as e:
        print(code, '->', e)


class T(tuple):
    def __new__(cls, a, b): return super().__new__(cls, (a, b))

    def __init__(self, a, b): self.sum = a + b


t = T(1, 2)
print(t, t.sum)


class S(str):
    def __new__(cls, v, extra):
        self = super().__new__(cls, v)
        self.extra = extra
        return self


print(S('a', 1), S('a', 1).extra)


class L(list):
    def __init__(self, *a): super().__init__(a)


print(L(1, 2), list.__new__(L))


class Singleton:
    _one = None

    def __new__(cls):
        if cls._one is None:
            cls._one = super().__new__(cls)
        return cls._one

    def __init__(self): self.count = getattr(self, 'count', 0) + 1


Singleton()
print(Singleton() is Singleton(), Singleton().count)
x = C.__new__(C)
x.__init__('again')
print(C.__init__ is not object.__init__, NoArgs.__init__ is object.__init__, NoArgs.__new__ is object.__new__)
C.__init__ = lambda self, *a: print('patched', a)
C(7)
del C.__new__
try:
    C(8)
except TypeError as e:
    print(e)
