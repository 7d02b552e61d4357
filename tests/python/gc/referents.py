import gc


class C:
    pass


class S:
    __slots__ = ('a', 'b')


def names(objects):
    return [type(o).__name__ for o in objects]


print('list', gc.get_referents([1, 'a', None]))
print('tuple', gc.get_referents((1, (2, 3))))
print('dict', gc.get_referents({'k': 'v', 1: 2}))
print('set', sorted(gc.get_referents({1, 2, 3})))
print('nothing', gc.get_referents(1, 'x', 2.5, None))
print('several', gc.get_referents([1], [2], (3,)))
print('no arguments', gc.get_referents())
c = C()
print('empty instance', names(gc.get_referents(c)))
c.a = 1
c.b = [2]
print('instance', names(gc.get_referents(c)), gc.get_referents(c)[:2])
c.__dict__
print('after __dict__', names(gc.get_referents(c)))
s = S()
print('empty slots', names(gc.get_referents(s)))
s.b = 'x'
print('slots', gc.get_referents(s)[:1], names(gc.get_referents(s)))


def f(a, b=2, *, k=3):
    return c


print('function', names(gc.get_referents(f)))


def outer():
    x = [1]

    def inner():
        return x

    return inner


i = outer()
print('closure', names(gc.get_referents(i)))
print('cell', gc.get_referents(i.__closure__[0]))
print('bound method', names(gc.get_referents([].append)), names(gc.get_referents(c.__init__)))
print('slice', gc.get_referents(slice(1, 2, 3)))
print('property', names(gc.get_referents(property(f))))
print('range', gc.get_referents(range(5)))
print('iterator', gc.get_referents(iter([1, 2])))
print('enumerate', names(gc.get_referents(enumerate([1]))))
print('class', sorted(set(names(gc.get_referents(C)))))
print('exception', names(gc.get_referents(ValueError('a', 'b'))))
print('mappingproxy', names(gc.get_referents(C.__dict__)))
print('memoryview', names(gc.get_referents(memoryview(b'x'))))
print('dict view', gc.get_referents({1: 2}.keys()))
