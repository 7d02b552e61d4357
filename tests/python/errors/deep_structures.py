# Structures too deep for recursion: made and dropped without trouble, refused by what recurses.
l = []
for _ in range(100_000):
    l = [l]
for f in [repr, str, print, lambda x: x == [x[0][:]], lambda x: f'{x}', lambda x: '%s' % x]:
    try:
        f(l)
        print('fine')
    except RecursionError as e:
        print(type(e).__name__, e)
del l
d = {}
for _ in range(100_000):
    d = {'k': d}
try:
    repr(d)
except RecursionError as e:
    print(type(e).__name__, e)
del d
a = b = None
for _ in range(5000):
    a, b = (a,), (b,)
try:
    print(a == b)
except RecursionError as e:
    print(type(e).__name__, e)
try:
    print(a < b)
except (RecursionError, TypeError) as e:
    print(type(e).__name__)
del a, b


class Node:
    def __init__(self, next): self.next = next

    def __repr__(self): return f'Node({self.next!r})'

    def length(self): return 1 + (self.next.length() if self.next else 0)


n = None
for _ in range(50_000):
    n = Node(n)
for f in [repr, Node.length]:
    try:
        f(n)
    except RecursionError as e:
        print(type(e).__name__, e)
del n
f = lambda: 0
for _ in range(5000):
    f = (lambda g: lambda: g())(f)
try:
    f()
except RecursionError as e:
    print(type(e).__name__, e)
del f
g = iter([1])
for _ in range(20_000):
    g = map(abs, g)
try:
    next(g)
except RecursionError as e:
    print(type(e).__name__)
except SystemError as e:
    print(type(e).__name__)
e = ValueError(0)
for i in range(3000):
    new = ValueError(i)
    new.__context__ = e
    e = new
del e, new
print('[' * 50 + ']' * 50 == repr(eval('[' * 50 + ']' * 50)))
for source in ['(' * 300 + ')' * 300, '[' * 199 + ']' * 199, '{' * 201]:
    try:
        compile(source, '<s>', 'eval')
        print('compiled')
    except (SyntaxError, MemoryError, RecursionError) as e:
        print(type(e).__name__, e)
print('alive')
