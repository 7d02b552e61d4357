class G:
    real = 'real'

    def __getattr__(self, name):
        print('getattr', name)
        if name.startswith('x'):
            return name.upper()
        raise AttributeError(f'no {name} here')

    def __setattr__(self, name, value):
        print('setattr', name, value)
        super().__setattr__(name, value)

    def __delattr__(self, name):
        print('delattr', name)
        object.__delattr__(self, name)


g = G()
print(g.real, g.xyz)
try:
    g.nope
except AttributeError as e:
    print(e, e.name, e.obj is g)
print(hasattr(g, 'nope'), hasattr(g, 'xx'), getattr(g, 'nope', 'default'))
g.a = 1
print(g.a)
del g.a
try:
    del g.a
except AttributeError as e:
    print(e)


class A:
    def __getattribute__(self, name):
        print('getattribute', name)
        if name == 'magic':
            return 42
        return super().__getattribute__(name)

    def m(self):
        return 'm'


a = A()
print(a.magic, a.m())
a.v = 5
print(a.v, len(a.__dict__))
try:
    a.gone
except AttributeError as e:
    print(e)


class Both(A):
    def __getattr__(self, name):
        print('fallback', name)
        return name


b = Both()
print(b.gone, b.magic)


class P:
    @property
    def bad(self):
        return self.missing_inside

    def __getattr__(self, name):
        return f'from getattr: {name}'


print(P().bad)


class Q:
    @property
    def bad(self):
        return self.missing_inside


try:
    Q().bad
except AttributeError as e:
    print(e)


class Len:
    def __getattr__(self, name):
        print('asked', name)
        return lambda: 5


try:
    len(Len())
except TypeError as e:
    print(e)
l = Len()
l.__len__ = lambda: 7
try:
    len(l)
except TypeError as e:
    print(e)
print(l.__len__(), l.anything())


class Meta(type):
    def __getattr__(cls, name):
        return f'{cls.__name__}.{name}'

    def __setattr__(cls, name, value):
        print('meta set', name)
        super().__setattr__(name, value)


class M(metaclass=Meta):
    x = 1


print(M.x, M.y)
M.z = 5
try:
    M().y
except AttributeError as e:
    print(e)
class Recursive:
    def __getattr__(self, name):
        return self.other


try:
    Recursive().x
except RecursionError as e:
    print(type(e).__name__)
