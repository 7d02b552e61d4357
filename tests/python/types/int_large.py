# Numbers far beyond a machine word.
a = 3**200
b = 7**150
print(a, b, a * b, a + b, a - b, sep='\n')
print(a // b, a % b, divmod(b, a // 10**20), -a // b, -a % b, a // -b, a % -b, sep='\n')
print(a & b, a | b, a ^ b, ~a, a >> 100, a << 33, -a >> 100, -a & b, -a | b, -a ^ -b, sep='\n')
print(a == 3**200, a < b, a > b, a != b, -a < -b, a <= a, a == a + 1, a > 1e50, a < 1e300, a == float(a))
print(int(str(a)) == a, int(hex(a), 16) == a, int(bin(b), 2) == b, int(oct(b), 8) == b, len(str(a)), len(hex(a)), len(bin(a)))
print(hash(a), hash(-a), hash(b), a.bit_length(), b.bit_length(), float(a), float(-b), a / b, b / a)
print(pow(a, b, 10**18 + 9), pow(3, 10**30, 7**20), (2**127 - 1) % 255, a % 2, b % 2, sum(map(int, str(a))))
fib = [0, 1]
while len(fib) < 300:
    fib.append(fib[-1] + fib[-2])
print(fib[299], fib[299] % fib[150], fib[100])


def isqrt(n):
    x = 1 << (n.bit_length() + 1) // 2
    while True:
        y = (x + n // x) // 2
        if y >= x:
            return x
        x = y


print(isqrt(2 * 10**100))


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


print(gcd(a * 100, b * 75), gcd(fib[200], fib[250]))
x = 1
for i in range(200):
    x = x * 3 - i * x // 7
print(x)
print(f'{a:,}', f'{a:_x}'[:50], f'{b:e}', f'{a:>110d}', f'{-b:+,d}')
print([2**k - 1 for k in (29, 30, 31, 52, 53, 54, 59, 60, 61, 62, 63, 64, 65)])
print([-(2**k) for k in (29, 30, 31, 52, 53, 54, 62, 63, 64)])
print([(2**k - 1) * (2**k + 1) for k in (15, 26, 27, 30, 31, 32, 33, 53)])
print([(2**k) // 3 for k in (31, 53, 63, 64, 100)], [(2**53 + k) % 10 for k in range(-2, 3)])
print(10**18 + 10**17, 4611686018427387904 * 2, 9223372036854775807 + 1, -9223372036854775808 - 1, 0x7fffffffffffffff * 3)
