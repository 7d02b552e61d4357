assert True
assert 1, 'message'
try:
    assert 1 == 2, 'numbers differ'
except AssertionError as e:
    print(repr(e))
try:
    assert []
except AssertionError as e:
    print(repr(e))
try:
    assert 0, (1, 2)
except AssertionError as e:
    print(e.args)
pass
try:
    raise ValueError
except ValueError as e:
    print(repr(e))
try:
    raise ValueError('x') from TypeError('cause')
except ValueError as e:
    print(repr(e), repr(e.__cause__), e.__suppress_context__)
import sys, math as m
from math import pi, e as euler
from math import (sin, cos,)
import math
print(m is math, pi, euler, sin(0), cos(0))
global_name = 1
global global_name2
global_name2 = 2
print(global_name2)


def f():
    global made
    made = 1
    return


f()
print(made)
x = 1; y = 2; \
z = 3
print(x, y, z)
type Alias = list[int]
print('alias made')
print(__name__, __file__.endswith('statements.py'), __doc__, type(__builtins__).__name__)
1 + 1
'string statement'
f
...
[print(i) for i in range(2)]
lambda: 0
print(eval('1 + 1'), exec('v = 5'), v)
try:
    eval('x = 1')
except SyntaxError as e:
    print(e.msg)
print(compile('1', '', 'eval').co_name, eval(compile('2', '', 'eval')))
try:
    exec('return 1')
except SyntaxError as e:
    print(e)
for bad in ['break', 'continue', 'return', 'yield 1', 'await x', 'def f():\n await x', 'class C:\n return 1', 'class C:\n yield', 'if 1:\n break', 'def f():\n  continue', 'for x in y:\n  def g():\n    break', 'async def f():\n yield from x', 'async for x in y: pass', 'async with a: pass', 'import a.b as', 'from . import *', 'def f():\n from m import *', 'from a import', 'from a import (b, c', 'import a as b.c', 'from __future__ import nothing', 'x = 1\nfrom __future__ import annotations', 'assert', 'raise from x', 'global', 'nonlocal a', 'import', 'from a import b,', 'async def f():\n  [x async for x in y]', '[x async for x in y]', 'def f():\n  async with x: pass', 'return', 'async def f():\n  return 1\n  yield']:
    try:
        compile(bad, '<s>', 'exec')
        print(ascii(bad), 'compiles')
    except SyntaxError as e:
        print(ascii(bad), '->', e.msg)
