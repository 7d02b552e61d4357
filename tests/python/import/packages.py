import sys

import _pkg
print(_pkg.__name__, _pkg.__package__, _pkg.__path__[0].endswith('_pkg'), _pkg.__file__.endswith('__init__.py'), _pkg.marker)
import _pkg.one
print(_pkg.one.name, _pkg.one.__package__, _pkg.one.__name__)
from _pkg import two
print(two.sibling, two.parent_marker, two is _pkg.two, '_pkg.two' in sys.modules)
import _pkg.sub.leaf as leaf
print(leaf.up, leaf.__name__, leaf.__package__, _pkg.sub.leaf is leaf)
from _pkg.sub import *
print(exported, 'hidden' in globals(), 'also' in globals())
from _pkg.sub import hidden
print(hidden)
import _pkg.circular_a
print(_pkg.circular_a.done, _pkg.circular_b.saw)
for code in ['import _pkg.none', 'from _pkg import none', 'from _pkg.sub import nothing', 'import _pkg.one.deeper', 'from _pkg.none import x', 'import _pkg.sub.none', 'import _pkg.too_far', 'import _pkg.circular_fail']:
    try:
        exec(code)
        print(code, 'fine')
    except ImportError as e:
        print(code, '->', type(e).__name__, str(e).split(' (')[0], e.name)
print([n for n in sorted(sys.modules) if n.startswith('_pkg')])
print(sorted(n for n in dir(_pkg) if not n.startswith('__')))
import _namespace.inner
print(_namespace.inner.x, type(_namespace).__name__, hasattr(_namespace, '__file__'), _namespace.__file__ if hasattr(_namespace, '__file__') else None)
print(__import__('_pkg.one').__name__, __import__('_pkg.one', fromlist=['name']).__name__, __import__('_pkg', fromlist=['two']).two is two)
