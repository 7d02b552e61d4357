a = b = c = [1]
print(a is b is c)
a, b = 1, 2
a, b = b, a
print(a, b)
(a, b), [c, d], e = (1, 2), 'xy', 3
print(a, b, c, d, e)
a, *b = 'hello'
print(a, b)
*a, b = (1, 2, 3)
print(a, b)
a, *b, c = range(2)
print(a, b, c)
[a, [b, *c]], *d = [[1, [2, 3, 4]], 5]
print(a, b, c, d)
a, = [7]
[b] = 'z'
() = []
[] = ()
(c) = 5
print(a, b, c)
l = [0, 1, 2]
l[0], l[1] = l[1], l[0]
i = 0
i, l[i] = 2, 'moved'
print(i, l)
l[1:2] = 'xyz'
print(l)
l[::2] = [10, 20, 30]
print(l)


class C:
    pass


o = C()
o.x = o.y = 1
o.x, o.z = 5, 6
print(o.__dict__)
x = y = z = 0
x += 1
y -= 1
z |= 6
print(x, y, z)
n = 10
n //= 3
n **= 2
n %= 5
n <<= 3
n >>= 1
n &= 12
n ^= 5
n *= 2
n /= 4
print(n)
l = [1]
m = l
l += [2]
l *= 2
print(m, m is l)
t = ([1],)
try:
    t[0] += [2]
except TypeError as e:
    print(e, t)


def log(v):
    print('eval', v)
    return v


d = {}
d[log('key')] = log('value')
d[log('k2')], d[log('k3')] = log(1), log(2)
d[log('key')] += log('more')
x: int = log(5)
o.attr: str = 'annotated'
y2: int
print(x, __annotations__)
(p): float = 1.5
print('p' in __annotations__)
for bad in ['a, b = 1', 'a, b = 1, 2, 3', 'a, *b, c = [1]', 'a, b = None', '[a] = ()', 'a, b = {1}', '(a, b), c = 1, 2', 'a, b, c = "ab"', '*a, = 5']:
    try:
        exec(bad)
    except (TypeError, ValueError) as e:
        print(bad, '->', type(e).__name__, e)
