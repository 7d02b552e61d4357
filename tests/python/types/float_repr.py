for x in [0.1, 0.2, 0.1 + 0.2, 1 / 3, 2 / 3, 1e16, 1e15, 123456789012345678.0, 1e22, 1e23, 1e-4, 1e-5, 0.0001, 0.00001, 1.0, -0.0, 100.0, 1e100, 1.5e300, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 9007199254740993.0, 0.1 * 3, 1e21, 12345678901234567.0, 3.14, 2.5, 1e-7, 123e-20, 4.35, 4.349999999999999, 0.3, 1.1 + 2.2, 1e16 + 1, 99999999999999990.0, 9999999999999998.0, float('inf'), float('-inf'), float('nan'), -float('nan')]:
    print(repr(x), str(x), '%r' % x, f'{x}', f'{x:.3f}', f'{x:g}', f'{x:e}', '%.0f' % x, x.hex())
print(float('1.5'), float(' -1.5e3 '), float('inf'), float('-Infinity'), float('nan'), float('+NaN'), float('1_000.5'), float('.5'), float('5.'), float('1e400'), float('-1e400'), float('1e-400'), float('٣.٥'), float(b'2.5'), float(), float(True), float(10**15), float('1E5'), float('infinity'))
print(float.fromhex('0x1.8p3'), float.fromhex('-0x1p-1074'), float.fromhex('inf'), float.fromhex('1.8'), float.fromhex('0x.8p0'), (0.1).hex(), (-2.5).hex(), (0.0).hex(), float('nan').hex())
for s in ['', ' ', '1.5.2', 'e5', '1e', 'infi', '1 2', '0x1p3', '1__0.0', '_1', 'nan1', '--1', '+', '.', '1,5']:
    try:
        print(ascii(s), float(s))
    except ValueError as e:
        print(ascii(s), '->', e)
