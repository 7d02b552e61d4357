class Data:
    def __set_name__(self, owner, name):
        self.name = name
        print('set_name', owner.__name__, name)

    def __get__(self, obj, owner=None):
        if obj is None:
            return f'class access of {self.name} on {owner.__name__}'
        return obj.__dict__.get(self.name, 'unset')

    def __set__(self, obj, value):
        print('set', self.name, value)
        obj.__dict__[self.name] = value

    def __delete__(self, obj):
        print('delete', self.name)
        del obj.__dict__[self.name]


class NonData:
    def __get__(self, obj, owner):
        return ('non-data', obj is not None, owner.__name__)


class C:
    d = Data()
    n = NonData()


c = C()
print(c.d, C.d, c.n, C.n)
c.d = 5
print(c.d, c.__dict__)
c.__dict__['d'] = 'in dict'
print(c.d)
del c.d
print(c.d)
c.n = 'instance wins'
print(c.n, C.n)
del c.n
print(c.n)
c.__dict__['n'] = 'again'
print(c.n)


class SetOnly:
    def __set__(self, obj, value):
        obj.__dict__['s'] = value * 2


class S:
    s = SetOnly()


s = S()
print(type(s.s).__name__)
s.s = 4
print(s.s, s.__dict__)
try:
    del s.s
except AttributeError as e:
    print(e)


class GetSet:
    def __get__(self, obj, owner):
        return 'value'

    def __set__(self, obj, value):
        raise AttributeError('read only')


class R:
    g = GetSet()


try:
    R().g = 1
except AttributeError as e:
    print(e)
try:
    del R().g
except AttributeError as e:
    print(e)
R.g = 'replaced'
print(R.g, R().g)


class Meta(type):
    m = Data()


class WithMeta(metaclass=Meta):
    pass


try:
    print(WithMeta.m)
    WithMeta.m = 1
except (AttributeError, TypeError) as e:
    print(type(e).__name__, e)


def f(self, x=1):
    return (self, x)


print(f.__get__(5)(2), f.__get__(None, int) is f, f.__get__('s', str)())
try:
    f.__get__(None)
except TypeError as e:
    print(e)
print(str.upper.__get__('abc')(), int.__add__.__get__(5, int)(6))
try:
    str.upper.__get__(5)
except TypeError as e:
    print(e)


class Lazy:
    def __init__(self, fn):
        self.fn = fn

    def __get__(self, obj, owner):
        print('computing')
        value = obj.__dict__[self.fn.__name__] = self.fn(obj)
        return value


class L:
    @Lazy
    def expensive(self):
        return 99


l = L()
print(l.expensive, l.expensive)


class BadName:
    def __set_name__(self, owner, name):
        raise ValueError('bad name')


try:
    class X:
        b = BadName()
except ValueError as e:
    print(repr(e), e.__notes__)


class InstanceDescriptor:
    def __init__(self):
        self.__get__ = lambda *a: 'never'


class I:
    i = InstanceDescriptor()


print(type(I().i).__name__)
