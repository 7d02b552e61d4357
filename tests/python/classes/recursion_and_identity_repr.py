class Node:
    def __init__(self, v): self.v, self.children = v, []

    def __repr__(self): return f'Node({self.v}, {self.children})'


n = Node(1)
n.children.append(Node(2))
print(n)
l = [1]
l.append(l)
d = {'self': None}
d['self'] = d
t = ([],)
t[0].append(t)
s = {1: l, 'd': d}
print(l, d, t, s, [l, l], [d])


class L(list):
    pass


class D(dict):
    pass


x = L([1])
x.append(x)
y = D(a=1)
y['y'] = y
print(x, y, str(x), f'{x}')
n.children.append(n)
try:
    repr(n)
except RecursionError as e:
    print(type(e).__name__)
try:
    l == l
    m = [1]
    m.append(m)
    l == m
except RecursionError as e:
    print(type(e).__name__, e)
try:
    hash(t)
except TypeError as e:
    print(e)


class Same:
    def __init__(self): self.other = self

    def __eq__(self, o): return self.other == o.other

    __hash__ = None


try:
    Same() == Same()
except RecursionError as e:
    print(type(e).__name__)


class StrRec:
    def __str__(self): return str(self)


try:
    str(StrRec())
except RecursionError as e:
    print(type(e).__name__, e)


class Attr:
    def __getattr__(self, n): return getattr(self, n)


try:
    Attr().x
except RecursionError as e:
    print(type(e).__name__)
import sys
print(sys.getrecursionlimit())
sys.setrecursionlimit(100)
depth = 0


def down():
    global depth
    depth += 1
    down()


try:
    down()
except RecursionError as e:
    print(e, depth)
for bad in [0, -1, 'x', 5]:
    try:
        sys.setrecursionlimit(bad)
        print('set', bad)
    except (ValueError, TypeError, RecursionError) as e:
        print(type(e).__name__, e)
