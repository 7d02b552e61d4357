x = 10
print(eval('x + 1'), eval('x', {'x': 1}), eval('x + y', {'x': 1}, {'y': 2}), eval(' 1 + 2 '), eval('[i for i in range(3)]'), eval('lambda: x')(), eval(compile('x * 2', '<c>', 'eval')))
exec('a = 1\nb = a + 1')
print(a, b)
ns = {}
exec('def f(n):\n    return n * k\nk = 3', ns)
print(ns['f'](5), sorted(k for k in ns if k != '__builtins__'))
loc = {}
exec('v = 1\nclass K: w = 1', {}, loc)
print(sorted(loc), loc['K'].w)


def f():
    y = 5
    exec('y = 6')
    exec('z = 7')
    try:
        z
    except NameError as e:
        print(e)
    return y, locals(), eval('y + 1'), eval('[y for _ in range(1)]')


print(f())


def g():
    hidden = 1
    try:
        return eval('[hidden for _ in range(1)]'), eval('(lambda: hidden)()')
    except NameError as e:
        return str(e)


print(g())


class Ns(dict):
    def __missing__(self, k): return f'<{k}>'


print(eval('foo', {}, Ns()), eval('len("abc")', {'__builtins__': {'len': lambda s: 'fake'}}))
exec('import sys; print(sys.__name__)', {})
exec(compile('print(__name__, "x" in dir())', 'f', 'exec'))
exec('print(__name__)', {'__name__': 'given'})
code = compile('q = 1\nq + 1', 'name.py', 'exec')
print(code.co_filename, exec(code), q, code.co_consts, code.co_names)
print(eval('(yield_ := 5)'), exec('pass'), eval('None'), exec(''))
print(compile('1+1', '', 'eval').co_consts, compile('-1', '', 'eval').co_consts, compile('(1, 2)', '', 'eval').co_consts, compile('"a" "b"', '', 'eval').co_consts, compile('2 ** 10 * 3', '', 'eval').co_consts, compile('[1, 2, 3]', '', 'eval').co_consts, compile('x in {1, 2}', '', 'eval').co_consts, compile('"a" * 3', '', 'eval').co_consts, compile('not True', '', 'eval').co_consts, compile('1 if 1 else 2', '', 'eval').co_consts)
for code in ['eval("x = 1")', 'eval("")', 'eval("  ")', 'eval("1;2")', 'exec("1 +")', 'eval(None)', 'exec(5)', 'eval("x", 5)', 'eval("x", {}, 5)', 'exec("x", 5)', 'exec("x", {}, 5)', 'compile("x", "f", "nope")', 'compile(5, "f", "exec")', 'compile("x", 5, "exec")', 'compile()', 'eval("import sys")', 'eval(compile("x = 1", "f", "exec"))', 'exec(compile("1 + 1", "f", "eval"))', 'eval("nothing_here")', 'eval("x", {"__builtins__": {}})', 'eval("len", {"__builtins__": {}})', 'eval("x\\0")', 'compile("\\0", "f", "exec")', 'exec("raise ValueError(1)")', 'eval("1\\n")', 'eval("\\n1")', 'eval(b"1 + 1")', 'eval("\\t1")', 'eval("(1\\n+2)")', 'eval("await x")', 'eval("yield")', 'exec("return")', 'exec("yield 1")', 'exec("  x = 1")', 'exec("x = 1\\n  y = 2")', 'eval("__import__(\'sys\')").__name__', 'exec("nonlocal x")', 'exec("def f(): nonlocal x")', 'exec("from __future__ import nope")', 'compile("x", "f", "exec", 99999)', 'eval("f()", {"f": lambda: 5})', 'eval("x", globals=1)']:
    try:
        print(code, '=', eval(code))
    except Exception as e:
        print(code, '->', type(e).__name__, e)
