class M:
    def __init__(self, name, swallow=False): self.name, self.swallow = name, swallow

    def __enter__(self):
        print('enter', self.name)
        return self.name + ' value'

    def __exit__(self, t, v, tb):
        print('exit', self.name, t and t.__name__, v, tb and tb.tb_lineno)
        return self.swallow


with M('a') as a:
    print(a)
with M('a') as a, M('b') as b:
    print(a, b)
with (M('p') as p, M('q'), M('r') as r,):
    print(p, r)
with (M('t')) as t: print(t)
with M('s', True):
    raise ValueError('swallowed')
print('after')
try:
    with M('n'):
        raise ValueError('not swallowed')
except ValueError as e:
    print(e)
try:
    with M('outer', False), M('inner', True):
        raise KeyError('inner swallows')
    print('fine')
    with M('outer2', True), M('inner2'):
        raise KeyError('outer swallows')
    print('fine too')
finally:
    print('finally')


def ret():
    with M('ret'):
        return 'returned'


def brk():
    for i in range(3):
        with M(f'loop {i}'):
            if i == 0: continue
            if i == 1: break
    return i


print(ret(), brk())


class EnterFails(M):
    def __enter__(self): raise OSError('enter failed')


class ExitFails(M):
    def __exit__(self, *a):
        super().__exit__(*a)
        raise OSError('exit failed')


for make in [lambda: EnterFails('e'), lambda: ExitFails('x')]:
    try:
        with M('around'), make():
            print('body')
    except OSError as e:
        print(e, repr(e.__context__))
try:
    with ExitFails('x'):
        raise ValueError('body')
except OSError as e:
    print(e, repr(e.__context__))


class NoExit:
    def __enter__(self): pass


class NoEnter:
    def __exit__(self, *a): pass


class InstanceOnly:
    pass


i = InstanceOnly()
i.__enter__ = i.__exit__ = lambda *a: None
for bad in [NoExit(), NoEnter(), i, 5, None, M, open]:
    try:
        with bad: print('in')
    except TypeError as e:
        print(e)


class AsyncOnly:
    async def __aenter__(self): pass

    async def __aexit__(self, *a): pass


try:
    with AsyncOnly(): pass
except TypeError as e:
    print(e)
l = [0]
with M('target') as l[0]: pass
print(l)
with M('tuple') as (x, *y): print(x, ''.join(y))
class O: pass
o = O()
with M('attr') as o.attr: print(o.attr)
try:
    with M('unpack') as (x, y): pass
except ValueError as e:
    print(e)
with M('nested'):
    with M('deeper', True):
        1 / 0
    print('between')


def gen():
    with M('gen'):
        yield 1
        yield 2


g = gen()
next(g)
g.close()
for v in gen(): print(v)
class Truthy(M):
    def __exit__(self, *a): return 'truthy string'
with Truthy('t'): raise ValueError
class BoolFails:
    def __bool__(self): raise ValueError('bool failed')
class X(M):
    def __exit__(self, *a): return BoolFails()
with X('x'): print('no exception, no bool')
try:
    with X('x'): raise KeyError
except ValueError as e:
    print(e, repr(e.__context__))
