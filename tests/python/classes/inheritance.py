class A:
    def who(self): return 'A'

    def call(self): return self.who()

    def chain(self): return ['A']


class B(A):
    def who(self): return 'B'

    def chain(self): return ['B'] + super().chain()


class C(A):
    def who(self): return 'C'

    def chain(self): return ['C'] + super().chain()


class D(B, C):
    def chain(self): return ['D'] + super().chain()


d = D()
print(d.who(), d.call(), d.chain(), [c.__name__ for c in D.__mro__], D.mro() == list(D.__mro__))
print(isinstance(d, A), issubclass(D, (int, C)), issubclass(A, D), isinstance(d, (int, str)), issubclass(D, D), isinstance(D, type))
print(A.__subclasses__() == [B, C], D.__bases__ == (B, C), D.__base__ is B, A.__base__ is object, object.__base__, object.__bases__)
for bases in [('A', 'D'), ('B', 'A', 'C'), ('A', 'B'), ('A', 'A'), ('int', 'str'), ('int', 'A'), ('bool',), ('type(None)',), ('range',), ('type(lambda: 0)',), ('5',), ('len',), ('int', 'float'), ('list', 'dict'), ('Exception', 'list'), ('object', 'A'), ('slice',), ('type(...)',), ('memoryview',), ('type({}.keys())',), ('type(iter([]))',), ('type((x for x in ()))',)]:
    try:
        exec(f'class X({", ".join(bases)}): pass')
        print(bases, [c.__name__ for c in X.__mro__])
    except TypeError as e:
        print(bases, '->', e)


class Base:
    def __init__(self, *a, **k):
        print('Base', a, k)


class Left(Base):
    def __init__(self, l=None, **k):
        print('Left', l)
        super().__init__(**k)


class Right(Base):
    def __init__(self, r=None, **k):
        print('Right', r)
        super().__init__(**k)


class Child(Left, Right):
    def __init__(self, **k):
        print('Child')
        super().__init__(**k)


Child(l=1, r=2, extra=3)


class List(list):
    def append(self, x):
        super().append(x * 2)


l = List([1])
l.append(5)
l += [3]
print(l, type(l + [1]).__name__, type(l[:]).__name__, type(l.copy()).__name__, l == [1, 10, 3], isinstance(l, list), repr(l))


class Dict(dict):
    def __missing__(self, k):
        return f'missing {k}'


d = Dict(a=1)
print(d['a'], d['b'], d.get('b'), 'b' in d, type(d.copy()).__name__, d)


class Int(int):
    def __add__(self, o):
        return Int(int(self) + o + 100)

    def __repr__(self):
        return f'Int({int(self)})'


i = Int(5)
print(i + 1, 1 + i, i * 2, type(i * 2).__name__, i == 5, hash(i) == hash(5), {5: 'x'}[i], str(i), f'{i}', f'{i:d}', i.real, -i)


class Str(str):
    def upper(self):
        return 'custom'


s = Str('abc')
print(s.upper(), s + 'd', type(s + 'd').__name__, s == 'abc', {'abc': 1}[s], s[0], len(s), f'{s}')


class Tup(tuple):
    def __new__(cls, *items):
        return super().__new__(cls, items)

    @property
    def first(self):
        return self[0]


t = Tup(1, 2, 3)
print(t, t.first, type(t[1:]).__name__, t == (1, 2, 3), hash(t) == hash((1, 2, 3)))
D.__bases__ = (C, B)
print([c.__name__ for c in D.__mro__], D().who(), D().chain())
A.__bases__, B.who.__qualname__
try:
    A.__bases__ = (D,)
except TypeError as e:
    print(e)
