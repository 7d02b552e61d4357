"""co_stacksize of code objects of all kinds, and the sizes of generators, which have room for their frames."""
import sys

SOURCE = r'''
def break_in_finally():
    while True:
        try: break
        finally: return 1
    f(1,2,3,4,5,6,7,8,9,10,11,12)
def loops_and_with(x):
    for i in x:
        try:
            with x as y: continue
        finally: g(1,2,3,4,5,6,7)
    else: return x
def nested_finally(x):
    try:
        for i in x:
            with x: return f(1,2)
    finally:
        try: q()
        finally: return [i for i in x]
def patterns(x):
    match x:
        case _ if x: pass
        case [1, _, *_, a]: return a
        case {'a': 1, 'b': [x, y], **r}: pass
        case {**r}: pass
        case {}: pass
        case A(1, b=2) | A(3, b=None): pass
        case (1|2|_) as z if z: pass
        case [a, *b] | [a, *b, 1]: pass
        case None | True | -1 | 1+2j: pass
        case x.y.z: pass
        case _: return {1:2, **x}
def calls(*args, **kw):
    f(*args); f(*args, 1, 2, 3); f(1, *args, a=1, **kw, b=2); f(**kw); f(1, 2, **kw); f(a=1,b=2,c=3,d=4)
    x.f(1,2,a=3); x.f(*args); (lambda: 0)(); (lambda x=1, *, y=2, z=args: (yield))
    f(1,2,3,4,5,6,7,8,9,0,1,2,3,4,5,6,7,8,9,0,1,2,3,4,5,6,7,8,9,0,1,2,3)
    x.f(1,2,3,4,5,6,7,8,9,0,1,2,3,4,5,6,7,8,9,0,1,2,3,4,5,6,7,8,9)
    x.f(1,2,3,4,5,6,7,8,9,0,1,2,3,4,5,6,7,8,9,0,1,2,3,4,5,6,7,8,9,0)
def long_list():
    return [x,1,2,3,4,5,6,7,8,9,0,1,2,3,4,5,6,7,8,9,0,1,2,3,4,5,6,7,8,9,0,1,2,3]
def long_dict():
    return {x:1,2:3,4:5,6:7,8:9,0:1,2:3,4:5,6:7,8:9,0:1,2:3,4:5,6:7,8:9,0:1,2:3,22:x,33:x,y:x,z:x, **d, 1:2}
def f_strings():
    return f"{a}{b!r:>{w}}{c}" f"{a}{b}{c}{a}{b}{c}{a}{b}{c}{a}{b}{c}{a}{b}{c}{a}{b}{c}{a}{b}{c}{a}{b}{c}{a}{b}{c}{a}{b}{c}"
def comparisons(x):
    return a < b < (c, d, e, x) is None if x is None else not x
async def async_with(x):
    async with x as y, x as (z, w):
        return await y
async def async_for(x):
    async for i, j in x:
        try: yield i
        except* (A, B) as e: x[i:j] += await f(x)
        except* C: pass
        else: x[1,2] **= 3
    return
async def async_comprehension(x): return [i async for i in x if await i for j in [i] for k in (1,)]
async def async_dict(x): return {i: j async for i in x async for j in await i}
def comprehensions(x): return sum(y for y in x if y for z in y), {lambda: q for q in x}
class Body(a, *b, metaclass=M, **kw):
    "doc"
    x: int = 1
    y: "s"
    (z): int = 3
    q.r: int
    s[1:2, a]: f(1)
    def m(self, a: int = 1, /, b: 'x' = 2, *args: *Ts, c: float = 3, d=x, **kw) -> int:
        super().__init__(a, b); super().x; super(A, B).y; super(A, B).y(1); super().__class__; return super().f
    w = [m for m in x if y]
    def n(self): return [super().k(j) for j in self]
class Generic[T: (int, str), *Ts, **P](B[T], k=1):
    def f[U: int](self, x: U = 1, *, y=2) -> T: return U
    type X[V] = list[V]
type Alias = int
def constant_tests(x):
    if 0: f(1,2,3,4,5,6,7)
    if x and 0: f(1,2,3,4,5,6,7)
    while 1:
        if x: return (yield)
    f(1,2,3,4,5,6,7,8)
def statements(x):
    assert x is None, f(x)
    del x[1:2], y.z, (a, b[1])
    a = b.c = d[e] = f, *g = h
    import os, os.path as p
    from x import (a, b as c)
    raise X from Y
def handlers(x):
    global q
    try: pass
    except A: raise
    except (B, C) as e: return e
    else: return f(x)
    finally:
        for i in x: pass
def bool_ops(x): return 1 or x, 0 or x, x or 1, x and (y := 2)
def slices(x): return x[a:b:c], x[:], x[1:], x[a, b:c], -x ** 2
def delegation(x): yield from x; yield (yield x)
def with_statements():
    with a: pass
    with a, b as c, d: return
    with a: return f(x)
def defaults(a=(1,2), *, b=f, c=3): return lambda a=1, *, b: b
def loop_else(x):
    while x:
        for y in x:
            if y: break
            else: continue
        else: break
    else: return (x for x in x)
@d1
@d2(1)
def decorated(): pass
@d1
class Decorated: pass
def closures(x): nonlocal_ = [lambda: (x, i, j) for i in x for j in i]; return {k: v for k, v in x if k is not None}
def return_through(x):
    try:
        try: f()
        except E as e:
            for i in x:
                return f(i)
    finally: g(x, y)
def constant(x): return 0
def displays(x): return (1, 2, *x), [*x, 1], {*x, 1, 2}, [1,2,3,4], {1,2,3,4}, (x, 1), [1, 2]
def conditional(): return a if 1 else b(1,2,3), not a < b < c, (a if x else y) and z
def tests():
    if not (a and (b or not c) or d is None): pass
    elif (a if b is None else c) or a < b < c is None: pass
    x = yield
    x[y] = yield z
    print(x, end='', sep='')
    f'a'; 'x'; 1; ...
    return f'a'
def unpacking(x):
    for a, (b, *c) in x: return a, b
def nested(x):
    def f(a=x): return x, a
    class K: y = x
    return K
lambda: [i for i in ()]
'''

CODE = type(compile('', '', 'exec'))


def show(code):
    print(f'{code.co_qualname:50}', code.co_stacksize)
    for constant in code.co_consts:
        if isinstance(constant, CODE):
            show(constant)


show(compile(SOURCE, 'definitions', 'exec'))
for text in ['1', 'x', 'x + 1', 'lambda: 1', '[i for i in x]', 'f"a"']:
    print(f'{text:50}', compile(text, 'expression', 'eval').co_stacksize)
for text in ['1', 'x', 'x = 1', 'def f(): 1', '[i for i in x]', 'class A: 1', 'if x: 1', 'x: int = 1']:
    print(f'{text:50}', compile(text + '\n', 'statement', 'single').co_stacksize)


def empty(): yield
def parameter(x): yield
def several(a, b=1, *args, c=2, **kw): yield a + b * c
def own_cell(x):
    y = 1
    yield lambda: x + y
def make(y, z):
    def closure(x): yield x + y + z
    return closure
def comprehension(x): yield [i for i in x]
def two_comprehensions(x): yield [i for i in x], {j: i for i, j in x}
def captured(x): yield [lambda: i for i in x]
def unreached(x):
    yield
    return
    y = z = x
def managed(x):
    with x as y, x as z:
        try:
            yield y
        finally:
            print(z)
def matching(x):
    match x:
        case [a, *b] | {'a': a, **b}:
            yield a, b
async def coroutine(x): await x
async def asynchronous(x):
    async for y in x: yield y


for function in [empty, parameter, several, own_cell, make(1, 2), comprehension, two_comprehensions, captured, unreached, managed, matching, asynchronous]:
    generator = function(1) if function is not empty else function()
    print(f'{function.__name__:20}', function.__code__.co_stacksize, sys.getsizeof(generator), generator.__sizeof__())
running = coroutine(1)
print(f'{"coroutine":20}', sys.getsizeof(running))
running.close()
print(f'{"expressions":20}', sys.getsizeof(i for i in ()), sys.getsizeof((i, j) for i in () for j in i if j), sys.getsizeof((lambda: (yield))()))


def frame(a, b=[]):
    c = [i for i in b]
    return sys._getframe()


print(f'{"frame":20}', sys.getsizeof(frame(1)))
