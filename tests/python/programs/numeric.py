def gcd(a, b): return a if not b else gcd(b, a % b)


class Fraction:
    __slots__ = ('n', 'd')

    def __init__(self, n, d=1):
        if d == 0:
            raise ZeroDivisionError(f'{n}/0')
        g = gcd(n, d) * (1 if d > 0 else -1)
        self.n, self.d = n // abs(g) * (1 if g > 0 else -1), abs(d // g)

    def __add__(self, o):
        o = o if isinstance(o, Fraction) else Fraction(o)
        return Fraction(self.n * o.d + o.n * self.d, self.d * o.d)

    __radd__ = __add__

    def __mul__(self, o):
        o = o if isinstance(o, Fraction) else Fraction(o)
        return Fraction(self.n * o.n, self.d * o.d)

    __rmul__ = __mul__

    def __neg__(self): return Fraction(-self.n, self.d)

    def __sub__(self, o): return self + -o

    def __rsub__(self, o): return -self + o

    def __truediv__(self, o): return self * (Fraction(o.d, o.n) if isinstance(o, Fraction) else Fraction(1, o))

    def __eq__(self, o): return self.n == o * self.d if isinstance(o, int) else (self.n, self.d) == (o.n, o.d)

    def __lt__(self, o): return self.n * o.d < o.n * self.d

    def __float__(self): return self.n / self.d

    def __abs__(self): return Fraction(abs(self.n), self.d)

    def __pow__(self, k): return Fraction(self.n**k, self.d**k) if k >= 0 else Fraction(self.d**-k, self.n**-k)

    def __hash__(self): return hash((self.n, self.d))

    def __repr__(self): return f'{self.n}/{self.d}' if self.d != 1 else str(self.n)


F = Fraction
print(F(1, 2) + F(1, 3), F(1, 2) * 2, 1 - F(1, 4), F(3, 6), F(-1, -2), F(1, -2), float(F(1, 8)), sum([F(1, k) for k in range(1, 11)]), sorted([F(1, 2), F(1, 3), F(2, 3)]), F(2, 3) ** -2, F(4, 2) == 2, F(1, 2) / F(3, 4), abs(F(-5, 3)), {F(1, 2): 'half'}[F(2, 4)])
try:
    F(1, 0)
except ZeroDivisionError as e:
    print(e)


class Matrix:
    def __init__(self, rows): self.rows = [list(r) for r in rows]

    def __matmul__(self, o): return Matrix([[sum(a * b for a, b in zip(r, c)) for c in zip(*o.rows)] for r in self.rows])

    def __getitem__(self, ij): return self.rows[ij[0]][ij[1]]

    def __eq__(self, o): return self.rows == o.rows

    def __repr__(self): return f'Matrix({self.rows})'

    @property
    def T(self): return Matrix(zip(*self.rows))

    def __pow__(self, n):
        result = Matrix([[int(i == j) for j in range(len(self.rows))] for i in range(len(self.rows))])
        base = self
        while n:
            if n & 1:
                result = result @ base
            base, n = base @ base, n >> 1
        return result

    def det(self):
        if len(self.rows) == 1:
            return self.rows[0][0]
        return sum((-1) ** j * v * Matrix([r[:j] + r[j + 1:] for r in self.rows[1:]]).det() for j, v in enumerate(self.rows[0]))


m = Matrix([[1, 1], [1, 0]])
print(m @ m, (m**90)[0, 1], m.T == m, Matrix([[2, 0, 1], [1, 3, 2], [1, 1, 4]]).det(), Matrix([[1, 2, 3]]).T)


def sieve(n):
    flags = bytearray([1]) * (n + 1)
    flags[0:2] = b'\0\0'
    for i in range(2, int(n**0.5) + 1):
        if flags[i]:
            flags[i * i::i] = bytes(len(range(i * i, n + 1, i)))
    return [i for i, f in enumerate(flags) if f]


print(sieve(60), len(sieve(10000)))


def newton(f, df, x):
    for _ in range(50):
        nx = x - f(x) / df(x)
        if abs(nx - x) < 1e-12:
            return nx
        x = nx


print(round(newton(lambda x: x * x - 2, lambda x: 2 * x, 1.0), 10))


def pi_digits(n):
    q, r, t, k, m, x = 1, 0, 1, 1, 3, 3
    out = []
    while len(out) < n:
        if 4 * q + r - t < m * t:
            out.append(m)
            q, r, m = 10 * q, 10 * (r - m * t), (10 * (3 * q + r)) // t - 10 * m
        else:
            q, r, t, k, m, x = q * k, (2 * q + r) * x, t * x, k + 1, (q * (7 * k + 2) + r * x) // (t * x), x + 2
    return ''.join(map(str, out))


print(pi_digits(60))


def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps


print(max(range(1, 1000), key=collatz), collatz(27))


def simpson(f, a, b, n=100):
    h = (b - a) / n
    return h / 3 * sum((1 if i in (0, n) else 4 if i % 2 else 2) * f(a + i * h) for i in range(n + 1))


print(f'{simpson(lambda x: x**3, 0, 2):.10f}')


def lcg(seed=42):
    while True:
        seed = (1664525 * seed + 1013904223) % 2**32
        yield seed / 2**32


g = lcg()
sample = [next(g) for _ in range(1000)]
mean = sum(sample) / len(sample)
print(f'{mean:.6f} {sum((x - mean) ** 2 for x in sample) / len(sample):.6f} {min(sample):.6f} {max(sample):.6f}')
print([n for n in range(1, 500) if sum(d for d in range(1, n) if n % d == 0) == n], [n for n in range(100, 1000) if sum(int(c) ** 3 for c in str(n)) == n])
def is_prime(n, bases=(2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37)):
    if n < 2 or any(n % p == 0 for p in bases if n != p): return False
    d, s = n - 1, 0
    while d % 2 == 0: d, s = d // 2, s + 1
    return all(pow(b, d, n) in (1, n - 1) or any(pow(b, d << r, n) == n - 1 for r in range(s)) for b in bases if b < n)
print([2**p - 1 for p in range(2, 130) if is_prime(2**p - 1)])
print(sum(int(c) for c in str(2**1000)), str(3**333)[:20], 2**521 % 10**10, divmod(10**40, 7**30))
