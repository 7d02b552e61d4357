import weakref


class C:
    pass


log = []


def callback(name):
    def call(ref):
        log.append((name, ref() is None))

    return call


o = C()
r1, r2, r3 = (weakref.ref(o, callback(n)) for n in (1, 2, 3))
del o
print('newest first', log)
log.clear()
o = C()
r = weakref.ref(o, callback('gone before'))
del r
del o
print('dead reference', log)
o = C()
r = weakref.ref(o, callback('with'))
p = weakref.ref(o)
q = weakref.ref(o, callback('again'))
print(weakref.getweakrefcount(o), [w is x for w, x in zip(weakref.getweakrefs(o), (p, q, r))])
print(r.__callback__ is not None, p.__callback__)
del o
print(log, r.__callback__)
log.clear()
o = C()
s = []
r = weakref.ref(o, s.append)
del o
print('argument is the reference', s[0] is r)
s.clear()
o = C()
r = weakref.ref(o, lambda ref: 1 / 0)
del o
print('error in callback went on')
o = C()
o2 = C()
keep = [o2]
r2 = weakref.ref(o2, callback('second'))
del o2
r = weakref.ref(o, lambda ref: (log.append('first'), keep.clear()))
del o
print('callback that frees', log)
log.clear()
o = C()
rs = []
rs.append(weakref.ref(o, lambda ref: rs.clear()))
rs.append(weakref.ref(o, callback('older?')))
del o
print('callbacks clearing each other', log, rs)
log.clear()


def f():
    o = C()
    r = weakref.ref(o, callback('function'))
    return log


print('locals in slot order', f())
log.clear()


def g():
    r = None
    o = C()
    r = weakref.ref(o, callback('reference first'))


g()
print('reference dies first', log)
o = C()
r = weakref.ref(o, callback('rebinding'))
o = C()
print(log)
log.clear()
l = [C() for _ in range(3)]
refs = [weakref.ref(x, callback(i)) for i, x in enumerate(l)]
l.clear()
print('list clear', log)
