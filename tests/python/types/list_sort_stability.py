# Timsort: stable, few comparisons, and what it compares with what.
import math


class K:
    count = 0

    def __init__(self, k, tag): self.k, self.tag = k, tag

    def __lt__(self, o):
        K.count += 1
        return self.k < o.k

    def __repr__(self): return f'{self.k}{self.tag}'


def lcg(seed):
    while True:
        seed = (seed * 1103515245 + 12345) % 2**31
        yield seed >> 8


def compare(name, keys):
    K.count = 0
    items = [K(k, i) for i, k in enumerate(keys)]
    out = sorted(items)
    stable = all((a.k, a.tag) < (b.k, b.tag) for a, b in zip(out, out[1:]))
    print(name, len(items), stable, K.count)


g = lcg(1)
for n in (0, 1, 2, 3, 5, 10, 31, 32, 33, 63, 64, 65, 100, 128, 200, 500, 1000, 2000):
    compare('random', [next(g) % 1000000 for _ in range(n)])
for n in (10, 64, 100, 1000):
    compare('sorted', range(n))
    compare('reversed', range(n, 0, -1))
    compare('equal', [5] * n)
    compare('few values', [next(g) % 4 for _ in range(n)])
    compare('two runs', [*range(n // 2), *range(n // 2)])
    compare('saw', [i % 10 for i in range(n)])
    compare('almost', [*range(n - 1), 0])
    compare('organ pipe', [*range(n // 2), *range(n // 2, 0, -1)])
    compare('merge gallop', [*range(n, 2 * n), *range(n)])
items = [K(k, t) for k, t in [(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')]]
print(sorted(items), sorted(items, reverse=True), sorted(items, key=lambda i: i.tag), max(items), min(items))
log = []


class L:
    def __init__(self, v): self.v = v

    def __lt__(self, o):
        log.append((self.v, o.v))
        return self.v < o.v


sorted([L(3), L(1), L(2), L(5), L(4)])
print(log)
log.clear()
sorted([L(1), L(2), L(3)], reverse=True)
print(log)
nan = float('nan')
print(sorted([3, nan, 1]), sorted([nan, 2, 1]), sorted([1.5, 1, True, 0.5]), sorted(['b', 'B', 'a', 'A']), sorted([(2, 'x'), (1, 'z'), (2, 'a')]), sorted([[2], [1, 5], [1]]), sorted({3: 'c', 1: 'a'}), sorted([10**20, 5, -(10**20)]), sorted([2, 1.5, 10**30, -1e300]), sorted('hello'), sorted([b'b', b'a']), sorted([(1,), ()]))
