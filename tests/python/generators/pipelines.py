def read(lines):
    for line in lines:
        yield line.strip()


def grep(pattern, lines):
    return (l for l in lines if pattern in l)


def numbered(lines):
    for n, l in enumerate(lines, 1):
        yield f'{n}: {l}'


text = ['  apple pie ', 'banana', ' apple tart', 'cherry']
print(list(numbered(grep('apple', read(text)))))


def take(n, it):
    for _, x in zip(range(n), it):
        yield x


def primes():
    found = []
    n = 2
    while True:
        if all(n % p for p in found if p * p <= n):
            found.append(n)
            yield n
        n += 1


print(list(take(15, primes())))


def sieve(it):
    p = next(it)
    yield p
    yield from sieve(x for x in it if x % p)


def naturals(n):
    while True:
        yield n
        n += 1


print(list(take(8, sieve(naturals(2)))))


def permutations(items):
    if not items:
        yield []
    for i in range(len(items)):
        for rest in permutations(items[:i] + items[i + 1:]):
            yield [items[i]] + rest


print(list(permutations([1, 2, 3])))


def windows(it, n):
    buf = []
    for x in it:
        buf.append(x)
        if len(buf) == n:
            yield tuple(buf)
            buf.pop(0)


print(list(windows(range(5), 3)))


def merge(a, b):
    a, b = iter(a), iter(b)
    x, y = next(a, None), next(b, None)
    while x is not None or y is not None:
        if y is None or (x is not None and x <= y):
            yield x
            x = next(a, None)
        else:
            yield y
            y = next(b, None)


print(list(merge([1, 4, 6], [2, 3, 7, 9])))


def broadcaster(targets):
    for t in targets:
        next(t)
    while True:
        item = yield
        for t in targets:
            t.send(item)


def printer(name):
    while True:
        print(name, (yield))


b = broadcaster([printer('p1'), printer('p2')])
next(b)
b.send('x')
b.send('y')


def scheduler(tasks):
    tasks = list(tasks)
    while tasks:
        t = tasks.pop(0)
        try:
            next(t)
            tasks.append(t)
        except StopIteration as e:
            print('done', e.value)


def task(name, n):
    for i in range(n):
        print(name, i)
        yield
    return name


scheduler([task('a', 2), task('b', 1), task('c', 3)])


class Tree:
    def __init__(self, v, l=None, r=None): self.v, self.l, self.r = v, l, r

    def __iter__(self):
        if self.l: yield from self.l
        yield self.v
        if self.r: yield from self.r


print(list(Tree(4, Tree(2, Tree(1), Tree(3)), Tree(6))), max(Tree(1, Tree(5))), 3 in Tree(3))


def hanoi(n, a='A', b='B', c='C'):
    if n:
        yield from hanoi(n - 1, a, c, b)
        yield a + c
        yield from hanoi(n - 1, b, a, c)


print(' '.join(hanoi(3)), sum(1 for _ in hanoi(10)))
def collatz(n):
    while n != 1:
        yield n
        n = 3 * n + 1 if n % 2 else n // 2
    yield 1
print(list(collatz(6)), max(collatz(27)))
def chunks(seq, n):
    it = iter(seq)
    while chunk := list(take(n, it)):
        yield chunk
print(list(chunks(range(7), 3)))
