def good(x):
    return x + 1


def bad(x):
    return inner(x)


def inner(x):
    return 1 / x
