import sys

rc = sys.getrefcount
IMMORTAL = 4294967295

for name, value in [
    ('None', None), ('True', True), ('False', False), ('Ellipsis', ...), ('NotImplemented', NotImplemented),
    ('0', 0), ('1', 1), ('-5', -5), ('256', 256), ('-6', -6), ('257', 257),
    ('empty tuple', ()), ('empty str', ''), ('empty bytes', b''), ('a', 'a'), ('e acute', '\xe9'), ('b"a"', b'a'),
    ('euro', '\u20ac'), ('frozenset', frozenset()), ('identifier', 'identifier'), ('two words', 'two words'),
    ('int', int), ('type', type), ('object', object), ('ValueError', ValueError), ('range', range),
    ('NoneType', type(None)), ('1.5', 1.5), ('0.0', 0.0), ('1j', 1j), ('tuple', (1, 2)), ('bytes', b'ab'),
    ('range(3)', range(3)), ('len', len), ('sys.intern', sys.intern('not an identifier!')),
]:
    print(f'{name:16}', 'immortal' if rc(value) == IMMORTAL else rc(value))

print(rc(None), rc(int('7')), rc(250 + 6), rc(chr(65)))
before = rc(None)
hold = [None] * 1000
print('a thousand more Nones', rc(None) - before)
n = int('1000')
print('big int', rc(n))
m = n
print('big int, two names', rc(n))
s = ''.join(['run', 'time'])
print('made at run time', rc(s))
t = sys.intern(s)
print('interned', rc(s) == IMMORTAL, t is s)
class C: pass
setattr(C(), ''.join(['attr', 'ibute']), 1)
k = ''.join(['k', 'ey9'])
c = C()
setattr(c, k, 1)
print('attribute name', rc(k) == IMMORTAL)
print('name of a class', rc(C.__name__) == IMMORTAL)
