class F:
    def __format__(self, spec): return f'[{spec}]'


class NoFormat:
    def __str__(self): return 'NF'


class StrSub(str): pass


class IntSub(int):
    def __str__(self): return 'int sub'

    def __repr__(self): return 'IntSub'


class FloatSub(float):
    def __str__(self): return 'float sub'


class IntFormat(int):
    def __format__(self, spec): return 'custom ' + super().__format__(spec)


f, n = F(), NoFormat()
print(f'{f}|{f:abc}|{f:{1}{2}}|{f!s:.5}'[:20], '{:x y}'.format(f), format(f), format(f, 'q'), f'{f:%Y-%m}', f'{f:!r}', f'{f::}')
print(f'{n}', f'{n!s:>5}', format(n, ''), '{}'.format(n), '%5s' % n)
print(f'{StrSub("a"):>3}', f'{IntSub(5)}', f'{IntSub(5):d}', f'{IntSub(5):3}|', f'{IntSub(5)!r}', '%s %d %r' % (IntSub(5), IntSub(5), IntSub(5)), str(IntSub(5)), f'{FloatSub(1.5)}', f'{FloatSub(1.5):.1f}', '%s %f' % (FloatSub(1.5), FloatSub(1.5)), f'{IntFormat(255):x}', format(IntFormat(5)), '{}'.format(IntFormat(1)))
for v in [None, [], (), {}, set(), object, len, ..., 1j, b'', range(3), slice(1), True, NotImplemented]:
    out = []
    for spec in ['', '>5', 's', 'd']:
        try:
            out.append(format(v, spec))
        except (TypeError, ValueError) as e:
            out.append(f'{type(e).__name__}: {e}')
    print(out)


class Bad:
    def __format__(self, spec): return 5


class Raises:
    def __format__(self, spec): raise KeyError(spec)


for code in ['f"{Bad()}"', 'format(Bad())', '"{}".format(Bad())', 'f"{Raises():abc}"', 'format(5, 5)', 'format(5, None)', 'format()', 'object().__format__("x")', 'object().__format__(5)', 'n.__format__(">5")', '(5).__format__()', '(5).__format__(5)', '"a".__format__("d")']:
    try:
        print(code, eval(code))
    except Exception as e:
        print(code, '->', type(e).__name__, e)


class Getitem:
    def __getitem__(self, k): return f'item {k!r}'

    def __getattr__(self, k): return f'attr {k!r}'


print('{0[abc]} {0[1]} {0.xyz} {0[a.b]} {0[-1]} {0[ 1]}'.format(Getitem()), '{x[0]}'.format(x=Getitem()))
print('%(abc)s %(1)s' % type('M', (dict,), {'__missing__': lambda s, k: f'missing {k!r}'})(), '%(a)s' % Getitem())
width, precision = 10, 3
print(f'{3.14159:{width}.{precision}}|{3.14159:{width}.{precision}f}|{"text":{">"}{width}}|{5:{"0"}{4}}|{width:{width}}')
table = [('name', 'qty', 'price'), ('apple', 3, 1.25), ('banana', 12, 0.5)]
for row in table:
    print(*(f'{c:<8}' if isinstance(c, str) else f'{c:>8.2f}' if isinstance(c, float) else f'{c:>8d}' for c in row), sep='|')
print(f'{"nested " + f"{f"{1 + 1}"}"}', f'{[f"{x:02}" for x in range(3)]}', f'{(lambda: f"{5}")()}', f'{"a" if f"{1}" == "1" else "b"}')
x = 5
print(f'{x=}', f'{x = }', f'{x=!s}', f'{x=:>5}', f'{ x + 1 = :03d}', f'{x=!r:^7}', f'{[x][0]=}', f'{"s"=}', f'{x==5=}', f'{x:=^9}', f'{(x:=6)}')
