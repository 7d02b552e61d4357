def f(x):
    match x:
        case [a, b] if a == b: return f'twins {a}'
        case [a, b] if (s := a + b) > 10: return f'sum {s}'
        case [a, *rest] if rest: return f'{a} then {rest}'
        case {'k': v, **rest} if not rest: return f'only k {v}'
        case {'k': v}: return f'k and more {v}'
        case (int() | float()) as n if n < 0: return f'negative {n}'
        case int(n) | str(n) if n: return f'truthy {n!r}'
        case None | False: return 'nothing'
        case _ if callable(x): return 'callable'
        case _: return 'default'


for x in [[1, 1], [6, 7], [1, 2], [1, 2, 3], [1], {'k': 1}, {'k': 1, 'z': 2}, -5, -2.5, 5, 0, 'a', '', None, False, True, len, object]:
    print(repr(x)[:20], '->', f(x))
calls = []


def check(tag, result):
    calls.append(tag)
    return result


match 5:
    case 4 if check('a', True): pass
    case 5 if check('b', False): pass
    case int() if check('c', True): print('third', calls)
match (1, 2):
    case (a, b) if False: pass
    case (a, c): print(a, b, c)
match [1, [2, [3, 4]]]:
    case [a, [b, [*c]]] as whole: print(a, b, c, whole)
match {'a': {'b': [1, {'c': 5}]}}:
    case {'a': {'b': [int(x), {'c': y}]}}: print(x, y)
match 'hello':
    case str() as s if len(s) > 3: print('long', s)
match [1, 2, 3]:
    case [1, *_] | [*_, 3] as m: print('or', m)
match (0, 5):
    case (0, x) | (x, 0): print('either', x)
try:
    match 1:
        case n if 1 / 0: pass
except ZeroDivisionError:
    print('guard raised', n)


def counter():
    n = 0
    while True:
        cmd = yield n
        match cmd:
            case 'inc' | None: n += 1
            case ('add', int(k)): n += k
            case {'set': k}: n = k
            case 'stop': return


c = counter()
print(next(c), c.send('inc'), c.send(('add', 5)), c.send({'set': 100}), c.send(('add', 'x')))
class Vec:
    __match_args__ = ('x', 'y')
    def __init__(self, x, y): self.x, self.y = x, y
match [Vec(1, 2), Vec(3, 4)]:
    case [Vec(x=0), _]: print('no')
    case [Vec(a, b), Vec(x=c, y=d)] if a < c: print(a, b, c, d)
match Vec(Vec(1, 2), [3, 4]):
    case Vec(Vec(p, q), [r, *s]): print(p, q, r, s)
x = 5
match x:
    case x if x > 3:
        x = 'rebound'
print(x)
for item in ['a', 1, [2], {'z': 3}]:
    match item:
        case str(): kind = 'str'; continue
        case int(): kind = 'int'
        case [inner] | {'z': inner}: kind = f'box of {inner}'
    print(kind)
def ret(v):
    for i in range(3):
        match i, v:
            case (1, 'one'): return 'first'
            case (2, _): return 'second'
print(ret('one'), ret('two'))
