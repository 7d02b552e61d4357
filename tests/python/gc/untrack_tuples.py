import gc

t = gc.is_tracked
gc.collect()
gc.disable()
one = tuple([1, 2])
print('fresh', t(one))
gc.collect(0)
print('after collect(0)', t(one))
inner = tuple([1])
outer = tuple([inner])
print('inner first', t(inner), t(outer))
for i in range(3):
    gc.collect(0)
    print('  pass', i, t(inner), t(outer))
hold = tuple([tuple([5])])
print('outer on top of temporaries', t(hold[0]), t(hold))
for i in range(3):
    gc.collect()
    print('  pass', i, t(hold[0]), t(hold))


def nest(n):
    x = tuple(['end'])
    for _ in range(n):
        x = tuple([x])
    return x


deep = nest(4)


def layers(x):
    out = []
    while isinstance(x, tuple):
        out.append(t(x))
        x = x[0]
    return out


print('five layers', layers(deep))
for g in 0, 1, 2, 0:
    gc.collect(g)
    print('  after', g, layers(deep))
constant = (1, (2, 3), 'x')
print('constant', t(constant), t(constant[1]))
gc.collect()
print('constant collected', t(constant), t(constant[1]))
mixed = tuple([1, []])
gc.collect()
print('with a list', t(mixed))
with_dict = tuple([{}])
print('with an untracked dict', t(with_dict))
gc.collect(0)
print('  collected', t(with_dict))
with_dict[0]['k'] = []
print('  dict now tracked', t(with_dict), t(with_dict[0]))
gc.collect()
print('  collected', t(with_dict), t(with_dict[0]))
added = (1, 2) + (3, 4)
print('sum', t(added), 'slice', t(added[1:]), 'product', t((1, 2) * 2))
star = (lambda *a: a)(1, 2)
print('star args', t(star))
empty = (lambda *a: a)()
print('no star args', t(empty))
gc.collect(0)
print('star args collected', t(star))
pair = divmod(17, 5)
print('divmod', t(pair))
print('items', [t(p) for p in {1: 2}.items()], 'zip', [t(p) for p in zip([1], [2])], 'enumerate', [t(p) for p in enumerate('a')])
