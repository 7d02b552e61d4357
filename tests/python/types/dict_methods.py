d = {'a': 1, 'b': 2}
d['c'] = 3
print(d, len(d), d['a'], d.get('x'), d.get('x', 0), 'a' in d, 1 in d, list(d), list(d.keys()), list(d.values()), list(d.items()))
print(d.pop('a'), d.pop('zz', 'default'), d, d.setdefault('b', 9), d.setdefault('n'), d, d.popitem(), d)
d.update({'b': 20, 'x': 1})
d.update([('y', 2), ['z', 3]], w=4)
d.update(k=5)
print(d, d.copy() == d, d.copy() is d)
print(dict(), dict(a=1), dict([(1, 2)]), dict({1: 2}, b=3), dict(zip('ab', [1, 2])), dict.fromkeys('ab'), dict.fromkeys([1, 2], 0), {**{1: 2}, 3: 4}, {1: 'a', 1: 'b'}, {1: 'int', 1.0: 'float', True: 'bool'}, dict([['k', 'v']], k='kw'))
print({1: 2} | {3: 4}, {1: 2} | {1: 5}, {1: 2} == {1: 2}, {1: 2, 3: 4} == {3: 4, 1: 2}, {1: 2} != {1: 3}, bool({}), {'a': {'b': [1]}})
e = {1: 'a'}
e |= {2: 'b'}
e |= [(3, 'c')]
print(e)
del e[1]
e[1] = 'again'
print(e, list(reversed(e)), list(reversed(e.items())), list(reversed(e.values())))
e[2] = 'kept place'
print(e)
k, v, i = e.keys(), e.values(), e.items()
e[9] = 'live'
print(k, v, i, len(k), 9 in k, 'live' in v, (9, 'live') in i, (9, 'x') in i)
print(k & {1, 9}, k | {5}, k - {9}, k ^ {9, 10}, {1, 100} - k, i & {(1, 'again')}, k == {2, 3, 1, 9}, k <= {1, 2, 3, 9, 10}, k > {1}, k.isdisjoint({7}), k.mapping[9], type(k).__name__, k == e.keys(), v == e.values())
for code in ["d['missing']", 'd[[]]', '{[]: 1}', "del d['missing']", "d.pop('missing')", '{}.popitem()', 'dict(5)', 'dict([1])', "dict(['abc'])", 'dict([(1, 2, 3)])', 'd.update(5)', 'd | 5', '5 | d', 'd |= 5', 'd < d', 'd + d', 'd.x', 'd()', 'd[1, [2]]', 'dict(1, 2)', '{}.fromkeys()', 'dict.fromkeys(5)', 'd.get()', 'd[...]', 'k.x', 'k[0]', 'k < 5', 'k & 5', 'next(k)', 'hash(d)', 'd.setdefault([])', '{**5}', 'dict(**{1: 2})', 'iter(d).__next__(1)']:
    try:
        exec(code)
        print(code, 'fine', end=' ')
    except Exception as x:
        print(code, '->', type(x).__name__, x)
print()
for change in ['d["new"] = 1', 'del d["b"]', 'd.clear()', 'd["b"] = 5', 'd.pop("b"); d["q"] = 1']:
    d = {'a': 1, 'b': 2, 'c': 3}
    try:
        for key in d:
            exec(change)
        print(change, 'fine', d)
    except (RuntimeError, KeyError) as x:
        print(change, '->', type(x).__name__, x)
it = iter({1: 2, 3: 4})
print(it.__length_hint__(), next(it), it.__length_hint__(), list(it), next(it, 'end'))


class M(dict):
    def __missing__(self, key): return key * 2


m = M(a=1)
print(m['a'], m['zz'], m.get('zz'), 'zz' in m, m, m.copy(), type(m.copy()).__name__, type(m | {}).__name__)
try:
    M.__missing__ = 5
    m['q']
except TypeError as x:
    print(x)
print({'x': 1}.items() == {('x', 1)}, list({}.items()), {}.keys() == set(), dict.fromkeys(range(3)).keys() & [1, 2, 7], sorted({'b': 1, 'a': 2}), max({'b': 1, 'a': 2}), [*{'b': 1}], (*{'k': 1},), {*{'k': 1}})
