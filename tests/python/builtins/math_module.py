import math

print(math.pi, math.e, math.tau, math.inf, math.nan)
for f in [math.sqrt, math.exp, math.log, math.log2, math.log10, math.log1p, math.expm1, math.sin, math.cos, math.tan, math.asin, math.acos, math.atan, math.sinh, math.cosh, math.tanh, math.asinh, math.acosh, math.atanh, math.erf, math.erfc, math.gamma, math.lgamma, math.exp2, math.cbrt, math.floor, math.ceil, math.trunc, math.fabs, math.degrees, math.radians, math.isfinite, math.isinf, math.isnan, math.ulp, math.frexp, math.modf]:
    out = []
    for x in (0, 1, -1, 0.5, 2, -2.5, 10, 1e-10, 100.25, float('inf'), float('nan')):
        try:
            r = f(x)
            out.append(f'{r:.10g}' if isinstance(r, float) else str(r))
        except (ValueError, OverflowError) as e:
            out.append(f'{type(e).__name__}: {e}')
    print(f.__name__, *out, sep=' | ')
print(math.pow(2, 10), math.pow(0, 0), math.atan2(1, -1), math.hypot(3, 4), math.hypot(1, 2, 2), math.hypot(), math.copysign(3, -0.0), math.fmod(-7, 3), math.remainder(7, 4), math.ldexp(0.5, 10), math.dist((0, 0), (3, 4)), math.nextafter(1, 2), math.nextafter(1, 2, steps=3), math.log(8, 2), math.log(100, 10), math.log(10**400), math.log2(2**1000), math.log10(10**300), math.sqrt(10**30))
print(math.gcd(12, 18), math.gcd(), math.gcd(0), math.gcd(-4, 6, 8), math.gcd(10**30, 10**20), math.lcm(4, 6), math.lcm(), math.lcm(0, 5), math.lcm(2, 3, 4), math.factorial(0), math.factorial(20), math.factorial(50), math.comb(10, 3), math.comb(3, 10), math.comb(100, 50), math.perm(5, 2), math.perm(5), math.perm(2, 5), math.isqrt(17), math.isqrt(10**40), math.isqrt(0), math.prod([1, 2, 3]), math.prod([]), math.prod([2.5, 2]), math.prod([1, 2], start=10), math.fsum([0.1] * 10), math.fsum([1e100, 1, -1e100]), math.sumprod([1, 2], [3, 4]), math.sumprod([0.1] * 3, [1] * 3), math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1, rel_tol=0.2), math.isclose(0, 1e-10), math.isclose(0, 1e-10, abs_tol=1e-9))
print(math.floor(-1.5), math.ceil(-1.5), math.trunc(-1.5), math.floor(1e20), math.ceil(10**30), math.floor(True))
for code in ['math.sqrt(-1)', 'math.log(0)', 'math.log(-1)', 'math.log(0, 2)', 'math.log(2, 1)', 'math.acos(2)', 'math.factorial(-1)', 'math.factorial(1.5)', 'math.factorial(3.0)', 'math.sqrt("a")', 'math.gcd(1.5)', 'math.exp(1000)', 'math.pow(10, 400)', 'math.pow(0, -1)', 'math.pow(-8, 1/3)', 'math.fmod(1, 0)', 'math.floor("a")', 'math.floor(float("inf"))', 'math.ceil(float("nan"))', 'math.comb(-1, 2)', 'math.comb(2.5, 1)', 'math.isqrt(-1)', 'math.isqrt(2.5)', 'math.prod(5)', 'math.prod(["a", 2])', 'math.fsum(["a"])', 'math.gamma(0)', 'math.gamma(-1)', 'math.gamma(200)', 'math.lgamma(0)', 'math.ldexp(1, 5000)', 'math.ldexp(1, 1.5)', 'math.dist([1], [1, 2])', 'math.sin(float("inf"))', 'math.remainder(1, 0)', 'math.sumprod([1], [1, 2])', 'math.sqrt()', 'math.sqrt(1, 2)', 'math.hypot("a")', 'math.atanh(1)', 'math.nextafter(1)', 'math.isclose(1, 1, rel_tol=-1)', 'math.cosh(1000)', 'math.trunc("x")', 'math.perm(-1)', 'math.log(10, "a")', 'math.radians("x")', 'math.log(10**400, 10)', 'math.sqrt(10**400)', 'math.exp2(2000)', 'math.fsum([1e308, 1e308])', 'math.copysign("a", 1)']:
    try:
        print(code, eval(code))
    except Exception as e:
        print(code, '->', type(e).__name__, e)
