class C:
    """Docs."""
    x = 1

    def m(self): pass


print(type(C), C.__name__, C.__qualname__, C.__module__, C.__doc__, C.__bases__, C.__base__, C.__mro__, C.__dictoffset__, C.__flags__ & 1 << 9 != 0)
print(repr(C), str(C), type(C.__dict__).__name__, sorted(k for k in C.__dict__), C.__dict__['x'])
print(list(C.__dict__)[:6])
print(C.__subclasses__(), C.__instancecheck__(C()), C.__subclasscheck__(int), C.mro())
C.__name__ = 'Renamed'
C.__qualname__ = 'Q.Renamed'
C.__module__ = 'mod'
print(C, C.__name__, repr(C())[:15])
print(type(5) is int, type(int) is type, type(type) is type, isinstance(type, object), isinstance(object, type), issubclass(type, object), type.__bases__, type.__mro__)
print(type.__name__, object.__name__, type(None).__name__, type(...).__name__, type(NotImplemented).__name__, type(len).__name__, type(C.m).__name__, type(C().m).__name__, type([].append).__name__, type(list.append).__name__, type(int.__add__).__name__, type((1).__add__).__name__, type(type.__dict__['__mro__']).__name__, type(property()).__name__, type(range(1)).__name__, type(iter([])).__name__, type({}.keys()).__name__, type(x for x in ()).__name__, type(super(C, C())).__name__, type(slice(1)).__name__, type(__builtins__).__name__, type(C.__dict__['__dict__']).__name__, type(iter(range(1))).__name__, type(zip()).__name__, type(reversed([])).__name__, type(iter({})).__name__, type(iter('')).__name__, type(list[int]).__name__, type(int | str).__name__, type(compile('', '', 'exec')).__name__)
print(int | str, int | None, isinstance(5, int | str), issubclass(bool, int | str), (int | str) == (str | int), int | str | int, (int | str).__args__)
try:
    int | 5
except TypeError as e:
    print(e)
for code in ['isinstance(1, 5)', 'issubclass(1, int)', 'issubclass(int, 5)', 'isinstance(1, (int, 5))', 'isinstance("", (int, 5))', 'isinstance(1)', 'isinstance(1, list[int])', 'issubclass(int, [int])', 'isinstance(1, ((int,), str))', 'type()', 'type(1, 2)', 'type("x", (), {}).y', 'C.__subclasses__(1)', 'int()()', 'type.mro()', 'type.__subclasses__(type)[0].__name__ != ""']:
    try:
        print(code, eval(code))
    except (TypeError, AttributeError) as e:
        print(code, '->', type(e).__name__, e)
D = type('D', (C,), {'y': 2, 'f': lambda self: self.y, '__doc__': 'made'})
print(D().f(), D.__doc__, D.__module__, D.__qualname__, D.x)
E = type('E', (), {})
print(E.__dict__.keys(), E.__doc__)
ns = {'z': 1}
F = type('F', (), ns)
ns['z'] = 2
print(F.z)
print(callable(C), callable(C()), callable(len), callable(5), callable(lambda: 0), C.__call__ is not None)
print(C.__eq__ is object.__eq__, C.__hash__ is object.__hash__, int.__eq__ is object.__eq__, C.__init__ is object.__init__)
print(object.__doc__.split('\n')[0], int.__doc__.split('\n')[0], type.__doc__.split('\n')[0])
