d = {'a': 1, 'b': 2, 'c': 3}
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i, len(k), len(v), len(i), type(k), type(v), type(i))
print('a' in k, 1 in v, ('a', 1) in i, ('a', 2) in i, 'a' in i, ['a', 1] in i, list(k), list(reversed(v)), list(reversed(i)))
d['d'] = 4
del d['a']
print(k, v, i)
e = {'b': 2, 'x': 9}
print(k & e, sorted(k | e), sorted(k - e.keys()), sorted(k ^ e.keys()), i & e.items(), sorted(i - e.items()), k & ['b', 'q'], k.isdisjoint('xyz'), k.isdisjoint('b'))
print(k == {'b', 'c', 'd'}, k == ['b', 'c', 'd'], k < {'b', 'c', 'd', 'e'}, k <= d.keys(), k >= {'b'}, k > {'b'}, i == {('b', 2), ('c', 3), ('d', 4)}, k != set(), v == d.values(), v == v)
print({1, 'b'} & k, {'b'} <= k, set(k) == k, type(k & e).__name__, type(k | []).__name__, type(i - []).__name__)
print(k.mapping, dict(k.mapping), type(k.mapping).__name__, v.mapping['b'])
try:
    k.mapping['z'] = 1
except TypeError as x:
    print(x)
it = iter(k)
print(next(it), it.__length_hint__(), list(it))
for change, view in [('d["new"] = 1', k), ('d.pop("b")', v), ('d.clear()', i), ('d["b"] = 5', i), ('d.update(b=1)', k)]:
    d = {'b': 1, 'c': 2}
    view = {'k': d.keys, 'v': d.values, 'i': d.items}['k']()
    try:
        for x in view:
            exec(change)
        print(change, 'fine')
    except RuntimeError as x:
        print(change, x)
for code in ['k[0]', 'k + k', 'k & 5', 'k | None', 'k < 5', 'k < [1]', 'v & v', 'v < v', 'i & [[1]]', 'hash(k)', 'k.add(1)', 'k.x', 'type(k)()', 'k()', '[] in k', '[] in v', '([], 1) in i', 'i | {1: []}.items()', 'k - 5', '5 - k', '[1] & k', 'len(k, k)', 'next(k)', 'k ^ 5', 'set(i)', 'k.isdisjoint(5)', 'k == 5', 'del k[0]']:
    try:
        print(code, eval(code) if not code.startswith('del') else exec(code))
    except (TypeError, AttributeError) as x:
        print(code, '->', type(x).__name__, x)
class D(dict):
    def keys(self): return ['overridden']
    def items(self): return [('o', 1)]
    def __iter__(self): return iter(['iter'])
s = D(a=1)
print(list(s), s.keys(), dict(s.items()), list(s.values()), len(s), s, s == {'a': 1}, [*s], dict.keys(s), sorted(dict.items(s)))
n = {1: {2: {3: 4}}}
print(n.items(), [v.keys() for v in n.values()], n.keys() ^ {2}, repr({}.items()), {}.keys(), {'r': n.keys()}.values())
r = {}
r['self'] = r.values()
print(r, r.items())
