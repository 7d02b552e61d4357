# Every kind of operation that raises: the error, its context, and the counts of the operands afterwards.
import sys
# exceptions raised by operators: refcounts of operands afterwards, tracebacks, contexts
class Bad:
    def __add__(s, o): raise ValueError('add')
    def __radd__(s, o): raise ValueError('radd')
    def __getitem__(s, k): raise KeyError(k)
    def __setitem__(s, k, v): raise IndexError('set')
    def __delitem__(s, k): raise IndexError('del')
    def __getattr__(s, n): raise AttributeError(n)
    def __bool__(s): raise RuntimeError('bool')
    def __eq__(s, o): raise TypeError('eq')
    def __lt__(s, o): raise TypeError('lt')
    def __contains__(s, o): raise OSError('in')
    def __neg__(s): raise ArithmeticError('neg')
    def __call__(s, *a, **k): raise LookupError('call')
    def __iter__(s): raise EOFError('iter')
    def __len__(s): raise MemoryError('len')
    def __hash__(s): raise TypeError('hash')
    def __format__(s, f): raise ValueError('fmt')
    def __enter__(s): raise ValueError('enter')
    def __exit__(s, *a): pass
    def __index__(s): raise ValueError('index')
b = Bad()
d = {}
l = [1]
o = type('O', (), {'__slots__': (), '__repr__': lambda self: '<o>'})()
def t1(): return b + o
def t2(): return o + b
def t3(): return b[o]
def t4(): b[o] = o
def t5(): del b[o]
def t6(): return b.foo
def t7():
    if b: pass
def t8(): return not b
def t9(): return b == o
def t10():
    if b == o: return 1
def t11(): return o in b
def t12(): return o not in b
def t13(): return -b
def t14(): return b(o, k=o)
def t15(): return b(*[o], **{'a': o})
def t16():
    for x in b: pass
def t17(): return len(b)
def t18(): return d[o]
def t19(): return d[b]
def t20(): return {b: 1}
def t21(): return {b}
def t22(): return f'{b:x}'
def t23():
    with b: pass
def t24(): return l[b]
def t25(): return [*b]
def t26(): return b and o
def t27(): return b or o
def t28(): return o < b
def t29(): return 1 < b < 2
def t30(): return b if b else o
def t31():
    x = o; x += b
def t32():
    l[0] += b
def t33(): return l[5]
def t34(): return (1, 2)[7]
def t35(): return d['k']
def t36(): return 'abc'[9]
def t37(): return o.attr
def t38(): return undefined_name
def t39(): return int('x')
def t40(): return [][0]
def t41(): return 1 / 0
def t42(): return 1 // 0
def t43(): return 1 % 0
def t44(): return 'a' + 1
def t45(): return [1] + (1,)
def t46(): return 2.0 ** 10000
def t47(): return 0.0 ** -1
def t48(): return (lambda a, b: 0)(1)
def t49(): return (lambda a: 0)(1, 2)
def t50(): return (lambda *, k: 0)()
def t51(): return (lambda a: 0)(a=1, b=2)
def t52(): return print(foo=1)
def t53(): return len()
def t54(): return l.append()
def t55(): return l.append(1, 2)
def t56(): return [].pop()
def t57(): return {}.popitem()
def t58(): return next(iter([]))
def t59(): return {1: 2}[1][0]
def t60(): return None.x
def t61(): a, b = 1, 2, 3
def t62(): a, b = [1]
def t63(): return 1 << -1
def t64(): return b @ 1
def t65(): del d['zz']
def t66(): assert b, 'x'
def t67(): assert 0, o
def t68(): raise b
def t69(): raise ValueError from b
def t70(): return {**b}
def t71(): return max()
def t72(): return sorted([b, o])
def t73(): return isinstance(o, 5)
def t74(): return hasattr(o)
def t75(): return type(o)('x')
def t76(): return 'abc'.foo(o)
def t77(): return o.foo(o)
def t78(): return d.get()
def t79():
    while b: pass
def t80(): return [x for x in l if b]
def t81(): return {x: b for x in [b]}
def t82(): return sum(b for _ in l) 
def t83(): return ''.join([o])
def t84(): l[0:b] = [1]
def t85(): return l[b:]
def t86(): return l[::0]
def t87(): global zz; del zz
def t88():
    def f(): return q
    if 0: q = 1
    return f()
def t89(): return True + b
def t90(): return 10**20 + b
def t91(): return 1.5 * b
def t92(): return 'x' % (1, 2)
def t93(): return '%d' % 'x'
def t94(): return {}['a']['b']
def t95(): return super().x
n0 = 0
for name, f in sorted(globals().copy().items(), key=lambda kv: (len(kv[0]), kv[0])):
    if name[0] != 't' or not name[1:].isdigit(): continue
    before = sys.getrefcount(o), sys.getrefcount(b), sys.getrefcount(l), sys.getrefcount(d)
    try:
        try:
            print(name, 'no error', f())
        except BaseException as e:
            tb = e.__traceback__.tb_next
            print(name, type(e).__name__, str(e)[:80], e.__context__, e.__cause__)
            del tb
    except BaseException as e2:
        print('??', name, type(e2), e2)
    e = e2 = None
    after = sys.getrefcount(o), sys.getrefcount(b), sys.getrefcount(l), sys.getrefcount(d)
    if before != after: print('   counts', [y - x for x, y in zip(before, after)])
    l[:] = [1]
