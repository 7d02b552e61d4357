print([n for n in range(2, 60) if all(n % d for d in range(2, int(n**0.5) + 1))])
print([(a, b, c) for c in range(1, 25) for b in range(1, c) for a in range(1, b) if a * a + b * b == c * c])
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)], [x for row in matrix for x in row], [sum(r) for r in matrix], [*zip(*matrix)])
words = 'the quick brown fox jumps over the lazy dog'.split()
print({w: len(w) for w in words}, sorted({w[0] for w in words}), {n: [w for w in words if len(w) == n] for n in sorted({len(w) for w in words})})
print({c: words[i].count(c) for i, c in enumerate('tqbf')}, [w.upper() if i % 2 else w for i, w in enumerate(words)][:4])


def product(*pools):
    result = [[]]
    for pool in pools:
        result = [r + [p] for r in result for p in pool]
    return [tuple(r) for r in result]


print(product('ab', [1, 2]), len(product(range(4), range(5), range(6))))


def queens(n, row=0, cols=()):
    return [cols] if row == n else [s for c in range(n) if all(c != k and abs(c - k) != row - r for r, k in enumerate(cols)) for s in queens(n, row + 1, cols + (c,))]


print(queens(5), len(queens(6)))


def powerset(s): return [[s[j] for j in range(len(s)) if i >> j & 1] for i in range(1 << len(s))]


print(powerset('abc'))


def pascal(n):
    row = [1]
    for _ in range(n):
        yield row
        row = [a + b for a, b in zip([0] + row, row + [0])]


print(list(pascal(6)))
grid = ['#..', '.#.', '..#']
print([(r, c) for r, line in enumerate(grid) for c, ch in enumerate(line) if ch == '#'], [''.join(col) for col in zip(*grid)])
fizz = ['FizzBuzz' if i % 15 == 0 else 'Fizz' if i % 3 == 0 else 'Buzz' if i % 5 == 0 else str(i) for i in range(1, 16)]
print(' '.join(fizz))
print({frozenset(p) for p in [(1, 2), (2, 1), (3,)]} == {frozenset({1, 2}), frozenset({3})}, dict([(k, v) for k, v in zip('abc', range(3)) if v]), [[]] * 2 == [[] for _ in range(2)])
primes = [p for p in range(2, 50) if not [d for d in range(2, p) if p % d == 0]]
print(primes, [b - a for a, b in zip(primes, primes[1:])])
acc = 0
print([acc := acc + v for v in [1, 2, 3]], [prev for prev, cur in zip(words, words[1:]) if prev > cur])
