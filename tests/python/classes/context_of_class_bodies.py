print('start')


class A:
    print('in A', __qualname__, __module__)
    x = 1
    y = [x, x + 1]
    try:
        z = [x for _ in range(2)]
    except NameError as e:
        print('comprehension:', e)
    w = [i for i in [x]]

    def f(self, d=x):
        return d

    x = 2
    if x == 2:
        def conditional(self): return 'two'
    else:
        def conditional(self): return 'other'
    for name in ('g', 'h'):
        exec(f'def {name}(self): return {name!r}')
    del name
    locals()['via_locals'] = 5
    vars()['via_vars'] = 6

    class Inner:
        try:
            seen = x
        except NameError as e:
            seen = str(e)

    lam = lambda: A.x


a = A()
print(a.f(), a.conditional(), a.g(), a.h(), A.via_locals, A.via_vars, A.Inner.seen, A.lam(), A.z if hasattr(A, 'z') else None)
x = 'module'


class B:
    x = x
    y = x + '!'


print(B.x, B.y)


def f():
    x = 'function'

    class C:
        try:
            print(x)
            x = 'c'
        except UnboundLocalError as e:
            print(e)
        print(x)

    class D:
        print(x)

    return C.x


print(f())


class Raises:
    pass


try:
    class Raises:
        ok = 1
        1 / 0
except ZeroDivisionError:
    print('unfinished', hasattr(Raises, 'ok'))


class E:
    a = 1
    b = a
    c = (lambda a=a: a)()
    d, e = a, b
    [f, *g] = range(3)
    import sys as imported
    with_type: int = 5
    global exported
    exported = 'yes'
    del a


print(E.b, E.c, E.d, E.f, E.g, E.imported.__name__, exported, hasattr(E, 'a'))


class Doc:
    'first'
    'second'


class NoDoc:
    x = 'not a doc'
    'nor this'


class FDoc:
    f'not {1} either'


print(Doc.__doc__, NoDoc.__doc__, FDoc.__doc__)


class Override:
    __module__ = 'elsewhere'
    __qualname__ = 'Some.Name'
    __doc__ = 'given'
    __name__ = 'n'


print(Override, Override.__module__, Override.__doc__, Override.__name__, Override().__name__)
try:
    class Q:
        __qualname__ = 5
except TypeError as e:
    print(e)
try:
    class R:
        __classcell__ = 5
except TypeError as e:
    print(e)
print(A.__dict__.keys() >= {'x', 'y', 'f'}, 'exported' in E.__dict__)
