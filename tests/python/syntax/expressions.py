a, b, c = 1, 2, 3
print(a + b * c ** 2 // 2 % 5 - -a, a << b | c & 6 ^ 5, ~a + b, not a == b, a < b < c, a < b > c, a if b else c)
print(a == 1 != 2 is not None, 1 < 2 < 3 < 4, 1 < 3 < 2, 1 in [1] in [[1]], not 1 in [2], 1 not in [2], a is not b)
print(a and b, 0 and 1, a or b, 0 or '' or None, not a or b and c, a and b or c, (a, b) < (a, c))
print(2 ** 3 ** 2, (2 ** 3) ** 2, -2 ** 2, 2 ** -1, 10 - 5 - 2, 100 / 10 / 2, 7 // 2 * 2, 2 * 7 // 2)
print([*range(3), *'ab'], {*[1], 2}, (*(), 1), {**{'a': 1}, 'b': 2, **{'a': 3}}, [*[], *()])
print((lambda: 1)(), (lambda x, y=2, *z, k, **w: (x, y, z, k, w))(1, k=3), (lambda *a: a)(1, 2), (lambda *, k=1: k)())
print((x := 5), x, [y := 1, y ** 2], (z := 1, 2), z, [last := i for i in range(3)], last)
print('abc'[1], 'abc'[-1], 'abcdef'[1:4], 'abcdef'[::-1], 'abcdef'[::2], 'abcdef'[-2:], [1, 2, 3][:-1], (1, 2, 3)[1:][0])


class S:
    def __getitem__(self, k):
        return k


s = S()
print(s[1], s[1, 2], s[1:2], s[:], s[::], s[1:2, 3], s[...], s[1:2:3, ::4], s[()], s[(1, 2)], s[*[1, 2]], s[*[1], 2], s[1:, *[5]], s[x := 3])
print(s[lambda: 0].__name__, s[not 1], s[1 if 0 else 2], s[-1], s[None:None:None])
print((once := 1), ((((1)))), (1,), 1,)
print(*[1, 2], *(3,), sep='-', **{'end': '!\n'})
print('chained', 'a' 'b' 'c', 1 if True else 2 if False else 3)
t = 1,
print(t, type(t), ())
t = 1, *[2, 3]
print(t)
print([1, 2][0] + [3, 4][1], {'a': [1, {'b': 2}]}['a'][1]['b'], (lambda: [5])()[0])
print(a.__add__(b).__mul__(c), 'x'.join(['1', '2']).upper().lower(), (a).real)
print(1 <2, 1> 2, a!=b, a<=b>=c, 5%3, 5//3)
print(... , Ellipsis is ..., {}, set(), [[]], {(): []}, ((),), {'a': {}})
print(not not a, not (a and b), - (-a), + a, ~ a)
print((a) , (a), [a, b,], {a: b,}, {a, b,}, (a, b,), len('x',))
