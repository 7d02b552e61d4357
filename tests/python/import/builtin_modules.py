import gc
import math
import sys
import time
import weakref
import builtins

for m in (sys, builtins, gc):
    print(m.__name__, type(m).__name__, repr(m), hasattr(m, '__file__'), m.__package__ == '', m.__spec__.origin)
print(math.__name__, time.__name__, weakref.__name__, sys.modules['math'] is math)
from math import pi as p, sqrt
from sys import version_info as v, maxsize
from time import *
from gc import collect, get_count
print(p, sqrt(4), v[:2], maxsize > 0, callable(sleep), callable(collect))
import sys as a, gc as b, math
print(a is sys, b is gc)
try:
    import _weakref
    print(_weakref.ref is weakref.ref, _weakref.proxy is weakref.proxy)
except ImportError as e:
    print(e)


class C:
    import math as m
    from sys import path

    def f(self): return self.m.floor(2.5)


print(C().f(), C.path is sys.path)
math.extra = 5
print(math.extra)
del math.extra
try:
    math.extra
except AttributeError as e:
    print(e)
sys.custom = 1
from sys import custom
print(custom)
del sys.modules['math']
import math as math2
print(math2.pi == math.pi)
