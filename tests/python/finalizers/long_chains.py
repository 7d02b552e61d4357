# The trashcan: chains too long for recursion die without trouble, and in CPython's order.
log = []


class A:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        log.append(self.n)


def nested_lists(n):
    top = []
    for i in range(n):
        top = [A(i), top]
    return top


x = nested_lists(30)
del x
print('30 lists', log)
log.clear()
x = nested_lists(200)
del x
print('200 lists', log)
log.clear()
t = ()
for i in range(120):
    t = (A(i), t)
del t
print('120 tuples', log)
log.clear()
d = {}
for i in range(120):
    d = {'a': A(i), 'd': d}
del d
print('120 dicts', log)
log.clear()
head = None
for i in range(200):
    n = A(i)
    n.next = head
    head = n
del n
del head
print('linked instances', log == list(range(199, -1, -1)), log[:5])
log.clear()
x = []
for i in range(100000):
    x = [x]
del x
t = ()
for i in range(100000):
    t = (t,)
del t
d = {}
for i in range(100000):
    d = {1: d}
del d


class N:
    pass


n = None
for i in range(100000):
    m = N()
    m.next = n
    n = m
del m, n
print('100000 of each gone')
