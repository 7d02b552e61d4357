def f(x):
    match x:
        case 0: return 'zero'
        case 1 | 2 | 3: return 'small'
        case -1: return 'minus one'
        case 1.5: return 'float'
        case 2 + 3j: return 'complex'
        case 'a' | 'b': return 'letter'
        case b'x': return 'bytes'
        case None: return 'none'
        case True: return 'true'
        case False: return 'false'
        case 'c' 'd': return 'joined'
        case y if y == 100: return f'guard {y}'
        case str(): return 'some str'
        case _: return 'other'


for x in [0, 1, 2, -1, 1.5, 2 + 3j, 'a', b'x', None, True, False, 1.0, 0.0, 'cd', 100, 99, 'zzz', [], (0,)]:
    print(repr(x), f(x))


def nothing(x):
    match x:
        case 1: print('one')
    return 'fell through'


print(nothing(1), nothing(2))
match 5:
    case n: pass
print(n)
match (1, 2):
    case (a, b) if a > b: print('greater')
    case (a, b) if a < b: print('less', a, b)
match 'tuple', 5:
    case 'tuple', x: print(x)
match [1, [2, 3]]:
    case [a, [b, c]] as whole: print(a, b, c, whole)
match 5:
    case (1 | 5) as v: print('or', v)
match = 1
case = 2
match match:
    case case if case: print('soft', match, case)
print(match, case)
match, case = case, match
match[0] if 0 else print(match)
def g(match): return match
print(g(match=3))
class C:
    match = 1
    def case(self): return self.match
print(C().case())
match (yield_ := 5):
    case 5: print('walrus')
match 1, :
    case [x]: print('one tuple', x)
match {}, []:
    case {}, []: print('empty both')


class Eq:
    def __eq__(self, o):
        print('eq', o)
        return o == 2


match Eq():
    case 1: print('1')
    case 2: print('2')
match float('nan'):
    case float() as x if x != x: print('nan')
match 10**20:
    case 100000000000000000000: print('big')
match '':
    case '': print('empty')
match -0.0:
    case 0: print('zero')
x = 'unchanged'
match 7:
    case x if False: pass
    case _: print(x)
