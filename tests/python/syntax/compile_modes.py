c = compile('x = 1\nx + 1', '<mine>', 'exec')
print(type(c).__name__, c.co_filename, c.co_name, c.co_names, c.co_firstlineno)
exec(c)
print(x)
print(eval(compile('x + 1', '<e>', 'eval')))
exec(compile('x * 10', '<single>', 'single'))
exec(compile('x; None; "s"', '<single>', 'single'))
exec(compile('for i in range(2): i\n', '<single>', 'single'))
for source, mode in [('x = 1', 'eval'), ('x; y\nz', 'single'), ('', 'eval'), ('', 'exec'), ('', 'single'), ('  x', 'eval'), ('x\n', 'eval'), ('\n\nx', 'eval'), ('x # c', 'eval'), ('pass', 'eval'), ('x y', 'eval'), ('1\n2', 'eval'), ('1', 'other'), ('x\0y', 'exec'), ('(1', 'single'), ('def f():\n  pass', 'single'), ('if 1:\n  2\n3', 'single'), ('yield', 'eval'), ('*a', 'eval'), ('a, b', 'eval'), ('a := 1', 'eval'), ('lambda: 0', 'eval')]:
    try:
        c = compile(source, '<m>', mode)
        print(ascii(source), mode, 'ok', c.co_names)
    except (SyntaxError, ValueError) as e:
        print(ascii(source), mode, '->', type(e).__name__, e)
print(eval('x', {'x': 5}), eval('x + y', {'x': 1}, {'y': 2}), eval(b'1 + 1'), eval('\t 5'))
space = {}
exec('def f(): return y\ny = 3', space)
print(space['f'](), sorted(k for k in space if not k.startswith('__')), '__builtins__' in space)
loc = {}
exec('a = 1\nb = [a for _ in range(1)]', {'a': 'global'}, loc)
print(loc)
try:
    exec('def f(): return a\na = 1\nprint(f())', {}, {})
except NameError as e:
    print(e)
for args in [(1,), ('x', 5), ('x', {}, 5), (None,), (['x'],)]:
    try:
        eval(*args)
    except (TypeError, NameError) as e:
        print(type(e).__name__, e)
try:
    exec('x', {}, 5)
except TypeError as e:
    print(e)
try:
    compile(5, '', 'exec')
except TypeError as e:
    print(e)
try:
    def closure():
        v = 1
        return lambda: v
    exec(closure().__code__)
except TypeError as e:
    print(e)


class Mapping:
    def __getitem__(self, k):
        return f'value of {k}'


print(eval('anything', {}, Mapping()))
print(eval('len', {'__builtins__': {'len': 'mine'}}))
try:
    eval('len', {'__builtins__': {}})
except NameError as e:
    print(e)
try:
    exec('import sys', {'__builtins__': {}})
except ImportError as e:
    print(e)
