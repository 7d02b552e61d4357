def f(a, b=2, /, c=3, *args, d, e=5, **kw):
    """Doc."""
    return a, b, c, args, d, e, kw


print(f(1, d=4), f(1, 2, 3, 4, 5, d=6, x=7), f(1, c=9, d=0), f(1, d=1, a=2, b=3))
print(f.__name__, f.__qualname__, f.__doc__, f.__defaults__, f.__kwdefaults__, f.__module__)


def annotated(a: int, *args: 'str', k: float = 1.0, **kw: dict) -> list[int]:
    x: int = 1
    return x


print(annotated.__annotations__)


def nothing(): pass


def bare_return():
    return


print(nothing(), bare_return())


def one_line(x): y = x + 1; return y


print(one_line(1))


def outer():
    def inner():
        def innermost():
            return innermost.__qualname__

        return innermost

    return inner


print(outer()()())


def defaults(x=[], y=len('abc')):
    x.append(y)
    return x


print(defaults(), defaults(), defaults([]))


def recursive(n):
    return 1 if n <= 1 else n * recursive(n - 1)


print(recursive(20))


def star(*args, **kwargs):
    return args, kwargs


print(star(*[1, 2], *(3,), **{'a': 1}, **{'b': 2}), star(1, *[2], x=3, **{}), star(*'ab', k=1, *[9]))
print(star(**{'not identifier': 1, '1': 2}), star(*range(3), **dict(z=1)))


def only(*, k):
    return k


print(only(k=1))


def pos(a, b, /):
    return a, b


print(pos(1, 2), (lambda x, /, y: (x, y))(1, y=2))
f2 = lambda: (yield)
print(type(f2()).__name__)


def decorate(arg):
    def wrap(fn):
        print('wrapping', fn.__name__, arg)
        fn.mark = arg
        return fn

    return wrap


@decorate(1)
@decorate(2)
def decorated(): pass


print(decorated.mark)


@lambda fn: fn.__name__ * 2
def weird(): pass


print(weird)
print([d := decorate][0] is decorate)


@(x := decorate(3))
def walrus(): pass


def kwonly_defaults(*, a=1, b, c=3): return a, b, c


print(kwonly_defaults(b=2), kwonly_defaults.__kwdefaults__)
f.attr = 'set'
print(f.attr, f.__dict__)
f.__defaults__ = (20, 30)
print(f(1, d=4)[:3])
f.__name__ = 'renamed'
print(f.__name__, f.__qualname__, f.__code__.co_name)
nothing.__code__ = one_line.__code__
print(nothing(5))
try:
    f.__name__ = 5
except TypeError as e:
    print(e)
try:
    nothing.__code__ = decorate(1).__code__
except ValueError as e:
    print(e)
