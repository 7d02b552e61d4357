import gc
import sys
import weakref

t = gc.is_tracked
gc.collect()
gc.disable()


class C:
    pass


class S:
    __slots__ = ()


class S1:
    __slots__ = ('a',)


class L(list):
    pass


class T(tuple):
    pass


class I(int):
    pass


def f():
    pass


try:
    1 / 0
except Exception as e:
    raised = e
for name, value in [
    ('0', 0), ('1.5', 1.5), ("'a'", 'a'), ('()', ()), ('constant (1,)', (1,)), ('tuple([1])', tuple([1])), ('tuple([[]])', tuple([[]])), ('[]', []),
    ('{}', {}), ("{'a': 1}", {'a': 1}), ("{'a': []}", {'a': []}), ('dict(a=1)', dict(a=1)), ("{'a': (1,)}", {'a': tuple([1])}), ('{1: {}}', {1: {}}),
    ('{1: {2: 3}}', {1: {2: 3}}), ('{(1,): 2}', {tuple([1]): 2}), ('{1: C}', {1: C}), ('{1: len}', {1: len}), ('{1: object()}', {1: object()}), ('{1: int}', {1: int}),
    ('set()', set()), ('frozenset()', frozenset()), ('frozenset({1})', frozenset({1})), ('C()', C()), ('S()', S()), ('S1()', S1()), ('L()', L()), ('T((1,))', T((1,))), ('I()', I()),
    ('C', C), ('f', f), ('lambda', lambda: 0), ('len', len), ('[].append', [].append), ('list.append', list.append), ('sys', sys), ('C().__dict__', C().__dict__),
    ('range', range(3)), ('slice', slice(1)), ('cell', (lambda x: lambda: x)(1).__closure__[0]), ('iter([])', iter([])), ('iter("a")', iter('a')),
    ('iter(range)', iter(range(2))), ('iter(())', iter(())), ('iter({})', iter({})), ('iter(b"")', iter(b'')), ('weakref', weakref.ref(C)), ('proxy', weakref.proxy(C)),
    ('Exception()', Exception()), ('raised', raised), ('traceback', raised.__traceback__), ('frame', sys._getframe()),
    ('object()', object()), ('None', None), ('type', type), ('int', int), ('code', f.__code__), ('generator', (i for i in ())), ('property()', property()),
    ('bound method', C().__init__), ('method', C().__eq__), ('mappingproxy', C.__dict__), ('bytes', b'ab'), ('bytearray', bytearray()), ('memoryview', memoryview(b'a')),
    ('enumerate', enumerate([])), ('zip', zip()), ('map', map(f, [])), ('filter', filter(f, [])), ('reversed', reversed([])), ('dict_keys', {}.keys()), ('dict_items', {}.items()), ('1j', 1j), ('2**100', 2**100),
    ('staticmethod', staticmethod(f)), ('classmethod', classmethod(f)), ('super', super(C, C())), ('NotImplemented', NotImplemented), ('globals()', globals()),
    ('[].__len__', [].__len__), ('int.__add__', int.__add__), ('(1).__add__', (1).__add__), ('getset', type.__dict__['__mro__']), ('member', S1.__dict__['a']),
]:
    print(f'{name:16}', t(value))


class E:
    pass


e = E()
print('new instance', t(e))
e.x = 1
print('with an int', t(e))
e.y = []
print('with a list', t(e))
gc.collect()
print('after collect', t(e))
e2 = E()
e2.x = 1
d = e2.__dict__
print('its __dict__', t(d))
d['l'] = []
print('its __dict__ with a list', t(d))
