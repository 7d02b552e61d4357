"""Calls with defaults, keywords, stars and many parameters."""


def defaults(a, b=2, c=3):
    return a + b + c


def keywords(*, x, y=1):
    return x + y


def star(*args):
    return len(args)


def everything(a, *args, k=0, **kw):
    return a + len(args) + k + len(kw)


def main():
    total = 0
    values = (1, 2, 3)
    for i in range(100_000):
        total += defaults(i) + defaults(i, 1) + defaults(i, c=5)
        total += keywords(x=i) + star(*values) + star(i, i)
        total += everything(i, 1, 2, k=3, z=4)
        total += max(i, 5) + len(values) + abs(-i)
    return total
