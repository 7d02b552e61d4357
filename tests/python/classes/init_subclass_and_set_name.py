class Plugin:
    registry = {}

    def __init_subclass__(cls, /, name=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.registry[name or cls.__name__] = cls
        print('registered', cls.__name__, name)


class A(Plugin): pass
class B(Plugin, name='bee'): pass
class C(A, name='sea'): pass


print(sorted(Plugin.registry))
try:
    class D(Plugin, unknown=1): pass
except TypeError as e:
    print(e)
try:
    class E(x=1): pass
except TypeError as e:
    print(e)


class Field:
    def __init__(self, default): self.default = default

    def __set_name__(self, owner, name):
        self.name = name
        print('field', owner.__name__, name)

    def __get__(self, obj, owner):
        return self if obj is None else obj.__dict__.get(self.name, self.default)


class Model:
    a = Field(1)
    b = Field(2)
    alias = b

    def __init_subclass__(cls):
        print('fields of', cls.__name__, [k for k, v in vars(cls).items() if isinstance(v, Field)])


class User(Model):
    name = Field('anon')
    age = Field(0)


u = User()
print(u.name, u.a, u.alias, User.name.name, Model.b.name)
User.late = Field(5)
print(hasattr(User.late, 'name'))


class Order:
    class Hook:
        def __set_name__(self, owner, name): print('set_name before init_subclass', name)

    def __init_subclass__(cls): print('init_subclass', cls.__name__, cls.__dict__.get('x') is not None)


class Sub(Order):
    x = Order.Hook()


class Meta(type):
    def __new__(m, n, b, ns, **kw):
        print('meta new')
        c = super().__new__(m, n, b, ns, **kw)
        print('meta new done')
        return c

    def __init__(c, n, b, ns, **kw):
        print('meta init', kw)


class Base(metaclass=Meta):
    def __init_subclass__(cls, **kw): print('init_subclass', kw)


class Derived(Base, flag=1): pass


class Explicit:
    @classmethod
    def __init_subclass__(cls, **kw): print('explicit', kw)


class Ex(Explicit, k=2): pass


class Raises:
    def __init_subclass__(cls): raise ValueError('not allowed')


try:
    class No(Raises): pass
except ValueError as e:
    print(e, 'No' in globals())
print(Raises.__subclasses__())
class Mutates:
    def __set_name__(self, owner, name): setattr(owner, name + '_copy', self)


class Mu:
    m = Mutates()


print([k for k in Mu.__dict__ if k.startswith('m')])
