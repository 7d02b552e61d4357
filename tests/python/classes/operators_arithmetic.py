class V:
    def __init__(self, n): self.n = n

    def __repr__(self): return f'V({self.n})'


ops = {'add': '+', 'sub': '-', 'mul': '*', 'truediv': '/', 'floordiv': '//', 'mod': '%', 'pow': '**', 'matmul': '@', 'and': '&', 'or': '|', 'xor': '^', 'lshift': '<<', 'rshift': '>>'}


def make(kind, name):
    def method(self, other, *more):
        return (kind + name, self, other, *more)

    return method


for name in ops:
    setattr(V, f'__{name}__', make('', name))
    setattr(V, f'__r{name}__', make('r', name))
v, w = V(1), V(2)
for name, op in ops.items():
    print(eval(f'v {op} w'), eval(f'v {op} 5'), eval(f'5 {op} v'))
for name, op in ops.items():
    x = v
    exec(f'x {op}= 3')
    print(x)


class I:
    def __init__(self): self.log = []

    def __iadd__(self, o):
        self.log.append(('iadd', o))
        return self

    def __imatmul__(self, o): return 'imatmul'

    def __isub__(self, o): return NotImplemented

    def __sub__(self, o): return 'sub'

    def __ipow__(self, o): return ('ipow', o)


i = I()
i += 1
i += 2
print(i.log)
j = i
j @= 1
print(j)
j = i
j -= 1
print(j)
j = i
j **= 2
print(j)
print(pow(v, 2), pow(v, 2, 3), pow(2, v), divmod)


class U:
    def __neg__(self): return 'neg'

    def __pos__(self): return 'pos'

    def __invert__(self): return 'invert'

    def __abs__(self): return 'abs'

    def __round__(self, n=None): return ('round', n)

    def __trunc__(self): return 'trunc'

    def __floor__(self): return 'floor'

    def __ceil__(self): return 'ceil'

    def __int__(self): return 11

    def __float__(self): return 1.5

    def __complex__(self): return 2j

    def __index__(self): return 3

    def __divmod__(self, o): return ('divmod', o)

    def __rdivmod__(self, o): return ('rdivmod', o)


import math

u = U()
print(-u, +u, ~u, abs(u), round(u), round(u, 2), math.trunc(u), math.floor(u), math.ceil(u), int(u), float(u), complex(u), divmod(u, 1), divmod(1, u))
print('abcdef'[u], range(10)[u], [0] * u, hex(u), bin(u), chr(u), [1, 2, 3, 4][u:], bytes(u), 'x' * u, math.sqrt(u), math.gcd(u, 6))
for code in ['v + u if 0 else u + 1', '1 + u', 'u - u', '-object()', '~1.5', '+"a"', '-[]', 'abs("x")', 'round("x")', 'u @ 1', '1 << u if 0 else u << 1', '{} | 1', '{} + {}', '[] - []', '"a" * "b"', '1 + "1"', '"1" + 1', '[] + ()', '() + []', 'None + 1', '1 // None', '2 ** "x"', 'pow(2, "x")', 'pow(2, 3, "x")', 'divmod(1, "x")', '1 % []', '1 & 1.5', '1 | "x"', 'i -= None', 'x = 1; x += "s"', 'x = []; x += 5', 'x = "s"; x *= "t"', 'x = {}; x |= 5', 'x = 1; x @= 2', 'x = 2; x **= "y"', 'int + 1', 'len * 2', '... + 1', 'object() < 1']:
    try:
        if '=' in code:
            exec(code)
            print(code, 'fine')
        else:
            print(code, eval(code))
    except TypeError as e:
        print(code, '->', e)
