import gc
import sys

gc.disable()
rc = sys.getrefcount
o = object()
base = rc(o)


def locals_of(x):
    d = locals()
    return rc(x) - base, rc(d)


def frame_of(x):
    f = sys._getframe()
    return rc(x) - base, rc(f)


def keep_frame(x):
    return sys._getframe()


def caller_frame():
    return sys._getframe(1).f_lineno


print('locals()', locals_of(o), rc(o) - base)
print('frame', frame_of(o))
gc.collect()
print('frame collected', rc(o) - base)
f = keep_frame(o)
print('frame kept', rc(o) - base, rc(f))
print(f.f_code.co_name, f.f_locals['x'] is o, rc(o) - base)
f.clear()
print('frame cleared', rc(o) - base)
del f
print('frame deleted', rc(o) - base)
print(caller_frame() > 0)


def recursive(x, n):
    if n:
        return recursive(x, n - 1)
    return rc(x) - base


print('recursion', [recursive(o, n) for n in range(4)])


def nested(x):
    def inner():
        return rc(x) - base

    return inner() , rc(x) - base


print('cell', nested(o))
ns = {'o': o}
exec('p = o', ns)
print('exec', rc(o) - base)
ns.clear()
print('namespace cleared', rc(o) - base)
print('eval', eval('rc(o)') - base)
print('eval in another namespace', eval('rc(q)', {'rc': rc, 'q': o}) - base)
class Body:
    keep = o
    inside = rc(o) - base
print('class body', Body.inside, rc(o) - base)
del Body
print('class in cycles', rc(o) - base)
gc.collect()
print('class collected', rc(o) - base)
