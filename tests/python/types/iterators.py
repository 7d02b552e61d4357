for make in [lambda: iter([1, 2, 3]), lambda: iter((1, 2)), lambda: iter('ab'), lambda: iter({1: 2, 3: 4}), lambda: iter({1: 2}.values()), lambda: iter({1: 2}.items()), lambda: iter({5}), lambda: iter(range(3)), lambda: iter(b'ab'), lambda: iter(bytearray(b'ab')), lambda: reversed([1, 2]), lambda: reversed('ab'), lambda: reversed(range(3)), lambda: reversed({1: 2}), lambda: enumerate('ab', 5), lambda: zip([1, 2], 'ab'), lambda: map(str, [1, 2]), lambda: filter(None, [0, 1]), lambda: iter([1, 2].pop, 1), lambda: (x for x in [1]), lambda: iter(memoryview(b'ab'))]:
    it = make()
    print(type(it).__name__, iter(it) is it, list(it), list(it), next(make()), hasattr(it, '__length_hint__') and make().__length_hint__(), hasattr(it, '__reduce__'))
print(list(zip()), list(zip([1])), list(zip([1, 2], [3])), list(zip('ab', range(5), [True])), list(zip([1, 2], [3, 4], strict=True)), list(enumerate([], 1)), list(enumerate('ab', -1)), list(enumerate('a', 10**20)), list(map(lambda *a: a, [1, 2], [3, 4, 5])), list(map(None.__class__, [])), list(filter(lambda x: x % 2, range(5))), list(filter(None, ['', 'a', 0, []])))
a = [1, 2, 3]
it = iter(a)
next(it)
a.clear()
print(list(it))
a.extend([4, 5])
print(list(it))
it = iter(a)
list(it)
a.append(6)
print(list(it))
r = reversed(b := [1, 2, 3])
b.pop()
print(list(r))
it = iter(lambda: len(b), 1)
print(next(it), type(it).__name__)
b.pop()
print(list(it), next(it, 'done'))


class Count:
    def __init__(self, n): self.i, self.n = 0, n

    def __iter__(self): return self

    def __next__(self):
        self.i += 1
        if self.i > self.n: raise StopIteration
        return self.i


class Restart:
    def __iter__(self): return Count(3)


c, r = Count(3), Restart()
print(list(c), list(c), list(r), list(r), sum(Count(4)), max(Count(3)), dict(zip(Count(2), Count(2))), 2 in Count(3), [*Count(2)], tuple(Count(2)), sorted(Count(3), reverse=True), next(Count(1)), next(Count(0), 'empty'), list(zip(Count(2), r)))


class Fails:
    def __iter__(self): return self

    def __next__(self): raise ValueError('next failed')


for code in ['list(Fails())', 'for x in Fails(): pass', 'next(Fails())', '[*Fails()]', 'sum(Fails())', 'zip(Fails()).__next__()', 'dict(Fails())', '1 in Fails()', 'tuple(map(str, Fails()))', 'a, b = Fails()', 'max(Fails())', '",".join(Fails())', 'set(Fails())', 'sorted(Fails())', 'list(enumerate(Fails()))', 'bytes(Fails())', 'any(Fails())', 'next(iter([]))', 'next(5)', 'iter(5)', 'iter(len)', 'iter([], 1)', 'next(iter([]), None)', 'iter([]).__next__()', 'list(zip([1], [1, 2], strict=True))', 'list(zip([1, 2], [1], strict=True))', 'list(zip([], [1], [1], strict=True))', 'list(map(int, ["1", "x"]))', 'list(filter(int, ["1", "x"]))', 'enumerate(5)', 'reversed({1, 2})', 'reversed(iter([]))', 'map(1)', 'zip(1)', 'list(map(5, [1]))']:
    try:
        exec(code)
        print(code, 'fine')
    except (ValueError, TypeError, StopIteration) as e:
        print(code, '->', type(e).__name__, e)
z = zip(it1 := iter([1, 2, 3]), it2 := iter([1]))
print(list(z), list(it1), list(it2))
s = iter({1, 2})
print(s.__length_hint__(), next(s) in (1, 2), s.__length_hint__())
li = iter([1, 2, 3, 4])
next(li)
print(li.__reduce__()[1], li.__setstate__(3), list(li), iter([]).__reduce__()[1])
