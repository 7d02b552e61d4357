import sys


def same(a, b):
    return a is b


s = 'hello!'
n = 2
print(s[:] is s, str(s) is s, s.strip() is s, s + '' is s, '' + s is s, s * 1 is s, s.lower() is s, s.replace('x', 'y') is s)
print(s.lstrip() is s, s.rstrip('?') is s, s.ljust(3) is s, s.zfill(2) is s, s.expandtabs() is s, same(s.join(['x']), 'x'), ''.join([s]) is s, s.removeprefix('x') is s)
print('%s' % s is s, f'{s}' is s, '{}'.format(s) is s, format(s) is s, format(s, '') is s, s.format() is s, s.__str__() is s, s.casefold() is s)
print(s[0:100] is s, s[::1] is s, s[::-1][::-1] is s, s[1:] is s[1:], same(s[0:0], ''), same(s[0], 'h'), same(s[-1], '!'))
print(same('hello'[1], 'e'), chr(233) is chr(233), chr(256) is chr(256), same('\xe9'[0], chr(233)), chr(0x20ac)[0] is chr(0x20ac))
print(str(1) is str(1), str(12) is str(12), repr(5) is repr(5), hex(1) is hex(1), same('abc'.upper(), 'ABC'), 'ab'.upper() is 'ab'.upper())
print(same(str(), ''), same(''.join([]), ''), same('a' * 0, ''), same('abc'[3:], ''), same(''.strip(), ''), same('   '.strip(), ''), same('%s' % '', ''), same(str(b'', 'ascii'), ''))
print(same('abc'.split('b')[0], 'a'), same('a b'.split()[1], 'b'), same('ab,cd'.split(',')[0], 'ab'), same('x'.split(',')[0], 'x'), s.split()[0] is s, s.partition('?')[0] is s, s.splitlines()[0] is s)
a = ''.join(['uni', 'que_str'])
b = ''.join(['uni', 'que_str'])
print(a is b, sys.intern(a) is a, sys.intern(b) is a, sys.intern(b) is b)
print(same(sys.intern('literal'), 'literal'), same(sys.intern(''.join(['lit', 'eral'])), 'literal'))


class C:
    pass


c = C()
setattr(c, 'x' + 'y' * n, 1)
print(list(c.__dict__)[0] is sys.intern('xyy'))
k = 'k' + str(7)
d = {k: 1}
print(list(d)[0] is k, list(d)[0] is sys.intern('k7'))
c.__dict__['z' + str(n)] = 1
print([key for key in c.__dict__][1] is sys.intern('z2'))
f = lambda **kw: list(kw)[0]
key = ''.join(['na', 'me'])
print(f(**{key: 1}) is key, same(f(name=1), 'name'))
print(same(C.__name__, 'C'), C.__name__ is C.__name__, C.__qualname__ is C.__name__, same(type('Made', (), {}).__name__, 'Made'))
try:
    sys.intern(5)
except TypeError as e:
    print(e)


class S(str):
    pass


try:
    sys.intern(S('x'))
except TypeError as e:
    print(e)
t = S('abc')
print(str(t) is t, t[:] is t, type(t[:]).__name__, t + '' is t, t.strip() is t, type(t.strip()).__name__, str(t) is str(t))
