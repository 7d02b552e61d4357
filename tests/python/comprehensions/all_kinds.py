print([x * 2 for x in range(4)], {x % 3 for x in range(9)}, {x: x * x for x in range(4)}, list(x for x in 'ab'))
print([x for x in range(10) if x % 2 if x > 3], [(x, y) for x in 'ab' for y in range(2)], [(x, y) for x in range(3) for y in range(x)], [[y for y in range(x)] for x in range(3)])
print([a + b for a, b in [(1, 2), (3, 4)]], [a for a, *b in ['xyz']], [b for a, (b, c) in [(1, (2, 3))]], {k: v for k, v in {'a': 1}.items()}, {v: k for k, v in enumerate('ab')})
print([x if x else 'zero' for x in range(2)], [(lambda: x)() for x in range(2)], [f() for f in [lambda i=i: i for i in range(3)]], [f() for f in [lambda: i for i in range(3)]])
print([[i * j for j in range(3)] for i in range(3)], [c for w in ['ab', 'cd'] for c in w], [*[x for x in 'ab']], sum([x for x in range(5)]), [x for x in [y for y in range(3)]])
print([x for x in (1, 2, 3) if (lambda v: v > 1)(x)], [not x for x in [0, 1]], [x for x in range(5) if not x % 2 or x == 3], [x and y for x in [0, 1] for y in [2, 3]])
x = 'outer'
l = [x for x in range(3)]
print(x, l)


def f():
    y = 5
    r = [y + z for z in range(2) for y in [10]]
    return r, y


print(f())


def g(n): return [n for n in range(n)], n


print(g(3))


class C:
    a = [1, 2]
    b = [v for v in a]
    c = 3
    try:
        d = [c for _ in range(1)]
    except NameError as e:
        d = str(e)
    e = [v for v in range(c)]


print(C.b, C.d, C.e, hasattr(C, 'v'))


def order(tag, v):
    print(tag, end=' ')
    return v


print([order('elt', x) for x in order('it', [1, 2]) if order('cond', True)])
print({order('k', k): order('v', k) for k in order('it', [1, 2])})
print([order('e', 0) for a in order('it1', [1, 2]) for b in order('it2', [3])])
for code in ['[x for x in 5]', '[1 / x for x in [1, 0]]', '[undefined for _ in [1]]', '[x for x in undefined]', '{[] for _ in [1]}', '{[]: 1 for _ in [1]}', '[a for a, b in [1]]', '[a for a, b in [(1,)]]', '[x.y for x in [1]]', '[x for x in [1] if x.y]', '{1: 2 for x in 3}', '(x for x in 5)', '[x() for x in [1]]', '[[y for y in x] for x in [1]]']:
    try:
        print(code, eval(code))
    except Exception as e:
        print(code, '->', type(e).__name__, e)


def inlined():
    a = [1]
    r = [locals_ for locals_ in a]
    return sorted(locals())


print(inlined())


def nested_scopes():
    outer = 1
    fs = [lambda: (outer, i) for i in range(2)]
    outer = 2
    return [f() for f in fs]


print(nested_scopes())


def deleted():
    v = 1
    l = [v for v in range(2)]
    del v
    try:
        v
    except UnboundLocalError as e:
        return str(e), l


print(deleted())


def unbound():
    try:
        [q for q in [1]]
        q
    except (UnboundLocalError, NameError) as e:
        return type(e).__name__, str(e)
    q = 1


print(unbound())
i = 10
print([i for i in range(i)][-1], i, [i := i + 1 for _ in range(3)], i)
