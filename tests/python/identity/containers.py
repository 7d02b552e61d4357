def same(a, b):
    return a is b


t = (1, 2)
print(t[:] is t, tuple(t) is t, t + () is t, () + t is t, t * 1 is t, t[0:2] is t, t[::1] is t, t[1:] is t[1:])
print(same((), tuple()), same((), tuple([])), same(t * 0, ()), same(t[2:], ()), same(() + (), ()), same(tuple({}), ()))
print(frozenset() is frozenset(), frozenset(t) is frozenset(t))
f = frozenset(t)
print(frozenset(f) is f, f.copy() is f, f | f is f, f & f is f, f - set() is f)
b = b'xyz'
print(bytes(b) is b, b[:] is b, b + b'' is b, b'' + b is b, b * 1 is b, b.strip() is b, b.replace(b'q', b'') is b, b.lower() is b)
print(same(b'', bytes()), same(b[0:0], b''), same(b[0:1], b'x'), same(bytes([120]), b'x'), same(bytes(1), b'\0'), b''.join([b]) is b)
l = [1]
print([] is [], l[:] is l, list(l) is l, l.copy() is l, l + [] is l, l * 1 is l)
m = l
m += [2]
print(m is l, l)
m = m + [3]
print(m is l, l)
l *= 2
print(l)
d = {1: 2}
e = d
e |= {3: 4}
print(e is d, d.copy() is d, dict(d) is d)
s = {1}
u = s
u |= {2}
u &= {2}
print(u is s, set(s) is s)
r = range(5)
print(r[:] is r, r[::1] is r, range(5) is range(5), same(r[0], 0))
x = 1.5
print(float(x) is x, +x is x, x + 0 is x, abs(x) is x, x.real is x, x * 1 is x)
z = 1j
print(complex(z) is z, +z is z)
it = iter(l)
print(iter(it) is it, iter(l) is it)
g = (i for i in l)
print(iter(g) is g)
a = []
a.append(a)
print(a[0] is a, a, a[0][0][0] is a)
p, *q = a, a
print(p is a, q[0] is a)
x = y = []
x.append(1)
print(y)
rows = [[0] * 2] * 2
rows[0][0] = 1
print(rows)
print(None is None, ... is Ellipsis, NotImplemented is NotImplemented, type(None)() is None, type(...)() is ...)
print(bool is type(True), type(type) is type, type(l) is list, l.__class__ is list, [].append is [].append)
