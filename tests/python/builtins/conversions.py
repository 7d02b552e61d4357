print(int(), int(3.9), int('0b11', 0), int('-0x1f', 16), float(), float('1e3'), complex(), complex('1j'), str(), str(1.0), bool(), bool('False'), bytes(), bytearray(), list(), tuple(), dict(), set(), frozenset(), object().__class__)
print(list('ab'), tuple([1]), set([1, 1]), frozenset('a'), dict(a=1), dict([(1, 2)]), dict({1: 2}), list({1: 2}), list(range(2)), tuple(x for x in 'ab'), list(b'ab'), str([1]), str({1: 'a'}), str((1,)), repr({1}), list(map(list, [(1, 2)])), tuple({1: 2}.items()))


class I:
    def __int__(self): return 5

    def __index__(self): return 6

    def __float__(self): return 5.5

    def __bool__(self): return False

    def __str__(self): return 'I!'

    def __bytes__(self): return b'I'

    def __iter__(self): return iter([1, 2])

    def __len__(self): return 2

    def __complex__(self): return 1j

    def __hash__(self): return 3


i = I()
print(int(i), float(i), bool(i), str(i), bytes(i), list(i), tuple(i), set(i), complex(i), hash(i), len(i), hex(i), range(i), [*i], dict([i]), sum(i), max(i))


class OnlyIndex:
    def __index__(self): return 7


class Trunc:
    def __trunc__(self): return 8


print(int(OnlyIndex()), float(OnlyIndex()), complex(OnlyIndex()), bytes(OnlyIndex()), 'a' * OnlyIndex(), bin(OnlyIndex()), round(1.23456789, OnlyIndex()), chr(OnlyIndex()).encode(), '%d' % OnlyIndex(), '%c' % OnlyIndex())
try:
    print(int(Trunc()))
except TypeError as e:
    print(e)


class Keys:
    def keys(self): return ['a', 'b']

    def __getitem__(self, k): return k.upper()


print(dict(Keys()), {**Keys()}, dict(Keys(), c=1))
for t in (int, float, complex, str, bytes, bytearray, list, tuple, dict, set, frozenset, bool, range, slice, object, type, enumerate, zip, map, filter, reversed, memoryview, property, classmethod, staticmethod, super):
    try:
        t(1, 2, 3, 4, 5, 6)
        print(t.__name__, 'takes six')
    except (TypeError, ValueError) as e:
        print(t.__name__, '->', e)
for t in (int, float, complex, str, list, tuple, dict, set, bool, bytes):
    try:
        print(t.__name__, t(x=1))
    except TypeError as e:
        print(t.__name__, '->', e)
print(str(b'x'), str(b'x', 'utf-8'), bytes('x', 'utf-8'), int(b'5'), float(b'5'), int(bytearray(b'5')), list(bytearray(b'a')), tuple(memoryview(b'a')), set('aab') == {'a', 'b'}, dict(['ab', 'cd']), bool(0.0), bool(0j), bool(''), bool(b''), bool(()), bool({}), bool(set()), bool(range(0)), bool(None), bool(...), bool(object()), bool(bytearray()), bool(memoryview(b'')))
print(type(int('5')) , type(1 + True), type(1 + 1.0), type(1.0 + 1j), type(True + True), type(5 / 5), type(5 // 5), type(5.0 // 5), type(2**-1), type(10**-2), type('a' + 'b'), type([] + []), type(1 < 2), type(not 1), type(1 and 'a'), type(None), type(-True), type(~False), type(+True), type(True & True), type(round(1.5)), type(round(1.5, 1)), type(abs(-1.5)), type(divmod(1, 1)), type(sum([])), type(1j.real))
