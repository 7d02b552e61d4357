def inner(x):
    return 10 / x


def middle(x):
    value = inner(x) + 1
    return value


def outer():
    total = 0
    for i in (2, 1, 0):
        total += middle(i)
    return total


print('before')
outer()
print('never')
