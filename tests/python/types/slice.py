s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, slice(5), slice(None), slice(1, 2), repr(slice('a', [1], None)), s == slice(1, 10, 2), s != slice(1), slice(1) < slice(2), slice(1, 2) < slice(1, 3))
for n in (0, 1, 5, 10):
    for sl in [slice(None), slice(2, None), slice(None, -2), slice(None, None, -1), slice(-3, None), slice(8, 2, -2), slice(-100, 100), slice(100, -100, -3), slice(5, 5), slice(None, None, 3), slice(-1, None, -1), slice(10**30), slice(-(10**30), 10**30, 10**30)]:
        print(n, sl, sl.indices(n), list(range(n))[sl])
print([0, 1, 2, 3][slice(1, 3)], 'hello'[slice(None, None, -1)], (1, 2, 3)[slice(-1)], [1, 2, 3][s])


class G:
    def __getitem__(self, k): return k

    def __setitem__(self, k, v): print('set', k, v)

    def __delitem__(self, k): print('del', k)


g = G()
print(g[1:2], g[::2], g[:, 1:], g[1:2, ..., None], g['a':'b'], g[:])
g[1:2] = 5
g[::] = 'all'
del g[3:]
x = slice(1, 2)
for code in ['x.start = 5', 'x.y = 1', 'slice()', 'slice(1, 2, 3, 4)', 'hash(x)', '{x}', 'slice(1, 2, 0).indices(5)', 'slice("a").indices(5)', 'slice(1).indices(-5)', 'slice(1).indices("a")', '[1][slice("a")]', 'x[0]', 'len(x)', 'x < 5', 'class X(slice): pass', 'slice(step=1)', 'x.indices()', 'slice([]) < slice(5)']:
    try:
        exec(code)
        print(code, 'fine')
    except Exception as e:
        print(code, '->', type(e).__name__, e)


class I:
    def __index__(self): return 2


print([0, 1, 2, 3][:I()], [0, 1, 2, 3][I():], slice(I(), None).indices(5), list(range(10))[::I()])
l = list(range(8))
l[slice(2, 5)] = 'ab'
del l[slice(0, None, 3)]
print(l)
for bad in ['l[::2] = [1]', 'l[::-1] = [1, 2]', 'l[0:2] = 5', 'l[::0] = []', 'l["a":] = []', 'l[1.5:] = []', 'del l[::0]']:
    try:
        exec(bad)
        print(bad, l)
    except (ValueError, TypeError) as e:
        print(bad, '->', e)
