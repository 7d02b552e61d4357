import sys

size = sys.getsizeof
for name, value in [
    ('object()', object()), ('None', None), ('True', True), ('False', False), ('...', ...), ('NotImplemented', NotImplemented),
    ('0', 0), ('1', 1), ('-1', -1), ('2**30-1', 2**30 - 1), ('2**30', 2**30), ('-2**30', -(2**30)), ('2**60-1', 2**60 - 1), ('2**60', 2**60), ('2**90', 2**90), ('10**100', 10**100), ('2**1000', 2**1000),
    ('0.0', 0.0), ('1.5', 1.5), ('1e308', 1e308), ('1j', 1j),
    ("''", ''), ("'a'", 'a'), ("'abc'", 'abc'), ('hello world', 'hello world'), ('x*1000', 'x' * 1000),
    ('\\xe9', '\xe9'), ('\\xe9*2', '\xe9' * 2), ('a\\xe9', 'a\xe9'), ('\\u20ac', '\u20ac'), ('\\u20ac*2', '\u20ac' * 2), ('a\\u20ac', 'a\u20ac'),
    ('\\U0001f600', '\U0001f600'), ('\\U0001f600*2', '\U0001f600' * 2), ('a\\U0001f600', 'a\U0001f600'), ('\\ud800', '\ud800'), ('\\x7f', '\x7f'), ('\\x80', '\x80'), ('\\u0100', '\u0100'),
    ("b''", b''), ("b'abc'", b'abc'), ('bytes(1000)', bytes(1000)), ('bytearray()', bytearray()), ("bytearray(b'abc')", bytearray(b'abc')), ('bytearray(10)', bytearray(10)), ('memoryview', memoryview(b'')),
    ('range(10)', range(10)), ('range(10**20)', range(10**20)), ('slice(1)', slice(1)),
]:
    print(f'{name:18}', size(value))
s = 'abc'
print('slices', size(s[1:]), size(s + '\u20ac'), size((s + '\u20ac')[:3]))
print('computed', size(2**15 * 2**15), size(2**64 - 2**64), size(-(2**31)), size(int('9' * 50)))
print('concatenated', size(''.join(['ab', 'cd'])), size('%d' % 12345), size(str(1.5)), size(f'{s}{s}'))
print('bool', size(1 == 1), size(not 1))
