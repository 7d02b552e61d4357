def count(n):
    print('start')
    for i in range(n):
        print('before', i)
        yield i
        print('after', i)
    print('end')
    return 'result'


g = count(2)
print(type(g).__name__, g.__name__, g.__qualname__, g.gi_running, g.gi_yieldfrom, g.gi_code.co_name, g.gi_frame is not None, repr(g)[:23], iter(g) is g)
print(next(g), next(g))
try:
    next(g)
except StopIteration as e:
    print('stopped', e.value, repr(e))
print(g.gi_frame, next(g, 'default'), list(g))
print(list(count(1)), sum(count(3)))


def empty():
    return
    yield


def bare():
    x = yield
    print('got', x)


print(list(empty()), list(bare()))
e = empty()
try:
    next(e)
except StopIteration as s:
    print(s.value, s.args)


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


f = fib()
print([next(f) for _ in range(10)])
for x in f:
    if x > 500:
        break
print(x, next(f))


def args(a, *b, c=1, **d):
    yield a
    yield b
    yield c
    yield d


print(list(args(1, 2, 3, c=4, e=5)))
try:
    args()
except TypeError as e:
    print(e)


def raises():
    yield 1
    raise ValueError('from generator')


r = raises()
print(next(r))
try:
    next(r)
except ValueError as e:
    print(e)
print(next(r, 'finished'))


def stop():
    yield 1
    raise StopIteration('inside')


try:
    list(stop())
except RuntimeError as e:
    print(e, repr(e.__cause__))


def stop_next():
    yield next(iter([]))


try:
    list(stop_next())
except RuntimeError as e:
    print(e)


def reentrant():
    yield next(me)


me = reentrant()
try:
    next(me)
except ValueError as e:
    print(e)
print(me.gi_running)
g = count(1)
g.__name__ = 'renamed'
print(g.__name__, repr(g)[:25])
for code in ['g.gi_code = 1', 'g.x = 1', 'g[0]', 'len(g)', 'g()', 'g + g', 'g.send(1)', 'g.__next__(1)', 'type(g)()', 'g.gi_running = 1', 'g.__name__ = 5']:
    try:
        exec(code)
        print(code, 'fine')
    except Exception as e:
        print(code, '->', type(e).__name__, e)
m = max(x * x for x in range(4))
print(m, sum(i for i in range(5)), list(zip(fib(), 'abc')), dict(enumerate(c for c in 'xy')), ','.join(str(i) for i in (1, 2)), any(i > 2 for i in range(9)), sorted((3 - i for i in range(3))), tuple(i for i in ()), {*(i for i in 'a')})
