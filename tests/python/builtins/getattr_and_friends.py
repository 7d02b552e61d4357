class C:
    x = 1

    def __init__(self): self.y = 2

    @property
    def p(self): return 'prop'


c = C()
print(getattr(c, 'x'), getattr(c, 'y'), getattr(c, 'p'), getattr(c, 'z', None), hasattr(c, 'x'), hasattr(c, 'z'), getattr(C, 'p') is C.p, getattr(5, 'real'), getattr('abc', 'upper')())
setattr(c, 'z', 3)
setattr(C, 'w', 4)
print(c.z, c.w, vars(c), sorted(k for k in vars(C) if not k.startswith('_')))
delattr(c, 'z')
delattr(C, 'w')
print(hasattr(c, 'z'), hasattr(c, 'w'), isinstance(c, C), issubclass(C, object), type(c) is C, id(c) == id(c), callable(c), callable(C))


class E:
    def __getattr__(self, n):
        if n == 'err': raise ValueError('not an AttributeError')
        raise AttributeError(n)


try:
    hasattr(E(), 'err')
except ValueError as e:
    print(e)
try:
    getattr(E(), 'err', 'default')
except ValueError as e:
    print(e)
print(getattr(E(), 'other', 'default'))


def f(a, b=2):
    c = 3
    print(locals(), sorted(vars()), dir())
    return locals() is locals()


print(f(1))
print('C' in globals(), globals()['c'] is c, 'f' in dir(), vars() is globals(), type(vars(C)).__name__)
print([n for n in dir(5) if not n.startswith('_')], len(dir('')) > 40, 'append' in dir([]), dir(C)[-3:], '__class__' in dir(c), dir(object()) == dir(object))
globals()['injected'] = 'by globals'
print(injected)
exec('z = 5; del injected')
print(z, 'injected' in globals())
for code in ['getattr()', 'getattr(c)', 'getattr(c, "nope")', 'getattr(c, 5)', 'getattr(c, "x", 1, 2)', 'setattr(c, 5, 1)', 'setattr(c, "p", 1)', 'delattr(c, "p")', 'delattr(c, "nope")', 'hasattr(c, 5)', 'hasattr(c)', 'vars(5)', 'vars(c, c)', 'dir(c, c)', 'isinstance(c)', 'isinstance(c, c)', 'issubclass(c, C)', 'type()', 'id()', 'callable()', 'locals(1)', 'globals(1)', 'getattr(c, "\\ud800")', 'setattr(5, "x", 1)', 'setattr(object(), "x", 1)', 'setattr(int, "x", 1)', 'vars([])', 'vars("x")']:
    try:
        print(code, eval(code))
    except Exception as e:
        print(code, '->', type(e).__name__, ascii(str(e)))
print(isinstance(5, (int, str)), isinstance(5, ()), isinstance(True, int), isinstance(5, int | None), isinstance(None, int | None), issubclass(int, (str, object)), isinstance([], (str, (int, (list,)))))
