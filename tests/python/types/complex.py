z = 3 + 4j
w = 1 - 2j
print(z + w, z - w, z * w, z / w, -z, +z, abs(z), z.real, z.imag, z.conjugate(), z == 3 + 4j, z != w, z**2, z**0.5, z**w, 2**z, z**-1, z**0, z + 1, 1 - z, z * 2.5, 1j * 1j, z / 2)
print(complex(1, 2), complex('1+2j'), complex(' -1.5e3-2J '), complex('j'), complex('-j'), complex('1'), complex('inf+nanj'), complex(1), complex(), complex(1.5), complex(1j, 1j), complex('(1+2j)'), complex(real=1, imag=2), complex(True, False), complex('1e5j'))
for v in [0j, -0j, 1j, -1j, 1 + 0j, 1 - 0j, complex(-0.0, 0.0), complex(0, -0.0), complex(-0.0, -0.0), complex('inf'), complex('nan'), complex(1, float('inf')), complex(float('-inf'), 1), 1e20 + 1e-5j, 0.1 + 0.2j, 1e16 + 1j, -1.5j, complex(5, -3)]:
    print(repr(v), str(v), bool(v), hash(v) == hash(v), f'{v}', f'{v:.2f}', f'{v:e}', v.conjugate())
print(hash(1 + 0j) == hash(1), hash(1j), hash(3 + 4j), hash(-1j), hash(1.5 + 2.5j), 1 + 0j == 1, 1j == 1, {1: 'a'}[1 + 0j], z in [3 + 4j], isinstance(z, complex))
print(f'{z:+.1f}', f'{z:>20}', f'{z:<20}|', f'{z:^20}|', f'{z:g}', f'{z:n}', f'{z:.3}', '%s' % z, '%r' % (1j,), f'{1e10 + 1j:,.2f}')
print(z.__add__(1), z.__radd__(1), z.__complex__(), (1j).__bool__(), z.__abs__(), z.__eq__('x'), z.__neg__())
print((1 + 1j) ** 10, (1 + 1j) ** 100, (2j) ** 3, 1j**2, 0j**0, 0j**2, (1e200 + 1e200j) / (1e200 + 1e200j), abs(1e200 + 1e200j), (-1) ** 0.5, (-8) ** (1 / 3))
for code in ['z < w', 'z // w', 'z % w', 'divmod(z, w)', 'int(z)', 'float(z)', 'z / 0', '0j ** -1', '0j ** 1j', 'complex("1+")', 'complex("x")', 'complex("1 + 2j")', 'complex("1+2")', 'complex([])', 'complex("1", 2)', 'complex(1, "2")', 'round(z)', 'z.real = 1', 'f"{z:d}"', 'f"{z:=10}"', 'f"{z:010}"', 'f"{z:%}"', 'pow(z, 2, 3)', 'abs(complex(1e308, 1e308))', 'z[0]', 'max(z, w)', 'sorted([z, w])', '~z', 'z & 1', 'range(z)', '1e308j * 1e308j', '(1e200+0j)**2', 'complex(b"1")', 'complex(None)', 'complex("1_0+2j")', 'complex("1__0")', 'complex("nan+infj")']:
    try:
        print(code, eval(code) if ' = ' not in code else exec(code))
    except Exception as e:
        print(code, '->', type(e).__name__, e)


class C:
    def __complex__(self): return 5j


class F:
    def __float__(self): return 2.5


class I:
    def __index__(self): return 7


class Sub(complex): pass


print(complex(C()), complex(F()), complex(I()), complex(I(), F()), complex(C(), 1), Sub(1, 2), type(Sub(1) + 1).__name__, repr(Sub(3)))
print(sum([1j, 2, 3.5]), sum([1j] * 3), 5 - 1j, 5.5 * 1j, True + 1j, 10**20 + 1j)
