def f(*a, **k):
    return a, k


print([*[1], *(2,), *{3}, *'45', *range(6, 8), *{8: 9}], (*[],), {*[1, 1, 2]})
print({**{}, **{'a': 1}, 'b': 2, **{'a': 3}, 'b': 4})
print(f(*[1], 2, *[3, 4], k=1, **{'x': 2}, y=3, **{'z': 4}))
a, *b = [1]
print(a, b)
first, *middle, last = 'abcdef'
print(first, middle, last)
(x, *y), *z = [[1, 2, 3], 4, 5]
print(x, y, z)
*a, = (1, 2)
print(a)
[*b] = {}
print(b)
for k, *v in [(1, 2, 3), (4,)]:
    print(k, v)
l = [0] * 5
l[0], *l[1:3], l[4] = range(6)
print(l)
a = b = 1
a, b = b, a + b
print(a, b)


def gen():
    print('start')
    yield 1
    print('middle')
    yield 2
    print('end')


x, y = gen()
print(x, y)
print([*gen()], max(*gen()))


class It:
    def __iter__(self):
        return iter('it')


print([*It()], f(*It()), (*It(), *It()))


class Map:
    def keys(self):
        return ['a', 'b']

    def __getitem__(self, k):
        return k * 2


print({**Map()}, f(**Map()), dict(Map()))
for bad in ['[*1]', '{**1}', 'f(*1)', 'f(**1)', 'f(**[1])', '{*[[]]}', '{**{}, **[]}', 'f(**{1: 2})', 'f(**{"a": 1}, **{"a": 2})', '[*None]', 'f(*None, **None)', '(*object(),)', 'print(*1, 2)', 'f(x=1, **{"x": 2})', 'a, b = 1', 'a, b = [1, 2, 3]', 'a, b, *c = [1]', '*a, *b = 1']:
    try:
        exec(bad)
        print(bad, 'fine')
    except Exception as e:
        print(bad, '->', type(e).__name__, e)
return_values = lambda: (1, *[2, 3])
print(return_values())


def returns():
    return 1, *[2]


def yields():
    yield 1, *[2]


print(returns(), list(yields()))
x = *[1], 2
print(x)
print([(*a, 0) for a in [[1], [2, 3]]], {k: [*v] for k, v in {'a': 'xy'}.items()})
