print({k: i for i, k in enumerate('hello')}, list({c: 1 for c in 'zebra'}), {i % 3: i for i in range(7)}, {x: [] for x in (3, 1, 2)})
d = {k: v for d in [{'a': 1}, {'b': 2, 'a': 3}] for k, v in d.items()}
print(d, {**{k: 0 for k in 'ba'}, **{k: 1 for k in 'bc'}})
print({(i, j): i * j for i in range(2) for j in range(2)}, {str(i): {j for j in range(i)} for i in range(3)})
print({len(w) for w in ['a', 'bb', 'cc', 'ddd']}, {i * i for i in range(-3, 4)}, {frozenset(x) for x in ['ab', 'ba']} == {frozenset('ab')}, {n & 7 for n in range(100, 0, -7)})
print({1: 'a' for _ in range(3)}, {x.lower(): x for x in 'aAbB'}, {k: k for k in [1, 1.0, True]}, {k for k in [1, 1.0, True]})
log = []


def k(x):
    log.append(f'k{x}')
    return x


def v(x):
    log.append(f'v{x}')
    return x


print({k(i): v(i) for i in range(2)}, log)
log.clear()
print({k(1): v(2), k(3): v(4)}, log)
log.clear()
print([k(1), *[k(2)], k(3)], {k(5), k(4)} == {4, 5}, (k(6), v(7)), log)
print(sorted({c for c in 'comprehension'}), ''.join(sorted({c: None for c in 'deduplicate'})), ''.join({c: None for c in 'deduplicate'}))
def fromkeys(keys, make): return {key: make() for key in keys}
a = fromkeys('xy', list)
a['x'].append(1)
b = dict.fromkeys('xy', [])
b['x'].append(1)
print(a, b)
inverse = {value: key for key, value in {'a': 1, 'b': 2, 'c': 1}.items()}
print(inverse, {key: [q for q, w in [('a', 1), ('b', 2), ('c', 1)] if w == key] for key in (1, 2)})
nested = {i: {j: i + j for j in range(2)} for i in range(2)}
print(nested, {j: {i: nested[i][j] for i in nested} for j in nested[0]})
