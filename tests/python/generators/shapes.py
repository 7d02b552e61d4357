# Generators of many shapes: where a yield may stand, what is sent, thrown and closed, and what is left behind.
import gc
import sys


def drive(g, plan):
    out = []
    for step in plan:
        try:
            if step is next:
                out.append(next(g))
            elif isinstance(step, BaseException) or (isinstance(step, type) and issubclass(step, BaseException)):
                out.append(('thrown', g.throw(step)))
            elif step == 'close':
                out.append(('closed', g.close()))
            else:
                out.append(('sent', g.send(step)))
        except StopIteration as e:
            out.append(('stop', e.value))
        except BaseException as e:
            out.append((type(e).__name__, str(e)))
    return out


def nested(n):
    for i in range(n):
        for j in range(i):
            if j == 2:
                continue
            x = yield i, j
            if x:
                break
        else:
            yield 'else', i
        while x and x < 3:
            x = yield ('while', x)
            if x is None:
                break
            x += 1
        else:
            yield 'wend'


def in_expressions(a):
    b = [(yield 1), (yield 2), a]
    c = {(yield 3): (yield 4), 'k': (yield 5)}
    d = f'{(yield 6)}-{(yield 7)!r:>5}'
    e = (yield 8) + (yield 9) * a
    f = (yield 10) < (yield 11) < (yield 12)
    g = (yield 13) or (yield 14) and (yield 15)
    h = (yield 16) if (yield 17) else (yield 18)
    a.append((yield 19), *[]) if 0 else None
    print(b, c, d, e, f, g, h)
    return sorted([(yield 20), 3], key=lambda v: v)


def stores(o, l):
    o.x = yield 1
    l[(yield 2)] = yield 3
    l[0] += yield 4
    o.x += yield 5
    a, (b, *c) = yield 6
    del l[(yield 7)]
    o.y: int = yield 8
    (z := (yield 9))
    assert (yield 10), (yield 11)
    return a, b, c, z


def matching(items):
    for item in items:
        match item:
            case [x, y]:
                yield 'pair', x, y
            case {'k': v}:
                yield 'map', v
            case int() if (yield 'guard'):
                yield 'int', item
            case _:
                yield 'other'


def comprehended(x):
    for a in [i * 2 for i in x if i]:
        b = {j: (lambda: a + j)() for j in range(a)}
        yield b
        yield [k for k in b if k in x]


def closures(n):
    def inc():
        nonlocal n
        n += 1
        return n
    while inc() < 6:
        yield n, inc
    return inc


def delegating(*its):
    total = []
    for it in its:
        total.append((yield from it))
    return total


def recursive(n):
    if n > 0:
        yield from recursive(n - 1)
        yield n
        yield from recursive(n - 2)


def unbound(flag):
    if flag:
        v = 1
    yield 'before'
    try:
        yield v
    except NameError as e:
        yield str(e)


def unbound_plain(flag):
    if flag:
        v = 1
    yield 'before'
    yield v


def deleted():
    a = [1]
    yield a
    del a
    yield 2
    yield a


def early(n):
    yield 1
    if n == 1:
        return 'one'
    yield 2
    if n == 2:
        raise KeyError('two')
    yield 3
    if n == 3:
        raise StopIteration('three')
    yield 4


def star(*a, k=1, **kw):
    for v in a:
        yield v
    yield k
    yield from sorted(kw.items())


class O:
    pass


print(drive(nested(5), [next] * 6 + [1, 2, None, None, 5] + [next] * 12))
print(drive(in_expressions([7]), [next] + list(range(1, 25))))
print(drive(stores(O(), [5, 6, 7]), [next, 'x', 1, 2, 10, 'y', (1, [2, 3, 4]), 2, 'z', 'w', 0, 'msg', 1]))
print(drive(stores(O(), [5, 6, 7]), [next, 'x', 1, 2, 10, 'y', (1, [2, 3, 4]), 2, 'z', 'w', 1, 'msg', 1]))
print(drive(matching([(1, 2), {'k': 3}, 5, 'q', 8]), [next] * 4 + [True] + [next] * 5 + [0, 0, 0]))
print(drive(comprehended([0, 1, 2]), [next] * 7))
print([(a, f()) for a, f in closures(0)])
print(drive(delegating(range(2), [5], nested(2), iter('ab')), [next] * 12))
print(list(recursive(6)), sum(recursive(9)))
print(drive(unbound(0), [next] * 4), drive(unbound(1), [next] * 4))
print(drive(unbound_plain(0), [next] * 3), drive(unbound_plain(1), [next] * 3))
print(drive(deleted(), [next] * 4))
for n in range(5):
    print(drive(early(n), [next] * 6))
print(list(star(1, 2, k=5, z=1, a=2)))
print(drive(nested(4), [next, ValueError('v'), next]), drive(nested(4), [ValueError('early'), next]))
print(drive(nested(4), [next, next, 'close', next]), drive(nested(4), ['close', next]))
print(drive(delegating(nested(4)), [next, next, KeyError, next]), drive(delegating(range(3)), [next, 5, next]))
print(drive(delegating(nested(4)), [next, next, 'close', next]))

# What a suspended generator holds, and what is released when.
marker = O()


def holder(o):
    local = [o]
    for i in range(3):
        t = (i, o)
        yield i
    del local
    yield 'x'


base = sys.getrefcount(marker)
g = holder(marker)
print(sys.getrefcount(marker) - base, g.gi_frame.f_locals.keys(), g.gi_running, g.gi_suspended)
for _ in range(4):
    print(next(g), sys.getrefcount(marker) - base, g.gi_frame.f_lineno - holder.__code__.co_firstlineno, sorted(g.gi_frame.f_locals))
print(next(g, 'end'), sys.getrefcount(marker) - base, g.gi_frame)
g = holder(marker)
next(g)
print(len(gc.get_referents(g)), sys.getrefcount(marker) - base)
g.close()
print(sys.getrefcount(marker) - base)
g = holder(marker)
next(g)
del g
print(sys.getrefcount(marker) - base)


def cyc():
    me = yield
    yield me


g = cyc()
next(g)
g.send(g)
del g
print(gc.collect())


def showing():
    for i in range(2):
        yield sys._getframe().f_lineno - showing.__code__.co_firstlineno, sys._getframe().f_back.f_code.co_name


print(list(showing()))
try:
    for v in early(2):
        pass
except KeyError as e:
    tb = e.__traceback__
    while tb:
        print(tb.tb_frame.f_code.co_name, tb.tb_lineno - tb.tb_frame.f_code.co_firstlineno)
        tb = tb.tb_next


def deep(n):
    if n:
        yield from deep(n - 1)
    yield n


print(sum(deep(200)))
try:
    print(sum(deep(2000)))
except RecursionError as e:
    print(e)


def self_running():
    yield next(me)


me = self_running()
print(drive(me, [next, next]))


async def coro(x):
    return x + 1


async def awaiting():
    t = 0
    for i in range(3):
        t += await coro(i)
    return t, [await coro(j) for j in range(2)]


print(drive(awaiting(), [None]))
print(sum(i for i in range(10) if i % 2), any(i > 3 for i in range(5)), list((i, j) for i in range(3) for j in range(i)))
