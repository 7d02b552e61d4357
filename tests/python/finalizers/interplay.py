# Finalizers that touch what is being taken apart.
log = []


class A:
    def __init__(self, n, owner=None):
        self.n = n
        self.owner = owner

    def __del__(self):
        log.append((self.n, len(self.owner) if self.owner is not None else None))


l = []
l.extend(A(i, l) for i in range(3))
del l[1]
print('del item', log)
log.clear()
l[0] = None
print('set item', log)
log.clear()
l.clear()
print('clear', log)
log.clear()
l.extend(A(i, l) for i in range(5))
l[1:4] = []
print('slice', log)
log.clear()
while l:
    l.pop()
print('pop', log)
log.clear()
d = {}
for i in range(3):
    d[i] = A(i, d)
del d[1]
print('dict del', log)
log.clear()
d[0] = 5
print('dict set', log)
log.clear()
d.clear()
print('dict clear', log)
log.clear()
s = set()
s.add(A('in set', s))
s.clear()
print('set clear', log)
log.clear()


class Adds:
    def __init__(self, l):
        self.l = l

    def __del__(self):
        self.l.append('late')


l = []
l.append(Adds(l))
l.clear()
print('appended during clear', l)
l = [1, 2]
l.append(Adds(l))
del l[2]
print('appended during del', l)
d = {}
d['x'] = Adds(l)
d['x'] = 1
print('during replacement', l)


class Deletes:
    def __del__(self):
        d.pop('other', None)
        log.append(sorted(d))


d = {'this': Deletes(), 'other': 1}
del d['this']
print(d, log)
log.clear()
x = Deletes()
d = {'x': x}
del x
d = {}
print(log)
