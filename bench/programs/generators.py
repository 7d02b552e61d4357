"""Generators: yields, a pipeline of them, delegation."""


def numbers(n):
    for i in range(n):
        yield i


def odd(items):
    for i in items:
        if i & 1:
            yield i


def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)


def main():
    total = 0
    for x in odd(numbers(600_000)):
        total += x
    total += sum(x * 2 for x in numbers(300_000))
    return total + sum(tree(13))
