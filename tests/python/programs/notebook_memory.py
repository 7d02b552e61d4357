# What memory notebooks do: names, aliases, copies, caches, trees with parents, and what is left.
import gc
import sys
import weakref


class Person:
    def __init__(self, name):
        self.name = name
        print(f'{self.name} created')

    def __del__(self): print(f'{self.name} deleted')

    def __repr__(self): return f'Person({self.name!r})'


p = Person('A')
q = p
print(sys.getrefcount(p), p is q, id(p) == id(q))
del p
print('one name left', q)
q = None
people = [Person('B'), Person('C')]
people[0] = None
print(people)
del people


def scope():
    local = Person('D')
    print('leaving')


scope()
a, b = Person('E'), Person('F')
a.friend, b.friend = b, a
del a, b
print('unreachable:', gc.collect())
w = weakref.ref(Person('G'))
print(w())
x = Person('H')
w = weakref.ref(x, lambda r: print('callback'))
print(w() is x, sys.getrefcount(x))
x = Person('I')
cache = weakref.WeakValueDictionary()
cache['x'] = x
print(len(cache), cache['x'])
del x
print(len(cache))


class TreeNode:
    def __init__(self, name, parent=None):
        self.name = name
        self.children = []
        self.parent = weakref.ref(parent) if parent else None
        if parent:
            parent.children.append(self)

    def __del__(self): print('node', self.name)


root = TreeNode('root')
for n in 'xyz':
    TreeNode(n, root)
print([c.parent().name for c in root.children], sys.getrefcount(root))
child = root.children[1]
del root
print('parent gone', child.parent())
del child
gc.set_threshold(700, 10, 10)
print(gc.get_threshold(), gc.isenabled())
l = [1, 2, [3, 4]]
shallow, deep = l[:], [x[:] if isinstance(x, list) else x for x in l]
l[2].append(5)
print(shallow, deep, shallow[2] is l[2], deep[2] is l[2])
print([sys.getsizeof(v) for v in (0, 1.0, '', 'abc', [], [1], (), (1,), {}, {'a': 1}, set(), None, True)])
a = 256
b = 256
c = int('257')
d = int('257')
print(a is b, c is d, c == d, 'hello' is sys.intern('hel' + 'lo'))
def leak(item, store=[]):
    store.append(item)
    return len(store)
print(leak(Person('J')), leak(Person('K')), len(leak.__defaults__[0]))
leak.__defaults__ = ([],)
print('end')
