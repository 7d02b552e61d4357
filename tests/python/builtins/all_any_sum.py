print(all([]), all([1, 2]), all([1, 0]), any([]), any([0, '']), any([0, 1]), all(x > 0 for x in (1, 2)), any(x > 1 for x in (1, 2)))
log = []


def track(v):
    log.append(v)
    return v


print(all(track(x) for x in (1, 0, 2)), log)
log.clear()
print(any(map(track, (0, 3, 4))), log)
print(sum([]), sum([1, 2, 3]), sum([1, 2], 10), sum([1.5, 2]), sum([[1], [2]], []), sum([(1,), (2,)], ()), sum(range(101)), sum([10**20, 1]), sum({1: 'a', 2: 'b'}), sum([True, False, True]), sum([1], start=5), sum(x * x for x in range(4)), sum([0.1] * 10), sum([1e100, 1.0, -1e100]), sum([2**63, 2**63]), sum([1, 2.5, 3j]), sum([-0.0]), sum([-0.0, -0.0]), sum([1e308, 1e308, -1e308]), sum([float('inf'), 1]), sum([0.1, 0.2, 0.3, -0.6]))


class V:
    def __init__(self, n): self.n = n

    def __add__(self, o): return V(self.n + (o.n if isinstance(o, V) else o))

    __radd__ = __add__


print(sum([V(1), V(2)]).n, sum([V(1), V(2)], V(10)).n)
print(min(3, 1, 2), max([3, 1, 2]), min('b', 'a'), max('abc'), min([], default=None), max((), default='none'), max([1, 2, 3], key=lambda x: -x), min('bb', 'a', key=len), max('a', 'b', key=lambda c: 0), max({1: 'z', 2: 'a'}), max({1: 'z', 2: 'a'}, key={1: 'z', 2: 'a'}.get), min([[2, 1], [1, 9]]), max(1, 1.0), max(1.0, 1), min(True, 1), max(x for x in [3, 5]), min((5,)), max(-1, -2, key=abs))
print(abs(-3), abs(-2.5), abs(3 + 4j), abs(True), divmod(17, 5), divmod(-17, 5), divmod(17, -5), divmod(7.5, 2), divmod(10**20, 7), round(2.5), round(3.5), round(-2.5), round(2.567, 2), round(1234, -2), round(2.5, 0), round(5, 1), round(True), round(2.675, 2), round(1.005, 2), round(0.5), round(1e20), round(-0.4), round(2.5, None), round(number=3.7, ndigits=0), pow(2, 3), pow(2, 3, 5), pow(2, -1), pow(2.0, 3), pow(base=2, exp=3, mod=7), pow(3, -1, 11), pow(-2, -2), pow(0, 0))
print(bin(5), oct(8), hex(255), bin(-5), bin(True), hex(10**20), ord('a'), ord('€'), ord(b'x'), chr(97), chr(8364), chr(0x1F600), ascii('é€'), ascii([1, 'ü']), repr('x'), repr([1, 'a']), len('abc'), len({}), len(range(5)), hash(5), callable(len), callable(5), id(None) == id(None), bool([]), bool('0'))
for code in ['sum(["a", "b"])', 'sum("ab")', 'sum(["a"], "")', 'sum(5)', 'sum([1], 2, 3)', 'sum([], "")', 'sum([], b"")', 'sum([], bytearray())', 'sum([[]])', 'min()', 'min(1)', 'max([])', 'max(1, "a")', 'max([1], [2], default=1)', 'max([1], key=5)', 'min(1, 2, foo=3)', 'abs("x")', 'divmod(1, 0)', 'divmod("a", 1)', 'round("x")', 'round(1.5, "x")', 'round()', 'pow(1, 2, 0)', 'pow(2)', 'pow("a", 2)', 'pow(2, 2, 1.5)', 'pow(2.5, 2, 3)', 'pow(4, -1, 2)', 'chr(-1)', 'chr(1114112)', 'chr("a")', 'ord("")', 'ord("ab")', 'ord(1)', 'bin(1.5)', 'hex("a")', 'oct([])', 'len(5)', 'len(len)', 'hash([])', 'all(5)', 'any()', 'max(None)', 'max([None, 1])', 'all(iterable=[])', 'sum(iterable=[])', 'abs()', 'abs(1, 2)', 'hash({1: []}.values())==0']:
    try:
        print(code, eval(code))
    except Exception as e:
        print(code, '->', type(e).__name__, e)
