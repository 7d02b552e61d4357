def f(x):
    match x:
        case {'type': 'circle', 'r': r}: return f'circle {r}'
        case {'type': 'rect', 'w': w, 'h': h, **rest}: return f'rect {w} {h} {rest}'
        case {'nested': {'a': [1, b]}}: return f'nested {b}'
        case {1: one, None: none}: return f'{one} {none}'
        case {'k': int() | None as k}: return f'k {k}'
        case {-1: x, 2.5: y}: return f'numbers {x} {y}'
        case {'x': 1, **others} if others: return f'others {others}'
        case {}: return 'some mapping'
    return 'no mapping'


for x in [{'type': 'circle', 'r': 1}, {'type': 'circle'}, {'type': 'rect', 'w': 1, 'h': 2}, {'type': 'rect', 'w': 1, 'h': 2, 'z': 3}, {'nested': {'a': [1, 2], 'q': 0}}, {1: 'a', None: 'b'}, {'k': 5}, {'k': None}, {'k': 'str'}, {-1: 1, 2.5: 2}, {'x': 1, 'y': 2}, {'x': 1}, {}, [], 'abc', None]:
    print(x, f(x))


class D(dict): pass


class Missing(dict):
    def __missing__(self, k): return f'missing {k}'


class NotMapping:
    def __getitem__(self, k): return 1

    def keys(self): return ['type']

    def get(self, k, d=None): return 1


print(f(D(type='circle', r=2)), f(Missing()), f(Missing({'type': 'circle'})), f(NotMapping()))


class KEYS:
    A = 'key a'
    B = 2


match {'key a': 1, 2: 'two'}:
    case {KEYS.A: a, KEYS.B: b}: print(a, b)
try:
    match {'key a': 1, 'b': 2}:
        case {KEYS.A: a, 'key a': b}: print(a, b)
except ValueError as e:
    print(e)
match {'a': 1, 'b': 2}:
    case {**everything}: print(everything)
match {'a': {'b': {'c': 'deep'}}}:
    case {'a': {'b': {'c': v}}}: print(v)
d = {'a': 1, 'b': 2}
match d:
    case {'a': a, **rest}:
        rest['new'] = 1
        print(a, rest, d)
match {True: 'yes', 0: 'no'}:
    case {1: x, False: y}: print(x, y)
match {'list': [1, 2, 3]}:
    case {'list': [first, *_]}: print(first)
match {'a': 1}:
    case {'a': 1, 'b': _}: print('has b')
    case {'a': _}: print('only a')
print(type(globals()).__name__)
match globals():
    case {'__name__': name}: print(name)


class Log(dict):
    def get(self, k, default=None):
        print('get', k)
        return super().get(k, default)


match Log(a=1, b=2):
    case {'a': 1, 'z': _}: pass
    case {'a': x, 'b': y, **rest}: print(x, y, rest)
