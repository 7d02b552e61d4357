# Objects freed first to last come back last to first, as far as the free lists reach.
class C:
    pass


class S:
    __slots__ = ('a', 'b')


def order(make, n=12):
    fill = [make() for _ in range(3000)]  # so that what follows comes from one pool
    made = [make() for _ in range(n)]
    ids = [id(v) for v in made]
    while made:
        made.pop(0)
    again = [make() for _ in range(n)]
    return [ids.index(id(v)) if id(v) in ids else -1 for v in again]


for name, make in [
    ('list', lambda: []), ('dict', lambda: {}), ('float', lambda: float('2.5')), ('tuple1', lambda: tuple([1])), ('tuple3', lambda: tuple([1, 2, 3])),
    ('object', object), ('instance', C), ('slots', S), ('list1', lambda: [1]), ('dict1', lambda: {1: 1}), ('complex', lambda: complex('1j')),
    ('bytes', lambda: bytes([1, 2, 3])),
]:
    print(f'{name:9}', order(make))
