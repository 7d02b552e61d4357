import weakref


class C:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __hash__(self):
        return hash(self.n)

    def __repr__(self):
        return f'C({self.n})'


s = weakref.WeakSet()
a, b, c = C(1), C(2), C(3)
s.add(a)
s.add(b)
s.add(a)
print(len(s), a in s, c in s, C(1) in s, 1 in s)
s.update([c])
print(len(s), sorted(x.n for x in s))
del a
print(len(s), sorted(x.n for x in s))
s.discard(c)
s.discard(c)
print(len(s))
try:
    s.remove(c)
except KeyError as e:
    print('KeyError', type(e.args[0]).__name__)
s.remove(b)
print(len(s), bool(s))
items = [C(i) for i in range(6)]
s = weakref.WeakSet(items)
t = weakref.WeakSet(items[:3])
print(len(s | t), len(s & t), len(s - t), len(s ^ t), t <= s, t < s, s >= t, s == t, t.issubset(s), s.isdisjoint(t))
print(type(s | t).__name__, t == weakref.WeakSet(items[:3]))
s -= t
print(sorted(x.n for x in s))
s |= t
s &= weakref.WeakSet(items[1:4])
print(sorted(x.n for x in s))
items.clear()
print(len(s), len(t))
x = C('x')
s = weakref.WeakSet([x])
print(s.pop() is x, len(s))
try:
    s.pop()
except KeyError as e:
    print(e)
s.add(C('temporary'))
print(len(s))
try:
    s.add(5)
except TypeError as e:
    print(e)
keep = [C(i) for i in range(4)]
s = weakref.WeakSet(keep)
for i, v in enumerate(s):
    if i == 0:
        del v
        keep.clear()
        break
print(len(s))
s.clear()
print(len(s.copy()))
