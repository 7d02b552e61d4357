class Meta(type):
    def __instancecheck__(cls, obj):
        print('instancecheck', type(obj).__name__)
        return obj == 5

    def __subclasscheck__(cls, sub):
        print('subclasscheck', sub.__name__)
        return sub is int


class A(metaclass=Meta): pass


print(isinstance(5, A), isinstance(6, A), issubclass(int, A), issubclass(str, A), isinstance(A(), A))
print(isinstance(5, (str, A)), issubclass(int, (str, A)))


class Liar:
    @property
    def __class__(self): return int


print(isinstance(Liar(), int), isinstance(Liar(), Liar), type(Liar()) is Liar, Liar().__class__)


class BasesOnly:
    __bases__ = (int,)


print(issubclass(bool, int), isinstance(BasesOnly(), BasesOnly))
try:
    print(issubclass(BasesOnly(), int))
except TypeError as e:
    print(e)


class Raises(type):
    def __instancecheck__(cls, o): raise ValueError('check failed')


class R(metaclass=Raises): pass


try:
    isinstance(5, R)
except ValueError as e:
    print(e)
print(isinstance(R(), R))


class Truthy(type):
    def __instancecheck__(cls, o): return 'yes'


class T(metaclass=Truthy): pass


print(isinstance(5, T))


class NewHook:
    @classmethod
    def __subclasshook__(cls, sub): return True


print(issubclass(int, NewHook))
x = []
for i in range(3):
    x = (x, int)
print(isinstance(5, (((int,),),)))
nested = int
for _ in range(100000):
    nested = (nested,)
try:
    isinstance('x', nested)
except RecursionError as e:
    print(type(e).__name__)
del nested
print(isinstance(5, int | str), issubclass(int, int | None), isinstance('a', int | str | None))
for code in ['isinstance(5, list[int])', 'isinstance([], list[int] | None)', 'issubclass(list, list[int])', 'isinstance(5, "int")', 'isinstance(5, None)', 'isinstance(5, (int, None))', 'isinstance("a", (int, None))', 'issubclass(None, int)', 'issubclass(int, None)', 'isinstance()', 'isinstance(5, int, str)']:
    try:
        print(code, eval(code))
    except TypeError as e:
        print(code, '->', e)
