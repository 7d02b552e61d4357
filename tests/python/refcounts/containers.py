import sys

rc = sys.getrefcount

x = object()
keep = []


def show(what):
    print(f'{what:28}', rc(x))


show('name only')
l = [x, x, x]
show('list of three')
l.append(x)
show('append')
l.pop()
show('pop')
l.insert(0, x)
show('insert')
del l[0]
show('del item')
l[1:] = []
show('slice cleared')
l *= 4
show('list times four')
l2 = l + l
show('list plus list')
l2 = l2[2:4]
show('slice of it')
l.clear()
l2.reverse()
show('clear')
del l, l2
show('lists gone')
t = (x, x)
show('tuple')
t = t + t
show('tuple plus tuple')
t = t[:]
show('tuple whole slice')
t = t[1:]
show('tuple slice')
del t
show('tuple gone')
d = {x: x, 1: x}
show('dict key and two values')
d[x] = 5
show('value replaced')
d.setdefault(x, x)
d.setdefault(2, x)
show('setdefault')
d.update({3: x})
show('update')
e = d.copy()
show('copy')
d.pop(1)
del d[2]
show('pop and del')
d.clear()
e.popitem()
show('clear, popitem')
del d, e
show('dicts gone')
s = {x}
show('set')
s.add(x)
show('add again')
s2 = s | s
f = frozenset(s)
show('union, frozenset')
s.discard(x)
s2.pop()
del f
show('discard, pop, del')
r = [list([x]), tuple([x]), dict.fromkeys([x], x), set([x])]
show('constructors')
r = None
show('gone')
it = iter([x])
show('list iterator')
next(it)
show('advanced')
next(it, None)
show('exhausted')
z = zip([x], (x,))
show('zip')
first = next(z)
show('zip result kept')
del first
show('zip result dropped')
del z
show('zip gone')
