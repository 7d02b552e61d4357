inf, nan = float('inf'), float('nan')
for x in (7.5, -7.5, 0.0, -0.0, 1e308, inf, nan, 3):
    for y in (2.0, -2.0, 0.3, inf, -inf, 5e-324):
        try:
            print(x, y, x + y, x - y, x * y, x / y, x // y, x % y, divmod(x, y))
        except (ZeroDivisionError, OverflowError) as e:
            print(x, y, type(e).__name__, e)
for x, y in [(2.0, 3), (2, 0.5), (-8.0, 1 / 3), (0.0, 0), (0.0, -1), (inf, 0), (1.0, inf), (-1.0, inf), (0.5, inf), (2.0, -inf), (nan, 0), (1, nan), (-2.0, 3), (-2.0, 3.5), (1e200, 2), (-0.0, 3), (-inf, 3), (-inf, 2), (-inf, -3), (0.0, inf), (4, -0.5), (1e-200, 2)]:
    try:
        print(x, y, x**y)
    except (ZeroDivisionError, OverflowError) as e:
        print(x, y, type(e).__name__, e)
print(0.1 + 0.2 == 0.3, 0.1 * 3, 1e16 + 1 - 1e16, 1.0 == 1, nan == nan, inf == inf, -0.0 == 0.0, inf > 10**400, -inf < -(10**400), nan < 1, 1.5 < 2, 2 < 1.5)
for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.675, 1e16, 0.05, 1234.5678, -2.5, 1e300, 5e-324, 0.1 + 0.2):
    print(x, round(x), [round(x, n) for n in (0, 1, 2, 3, -1, -2, -400, 400)], int(x), x.is_integer(), x.as_integer_ratio())
print(abs(-1.5), -1.5, +1.5, abs(-0.0), -0.0, 0.0 * -1, bool(0.0), bool(nan), bool(-0.0), not 0.0)
print(hash(0.5), hash(1.0), hash(-1.0), hash(inf), hash(-inf), hash(1e300), hash(0.1), hash(2.0**61), hash(-0.0), hash(123456.789), hash(5e-324))
print((5.5).real, (5.5).imag, (5.5).conjugate(), float.__getformat__('double'), (1.5).__trunc__(), (1.5).__floor__(), (-1.5).__ceil__(), (2.5).__round__(), (1.5).__int__())
print(sum([0.1] * 10), sum([0.1] * 3), sum([1e16, 1, -1e16]), sum([1, 2.5, 3]), sum([0.1, 0.2, 0.3]), max(1.5, 2), min(nan, 1), max(1, nan), sorted([3.5, 1, 2.5]))
print(1e308 * 10, -1e308 * 10, 1e-308 / 1e10, 1e-320, 1 / 3 * 3, 10 % 0.1, 1 // 0.1, 5.0 // 0.7, -5.0 % 0.7, 7.0 % -3)
print(int(1e18), int(123456789.99), 2**53 + 1.0, 10**15 * 1.0, 1.0 * 10**20, 3 * 0.1, 5 / 2.0, 7 // 1.5, 2.0**10, 2**0.5, 10.0**-3, float(2**63), 1.5 + True)
import sys
f = sys.float_info
print(f.max, f.min, f.epsilon, f.dig, f.mant_dig, f.max_exp, f.min_exp, f.radix, f.rounds, f.max_10_exp, f.min_10_exp)
for code in ['int(inf)', 'int(nan)', 'round(inf)', 'round(nan)', 'round(inf, 1)', 'inf.as_integer_ratio()', '1.5 % 0', '1.5 // 0.0', 'divmod(1.5, 0)', '1.5 & 1', '~1.5', '1.5 << 1', 'float("x")', '(10**400) * 1.5', '1.5 ** 10000', '[1][1.0]', 'range(1.0)', '"a" * 1.0', 'inf // 1', 'inf % 5', '5 % inf', '-5 % inf', '5 // inf', '-5 // inf', 'round(1.5, 2.0)', 'inf - inf', 'inf * 0']:
    try:
        print(code, eval(code))
    except Exception as e:
        print(code, '->', type(e).__name__, e)
