import weakref


class C:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f'C({self.n})'


d = weakref.WeakValueDictionary()
a, b = C('a'), C('b')
d['a'] = a
d['b'] = b
print(len(d), d['a'], 'b' in d, 'x' in d, d.get('x'), d.get('x', 5), sorted(d))
print(list(d.items()), list(d.keys()), list(d.values()))
del a
print(len(d), list(d.items()), 'a' in d)
try:
    d['a']
except KeyError as e:
    print('KeyError', e)
d['temp'] = C('temp')
print(len(d))
print(d.setdefault('b', None) is b, d.pop('b'), len(d))
c = C('c')
print(d.setdefault('c', c), len(d))
print(d.pop('none', 'default'))
e = d.copy()
print(len(e), e['c'] is c)
d.update({'1': c, '2': c})
print(sorted(d), len(d.valuerefs()), d.valuerefs()[0]() is c)
for k, v in d.items():
    print(k, v)
print(d.popitem()[1] is c)
d.clear()
print(len(d), len(e))
try:
    d['int'] = 5
except TypeError as x:
    print(x)
many = [C(i) for i in range(10)]
d = weakref.WeakValueDictionary(enumerate(many))
print(len(d), d[3])
del many[::2]
print(len(d), sorted(d), [v.n for v in d.values()])
for key in d:
    many.clear()
    break
print('emptied in a loop', len(d))
x = C('x')
d = weakref.WeakValueDictionary({'x': x}, y=x)
print(sorted(d), d | {'z': x} == d)
w = weakref.ref(d)
del d
print(w())
