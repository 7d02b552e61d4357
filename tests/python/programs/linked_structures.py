class Node:
    def __init__(self, value, next=None): self.value, self.next = value, next


class LinkedList:
    def __init__(self, items=()):
        self.head = self.tail = None
        self.size = 0
        for i in items:
            self.append(i)

    def append(self, v):
        node = Node(v)
        if self.tail is None:
            self.head = self.tail = node
        else:
            self.tail.next = self.tail = node
        self.size += 1

    def __iter__(self):
        node = self.head
        while node:
            yield node.value
            node = node.next

    def __len__(self): return self.size

    def __getitem__(self, i):
        if i < 0:
            i += self.size
        for k, v in enumerate(self):
            if k == i:
                return v
        raise IndexError(i)

    def reverse(self):
        prev, node = None, self.head
        self.tail = self.head
        while node:
            node.next, prev, node = prev, node, node.next
        self.head = prev

    def __repr__(self): return ' -> '.join(map(repr, self)) or 'empty'


l = LinkedList('abc')
l.append(4)
print(l, len(l), l[1], l[-1], 'b' in l, list(l), bool(LinkedList()), LinkedList())
l.reverse()
print(l, max(LinkedList([3, 9, 2])), [*l], dict(enumerate(l)))
try:
    l[10]
except IndexError as e:
    print(repr(e))


class Tree:
    def __init__(self, key, left=None, right=None): self.key, self.left, self.right = key, left, right

    def insert(self, key):
        side = 'left' if key < self.key else 'right'
        child = getattr(self, side)
        if child:
            child.insert(key)
        else:
            setattr(self, side, Tree(key))
        return self

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.key
        if self.right:
            yield from self.right

    def height(self): return 1 + max((c.height() for c in (self.left, self.right) if c), default=0)

    def __contains__(self, key):
        return key == self.key or any(c and key in c for c in ((self.left,) if key < self.key else (self.right,)))


t = Tree(50)
for k in (30, 70, 20, 40, 60, 80, 35):
    t.insert(k)
print(list(t), t.height(), 35 in t, 36 in t, sum(t), sorted(t, reverse=True)[:3])


class Stack(list):
    push = list.append
    peek = property(lambda self: self[-1])


def balanced(s):
    pairs = {')': '(', ']': '[', '}': '{'}
    st = Stack()
    for c in s:
        if c in pairs.values():
            st.push(c)
        elif c in pairs:
            if not st or st.pop() != pairs[c]:
                return False
    return not st


print([balanced(s) for s in ('()[]{}', '([{}])', '(]', '((', '', '}')])


def rpn(text):
    st = Stack()
    ops = {'+': lambda a, b: a + b, '-': lambda a, b: a - b, '*': lambda a, b: a * b, '/': lambda a, b: a / b}
    for tok in text.split():
        if tok in ops:
            b, a = st.pop(), st.pop()
            st.push(ops[tok](a, b))
        else:
            st.push(float(tok))
    return st.peek


print(rpn('3 4 + 2 * 7 /'), rpn('5 1 2 + 4 * + 3 -'))
graph = {'a': ['b', 'c'], 'b': ['d'], 'c': ['d', 'e'], 'd': ['f'], 'e': ['f'], 'f': []}


def bfs(start, goal):
    queue, seen = [[start]], {start}
    while queue:
        path = queue.pop(0)
        if path[-1] == goal:
            return path
        for n in graph[path[-1]]:
            if n not in seen:
                seen.add(n)
                queue.append(path + [n])


def topo():
    order, done = [], set()

    def visit(n):
        if n not in done:
            done.add(n)
            for m in graph[n]:
                visit(m)
            order.append(n)

    for n in graph:
        visit(n)
    return order[::-1]


def paths(a, b):
    if a == b:
        return [[a]]
    return [[a] + p for n in graph[a] for p in paths(n, b)]


print(bfs('a', 'f'), topo(), paths('a', 'f'))


class PriorityQueue:
    def __init__(self): self.heap = []

    def push(self, x):
        h = self.heap
        h.append(x)
        i = len(h) - 1
        while i and h[i] < h[(i - 1) // 2]:
            h[i], h[(i - 1) // 2] = h[(i - 1) // 2], h[i]
            i = (i - 1) // 2

    def pop(self):
        h = self.heap
        h[0], h[-1] = h[-1], h[0]
        x = h.pop()
        i = 0
        while (c := 2 * i + 1) < len(h):
            if c + 1 < len(h) and h[c + 1] < h[c]:
                c += 1
            if h[i] <= h[c]:
                break
            h[i], h[c] = h[c], h[i]
            i = c
        return x


q = PriorityQueue()
for x in (5, 2, 8, 1, 9, 3):
    q.push((x, f'item{x}'))
print([q.pop()[0] for _ in range(6)])
weights = {('a', 'b'): 4, ('a', 'c'): 1, ('c', 'b'): 2, ('b', 'd'): 5, ('c', 'd'): 8}


def dijkstra(src):
    dist, q = {src: 0}, PriorityQueue()
    q.push((0, src))
    while q.heap:
        d, u = q.pop()
        for (x, v), w in weights.items():
            if x == u and d + w < dist.get(v, float('inf')):
                dist[v] = d + w
                q.push((d + w, v))
    return dist


print(dijkstra('a'))
class LRU:
    def __init__(self, n): self.n, self.d = n, {}
    def get(self, k):
        if k in self.d:
            self.d[k] = v = self.d.pop(k)
            return v
    def put(self, k, v):
        self.d.pop(k, None)
        self.d[k] = v
        if len(self.d) > self.n:
            del self.d[next(iter(self.d))]
c = LRU(2)
c.put('a', 1), c.put('b', 2), c.get('a'), c.put('c', 3)
print(c.d, c.get('b'))
