# Who is asked first, and what NotImplemented does.
log = []


class A:
    def __init__(self, name='A'): self.name = name

    def __add__(self, o):
        log.append(f'{self.name}.__add__')
        return NotImplemented

    def __radd__(self, o):
        log.append(f'{self.name}.__radd__')
        return NotImplemented

    def __eq__(self, o):
        log.append(f'{self.name}.__eq__')
        return NotImplemented

    def __lt__(self, o):
        log.append(f'{self.name}.__lt__')
        return NotImplemented

    def __gt__(self, o):
        log.append(f'{self.name}.__gt__')
        return NotImplemented

    def __ne__(self, o):
        log.append(f'{self.name}.__ne__')
        return NotImplemented


class B(A):
    def __radd__(self, o):
        log.append(f'{self.name}.__radd__ of B')
        return 'B result'

    def __eq__(self, o):
        log.append(f'{self.name}.__eq__ of B')
        return 'B eq'

    def __gt__(self, o):
        log.append(f'{self.name}.__gt__ of B')
        return 'B gt'


class Inherits(A): pass


class Other:
    def __radd__(self, o):
        log.append('Other.__radd__')
        return 'other'

    def __eq__(self, o):
        log.append('Other.__eq__')
        return 'other eq'


def show(code):
    log.clear()
    try:
        r = eval(code)
    except TypeError as e:
        r = f'TypeError {e}'
    print(f'{code:24}', r, log)


a, a2, b, i, o = A('a'), A('a2'), B('b'), Inherits('i'), Other()
for code in ['a + a2', 'a + b', 'b + a', 'a + i', 'i + a', 'a + o', 'a + 1', '1 + a', 'o + a', 'b + b', 'a == a2', 'a == b', 'b == a', 'a == o', 'a == a', 'a != a2', 'a < a2', 'a < b', 'b > a', 'a > b', 'a != b', 'a == i', '1 == a', 'a == 1', 'a <= a2', 'a in [a2]', 'a in [a]', '[a] == [a2]', '[a] == [a]', '(a,) < (a2,)', 'a is a', 'sum([a, a2])', 'max(a, a2)']:
    show(code)


class IntLike(int):
    def __radd__(self, o):
        log.append('IntLike.__radd__')
        return 'intlike'

    def __add__(self, o):
        log.append('IntLike.__add__')
        return 'intlike add'

    def __eq__(self, o):
        log.append('IntLike.__eq__')
        return NotImplemented

    __hash__ = int.__hash__


x = IntLike(5)
for code in ['1 + x', 'x + 1', '1.5 + x', 'x == 5', '5 == x', 'x != 5', '[5] == [x]', '5 in {x: 1}', 'x + x', 'x - 1', 'sum([x])', '2 * x', 'True + x']:
    show(code)


class Seq:
    def __rmul__(self, o): return 'rmul'

    def __radd__(self, o): return 'radd'

    def __index__(self): return 2


s = Seq()
for code in ['[1] * s', '"a" * s', '[1] + s', '"a" + s', '(1,) * s', 'b"x" * s', '{} | s', '5 * s', 's * [1]']:
    show(code)


class NoneOp:
    __add__ = None
    __eq__ = None
    __hash__ = None
    __iter__ = None
    __len__ = None
    __contains__ = None
    __bool__ = None


n = NoneOp()
for code in ['n + 1', '1 + n', 'n == 1', 'hash(n)', 'iter(n)', 'len(n)', '1 in n', 'bool(n)', 'list(n)', 'not n', '{n}']:
    show(code)
