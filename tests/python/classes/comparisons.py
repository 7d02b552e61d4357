class Full:
    def __init__(self, v): self.v = v

    def __eq__(self, o): return self.v == o.v if isinstance(o, Full) else NotImplemented

    def __lt__(self, o): return self.v < o.v if isinstance(o, Full) else NotImplemented

    def __le__(self, o): return self.v <= o.v if isinstance(o, Full) else NotImplemented

    def __repr__(self): return f'Full({self.v})'


a, b, c = Full(1), Full(2), Full(1)
print(a == c, a != c, a == b, a != b, a < b, b < a, a > b, b > a, a <= c, a >= c, a == 1, a != 1)
print(sorted([b, a, c]), max(a, b), min(b, a), sorted([b, a], reverse=True), a in [c], [a, b].index(c), [a, c].count(a))
for code in ['hash(a)', '{a}', '{a: 1}', 'a < 1', '1 < a', 'a >= "x"', 'sorted([a, 1])', 'max(a, 1)']:
    try:
        print(code, eval(code))
    except TypeError as e:
        print(code, '->', e)


class Odd:
    def __eq__(self, o): return 'not a bool'

    def __lt__(self, o): return []

    def __ne__(self, o): return 0


o = Odd()
print(o == 1, o < 1, o != 1, o > o, 1 == o, bool(o == 1), o in [1], [o] == [1], [o] != [1], (o,) < (1,))


class Default:
    pass


d = Default()
print(d == d, d == Default(), d != d, d != Default(), hash(d) == hash(d), d.__eq__(5), d.__ne__(d), d.__lt__(d), object.__eq__(d, d))
try:
    d < d
except TypeError as e:
    print(e)


class EqOnly:
    def __eq__(self, o): return True


print(EqOnly() != 5, EqOnly.__hash__, EqOnly() == None, None == EqOnly())


class HashBack(EqOnly):
    __hash__ = object.__hash__


print(isinstance(hash(HashBack()), int))


class HashBad:
    def __hash__(self): return 'x'


class HashBig:
    def __hash__(self): return 2**64 + 5


class HashMinus:
    def __hash__(self): return -1


class HashBool:
    def __hash__(self): return True


try:
    hash(HashBad())
except TypeError as e:
    print(e)
print(hash(HashBig()) == hash(2**64 + 5), hash(HashMinus()), hash(HashBool()), HashMinus().__hash__())
print(1 < 2 < 3, 1 < 3 > 2, (1 < 2) == True, 1 < 2 == True)


class Log:
    def __init__(self, n): self.n = n

    def __lt__(self, o):
        print('lt', self.n, o.n, end='; ')
        return self.n < o.n


x, y, z = Log(1), Log(2), Log(3)
print(x < y < z, y < x < z)


def val(n):
    print('val', n, end='; ')
    return n


print(val(1) < val(2) < val(0) < val(9))
nan = float('nan')
print(nan == nan, nan != nan, nan is nan, nan in [nan], [nan] == [nan], {nan: 1}[nan], nan < 1, nan > 1, float('nan') in [nan], (nan,) == (nan,), min(nan, 1), max(1, nan))
print(1 == 1.0 == True, 0 == False == 0.0, 1 == 1 + 0j, '1' == 1, [1] == (1,), {1} == frozenset([1]), b'a' == 'a', bytearray(b'a') == b'a', range(3) == [0, 1, 2], range(0) == range(5, 5), {} == [], None == 0)
print([1, 2] < [1, 3], [1] < [1, 0], [] < [0], (1, 'a') < (1, 'b'), 'abc' < 'abd', 'Z' < 'a', b'a' < b'b', {1} < {1, 2}, {1, 2} <= {1}, {3} < {1, 2}, [[1], 2] < [[1], 3])
for code in ['[1] < ["a"]', '1 < "a"', '{} < {}', '1j < 2j', 'None < None', '[] < ()', '"a" < b"a"', 'range(1) < range(2)', 'int < str', 'print < len', '(1, "a") < (1, 2)', '{1} < [1]', '1 < None', 'object() >= 1']:
    try:
        print(code, eval(code))
    except TypeError as e:
        print(code, '->', e)
