def f(a, b=2, *args, c, d=4, **kw):
    """doc of f"""
    local = 1
    return local


print(f.__name__, f.__qualname__, f.__doc__, f.__module__, f.__defaults__, f.__kwdefaults__, f.__annotations__, f.__closure__, f.__dict__, f.__type_params__, f.__builtins__ is __builtins__.__dict__)
c = f.__code__
print(c.co_name, c.co_argcount, c.co_kwonlyargcount, c.co_posonlyargcount, c.co_varnames, c.co_nlocals, c.co_flags & 4, c.co_flags & 8, c.co_consts[0], c.co_names, c.co_firstlineno, c.co_filename.endswith('functions_as_objects.py'), c.co_freevars, c.co_cellvars)
print(repr(f)[:13], str(f)[:13], type(f), callable(f), f == f, f is f, hash(f) == hash(f), bool(f))
f.x = 1
f.__doc__ = 'changed'
f.__defaults__ = (20,)
f.__kwdefaults__ = {'c': 3, 'd': 4}
print(f.x, f.__doc__, f(1), f.__dict__)
f.__defaults__ = None
try:
    f(1)
except TypeError as e:
    print(e)
del f.__kwdefaults__
try:
    f(1, 2)
except TypeError as e:
    print(e)
F = type(f)
g = F((lambda x, y: x + y + z).__code__, {'z': 10}, 'named', (5,))
print(g(1), g.__name__, g.__globals__['z'])
for code in ['F()', 'F(5, {})', 'F(f.__code__, 5)', 'F(f.__code__, {}, 5)', 'F(f.__code__, {}, None, 5)', 'f.__code__ = 5', 'f.__defaults__ = 5', 'f.__kwdefaults__ = 5', 'f.__dict__ = 5', 'f.__globals__ = {}', 'f.__closure__ = ()', 'f.__name__ = 5', 'f.__qualname__ = None', 'del f.__name__', 'f.nothing', 'class X(F): pass', 'f.__code__.co_name = "x"', 'f < f', 'f + 1', 'f[0]', 'len(f)', 'iter(f)']:
    try:
        exec(code)
        print(code, 'fine')
    except Exception as e:
        print(code, '->', type(e).__name__, e)


def outer():
    x, y = 1, 2

    def inner(): return x + y

    return inner


h = outer()
print(h.__closure__[0].cell_contents, h.__code__.co_freevars, outer.__code__.co_cellvars, len(h.__closure__))
h.__closure__[0].cell_contents = 100
print(h())
Cell = type(h.__closure__[0])
k = F(h.__code__, {}, 'k', None, (Cell(5), Cell(6)))
print(k(), Cell(1) == Cell(1), Cell(1) < Cell(2), Cell() == Cell(), repr(Cell(5))[:9], repr(Cell())[-8:])
try:
    Cell().cell_contents
except ValueError as e:
    print(e)
c = Cell(1)
del c.cell_contents
try:
    F(h.__code__, {}, 'k', None, (Cell(5),))
except ValueError as e:
    print(e)
try:
    F(h.__code__, {})
except TypeError as e:
    print(e)
r = c.__class__ is Cell
lam = lambda x, *y, z=1: x
print(lam.__name__, lam.__code__.co_name, lam.__defaults__, lam.__kwdefaults__, lam.__code__.co_varnames)
code = f.__code__.replace(co_name='replaced', co_consts=f.__code__.co_consts)
print(code.co_name, code == f.__code__, f.__code__ == f.__code__, hash(f.__code__) == hash(f.__code__), repr(code)[:21])
print(list(f.__code__.co_lines())[0][2] >= 1, len(list(f.__code__.co_positions())) > 0, f.__code__.co_qualname)
print(len.__name__, len.__doc__[:10], len.__module__, len.__self__.__name__, len.__qualname__, [].append.__self__, [].append.__name__, [].append.__qualname__, len.__text_signature__, repr(len), repr([].append)[:33], str.join.__qualname__, str.join.__objclass__, repr(str.join), int.__add__.__name__, repr(int.__add__), repr((1).__add__)[:34], type.__dict__['__mro__'], dict.fromkeys.__self__, repr(dict.fromkeys)[:38])
