import gc
import sys
import weakref

size = sys.getsizeof


def f(a, b=1):
    return a


def gen():
    x = 1
    yield x


def closure():
    z = 1
    return lambda: z


class D:
    def m(self):
        pass


class K(D):
    pass


for name, value in [
    ('function', f), ('lambda', lambda: 0), ('closure', closure()), ('cell', closure().__closure__[0]), ('builtin', len), ('bound method', D().m), ('list.append bound', [].append), ('list.append', list.append),
    ('wrapper', int.__add__), ('method-wrapper', (1).__add__), ('generator', gen()), ('generator expression', (i for i in ())), ('module sys', sys), ('module gc', gc),
    ('weakref', weakref.ref(D)), ('proxy', weakref.proxy(D)), ('property', property()), ('classmethod', classmethod(f)), ('staticmethod', staticmethod(f)), ('super', super(D, D())),
    ('Exception()', Exception()), ("ValueError('x')", ValueError('x')), ('KeyError', KeyError(1)), ('StopIteration', StopIteration()), ('OSError', OSError()), ('SyntaxError', SyntaxError()), ('ImportError', ImportError()),
    ('AttributeError', AttributeError()), ('NameError', NameError()), ('SystemExit', SystemExit()), ('UnicodeDecodeError', UnicodeDecodeError('a', b'', 0, 1, 'r')), ('ExceptionGroup', ExceptionGroup('a', [ValueError()])),
    ('list iterator', iter([])), ('tuple iterator', iter(())), ('str iterator', iter('')), ('str iterator 2', iter('\u20ac')), ('bytes iterator', iter(b'')), ('dict iterator', iter({})), ('items iterator', iter({}.items())), ('set iterator', iter(set())), ('range iterator', iter(range(3))), ('long range iterator', iter(range(10**20))),
    ('keys', {}.keys()), ('items', {}.items()), ('values', {}.values()), ('enumerate', enumerate([])), ('zip', zip()), ('zip 3', zip([], [], [])), ('map', map(f, [])), ('filter', filter(f, [])), ('reversed list', reversed([])), ('reversed', reversed('')), ('callable iterator', iter(f, 1)),
    ('mappingproxy', D.__dict__), ('getset', D.__dict__['__dict__']), ('traceback', None), ('frame', None), ('NoneType', type(None)),
]:
    if name == 'traceback':
        try:
            1 / 0
        except ZeroDivisionError as e:
            value = e.__traceback__
    if name == 'frame':
        continue
    print(f'{name:22}', size(value))
for t in [object, int, bool, float, complex, str, bytes, bytearray, list, tuple, dict, set, frozenset, range, slice, type, type(f), type(f.__code__), type(sys), BaseException, type(gen()), D, K]:
    print(f'{t.__name__:12}', t.__basicsize__, t.__itemsize__, t.__dictoffset__, t.__weakrefoffset__)


class S:
    __slots__ = ('a', 'b')


class W:
    __slots__ = ('a', '__weakref__', '__dict__')


for t in S, W, type('L', (list,), {}), type('I', (int,), {}), type('T', (tuple,), {}), type('LS', (list,), {'__slots__': ('x',)}):
    print(f'{t.__name__:12}', t.__basicsize__, t.__itemsize__, t.__dictoffset__, t.__weakrefoffset__)
