l = [3, 1, 2]
l.append(4)
l.extend((5, 6))
l.extend('ab')
l.insert(0, 'first')
l.insert(-1, 'before last')
l.insert(100, 'end')
l.insert(-100, 'start')
print(l)
print(l.pop(), l.pop(0), l.pop(-2), l, l.index(1), l.index(4, 2), l.count(3), l.count('x'))
l.remove('first')
l.reverse()
print(l, l.copy() == l, l.copy() is l)
n = [5, 2, 8, 1]
n.sort()
print(n)
n.sort(reverse=True)
print(n)
n.sort(key=lambda x: x % 3)
print(n)
w = ['banana', 'Apple', 'cherry']
w.sort(key=str.lower)
print(w, sorted(w, key=len), sorted(w, key=len, reverse=True), sorted([(1, 'b'), (1, 'a'), (0, 'c')]), sorted([(1, 'b'), (1, 'a'), (0, 'c')], key=lambda t: t[0]), sorted([3, 1, 2], reverse=True, key=lambda x: -x))
l = list(range(10))
print(l[2:5], l[::3], l[::-1], l[-3:], l[:-3], l[5:2:-1], l[20:], l[-20:2], l[8:0:-3])
l[2:5] = ['x']
print(l)
l[1:1] = [1.5, 1.7]
l[-2:] = []
l[::2] = ['e'] * len(l[::2])
print(l)
del l[0]
del l[1:3]
del l[::2]
print(l)
l[:] = range(5)
l[len(l):] = [9]
l[3:1] = ['ins']
print(l)
l += 'xy'
l += (i for i in range(2))
l *= 2
print(l, len(l))
print([1, 2] + [3], [0] * 3, 2 * [1], [1] * 0, [1] * -1, [[]] * 2, [1, 2] == [1, 2], [1, 2] < [1, 3], [1] < [1, 0], [] < [1], [1, [2]] == [1, [2]], 2 in [1, 2], 3 not in [1, 2], [1, 2] != [2, 1])
print(list(), list('ab'), list((1,)), list({1: 2}), list(range(3)), list([1]), [*range(2)], bool([]), bool([0]), len([1]), str([1, 'a', None]), repr([[], [[]]]))
a = [1, 2, 3]
b = a
b.append(4)
c = a[:]
c.append(5)
print(a, b is a, c)
m = [[0] * 2 for _ in range(2)]
m[0][0] = 1
s = [[0] * 2] * 2
s[0][0] = 1
print(m, s)
for i in a:
    if i == 2:
        a.remove(i)
print(a)
x = [1, 2, 3]
x[1:2] = x
print(x)
x.extend(x)
x += x
print(x)
x[::-1] = range(len(x))
print(x)
it = iter(y := [1, 2])
next(it)
y.append(3)
print(list(it), list(it))
y.append(4)
print(list(it))
r = reversed([1, 2, 3])
print(next(r), list(r), list(r), [1, 2, 3].__reversed__().__length_hint__(), iter([1, 2]).__length_hint__())
try:
    z = [3, 1, 2]
    z.sort(key=lambda v: z.append(1) or v)
except ValueError as e:
    print(e)
z = [3, 1, 2]
try:
    z.sort(key=lambda v: 1 / (v - 1))
except ZeroDivisionError:
    print(z)
z = [3, 1, 'a', 2]
try:
    z.sort()
except TypeError as e:
    print(e, z)
print([1, 2, 3].index(3, -1), [1, 2, 3].index(2, 0, -1), [True, 1].count(1), [1.0].index(1), [float('nan')].count(float('nan')))
