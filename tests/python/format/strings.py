s = 'héllo'
for spec in ['', 's', '10', '<10', '>10', '^10', '*^11', '.3', '10.3', '.0', '^10.2s', '05', '010', '<010', 'é>8', '😀^9', '1', '>1', '^6', '.10s', '\x00<7', '=<8', '{<7', '}>7', '>>7', ' ^9', '<<8']:
    print(repr(spec), repr(format(s, spec)), repr(format('', spec)))
for spec in ['d', '=10', '+', ' ', '-', ',', '_', '#', 'x', '.', '.x', '5.', 'ss', '+s', ',s', '^', 'z', '99999999999999999999', '.99999999999999999999', '=', '0=5', '#s', 'c', '%']:
    try:
        print(repr(spec), repr(format(s, spec)))
    except (ValueError, OverflowError) as e:
        print(repr(spec), '->', type(e).__name__, e)
print('%s|%10s|%-10s|%.2s|%10.2s|%r|%a' % (s, s, s, s, s, s, s), '%s %s' % ('a', ['b']), '%(x)s %(y)r %(x)5s|' % {'x': 1, 'y': 'z'}, '%%', '%s' % None, '%s' % (1, )[0], '%s' % ((1, 2),), '%(a b)s' % {'a b': 5}, '%((x))s' % {'(x)': 'paren'}, '%-5s|%5s' % ('é', '日'), '%c' % '😀', '%.0s|' % 'abc', '%s' % b'x', '%r' % b'x')
print('{}'.format(s), '{:>8}'.format(s), '{!r:>8}'.format(s), '{0} {1} {0}'.format('a', 'b'), '{} {}'.format(1, 2), '{a} {b}'.format(a=1, b=2), '{0.real} {0.imag}'.format(5), '{0[1]} {0[-1]}'.format({'-1': 'neg', 1: 'one'}), '{a[k]} {a[0]}'.format(a={'k': 'v', 0: 'zero'}), '{{}} {{{}}}'.format(1), '{:{}}|{:{w}.{p}}'.format('x', 5, 'hello', w=8, p=2), '{!s} {!r} {!a}'.format('é', 'é', 'é'), '{0:{1}}'.format(5, '>5'), '{:%}'.format(0.5), '{x.y.z}'.format(x=type('X', (), {'y': type('Y', (), {'z': 'attr'})})), '{0[a][b]}'.format({'a': {'b': 'nested'}}), '{:}'.format(5), '{!r:}'.format('q'), '{0[a.b]}'.format({'a.b': 1}))
print('{a} {b}'.format_map({'a': 1, 'b': 2}))


class D(dict):
    def __missing__(self, k): return f'<{k}>'


print('{x} {y}'.format_map(D(x=1)))
for code in ['"{}".format()', '"{} {}".format(1)', '"{a}".format()', '"{0} {}".format(1, 2)', '"{} {0}".format(1, 2)', '"{".format()', '"}".format()', '"{0".format(1)', '"{0!}".format(1)', '"{0!x}".format(1)', '"{0!rr}".format(1)', '"{0.}".format(1)', '"{0[}".format([])', '"{0[]}".format([])', '"{0[a]}".format([])', '"{0[5]}".format([1])', '"{0.x}".format(1)', '"{0:d}".format("a")', '"{:{}}".format(1)', '"{:{:{}}}".format(1, 2, 3)', '"{a.b}".format(a=1)', '"{0[0}".format([1])', '"{0]}".format([1])', '"{1}".format(1)', '"{-1}".format(1)', '"{ 0}".format(1)', '"{0 }".format(1)', '"{a b}".format(**{"a b": 1})', '"{0.__class__.__name__}".format(1)', '"{:>{w}}".format(1)', '"{99999999999999999999}".format(1)', '"{[0]}".format([5])', '"{.real}".format(7)', '"{!r}{!s}".format(1)', '"{0[0]x}".format([1])', '"{:{{}}}".format(1)', '"a}b".format()', '"{{}".format()', '"{}}".format(1)', '"{0:{0[0]}}".format(["x"])']:
    try:
        print(code, repr(eval(code)))
    except Exception as e:
        print(code, '->', type(e).__name__, e)
print(''.join(f'{i:3}' for i in range(5)), *(f'{w:<6}|{len(w):>3}' for w in ['a', 'bcd']), sep='\n')
