values = [3, 8, 1, 9, 4]
print([y for x in values if (y := x * 2) > 6], y, [last := x for x in values][-1], last)
print([(x, s) for x in values if (s := sum(range(x))) % 2], any((w := x) > 8 for x in values), w, all((z := x) < 9 for x in values), z)
print([x if x % 2 else -x if x > 5 else 0 for x in values], [x for x in values if x > 2 if x < 9 if x != 4], [not x % 2 and x or 'odd' for x in values])
print([[x for x in row if x] for row in [[0, 1], [2, 0], []]], [x for row in [[1, 2], [3]] for x in row if x != 2], [(i, j) for i in range(4) if i % 2 for j in range(i) if j])
running = 0
print([running := running + x for x in values], running, max(running := v for v in values), running)


def f():
    total = 0
    out = [total := total + v for v in values]
    return out, total


print(f())


def g():
    def inner(): return [cap := v for v in values], cap
    return inner()


print(g())


class C:
    data = [1, 2]
    squares = [d * d for d in data]
    first = next(d for d in data if d > 1)


print(C.squares, C.first)
prev = None
print([(prev, prev := x) for x in 'abc'])
print({k: n for k in 'abc' if (n := ord(k)) > 97}, {(m := x % 3) for x in values}, m, list((q := x) for x in values)[:1], q)
seen = set()
print([x for x in 'mississippi' if not (x in seen or seen.add(x))], sorted(seen))
it = iter(range(10))
print([(a, b) for a in it if (b := next(it, None)) is not None], list(it))
cache = {}
print([cache.setdefault(x, x * x) for x in [2, 3, 2]], cache, [len(w) for w in 'a bb ccc'.split() if len(w) > 1])
print([x for x in range(20) if all(x % p for p in range(2, x)) and x > 1], [i for i, c in enumerate('hello') if c == 'l'], [c for c in 'Hello World' if c.isupper()])
try:
    exec('class D:\n    y = [z := i for i in range(3)]')
except SyntaxError as e:
    print(e.msg)
print([*(x for x in range(3)), *[y for y in 'ab']], sum([x for x in values if x > 3], start=100), ''.join([c.upper() if i % 2 else c for i, c in enumerate('abcdef')]))
lst = [1, 2, 3]
print([lst.pop() for _ in lst[:]], lst, [x for x in (lambda: [1, 2])()], [(lambda a: a * x)(x) for x in range(3)])
