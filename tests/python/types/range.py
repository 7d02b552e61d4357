for r in [range(5), range(2, 8), range(0, 10, 3), range(10, 0, -3), range(0), range(5, 5), range(5, 0), range(-3, 3), range(10**20, 10**20 + 3), range(0, -10, -4)]:
    print(r, list(r), len(r), bool(r), list(reversed(r)), r[1:], r[::-1], r[::2], r.start, r.stop, r.step, hash(r) == hash(range(r.start, r.stop, r.step)))
r = range(10, 50, 5)
print(r[0], r[-1], r[2:5], r[5:2:-1], r[100:], r[-3:], 15 in r, 16 in r, 15.0 in r, 15.5 in r, 'a' in r, r.index(20), r.count(20), r.count(21), r == range(10, 50, 5), r == range(10, 46, 5), range(0) == range(3, 3), range(5) == [0, 1, 2, 3, 4], range(0, 3, 2) == range(0, 4, 2), range(1, 1, 2) == range(0))
print(max(r), min(r), sum(r), sorted(r, reverse=True)[:2], [*range(3)], tuple(range(3)), list(zip(range(2), range(2))), dict.fromkeys(range(2)), sum(range(10**5)), len(range(10**18)), 10**17 in range(10**18), range(10**30)[10**29], range(True, 5, True))
print(hash(range(0)) == hash(range(5, 5)), hash(range(3)) == hash(range(0, 3, 1)), hash(range(1, 2, 5)) == hash(range(1, 3, 9)), repr(range(1, 2, 1)), str(range(1, 5, 2)))
it = iter(range(5))
print(next(it), it.__length_hint__(), list(it), next(it, 'end'), type(it).__name__, type(iter(range(2**70))).__name__, next(iter(range(2**70, 2**71))))
for code in ['range(1.5)', 'range("a")', 'range(1, 2, 0)', 'range()', 'range(1, 2, 3, 4)', 'r[99]', 'r["a"]', 'r[1.0]', 'r.index(16)', 'r.index("a")', 'r[0] = 1', 'del r[0]', 'r + r', 'r * 2', 'r < r', 'len(range(10**30))', 'r.start = 5', 'range(5).x', 'class X(range): pass', 'range(None)', 'range(step=1)', 'r[::0]', 'next(range(5))', 'r()', 'range(5, step=2)']:
    try:
        exec(code)
        print(code, 'fine')
    except Exception as e:
        print(code, '->', type(e).__name__, e)


class I:
    def __init__(self, n): self.n = n

    def __index__(self): return self.n


print(range(I(3)), range(I(1), I(5), I(2)), r[I(1)], list(range(I(2))))


class Eq:
    def __eq__(self, o): return o == 3


print(Eq() in range(5), range(5).index(Eq()), range(5).count(Eq()), True in range(2), range(2).index(True))
for i in range(3):
    for j in range(i, 3):
        print(i, j, end=';')
print()
