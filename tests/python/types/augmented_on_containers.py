class C:
    x = [1]


c = C()
c.x += [2]
print(C.x, c.__dict__)
c.x = (1,)
c.x += (2,)
print(c.x, C.x)
d = {'l': [1], 't': (1,), 's': {1}, 'n': 1, 'str': 'a'}
d['l'] += [2]
d['l'] *= 2
d['t'] += (2,)
d['s'] |= {2}
d['s'] -= {1}
d['n'] **= 2
d['n'] <<= 3
d['str'] += 'b'
d['str'] *= 2
print(d)
l = [[0], 1, 'a']
l[0] += 'xy'
l[1] -= 5
l[2] += 'b'
l[-1] %= ()
l[0][0] |= 8
print(l)
a = b = [1]
a += (2,)
print(a is b, b)
a = a + [3]
print(a is b, b)
t = ([],)
try:
    t[0] += [1]
except TypeError as e:
    print(e)
print(t)
log = []


class Log(dict):
    def __getitem__(self, k):
        log.append(f'get {k}')
        return super().__getitem__(k)

    def __setitem__(self, k, v):
        log.append(f'set {k} {v}')
        super().__setitem__(k, v)


m = Log(a=1)


def key():
    log.append('key')
    return 'a'


def value():
    log.append('value')
    return 10


m[key()] += value()
print(m, log)
x = [1, 2, 3]
x[0:2] += [9]
x[:] *= 2
print(x)
s = frozenset([1])
r = s
s |= {2}
print(s == {1, 2}, r)
n = None
try:
    n += 1
except TypeError as e:
    print(e)
by = b'a'
by += b'b'
ba = bytearray(b'a')
bb = ba
ba += b'b'
ba *= 2
print(by, bb)
i = 5
i += True
i /= 2
i //= 1
i %= 2
i = int(i)
i |= 6
i &= 5
i ^= 1
i >>= 1
i -= 10
print(i)
def f():
    try:
        q += 1
    except UnboundLocalError as e:
        return str(e)
    q = 1
print(f())
class P:
    def __init__(self): self._v = 1
    @property
    def v(self):
        print('read')
        return self._v
    @v.setter
    def v(self, x):
        print('write', x)
        self._v = x
p = P()
p.v += 5
p.v -= 1
class It:
    def __iadd__(self, o): return NotImplemented
    def __add__(self, o): return 'added'
it = It()
it += 1
print(it)
