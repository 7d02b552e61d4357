# How many dead objects of a type wait on its free list: seen by what get_count does not notice.
import gc

gc.disable()


def parked(make, n):
    gc.collect()
    made = [make() for _ in range(n)]
    full = gc.get_count()[0]
    made.clear()
    return full - gc.get_count()[0] - n


print('lists', parked(lambda: [], 300))
print('dicts', parked(lambda: {}, 300))
print('sets', parked(lambda: set(), 300))
print('tuples of 1', parked(lambda: tuple([1]), 3000))
print('tuples of 2', parked(lambda: tuple([1, 2]), 3000))
print('tuples of 20', parked(lambda: tuple(range(20)), 3000))
print('tuples of 21', parked(lambda: tuple(range(21)), 3000))
print('slices', parked(lambda: slice(1), 30))


class C:
    pass


class L(list):
    pass


print('instances', parked(C, 300))
print('list subclass', parked(L, 300))
print('cells', parked(lambda: (lambda x: lambda: x)(1), 30))
print('iterators', parked(lambda: iter([]), 30))
print('generators', parked(lambda: (i for i in ()), 30))
print('bound methods', parked(lambda: parked.__call__, 30))
print('exceptions', parked(lambda: ValueError(), 30))
print('memory errors', parked(lambda: MemoryError(), 30))
