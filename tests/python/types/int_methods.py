print((255).bit_length(), (0).bit_length(), (-256).bit_length(), (2**100).bit_length(), (255).bit_count(), (-255).bit_count(), (2**100 - 1).bit_count())
print((1024).to_bytes(2, 'big'), (1024).to_bytes(4, 'little'), (-1).to_bytes(3, 'big', signed=True), (5).to_bytes(), (2**70).to_bytes(10, 'little'), (-(2**15)).to_bytes(2, signed=True), (0).to_bytes(0, 'big'))
print(int.from_bytes(b'\x04\x00', 'big'), int.from_bytes(b'\x04\x00', 'little'), int.from_bytes(b'\xff\xff', 'big', signed=True), int.from_bytes([1, 2, 3]), int.from_bytes(b''), int.from_bytes(b'\x80', signed=True), int.from_bytes(bytes(range(20)), 'little'))
print((5).as_integer_ratio(), (5).numerator, (5).denominator, (5).real, (5).imag, (5).conjugate(), (5).is_integer(), True.as_integer_ratio())
print(int('42'), int('  -42\n'), int('+7'), int('1_000'), int('0b101', 0), int('0o17', 0), int('0xff', 0), int('ff', 16), int('0xFF', 16), int('z', 36), int('-101', 2), int('00', 0), int('٣'), int('１２'), int(b'12'), int(bytearray(b'7')), int('10', base=3))
print(int(3.99), int(-3.99), int(1e20), int(True), int(), int('1' * 50), int(2.5e15), int(-0.0), int(1e308) % 1000)
print(str(10**50), repr(-5), hex(255), hex(-255), hex(2**70), oct(8), oct(-8), bin(10), bin(-10), bin(2**65), hex(0), '%x' % 255, '%o' % 8, '%X' % 255, format(10, 'b'), format(-255, '#x'))
for n in (0, 5, -5, 15, 25, 35, 149, 150, 151, -149, -150, -151, 10**20 + 5, 1234567):
    print(n, [round(n, k) for k in (0, -1, -2, -3, 2)], round(n))
print(hash(5), hash(-1), hash(-2), hash(0), hash(2**61 - 1), hash(2**61), hash(2**61 - 2), hash(-(2**61)), hash(2**100), hash(10**50), hash(-(10**50)), hash(True))
print(5 == 5.0, hash(5) == hash(5.0), 2**53 == float(2**53), 2**53 + 1 == float(2**53), 10**30 == 1e30, 10**22 == 1e22, 2**1000 > 1e300, 2**2000 > 1e308, -(2**2000) < float('-inf'), 2**2000 < float('inf'))
print(bool(0), bool(-1), bool(10**30), True + True, True * 10, -True, ~True, True / 2, True & False, True | 0, True ^ True, type(True & True), type(True & 1), True << 3, True == 1, str(True), repr(False), int(True), bool('False'), True.real, (True).bit_length(), f'{True:d}', '%d' % True, True // 1, True ** False)
print(isinstance(True, int), issubclass(bool, int), bool.__mro__, sorted([True, 0, 2, False]), {True: 'a', 1: 'b'}, [10, 20][True], sum([True, True]), max(True, 1), 1 in [True])

import sys
print(sys.maxsize, sys.int_info.bits_per_digit, sys.int_info.sizeof_digit, sys.get_int_max_str_digits())
try:
    str(10**4300)
except ValueError as e:
    print(e)
try:
    int('1' * 4301)
except ValueError as e:
    print(e)
sys.set_int_max_str_digits(5000)
print(len(str(10**4500)))
sys.set_int_max_str_digits(0)
print(len(str(10**6000)), len(hex(10**6000)))
for bad in [1, -1, 'x', 639]:
    try:
        sys.set_int_max_str_digits(bad)
    except (ValueError, TypeError) as e:
        print(bad, e)
