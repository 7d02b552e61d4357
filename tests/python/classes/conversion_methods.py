class S:
    def __str__(self): return 'str'

    def __repr__(self): return 'repr'

    def __format__(self, spec): return f'format:{spec}'

    def __bytes__(self): return b'bytes'

    def __bool__(self): return False

    def __hash__(self): return 99

    def __int__(self): return 5

    def __float__(self): return 5.5

    def __index__(self): return 6


s = S()
print(s, [s], str(s), repr(s), f'{s}', f'{s!r}', f'{s:x}', '%s %r' % (s, s), '{} {!r} {:>9}'.format(s, s, s), bytes(s), bool(s), hash(s), int(s), float(s), format(s), format(s, 'y'))
print({s: 1}, (s,), {1: s}, '%d' % s, '%x' % s, '%f' % s, ascii(s), str([s, {s}]))


class R:
    def __repr__(self): return 'only repr'


print(R(), str(R()), f'{R()}', f'{R():}', [R()])
try:
    f'{R():>10}'
except TypeError as e:
    print(e)


class Wrong:
    def __str__(self): return 5

    def __repr__(self): return None

    def __format__(self, s): return 5

    def __bytes__(self): return 'x'

    def __bool__(self): return 1

    def __hash__(self): return 1.5

    def __int__(self): return 'x'

    def __float__(self): return 1

    def __index__(self): return 1.0

    def __complex__(self): return 1

    def __len__(self): return 'x'

    def __iter__(self): return self


w = Wrong()
for code in ['str(w)', 'repr(w)', 'format(w)', 'f"{w}"', 'bytes(w)', 'bool(w)', 'hash(w)', 'int(w)', 'float(w)', '[1][w]', 'complex(w)', 'len(w)', 'iter(w)', 'print(w)', '[w].__repr__()', '"%s" % w', '"%d" % w', 'range(w)', 'hex(w)', 'str([w])', 'ascii(w)', 'chr(w)', '"a" * w']:
    try:
        print(code, eval(code))
    except Exception as e:
        print(code, '->', type(e).__name__, e)


class I(int):
    def __str__(self): return 'I str'


class Sub(str):
    def __str__(self): return 'Sub str'


class RetSub:
    def __str__(self): return Sub('x')

    def __int__(self): return I(3)

    def __index__(self): return True

    def __repr__(self): return Sub('r')


print(I(5), f'{I(5)}', '%d' % I(5), repr(I(5)), Sub('x'), f'{Sub("x")}', str(Sub('x')), 'a' + Sub('x'), type(str(RetSub())).__name__, repr(RetSub()), '%s' % Sub('y'))
