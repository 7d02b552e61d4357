import gc

t = gc.is_tracked
gc.collect()
gc.disable()
d = {}
print('empty', t(d))
for key, value in [('i', 1), ('s', 'x'), ('f', 1.5), ('n', None), ('b', b''), ('t', ()), ('big', 10**30), ('d', {}), ('o', object()), ('r', range(3)), ('y', int)]:
    d[key] = value
    print('plus', type(value).__name__, t(d))
gc.collect()
constant = (1, 2)
gc.collect()
d['c'] = constant
print('untracked tuple', t(d))
d['u'] = tuple([1])
print('fresh tuple', t(d))
for g in 0, 1, 2:
    gc.collect(g)
    print('  after', g, t(d))
d['l'] = []
print('list', t(d))
d['l'] = 1
print('list replaced', t(d))
for g in 0, 1, 2:
    gc.collect(g)
    print('  after', g, t(d))
e = {'a': []}
print('literal with list', t(e))
del e['a']
print('deleted', t(e))
gc.collect(1)
print('collect(1)', t(e))
gc.collect()
print('collect()', t(e))
e['x'] = set()
print('tracked again', t(e))
e.clear()
print('cleared', t(e))
print('key tracked', t({tuple([1]): 1}), t({frozenset(): 1}), t({len: 1}), t({'k': len}))
a = {'x': []}
print('copy of tracked', t(a.copy()), t(dict(a)), t({**a}), t(a | {}))
b = {'x': 1}
print('copy of untracked', t(b.copy()), t(dict(b)), t({**b}), t(b | {}), t(dict.fromkeys('ab', [])), t(dict.fromkeys('ab')))
u = {}
u.update(a)
print('updated', t(u))
u = {}
u.setdefault('k', [])
print('setdefault', t(u))
print('comprehension', t({i: i for i in range(3)}), t({i: [] for i in range(3)}))
print('keyword arguments', (lambda **k: t(k))(a=1), (lambda **k: t(k))(a=[]))
nested = {1: {2: {3: 4}}}
print('nested', t(nested), t(nested[1]), t(nested[1][2]))
nested[1][2][3] = []
print('tracked inside', t(nested), t(nested[1]), t(nested[1][2]))


class C:
    pass


c = C()
c.x = 1
v = vars(c)
print('instance dict', t(v))
c.y = []
print('with list', t(v))
c.y = 2
gc.collect()
print('collected', t(v))
