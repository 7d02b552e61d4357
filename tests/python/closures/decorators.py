def log(f):
    def wrapper(*a, **k):
        r = f(*a, **k)
        print(f'{f.__name__}{a}{k or ""} = {r}')
        return r

    return wrapper


@log
def square(x): return x * x


square(3)


def repeat(n):
    def decorate(f):
        def wrapper(*a):
            return [f(*a) for _ in range(n)]

        return wrapper

    return decorate


@repeat(3)
def hello(name): return f'hi {name}'


print(hello('bob'))


class CountCalls:
    def __init__(self, f):
        self.f = f
        self.n = 0

    def __call__(self, *a):
        self.n += 1
        return self.f(*a)

    def __get__(self, obj, owner=None):
        return self if obj is None else lambda *a: self(obj, *a)


@CountCalls
def f(): return 'f'


f(), f()
print(f.n)


class K:
    @CountCalls
    def m(self, x): return self, x

    @staticmethod
    @log
    def s(x): return x

    @classmethod
    @log
    def c(cls, x): return x

    @property
    @log
    def p(self): return 'p'

    def __repr__(self): return 'K()'


k = K()
print(k.m(1), k.m(2), K.m.n, K.s(1), k.c(2), k.p)


def add_repr(cls):
    cls.__repr__ = lambda self: f'<{cls.__name__} {self.__dict__}>'
    return cls


def with_kind(kind):
    def decorate(cls):
        cls.kind = kind
        return cls

    return decorate


@add_repr
@with_kind('thing')
class Thing:
    def __init__(self): self.a = 1


print(Thing(), Thing.kind)
registry = {}


def register(name=None):
    def decorate(f):
        registry[name or f.__name__] = f
        return f

    return decorate


@register()
def one(): return 1


@register('zwei')
def two(): return 2


print({n: f() for n, f in registry.items()})


@type
def printed(): pass


print(printed)
order = []


def mark(tag):
    order.append(f'eval {tag}')

    def decorate(f):
        order.append(f'apply {tag}')
        return f

    return decorate


@mark('a')
@mark('b')
def g(x=order.append('default')): pass


print(order)
decorators = [log, repeat(2)]


@decorators[1]
@decorators[0]
def sub(a, b): return a - b


print(sub(5, 3))


@lambda f: lambda *a: f(*a) + 1
def lam(x): return x


print(lam(1))


@(lambda c: c())
class instance:
    def hello(self): return 'instance hello'


print(instance.hello())


def typed(**types):
    def decorate(f):
        def wrapper(**k):
            for name, v in k.items():
                if not isinstance(v, types[name]):
                    raise TypeError(f'{name} should be {types[name].__name__}')
            return f(**k)

        return wrapper

    return decorate


@typed(x=int, y=str)
def t(x, y): return y * x


print(t(x=2, y='ab'))
try:
    t(x='a', y='b')
except TypeError as e:
    print(e)


class Property:
    def __init__(self, get): self.get = get

    def __get__(self, o, owner): return self.get(o)

    def setter(self, f):
        print('setter', f.__name__)
        return self


class P:
    @Property
    def v(self): return 'v'

    @v.setter
    def v(self, x): pass


print(P().v)
for bad in ['@5\ndef f(): pass', '@None\nclass C: pass', '@undefined_decorator\ndef f(): pass', '@len\ndef f(): pass', '@int\nclass C: pass']:
    try:
        exec(bad)
    except (TypeError, NameError) as e:
        print(ascii(bad), '->', type(e).__name__, e)
