class Empty: pass


class Bases(Empty, object):
    """Doc of the class."""
    x = 1
    y: int = 2
    z: str

    def method(self): return self.x

    @property
    def prop(self): return 'prop'

    class Inner:
        def m(self): return 'inner'

    if x:
        conditional = 'yes'
    for i in range(3):
        pass
    del i
    lambda_ = lambda self: self.y
    a, b = 1, 2
    _private = 1
    __mangled = 2

    def get(self): return self.__mangled, self.__dict__

    def __secret(self): return 'secret'

    def call(self): return self.__secret()


c = Bases()
print(c.method(), c.prop, c.Inner().m(), c.conditional, c.lambda_(), c.a, c.b, c._Bases__mangled, c.get(), c.call())
print([k for k in Bases.__dict__ if not k.startswith('__')], Bases.__doc__, Bases.__annotations__)
print(Bases.__name__, Bases.__qualname__, Bases.Inner.__qualname__, Bases.__module__, Bases.__bases__, Bases.__mro__)


class Kw:
    def __init_subclass__(cls, /, tag=None, **kw):
        cls.tag = tag
        super().__init_subclass__(**kw)


class Tagged(Kw, tag='t'): pass


bases = (Empty,)


class Star(*bases, **{'metaclass': type}): pass


print(Tagged.tag, Star.__bases__)


def decorator(cls):
    cls.decorated = True
    return cls


@decorator
class D: pass


print(D.decorated)


def make(n):
    class Local:
        value = n

        def get(self): return n, __class__

    return Local


print(make(5).value, make(6)().get(), make(1) is make(1), make(1).__qualname__)


class Body:
    print('body runs', __name__, __qualname__, sorted(locals()))
    __slots__ = ()


class Empty2(): pass


print(type(Empty2()).__name__)


class Expr(make(3)): value2 = 4


print(Expr.value, Expr.value2)


class Mangle:
    __x = 1

    def set(self, __arg):
        self.__y = __arg
        __local = 1
        return sorted(locals()), sorted(self.__dict__)

    def keyword(self, **kw): return kw

    def use(self): return self.keyword(__k=1)

    def imp(self):
        global __g
        __g = 5

    __dunder__ = 2
    _single = 3


print(Mangle().set(5), Mangle().use(), [k for k in Mangle.__dict__ if 'x' in k or k == '__dunder__'])
Mangle().imp()
print(_Mangle__g)


class _Under:
    __v = 1


class __: __v = 2


print([k for k in _Under.__dict__ if k.endswith('v')], [k for k in __.__dict__ if k.endswith('__v')])
