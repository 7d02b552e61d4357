# Operands are released after an operation, also after one that fails.
import sys

rc = sys.getrefcount
o = [1]
base = rc(o)


def delta(what):
    print(f'{what:24}', rc(o) - base)


o + o
delta('add')
o * 2
delta('times')
o == o
delta('equal')
o < [2]
delta('less')
1 in o
delta('in')
o[0]
delta('index')
o[:]
delta('slice')
not o
delta('not')
o is o
delta('is')
[o, o]
delta('list display')
(o, o, o)
delta('tuple display')
{1: o}
delta('dict display')
[*o, *o]
delta('star display')
f'{o}{o!r}'
delta('f-string')
'%s' % (o,)
delta('percent')
for bad in ['o + 1', 'o @ o', 'o["x"]', 'o[5]', 'o < 1', '{o}', '{o: 1}', 'o()', 'o.none', '-o', '[*1, o]', 'rc(o, o)', 'len(o, o)',
            'int(o)', '"%d" % o', 'o + o + 1', '[o, o, 1/0]', '(o, [o, {1: o, 2: 1/0}])', 'print(o, 1/0)', 'max(o, 1)', 'dict(a=o, **{1: o})']:
    try:
        eval(bad)
        print('no error in', bad)
    except (TypeError, AttributeError, IndexError, ZeroDivisionError, ValueError):
        pass
    delta(bad)
i = o
i += [2]
delta('iadd, second name')
del i
delta('name gone')
try:
    o += 5
except TypeError:
    pass
delta('failed iadd')
try:
    a, b, c = o, o
except ValueError:
    pass
delta('failed unpacking')
(lambda *a, **k: None)(o, *[o], x=o, **{'y': o})
delta('call with everything')
try:
    (lambda a: None)(o, o)
except TypeError:
    pass
delta('call with too many')
print(o and rc(o) - base, (o or 1) is o)
delta('and, or')
x = o if o else None
delta('conditional kept')
