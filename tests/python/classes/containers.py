class Box:
    def __init__(self, *items): self.items = list(items)

    def __len__(self): return len(self.items)

    def __getitem__(self, k):
        print('get', k, end='; ')
        return self.items[k]

    def __setitem__(self, k, v):
        print('set', k, v)
        self.items[k] = v

    def __delitem__(self, k):
        print('del', k)
        del self.items[k]


b = Box(1, 2, 3)
print(b[0], b[-1], b[1:], b[::2], len(b))
b[0] = 10
b[1:2] = [5, 6]
del b[0]
print(list(b), 5 in b, 99 in b, [x for x in b], *b)
print(list(reversed(b)), max(b), sum(b), sorted(b, reverse=True), tuple(enumerate(b)))
x, y, z = b
print(bool(b), bool(Box()), list(zip(b, b)), ''.join(map(str, b)))
b[0] += 5
print(b.items)


class Contains:
    def __contains__(self, x): return x


class Iter:
    def __init__(self, n): self.n = n

    def __iter__(self): return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n


print(1 in Contains(), 0 in Contains(), [] not in Contains(), 3 in Iter(5), 9 in Iter(5), list(Iter(3)), max(Iter(4)))


class OldIter:
    def __getitem__(self, i):
        if i > 3:
            raise IndexError
        return i * i


print(list(OldIter()), 4 in OldIter(), 5 in OldIter(), iter(OldIter()).__next__(), max(OldIter()))


class Bad:
    def __len__(self): return -1

    def __iter__(self): return 5

    def __contains__(self, x): raise ValueError('contains')

    def __getitem__(self, i): raise KeyError(i)

    def __bool__(self): return 5

    def __next__(self): return 1

    def __index__(self): return 'x'

    def __reversed__(self): return 'reversed'

    def __length_hint__(self): return 'x'


bad = Bad()
for code in ['len(bad)', 'iter(bad)', '1 in bad', 'bad[0]', 'bool(bad)', 'list(bad)', '[1][bad]', 'reversed(bad)', 'bad[0] = 1', 'del bad[0]', 'range(bad)', 'next(bad)', 'if bad: pass', 'for x in bad: pass', 'a, b = bad', '[*bad]', 'not bad', 'bad and 1', 'while bad: pass', 'len(5)', 'iter(5)', 'next([])', '1 in 5', '5[0]', '5[0] = 1', 'del 5 [0]', 'None[0]', '[][None]', '{}[[]]', '()["a"]', '"abc"["a"]', '(1, 2)[0] = 1', '"abc"[0] = "x"', '[1, 2][5]', '[][0]', '()[0]', '""[0]', 'range(3)[5]', '{}[1]', 'int[0]', 'list[0]', 'object()[0]', '(x for x in [])[0]', '{1}[0]', 'len[0]', '[1, 2]["a":]', '[1, 2][1.5]', '[1][2**100]', 'b""[0]', 'bytearray()[0]', '[0, 1][::0]', 'del (1, 2)[0]', 'del "a"[0]', 'del {1}[0]']:
    try:
        exec(code)
        print(code, 'fine')
    except Exception as e:
        print(code, '->', type(e).__name__, e)


class Big:
    def __len__(self): return 2**100


class Hint:
    def __length_hint__(self): return 10

    def __iter__(self): return iter([1])


try:
    len(Big())
except OverflowError as e:
    print(e)
print(list(Hint()))


class Generic:
    def __class_getitem__(cls, k): return f'{cls.__name__}[{k}]'


print(Generic[int], Generic[1, 2], list[int], dict[str, int], tuple[int, ...], list[int] == list[int], type(list[int]).__name__, list[int].__origin__, list[int].__args__, list[int]([1]))
