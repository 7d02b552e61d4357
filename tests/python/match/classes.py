class Point:
    __match_args__ = ('x', 'y')

    def __init__(self, x, y): self.x, self.y = x, y


class Point3(Point):
    __match_args__ = ('x', 'y', 'z')

    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z


class Plain:
    def __init__(self, **k): self.__dict__.update(k)


def f(p):
    match p:
        case Point3(x, y, z): return f'3d {x} {y} {z}'
        case Point(0, 0): return 'origin'
        case Point(0, y=y): return f'on y {y}'
        case Point(x=x, y=0): return f'on x {x}'
        case Point(x, y) if x == y: return 'diagonal'
        case Point(): return 'point'
        case Plain(a=1, b=b): return f'plain {b}'
        case Plain(): return 'some plain'
        case int(n) | float(n): return f'number {n}'
        case str(s): return f'str {s}'
        case list([a, b]): return f'list of two {a} {b}'
        case tuple((a, *_)): return f'tuple {a}'
        case dict({'k': v}): return f'dict {v}'
        case bool(): return 'never, bool is int'
        case type(): return 'a class'
        case Exception(args=(m, *_)): return f'exception {m}'
        case bytes(b): return f'bytes {b}'
        case set() | frozenset(): return 'set'
        case object(__class__=c): return f'object of {c.__name__}'


for p in [Point3(1, 2, 3), Point(0, 0), Point(0, 5), Point(5, 0), Point(3, 3), Point(1, 2), Plain(a=1, b=2), Plain(a=2), Plain(), 5, 2.5, True, 'x', [1, 2], [1], (1, 2), (), {'k': 1}, {}, int, ValueError('m'), ValueError(), b'y', {1}, None, range(2)]:
    print(f(p))


class TwoArgs:
    __match_args__ = ('a',)


class BadArgs:
    __match_args__ = ['a']


class BadArg:
    __match_args__ = (1,)


class NoArgs: pass


class Dup:
    __match_args__ = ('a', 'a')
    a = 1


t = TwoArgs()
for pattern, subject in [('TwoArgs(1, 2)', 'TwoArgs()'), ('BadArgs(1)', 'BadArgs()'), ('BadArg(1)', 'BadArg()'), ('NoArgs(1)', 'NoArgs()'), ('Dup(1, 1)', 'Dup()'), ('TwoArgs(1)', 'TwoArgs()'), ('TwoArgs(a=1)', 'TwoArgs()'), ('int(1, 2)', '1'), ('int(real=1)', '1'), ('t()', '1'), ('f()', '1'), ('Point(1, x=2)', 'Point(1, 2)'), ('str(1)', '"a"'), ('None()', '1'), ('Point(1, 2, 3)', 'Point(1, 2)'), ('NoArgs()', '5'), ('list(x=1)', '[]'), ('complex(1)', '1j'), ('object(1)', '1')]:
    try:
        exec(f'match {subject}:\n case {pattern}: print("matched", {pattern!r})\n case _: print("no match", {pattern!r})')
    except (TypeError, SyntaxError) as e:
        print(pattern, '->', type(e).__name__, e)


class Meta(type):
    def __instancecheck__(cls, o): return o == 'magic'


class M(metaclass=Meta): pass


match 'magic':
    case M(): print('instancecheck used')


class Prop:
    __match_args__ = ('v',)

    @property
    def v(self):
        print('property read')
        return 9


match Prop():
    case Prop(1): print('1')
    case Prop(9): print('9')


class Raises:
    @property
    def x(self): raise ValueError('in property')


try:
    match Raises():
        case Raises(x=1): pass
except ValueError as e:
    print(e)


class Color:
    RED = 'red'
    GREEN = 'green'


def color(c):
    match c:
        case Color.RED: return 'is red'
        case Color.GREEN: return 'is green'
        case str.__name__: return 'dotted'
    return '?'


print(color('red'), color('green'), color('str'), color('x'))
