print(0b1010, 0B11, 0o17, 0O7, 0xFF, 0Xab, 1_000_000, 0x_ff_ff, 0b_1, 0o_7, 00, 0_0)
print(1.5, .5, 5., 1e3, 1E-3, 1_0.0_1, 1e1_0, 0e0, .5e-2, 5.e1, 00.5, 09.5, 0_1.5)
print(1j, 2.5j, .5J, 1e3j, 09j, 1_0j, 3+4j, -1j, 0j)
print(10**30, 123456789012345678901234567890, 0xffffffffffffffffffffffff)
print(-1, - 1, --1, -+-1, ~0, ~~5, not-1, -2**2, (-2)**2, 2**-1, -1**0)
print(1if 1else 2, [0x1for x in (1,)], 1or 2, 0xfor 1)
print((1).real, 1 .real, 1.0.real, 1..hex(), 5 .__add__(3))
print(1e308 * 10, -1e308 * 10, 1e-400, 1e400, 1.7976931348623157e308, 5e-324, 2.2250738585072014e-308)
print(True + True, False * 5, True is 1 == 1, None)
for text in ['08', '0777', '1__0', '1_', '0x', '0b2', '0o8', '1.e', '1e', '1e+', '0b', '0_x1', '1_.5', '1._5', '1a', '0xg', '1_j', '100_', '1.5.5', '0b1.1', '1_000_', '12abc', '0o', '1jj']:
    try:
        print(text, eval(text))
    except SyntaxError as e:
        print(text, '->', e.msg, e.offset, e.end_offset)
