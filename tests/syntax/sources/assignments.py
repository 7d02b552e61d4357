x = 1
x = y = z = 1
x, y = 1, 2
x, = y
(x, y) = z
[x, y] = z
(x) = 1
[] = ()
() = []
*x, y = z
x, *y = z
(x, *y), [z, *w] = a
x.y = 1
x[0] = 1
x().y = x[0].z = 1
(x.y), (x[0]) = z
x = *y, z
x = yield_
x += 1; x -= 1; x *= 1; x /= 1; x //= 1; x %= 1; x @= 1
x **= 1; x <<= 1; x >>= 1; x &= 1; x |= 1; x ^= 1
x.y += 1
x[0] += 1, 2
(x) += 1
x: int
x: int = 1
x.y: int = 1
x[0]: int
(x): int = 1
(x.y): int
x: int = 1, 2
x: tuple[int, ...] = *y, z
x: 'a' = lambda: 0
type = 1
type X = int
type X[T] = list[T]
type X[T: int, *Ts, **P] = T
type X[T: (int, str),] = T
type.x = 1
type(x)
type[x]
match = case = _ = 1
def f():
    x = yield
    x = yield y
    x += yield y
    x: int = yield
    return (yield), (yield x)
