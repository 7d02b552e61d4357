"""Closures: captured variables, nonlocal, functions made in a loop."""


def counter(start):
    n = start

    def step(by):
        nonlocal n
        n += by
        return n

    return step


def compose(f, g):
    return lambda x: f(g(x))


def main():
    step = counter(0)
    for i in range(500_000):
        step(i & 3)
    add = [lambda x, i=i: x + i for i in range(10)]
    chain = add[0]
    for f in add[1:]:
        chain = compose(chain, f)
    total = step(0)
    for i in range(30_000):
        total += chain(i)
        total += counter(i)(1)
    return total
