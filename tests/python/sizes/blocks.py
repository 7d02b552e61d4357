# How many blocks of memory objects take, by sys.getallocatedblocks().
import sys


class C:
    pass


class D:
    def __init__(self):
        self.a = self.b = self.c = 1


class S:
    __slots__ = ('a', 'b')


def blocks(make, n=1000):
    keep = [None] * n
    warm = [make() for _ in range(100)]
    before = sys.getallocatedblocks()
    for i in range(n):
        keep[i] = make()
    return round((sys.getallocatedblocks() - before) / n)


D()
C()
for name, make in [('object', object), ('[]', lambda: []), ('[1]', lambda: [1]), ('{}', lambda: {}), ('{1: 1}', lambda: {1: 1}), ('C()', C), ('D()', D), ('S()', S), ('set()', set), ('tuple', lambda: tuple([1])),
                   ('float', lambda: float('1.5')), ('int', lambda: int('12345')), ('str', lambda: str(12345)), ('small int', lambda: int('5')), ('lambda', lambda: lambda: 0), ('set of 10', lambda: set(range(10))),
                   ('list of 100', lambda: [0] * 100), ('dict of 100', lambda: dict.fromkeys(range(100))), ('Exception', Exception), ('bytearray', lambda: bytearray(5)), ('C with dict', lambda: C().__dict__)]:
    print(f'{name:12}', blocks(make))
