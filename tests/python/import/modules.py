import sys

import _mod
import _mod as again
from _mod import value, function as fn
from _mod import *

print(_mod is again, _mod.value, value, fn(2), public, '_private' in globals(), '_mod' in sys.modules, sys.modules['_mod'] is _mod)
print(_mod.__name__, _mod.__file__.endswith('_mod.py'), _mod.__doc__, _mod.__package__ == '', type(_mod), repr(_mod).startswith("<module '_mod' from "), _mod.__spec__.name)
_mod.value = 'changed'
from _mod import value as value2
print(value, value2, _mod.get())
del sys.modules['_mod']
import _mod as fresh
print(fresh is _mod, fresh.value)
_mod.added = 1
print(hasattr(fresh, 'added'), sorted(n for n in dir(fresh) if not n.startswith('__')))


def inside():
    import _mod as m
    from _mod import value
    return m is fresh, value


print(inside(), __import__('_mod') is fresh)
for code in ['import nothing_here', 'from _mod import nothing', 'import _mod.sub', 'from nothing_here import x', 'import sys.nothing', 'from sys import nothing', 'from . import x', 'from .sibling import x', 'import _broken_syntax', 'import _raises', 'from _mod import function, missing', 'from os.nothing import x', '__import__("_mod", level=-1)', '__import__("")', '_mod.missing', 'fresh.valu']:
    try:
        exec(code)
        print(code, 'fine')
    except Exception as e:
        print(code, '->', type(e).__name__, str(e).split(' (/')[0].split(" ('/")[0], getattr(e, 'name', None))
print('_raises' in sys.modules, '_broken_syntax' in sys.modules)
M = type(sys)
m = M('made', 'made doc')
m.x = 1
sys.modules['made'] = m
import made
from made import x
print(made is m, x, made.__doc__, made, made.__dict__.keys())
sys.modules['blocked'] = None
try:
    import blocked
except ImportError as e:
    print(type(e).__name__, e)
sys.modules['weird'] = 'a string'
import weird
print(weird)
from weird import upper
print(upper())
m.__getattr__ = lambda name: f'dynamic {name}'
print(made.anything)
from made import other
print(other)
del m.__getattr__
m.__all__ = ['x', 'nope']
try:
    exec('from made import *')
except AttributeError as e:
    print(e)
for args in [(), (5,), ('a', 5), ('a', 'b', 'c')]:
    try:
        print(M(*args))
    except TypeError as e:
        print(args, '->', e)
try:
    del m.__name__
    print(repr(m))
    m.__dict__ = {}
except (AttributeError, TypeError) as e:
    print(e)
