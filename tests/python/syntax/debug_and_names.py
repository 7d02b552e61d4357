print(__debug__, __name__, __doc__, __package__, __spec__)
print(sorted(n for n in globals() if n.startswith('__')))
print(type(__builtins__).__name__, type(__loader__).__name__ != '')
for bad in ['__debug__ = 1', 'def __debug__(): pass', 'class __debug__: pass', 'for __debug__ in x: pass', 'import __debug__', 'f(__debug__=1)', 'x.__debug__ = 1', 'None = 1', 'x.None = 1', 'def None(): pass', 'x.True', 'f(None=1)', 'import True', 'for False in x: pass', 'as = 1', 'x.if', 'x.print', 'print = 1', 'def f(self): self.class = 1', 'x.match = 1', 'x.__class__ = 1', '__class__ = 1', 'async = 1']:
    try:
        compile(bad, '<s>', 'exec')
        print(bad, 'compiles')
    except SyntaxError as e:
        print(bad, '->', e.msg)
if __debug__:
    print('debugging')
keyword_list = 'False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield'.split()
for k in keyword_list + ['match', 'case', 'type', '_', 'print', 'exec', 'self']:
    try:
        compile(f'{k} = 1', '<s>', 'exec')
        print(k, 'may be a name', end='; ')
    except SyntaxError as e:
        print(k, e.msg, end='; ')
print()
