import weakref


class C:
    pass


c = C()
print(weakref.getweakrefcount(c), weakref.getweakrefs(c))
r = weakref.ref(c)
p = weakref.proxy(c)
cb = weakref.ref(c, print)
print(weakref.getweakrefcount(c), [type(x).__name__ for x in weakref.getweakrefs(c)])
del cb
print(weakref.getweakrefcount(c))
del p
print(weakref.getweakrefcount(c))
del r
print(weakref.getweakrefcount(c), weakref.getweakrefs(c))
print(weakref.getweakrefcount(5), weakref.getweakrefs('x'))
print(sorted(weakref.__all__))
print(C.__weakref__, c.__weakref__)
r = weakref.ref(c)
print(c.__weakref__ is r)
print('__weakref__' in C.__dict__, '__weakref__' in type('D', (C,), {}).__dict__)
print(C.__weakrefoffset__ != 0, type('S', (), {'__slots__': ()}).__weakrefoffset__, list.__weakrefoffset__, set.__weakrefoffset__ > 0)
s = {1}
r = weakref.ref(s)
s |= {2}
print(r())
s = s | {3}
print(r())
print(str(weakref.ref(C))[:14], str(weakref.ref(C)).split('; ')[1][:12])
dead = weakref.ref(C())
print(str(dead)[-6:])
log = []


def count(n):
    objects = [C() for _ in range(n)]
    refs = [weakref.ref(o, log.append) for o in objects]
    return refs


refs = count(100)
print(len(log), all(r() is None for r in refs), all(a is b for a, b in zip(log, refs)), all(a is b for a, b in zip(log, refs[::-1])))
