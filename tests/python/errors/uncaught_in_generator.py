def numbers():
    yield 1
    yield 2 / 0


def total(items):
    return sum(x for x in items)


print(total([1, 2]))
print(total(numbers()))
