def inner():
    try:
        x = yield 1
        print('inner got', x)
        y = yield 2
        print('inner got', y)
    except ValueError as e:
        print('inner caught', e)
        yield 'recovered'
    finally:
        print('inner finally')
    return 'inner result'


def outer():
    r = yield from inner()
    print('outer has', r)
    r = yield from [10, 20]
    print('list gives', r)
    return 'outer result'


print(list(outer()))
o = outer()
print(next(o), o.send('a'), o.send('b'), next(o))
o.close()
o = outer()
next(o)
print(o.gi_yieldfrom.__name__, o.throw(ValueError('t')), next(o))
o.close()
o = outer()
next(o)
o.close()
print('closed')
o = outer()
next(o)
try:
    o.throw(KeyError('through'))
except KeyError as e:
    print(e)


def flatten(x):
    for i in x:
        if isinstance(i, list):
            yield from flatten(i)
        else:
            yield i


print(list(flatten([1, [2, [3, [4]], 5], []])))


class Custom:
    def __init__(self): self.n = 0

    def __iter__(self): return self

    def __next__(self):
        self.n += 1
        if self.n > 3:
            raise StopIteration('custom value')
        return self.n

    def send(self, v):
        print('send', v)
        return next(self)

    def throw(self, *a):
        print('throw', [repr(x) for x in a])
        return 'thrown into'

    def close(self): print('close')


def d():
    r = yield from Custom()
    print('r', r)


g = d()
print(next(g), g.send(5), g.throw(ValueError('x')), next(g), next(g, 'end'))
g = d()
next(g)
g.close()


def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)


print(list(tree(3)))


def deep(n):
    if n == 0:
        yield 'bottom'
    else:
        yield from deep(n - 1)


print(list(deep(200)))


def ret():
    return (yield from iter([]))


try:
    next(ret())
except StopIteration as e:
    print(repr(e))


def multi():
    a = yield from (x for x in 'ab')
    b = yield from {1: 2}
    c = yield from 'str'
    d = yield from range(2)
    return a, b, c, d


print(list(multi()))
for code in ['list((lambda: (yield from 5))())', 'list((lambda: (yield from None))())', 'next((lambda: (yield from [].append))())']:
    try:
        print(eval(code))
    except TypeError as e:
        print(code, '->', e)


def sends_to_list():
    yield from [1, 2]


g = sends_to_list()
next(g)
try:
    g.send('x')
except AttributeError as e:
    print(e)


def recursive_yield_from():
    yield from me


me = recursive_yield_from()
try:
    next(me)
except ValueError as e:
    print(e)
def averager():
    total, n = 0, 0
    while (v := (yield)) is not None:
        total += v
        n += 1
    return total / n
def collect(out):
    while True:
        out.append((yield from averager()))
out = []
c = collect(out)
next(c)
for v in [1, 2, 3, None, 10, 20, None]:
    c.send(v)
print(out)
