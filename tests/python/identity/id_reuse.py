# A block that was freed last is the first to be given out again.
class C:
    def m(self):
        pass


print('list', id([]) == id([]))
print('object', id(object()) == id(object()))
print('dict', id({}) == id({}))
print('set', id(set()) == id(set()))
print('instance', id(C()) == id(C()))
print('tuple', id(tuple([1])) == id(tuple([2])), id(tuple([1, 2])) == id(tuple([3, 4])))
x = 3.0
print('float', id(x * 2) == id(x * 3))
print('list of another length', id([1]) == id([2, 3]))
n = 1000
print('int', id(n * 2) == id(n * 3))
s = 'abc'
print('str', id(s + 'd') == id(s + 'e'))
c = C()
print('bound method', id(c.m) == id(c.m), c.m is c.m)
print('lambda', id(lambda: 0) == id(lambda: 1))
print('range', id(range(5)) == id(range(6)))
print('slice', id(slice(5)) == id(slice(6)))
a = []
i = id(a)
del a
b = []
print('del then new list', id(b) == i)
i = id(b)
b = None
d = {}
print('dict after list', id(d) == i)
i = id(d)
del d
d = {}
print('del then new dict', id(d) == i)
i = id(c)
del c
c = C()
print('del then new instance', id(c) == i)
i = id(c)
c = C()
print('rebinding', id(c) == i)
c = C()
print('twice', id(c) == i)
a = [C(), C(), C()]
ids = [id(v) for v in a]
a.clear()
b = [C(), C(), C()]
print('instances in a list', [ids.index(id(v)) if id(v) in ids else None for v in b])
ids = []
for _ in range(5):
    o = object()
    ids.append(id(o))
print('rebound in a loop', [ids.index(k) for k in ids])
ids = []
for _ in range(5):
    o = object()
    ids.append(id(o))
    del o
print('deleted in a loop', [ids.index(k) for k in ids])


def f():
    local = []
    return id(local)


print('locals of a function', f() == f(), len({f() for _ in range(10)}))
objects = [object() for _ in range(10)]
print('alive together', len({id(o) for o in objects}))
i = id(objects[3])
o = None
objects[3] = None
print('hole', id(object()) == i)
print('1-tuple in the place of a list', id([]) == id(tuple([1])))
