import sys

size = sys.getsizeof


class D:
    pass


class D1:
    def __init__(self):
        self.a = 1


class D5:
    def __init__(self):
        self.a = self.b = self.c = self.d = self.e = 1


class S0:
    __slots__ = ()


class S1:
    __slots__ = ('a',)


class S3:
    __slots__ = ('a', 'b', 'c')


class SW:
    __slots__ = ('a', '__weakref__')


class SD:
    __slots__ = ('a', '__dict__')


class S4(S3):
    __slots__ = ('d',)


class SN(S3):
    pass


class L(list):
    pass


class DD(dict):
    pass


class I(int):
    pass


class F(float):
    pass


class St(str):
    pass


class B(bytes):
    pass


class T(tuple):
    pass


class Se(set):
    pass


class E(Exception):
    pass


class LS(list):
    __slots__ = ()


for name, value in [
    ('D()', D()), ('D1()', D1()), ('D5()', D5()), ('S0()', S0()), ('S1()', S1()), ('S3()', S3()), ('SW()', SW()), ('SD()', SD()), ('S4()', S4()), ('SN()', SN()),
    ('L()', L()), ('L([1])', L([1])), ('L(range(10))', L(range(10))), ('DD()', DD()), ('DD(a=1)', DD(a=1)), ('I(5)', I(5)), ('I(2**40)', I(2**40)), ('F(1.5)', F(1.5)), ("St('a')", St('a')), ("St('')", St('')), ("B(b'abc')", B(b'abc')),
    ('T()', T()), ('T((1,))', T((1,))), ('Se()', Se()), ('E()', E()), ('LS()', LS()),
    ('class D', D), ('class S3', S3), ('class L', L), ('class E', E), ('int', int), ('type', type), ('object', object), ('list', list), ('dict', dict), ('ValueError', ValueError),
]:
    print(f'{name:14}', size(value))
class Sized:
    def __sizeof__(self):
        return 100


print(size(Sized()), Sized().__sizeof__(), object().__sizeof__(), [].__sizeof__(), (1).__sizeof__(), ''.__sizeof__(), D().__sizeof__())


class Negative:
    def __sizeof__(self):
        return -1


class Wrong:
    def __sizeof__(self):
        return 'x'


for c in Negative, Wrong:
    try:
        size(c())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(size(Wrong(), 'default'))
try:
    size()
except TypeError as e:
    print(e)
