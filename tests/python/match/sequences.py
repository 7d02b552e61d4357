def f(x):
    match x:
        case []: return 'empty'
        case [1]: return 'just one'
        case [1, 2, *rest]: return f'one two {rest}'
        case [first, *_, last] if first == last: return f'same ends {first}'
        case (a, b): return f'pair {a} {b}'
        case [*init, 'end']: return f'ends {init}'
        case [[a], [b, *c]]: return f'nested {a} {b} {c}'
        case [a, *middle, c]: return f'three or more {a} {middle} {c}'
        case [_]: return 'single'
    return 'not a sequence'


for x in [[], [1], (1,), [1, 2], (1, 2, 3, 4), [5, 6, 5], 'ab', ['x', 'end'], [1, 'end'], ['p', 'q', 'end'], [[1], [2, 3]], range(3), range(5, 8), b'ab', bytearray(b'ab'), {1, 2}, {1: 2}, iter([1, 2]), memoryview(b'ab'), [9], None, 5, ('a', 'b', 'c')]:
    print(type(x).__name__, f(x))


class Seq:
    def __len__(self): return 2

    def __getitem__(self, i): return i


print(f(Seq()))


class L(list): pass


class T(tuple): pass


class S(str): pass


print(f(L([1, 2])), f(T((3, 4))), f(S('ab')))
match [1, 2, 3, 4, 5]:
    case [a, *_, e]: print(a, e)
match (1, (2, (3, ()))):
    case (a, (b, (c, ()))): print(a, b, c)
match [[1, 2], [3, 4]]:
    case [[a, b], [c, d]] if a + d == b + c: print('balanced')
match ['go', 'north']:
    case ['go', ('north' | 'south') as d]: print('direction', d)
match [1, 2]:
    case [int(), str()]: print('no')
    case [int(a), int(b)]: print('ints', a, b)
match [1]:
    case *all_, : print(all_)
match (1, 2):
    case x, : print('one')
    case x, y: print('two')
match range(10):
    case [0, 1, *rest]: print(rest, type(rest).__name__)


class Log(list):
    def __len__(self):
        print('len')
        return super().__len__()

    def __getitem__(self, i):
        print('get', i)
        return super().__getitem__(i)


match Log([1, 2, 3]):
    case [a, b]: print('two')
    case [a, *r]: print(a, r)
match Log([1, 2]):
    case [_, 5]: print('no')
    case [_, _]: print('wild')
match [1, 2, 3]:
    case [1, x] | [1, x, _]: print('alternatives', x)
command = 'load file.txt'
match command.split():
    case ['load', name]: print('loading', name)
    case ['quit' | 'exit']: print('bye')
