def same(a, b):
    return a is b


def pair(source):
    a = eval(source)
    b = eval(source)
    return a is b


lo = 0
while pair(f'int("{lo - 1}")'):
    lo -= 1
hi = 0
while pair(f'int("{hi + 1}")'):
    hi += 1
print('cached', lo, hi)
x = 257
print((x - 1) is (x - 1), (x + 0) is x, (x - 1) is int(256.0), same(x - 1, 2**8))
print(same(int(), 0), same(int('0'), 0), same(True + 0, 1), same(len('abc'), 3), same(ord('a'), 97), same(hash(5), 5))
print(same(1000 * 0, 0), same(10**20 - 10**20, 0), same(10**20 // 10**20, 1), same(-(-5), 5), same(abs(-5), 5), same(round(2.6), 3))
print(int(257) is x, +x is x, int(x) is x, x.__int__() is x, x.real is x, x.numerator is x, round(x) is x, abs(x) is x)
print(x | 0 is x, x * 1 is x, x // 1 is x, x << 0 is x, x ^ 0 is x, x + 0 is x, x - 0 is x, x ** 1 is x)
print([i for i in range(254, 260) if eval(f'int("{i}") is int("{i}")')])
print(same(sum([100, 156]), 256), sum([100, 157]) is sum([100, 157]), same(max(256, 1), 256))


class I(int):
    pass


print(same(I(5), 5), same(int(I(5)), 5), same(+I(5), 5), same(I(5) + 0, 5), type(+I(5)).__name__)
big = 10**30
print(int(big) is big, +big is big, abs(big) is big, big + 0 is big, int.__new__(int, big) is big, round(big) is big, round(big, -1) is big)
print(True is bool(1), (1 == 1) is True, not same(0, True), bool(I(3)) is True)
