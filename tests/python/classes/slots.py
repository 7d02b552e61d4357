class S:
    __slots__ = ('a', 'b')

    def __init__(self): self.a = 1


s = S()
print(s.a, hasattr(s, 'b'), hasattr(s, '__dict__'), S.__slots__)
s.b = 2
print(s.b, type(S.a).__name__, S.a.__get__(s), S.a)
del s.b
for code in ['s.b', 's.c = 1', 's.c', 'del s.b', 's.__dict__', 'S.a.__set__(5, 1)', 'S.a.__get__(5)', 's.a.x', 'S.a.__get__(None)', 's.__slots__ = ()', 'del s.__slots__']:
    try:
        exec(code)
        print(code, 'fine')
    except (AttributeError, TypeError) as e:
        print(code, '->', type(e).__name__, e)


class Sub(S):
    __slots__ = ['c']


class Open(S):
    pass


class Again(S):
    __slots__ = ('a',)


class WithDict:
    __slots__ = ('x', '__dict__')


class One:
    __slots__ = 'single'


class Doc:
    __slots__ = {'d': 'the doc of d'}


class Mangled:
    __slots__ = ('__m',)

    def __init__(self): self.__m = 1


x = Sub()
x.c = 3
print(x.a, x.c, hasattr(x, '__dict__'))
o = Open()
o.anything = 1
print(o.a, o.__dict__)
w = WithDict()
w.x, w.y = 1, 2
print(w.x, w.__dict__)
o = One()
o.single = 1
print(o.single, Doc.d.__doc__, Mangled()._Mangled__m, Mangled.__slots__)
a = Again()
S.a.__set__(a, 'base slot')
print(a.a, S.a.__get__(a))
for source in ["class X:\n __slots__ = ('a',)\n a = 1", "class X:\n __slots__ = ('1a',)", "class X:\n __slots__ = (1,)", "class X:\n __slots__ = 5", "class X:\n __slots__ = ('a', 'a')", "class X(S, One): pass", "class X(int):\n __slots__ = ('a',)", "class X(tuple):\n __slots__ = ('a',)", "class X(int):\n __slots__ = ()", "class X(WithDict):\n __slots__ = ('__dict__',)", "class X:\n __slots__ = ('__weakref__', '__weakref__')", "class X:\n __slots__ = ('__class__',)", "class X:\n __slots__ = ('if',)", "class X(str):\n __slots__ = ('a',)", "class X(list):\n __slots__ = ('a',)", "class X(bytes):\n __slots__ = ('a',)", "class X(Exception):\n __slots__ = ('a',)"]:
    try:
        exec(source)
        print(ascii(source), 'fine', X.__basicsize__)
    except (TypeError, ValueError) as e:
        print(ascii(source), '->', type(e).__name__, e)


class Empty:
    __slots__ = ()


class Both(S, Empty):
    __slots__ = ('z',)


print([hasattr(Both(), n) for n in ('a', 'z', '__dict__')])
try:
    s.__class__ = Again
    print('class changed', s.a)
except (TypeError, AttributeError) as e:
    print(type(e).__name__, e)


class S2:
    __slots__ = ('a', 'b')


s = S()
s.__class__ = S2
print(type(s).__name__, s.a)
try:
    s.__class__ = One
except TypeError as e:
    print(e)
class It:
    __slots__ = iter(('p', 'q'))


print(It.__slots__ is not None, It.p, It.q)
