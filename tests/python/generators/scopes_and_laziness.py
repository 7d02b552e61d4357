x = 'global'
g = (x for _ in range(2))
x = 'changed'
print(list(g))
data = [1, 2, 3]
g = (d * factor for d in data)
factor = 10
data = [9]
print(list(g))
try:
    g = (y for y in undefined_iterable)
except NameError as e:
    print(e)
try:
    g = (y for y in 5)
except TypeError as e:
    print(e)
g = (y for z in [1] for y in undefined_later)
try:
    next(g)
except NameError as e:
    print(e)


def f():
    n = 1
    g = (n + i for i in range(3))
    n = 100
    return list(g)


print(f())


def closures():
    return [lambda: i for i in range(3)], (lambda: i for i in range(3))


a, b = closures()
print([h() for h in a], [h() for h in b])


class C:
    items = [1, 2]
    factor = 5
    g = (i for i in items)
    try:
        h = list(i * factor for i in items)
        print('class scope', h)
    except NameError as e:
        print(e)


print(list(C.g))


def make(n):
    def gen():
        nonlocal n
        while n:
            n -= 1
            yield n

    return gen


m = make(3)
g1, g2 = m(), m()
print(next(g1), next(g2), list(g1), list(g2))


def lazily():
    print('body runs')
    yield 1


l = lazily()
print('made')
next(l)


def interleaved(name):
    for i in range(2):
        print(name, i)
        yield


a, b = interleaved('a'), interleaved('b')
for _ in zip(a, b):
    pass


def state():
    local = []
    while True:
        local.append(len(local))
        yield local


s, t = state(), state()
next(s)
next(s)
print(next(s), next(t), s.gi_frame.f_locals['local'] is next(s), s.gi_frame.f_lineno > 0)


def with_try():
    for i in range(3):
        try:
            yield i
        except ValueError:
            yield 'caught'
        else:
            yield 'else'
        finally:
            yield 'finally'


w = with_try()
print(next(w), next(w), next(w), next(w), w.throw(ValueError), next(w), list(w))


def parametrized(n):
    while n:
        n = (yield n) or n - 1


p = parametrized(5)
print(next(p), next(p), p.send(2), list(p))
print((lambda: (yield 1))().__next__(), list((lambda n: (yield n))(3)))
print(sum(1 for _ in (x for x in range(10) if x % 2)), [*(c for c in 'ab' for _ in range(2))])
total = 0
def adder():
    global total
    while True:
        total += yield total
ad = adder()
next(ad)
ad.send(5)
print(ad.send(6), total)
