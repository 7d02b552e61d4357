def counter(start=0):
    n = start

    def inc(by=1):
        nonlocal n
        n += by
        return n

    def get(): return n

    def reset():
        nonlocal n
        n = start

    return inc, get, reset


inc, get, reset = counter(10)
inc2, get2, _ = counter()
print(inc(), inc(5), get(), get2(), inc2(), get2())
reset()
print(get(), get2())


def adder(n): return lambda x: x + n


print([adder(i)(10) for i in range(3)], list(map(adder(1), [1, 2])))


def compose(*fs):
    def composed(x):
        for f in reversed(fs):
            x = f(x)
        return x

    return composed


print(compose(adder(1), lambda x: x * 2)(5))


def memo(f):
    cache = {}

    def wrapper(n):
        if n not in cache:
            cache[n] = f(n)
        return cache[n]

    wrapper.cache = cache
    return wrapper


@memo
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), len(fib.cache))


def decorator(*args):
    def wrap(f):
        def inner(*a, **k):
            print('before', args, a, k)
            r = f(*a, **k)
            print('after', r)
            return r

        inner.__name__ = f.__name__
        return inner

    return wrap


@decorator('x', 1)
@decorator('y')
def add(a, b=2): return a + b


print(add(1), add(1, b=5), add.__name__)


def late(): return [lambda: i for i in range(3)]


def early(): return [lambda i=i: i for i in range(3)]


def factory(): return [(lambda j: lambda: j)(i) for i in range(3)]


print([f() for f in late()], [f() for f in early()], [f() for f in factory()])


def make_account(balance):
    def deposit(x):
        nonlocal balance
        balance += x
        return balance

    def withdraw(x):
        nonlocal balance
        if x > balance:
            raise ValueError(f'only {balance}')
        balance -= x
        return balance

    return {'deposit': deposit, 'withdraw': withdraw}


acc = make_account(100)
print(acc['deposit'](50), acc['withdraw'](30))
try:
    acc['withdraw'](1000)
except ValueError as e:
    print(e)


def depth():
    a = 1

    def d1():
        b = 2

        def d2():
            nonlocal a, b
            c = 3

            def d3():
                nonlocal a, b, c
                a, b, c = a + 1, b + 1, c + 1
                return a, b, c

            return d3

        return d2()

    return d1()


d = depth()
print(d(), d(), d.__code__.co_freevars, [c.cell_contents for c in d.__closure__])


def curry(f, n, *args): return f(*args) if n == len(args) else lambda x: curry(f, n, *args, x)


print(curry(lambda a, b, c: (a, b, c), 3)(1)(2)(3))


def y(f): return (lambda x: f(lambda v: x(x)(v)))(lambda x: f(lambda v: x(x)(v)))


print(y(lambda f: lambda n: 1 if n == 0 else n * f(n - 1))(10))


def partial(f, *a, **k): return lambda *b, **m: f(*a, *b, **{**k, **m})


print(partial(max, 5)(3, 9), partial(int, base=2)('101'))
def loopvar():
    fs = []
    for i in range(3):
        def f(): return i
        fs.append(f)
    i = 'rebound'
    return [f() for f in fs]
print(loopvar())
def church(n): return lambda f: lambda x: x if n == 0 else f(church(n - 1)(f)(x))
print(church(5)(lambda x: x + 1)(0))
