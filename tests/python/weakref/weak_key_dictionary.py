import weakref


class K:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f'K({self.n})'


class E(K):
    def __eq__(self, other):
        return self.n == other.n

    def __hash__(self):
        return hash(self.n)


d = weakref.WeakKeyDictionary()
a, b = K('a'), K('b')
d[a] = 1
d[b] = 2
print(len(d), d[a], a in d, K('a') in d, d.get(b), d.get(K('x'), 'no'))
print(list(d), list(d.items()), list(d.values()))
del a
print(len(d), list(d))
d[K('temporary')] = 3
print(len(d))
try:
    d[1] = 2
except TypeError as e:
    print(e)
print(1 in d)
try:
    d[K('none')]
except KeyError:
    print('KeyError')
print(d.setdefault(b, 5), d.pop(b), len(d), d.pop(b, None))
x, y = E(1), E(1)
d[x] = 'x'
d[y] = 'y'
print(len(d), d[x], list(d)[0] is x)
del x
print(len(d), y in d)
d[y] = 'again'
print(len(d), d[y], d.keyrefs()[0]() is y)
d.update({b: 'b'})
print(len(d), d == {}, sorted(d.values()))
c = d.copy()
d.clear()
print(len(d), len(c))
del y
print(len(c), dict(c))
values = weakref.WeakKeyDictionary()
k = K('cycle')
values[k] = [k]
w = weakref.ref(k)
del k
print('value keeps key alive', w() is not None, len(values))
values.clear()
print('cleared', w())
print(type(values).__name__, bool(values), isinstance(values, dict))
