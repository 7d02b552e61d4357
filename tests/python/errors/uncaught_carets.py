# Where the carets go, for one kind of expression a line.
import sys


def show(f):
    try:
        f()
    except Exception as e:
        sys.excepthook(type(e), e, e.__traceback__)


class O:
    a = None
    l = []


o = O()
d = {'k': {'j': None}}


def f(*a, **k):
    raise ValueError('f')


def t01(): return 1 / 0
def t02(): return (1 + 2) * (3 / 0)
def t03(): return o.a.b.c
def t04(): return d['k']['j']['x']
def t05(): return o.l[5]
def t06(): return f(1, 2)
def t07(): return f(f, x=f())
def t08(): return o.missing()
def t09(): x = o.l + 1
def t10(): return [1, 2, o.l[0], 3]
def t11(): return -'x'
def t12(): return 1 < 'x' < 2
def t13(): return undefined_name
def t14(): return (1 +
                   2 / 0 +
                   3)
def t15(): return f(
    1,
    2)
def t16(): raise KeyError('raised')
def t17(): assert 1 == 2, 'assertion'
def t18(): a, b = 1, 2, 3
def t19(): o.l[0] = 5
def t20(): del o.l[0]
def t21(): o.a += 'x'
def t22(): return f'{1 / 0} text'
def t23(): return [x / 0 for x in range(3)]
def t24(): return {k: v for k, v in [1]}
def t25(): return (lambda: 1 / 0)()
def t26():
    with 5: pass
def t27():
    for x in 5: pass
def t28(): import nothing_of_that_name
def t29(): from sys import nothing_of_that_name
def t30(): return 'é' + 'ü' + 1 + 'ö'
def t31(): return '日本' + d['nokey'] + '日本'
def t32(): return o.l[0] if o.l[1] else 2
def t33(): return not o.l[0] and 1
def t34(): return o.a[0](1)
def t35(): return sum(x for x in [1, 'a'])
def t36(): return f(*[1], **{'a': 1})
def t37(): return int('x', base=10)
def t38(): return "%d" % 'x'
def t39(): return o  .  missing
def t40(): return ((1)) / ((0))
def t41(): return 1 ** 2 / 0 // 3
def t42(): class_ = type('X', (5,), {})
def t43():
    class X(5): pass
def t44():
    @f
    def g(): pass
def t45(): return o.l.append(1, 2)
def t46():
    if o.l[0] == 1 and True:
        pass
def t47():
    while o.a.x:
        pass
def t48(): return await_.x if False else o['x']
def t49(): print('a', o.a.x, 'b')
def t50():
    match o.l[3]:
        case 1: pass
def t51(): return o.l[1:2:0]
def t52(): return (yield_ := 1 / 0)
def t53(): x: int = 1 / 0
def t54(): return 1 if 1 / 0 else 2
def t55(): return o.a.b(c.d, e.f)
def t56(): raise ValueError('x') from 5
def t57(): return [*5]
def t58(): return {**5}
def t59(): global zz; del zz
def t60(): return (o
                   .l
                   .missing)


for name, test in list(globals().items()):
    if name[0] == 't' and name[1:].isdigit():
        print(name, file=sys.stderr)
        show(test)
