print(sorted([3, 1, 2]), sorted('banana'), sorted({3: 'c', 1: 'a'}), sorted([3, 1, 2], reverse=True), sorted(['b', 'A', 'c'], key=str.lower), sorted([(1, 'b'), (0, 'z')], key=lambda t: t[1]), sorted([], key=1 .__add__), sorted((x for x in [2, 1])), sorted([1, 2, 3], key=lambda x: -x, reverse=True), sorted(['aa', 'b'], key=len), sorted([True, False, 2]), sorted([2, 1], reverse=0), sorted([2, 1], key=None), sorted('aB', key=lambda c: c.lower(), reverse=1))
print(list(reversed([1, 2, 3])), list(reversed('abc')), list(reversed((1, 2))), list(reversed(range(3))), list(reversed({1: 2, 3: 4})), ''.join(reversed('hello')))
print(list(zip([1, 2], 'ab')), list(zip(*[(1, 2), (3, 4)])), dict(zip('ab', [1, 2])), list(zip([1, 2, 3], [1])), list(zip(range(3), 'ab', [True])), list(zip(strict=True)), [a + b for a, b in zip([1, 2], [3, 4])])
print(list(map(str, [1, 2])), list(map(lambda x, y: x * y, [1, 2, 3], [4, 5])), list(map(pow, [2, 3], [3, 2])), list(map(None or abs, [-1])), list(map(str.upper, 'ab')), list(map(int, '123')), list(filter(None, [0, 1, '', 'a'])), list(filter(str.isdigit, 'a1b2')), list(filter(lambda x: x > 1, [1, 2, 3])))
print(list(enumerate('ab')), list(enumerate('ab', 1)), list(enumerate('ab', start=-5)), [(i, c) for i, c in enumerate(reversed('xy'))], next(enumerate([5])))
it = iter([1, 2, 3])
print(next(it), next(it), next(it), next(it, 'default'), list(iter('ab')))
r = reversed([1, 2, 3])
print(next(r), r.__length_hint__(), list(r))


class R:
    def __reversed__(self): return 'custom'

    def __len__(self): return 3

    def __getitem__(self, i): return i * 10


class NoRev:
    __reversed__ = None

    def __len__(self): return 3

    def __getitem__(self, i): return i


class Seq:
    def __len__(self): return 3

    def __getitem__(self, i): return i * 10


print(reversed(R()), list(reversed(Seq())), list(Seq().__iter__()) if hasattr(Seq, '__iter__') else 'no iter')
for code in ['reversed(NoRev())', 'reversed({1})', 'reversed(5)', 'reversed(x for x in [])', 'sorted(5)', 'sorted([1, "a"])', 'sorted([1j, 2j])', 'sorted([None, None])', 'sorted([{}, {}])', 'sorted()', 'sorted([], [])', 'sorted([1], key=5)', 'sorted([1, 2], key=lambda: 0)', 'sorted([1], foo=1)', 'zip(1)', 'zip([1], 2)', 'list(zip([1], [], strict=True))', 'list(zip([], [1], strict=True))', 'list(zip([1], [1], [], strict=True))', 'map(len)', 'list(map(len, [1]))', 'list(map(lambda: 0, [1]))', 'filter(len)', 'list(filter(len, [1]))', 'enumerate()', 'enumerate(5)', 'enumerate([], "a")', 'enumerate([], 1, 2)', 'next()', 'next([])', 'next(iter([]))', 'iter()', 'iter(5)', 'iter(1, 2)', 'iter([], 2)', 'sorted(iterable=[2, 1])', 'map(str, [1], foo=1)', 'filter(None, [1], 2)', 'reversed([1], 2)']:
    try:
        print(code, eval(code))
    except Exception as e:
        print(code, '->', type(e).__name__, e)
m = map(str, [1])
print(next(m), next(m, None), iter(m) is m)
log = []
z = zip(map(log.append, 'ab'), map(log.append, 'xy'))
next(z)
print(log)
f = filter(log.append, 'pq')
print(list(f), log)
class Key:
    def __init__(self, v): self.v = v

    def __lt__(self, o): return self.v > o.v


print(sorted([1, 3, 2], key=Key), min([1, 3, 2], key=Key), max([1, 3, 2], key=lambda v: Key(v).v))
