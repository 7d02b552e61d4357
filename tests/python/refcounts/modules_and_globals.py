import sys

rc = sys.getrefcount
value = object()
print('global', rc(value))
g = globals()
before = rc(g)
h = globals()
print('globals dict', rc(g) - before)


def f(): return globals()


print('function globals', f() is g, rc(g) - before)
fs = [lambda: 0 for _ in range(3)]
print('three functions more', rc(g) - before)
del fs[:]
print('gone', rc(g) - before)


class C:
    def m(self): pass


print('method', rc(g) - before)
ns = {'rc': rc, 'v': value}
print('in a namespace', rc(value), rc(ns))
exec('def f(): return v\nr = rc(v)\nn = rc(globals())', ns)
print(ns['r'], ns['n'], rc(ns))
del ns['f']
print(rc(ns))
exec('class K: pass', ns)
print('class', rc(ns))
M = type(sys)
m = M('m')
print('module', rc(m), rc(m.__dict__))
m.v = value
print('in module', rc(value))
exec('def f(): pass', m.__dict__)
print('function in it', rc(m.__dict__), rc(m))
del m
print('module dropped', rc(value))
import gc
gc.collect()
print('collected', rc(value))
sys.modules['made'] = M('made')
print('in sys.modules', rc(sys.modules['made']))
import made
print('imported', rc(made))
made.self = made
print('self', rc(made))
del sys.modules['made'], made.self, made
code = compile('1', '', 'eval')
print('code', rc(code))
eval(code)
print('evaluated', rc(code))
fn = type(f)(code, {})
print('function made', rc(code))
sys.saved = value
print('on sys', rc(value))
del sys.saved
print(rc(value))
