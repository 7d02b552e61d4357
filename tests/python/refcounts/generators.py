import sys

rc = sys.getrefcount
o = object()
base = rc(o)


def gen(x):
    yield rc(x) - base
    y = x
    yield rc(x) - base
    del x
    yield rc(y) - base


g = gen(o)
print('not started', rc(o) - base, rc(g))
print('inside', list(g))
print('exhausted', rc(o) - base)
g = gen(o)
next(g)
print('suspended', rc(o) - base)
g.close()
print('closed', rc(o) - base)
g = gen(o)
next(g)
del g
print('deleted', rc(o) - base)


def local():
    x = []
    yield rc(x)
    yield x


it = local()
print('local in generator', next(it))
v = next(it)
print('yielded', rc(v))
it.close()
print('closed', rc(v))


def receive():
    got = None
    while True:
        got = yield rc(got)


r = receive()
next(r)
print('sent', r.send([]), r.send(o) - base)
print('kept by generator', rc(o) - base)
r.close()
print('after close', rc(o) - base)


def delegate(x):
    yield from [x]
    r = yield from inner(x)
    print('  result', rc(r) - base)


def inner(x):
    yield rc(x) - base
    return x


d = delegate(o)
print(next(d) is o, rc(o) - base)
print('through yield from', next(d))
print(list(d), rc(o) - base)
e = (x for x in [o, o])
print('genexpr', rc(o) - base, rc(e))
next(e)
print('advanced', rc(o) - base)
del e
print('gone', rc(o) - base)
print('comprehension', [rc(q) for q in [[]]], [rc(q) for q in [o]][0] - base)
print('genexpr inside', list(rc(q) for q in [[]]))
print('nested', [[rc(q) for q in [p]] for p in [[]]])
print('set and dict', {rc(q) for q in [object()]}, {rc(q): rc(q) for q in [object()]})
print('map', list(map(rc, [[], o]))[0], 'filter', list(filter(lambda q: rc(q) > 100, [[]])))
print('leftover', rc(o) - base)
