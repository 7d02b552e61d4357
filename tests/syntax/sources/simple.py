pass
pass; pass
pass;
break_
del x
del x, y
del x,
del (x, y), [z], x.y, x[0]
del (x)
del ()
del (x), (y)
return_
raise_
assert x
assert x, y
global_
import a
import a.b.c
import a as b, c.d as e
from a import b
from a.b import c as d, e
from a import (b)
from a import (b, c as d,)
from . import a
from .a import b
from ... import a
from .... import a
from ..a.b import (c)
from a import *
def f():
    global x, y
    return
    return x
    return x, *y
    yield
    yield x
    yield x, y
    yield from x
def g():
    x = 1
    def h():
        nonlocal x
        raise
    raise x
    raise x from y
for x in y:
    break
else:
    pass
while x: continue
x; y; z
