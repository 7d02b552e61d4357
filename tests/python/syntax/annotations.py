x: int = 1
y: 'forward'
z: list[undefined_name_is_fine if False else int] = []
print(__annotations__)


def f(a: int, b: 'str' = 'x', *c: float, d: 1 + 1, **e: None) -> 'ret':
    v: undefined
    w: also_undefined = 5
    return w


print(f.__annotations__, f(1, d=2))


class C:
    a: int
    b: str = 'b'
    c: 'C'

    def m(self, other: 'C') -> 'C':
        self.attr: int = 1
        return self


print(C.__annotations__, C.m.__annotations__, C().m(None).attr, hasattr(C, 'a'))


class D(C):
    pass


print('__annotations__' in D.__dict__, D.__annotations__, C.__annotations__ is D.__annotations__)
f.__annotations__['new'] = 1
print(f.__annotations__['new'])
f.__annotations__ = {}
print(f.__annotations__)
try:
    f.__annotations__ = 5
except TypeError as e:
    print(e)
del f.__annotations__
print(f.__annotations__)
print((lambda: 0).__annotations__)
try:
    bad: undefined_annotation = 1
except NameError as e:
    print(e, 'bad' in globals())


def g(a: print('evaluated') or int): pass


print('order:')


def order(tag):
    print(tag, end=' ')
    return tag


def h(a: order('ann a') = order('default a'), *, b: order('ann b') = order('default b')) -> order('ret'): pass


print()
l = [0]
l[0]: int = order('value')
l[order('sub')]: int if 0 else None
(paren): int = 3
print(paren, __annotations__.keys())


def no_globals():
    q: int = 1
    return locals()


print(no_globals())
class Private:
    __x: int = 1


print(Private.__annotations__)
