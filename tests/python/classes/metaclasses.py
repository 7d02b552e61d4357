class Meta(type):
    @classmethod
    def __prepare__(mcls, name, bases, **kw):
        print('prepare', name, [b.__name__ for b in bases], kw)
        return {'prepared': True}

    def __new__(mcls, name, bases, ns, **kw):
        print('new', name, sorted(k for k in ns if not k.startswith('__')), kw)
        return super().__new__(mcls, name, bases, ns)

    def __init__(cls, name, bases, ns, **kw):
        print('init', cls.__name__, kw)
        super().__init__(name, bases, ns)

    def __call__(cls, *a, **k):
        print('call', cls.__name__, a, k)
        return super().__call__(*a, **k)

    def method(cls): return f'meta method on {cls.__name__}'

    def __len__(cls): return 42

    def __iter__(cls): return iter('abc')

    def __contains__(cls, x): return x == 'in'

    def __getitem__(cls, k): return f'item {k}'

    def __repr__(cls): return f'<{cls.__name__}>'

    def __add__(cls, other): return f'{cls} + {other}'

    def __instancecheck__(cls, o): return o == 'instance' or super().__instancecheck__(o)

    def __subclasscheck__(cls, c): return c is int or super().__subclasscheck__(c)

    def __eq__(cls, other): return True

    def __hash__(cls): return 7

    @property
    def prop(cls): return 'meta prop'


class C(metaclass=Meta, option=1):
    def __init__(self, x=0): self.x = x


class D(C):
    y = 1


print(type(C), C.prepared, C.method(), len(C), list(C), 'in' in C, C['k'], C, C + 1, C.prop)
c = C(5)
print(c.x, isinstance('instance', C), isinstance(c, C), isinstance(5, C), issubclass(int, C), issubclass(str, C), C == 5, hash(C))
for code in ['c.method()', 'c.prop', 'len(c)', 'C.x']:
    try:
        print(eval(code))
    except (AttributeError, TypeError) as e:
        print(code, '->', e)


class Other(type): pass


for source in ['class X(C, metaclass=Other): pass', 'class Y(metaclass=Other): pass\nclass X(C, Y): pass', 'class X(metaclass=5): pass', 'class X(unknown=1): pass', 'class X(int, metaclass=Other): pass', 'class X(metaclass=lambda n, b, d: (n, b)): pass\nprint(X)', 'class X(5): pass', 'class X(metaclass=len): pass', 'class X(*[int], **{"metaclass": Other}): pass\nprint(type(X))']:
    try:
        exec(source)
        print('fine')
    except TypeError as e:
        print(source, '->', e)


class Both(Meta, Other): pass


class Z(C, metaclass=Both): pass


print(type(Z).__name__, type.__call__(C, 9).x)
T = type('T', (C,), {'attr': 5})
print(T.attr, type(T).__name__, T.__module__)


class Plain: pass


print(type('P', (Plain,), dict(a=1)).a, type(5), type(Plain), type(type))
for args in [('n',), (1, (), {}), ('n', [], {}), ('n', (), []), ('n', (1,), {}), ('n', (), {}, 1), (), ('n\0', (), {})]:
    try:
        print(type(*args))
    except (TypeError, ValueError) as e:
        print(args, '->', type(e).__name__, e)


class Singleton(type):
    instances = {}

    def __call__(cls, *a):
        if cls not in Singleton.instances:
            Singleton.instances[cls] = super().__call__(*a)
        return Singleton.instances[cls]


class S(metaclass=Singleton): pass


print(S() is S())


class Registry(type):
    all = []

    def __init__(cls, *a):
        super().__init__(*a)
        Registry.all.append(cls.__name__)


class R1(metaclass=Registry): pass
class R2(R1): pass


print(Registry.all)


class BadPrepare(type):
    @classmethod
    def __prepare__(mcls, *a): return 5


try:
    class X(metaclass=BadPrepare): pass
except TypeError as e:
    print(e)


class Base:
    def __mro_entries__(self, bases):
        print('mro_entries', bases == (self,))
        return (Plain,)


class Entry(Base()): pass


print(Entry.__bases__, Entry.__orig_bases__[0].__class__.__name__)


class CustomMro(type):
    def mro(cls):
        m = super().mro()
        return [m[0], Plain] + m[1:] if Plain not in m else m


class CM(metaclass=CustomMro): pass


print([k.__name__ for k in CM.__mro__])
