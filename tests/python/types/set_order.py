# Sets iterate in the order of their table: hashes of ints, and of str with PYTHONHASHSEED=0.
print({5, 3, 8, 1, 100, -1, -2, 64, 32, 7})
print(set(range(20, 0, -1)), set(range(0, 100, 7)), set(range(1000, 1010)), {2**k for k in range(12)}, {-k for k in range(10)})
print({'apple', 'banana', 'cherry', 'date', 'elderberry'}, set('hello world'), set('abcdefghij'), {'a', 1, 'b', 2, None, True, (1, 2), 1.5})
print(frozenset(['x', 'y', 'z']), frozenset(range(8)), frozenset('mississippi'))
s = set()
for i in [8, 0, 16, 24, 1, 9, 17]:
    s.add(i)
    print(s)
s.remove(0)
print(s)
s.add(32)
print(s)
s.add(0)
print(s)
s = {8, 0, 16}
t = {16, 0, 8}
print(s, t, s == t, list(s) == list(t))
s = set(range(100))
for i in range(95):
    s.discard(i)
print(s)
s.update(range(200, 203))
print(s, s.pop(), s.pop(), s)
print({1.5, 2.5, -0.5, 1e10, 0.1}, {10**20, 2**61, 2**61 - 1, 2**64, -(2**61)}, {True, 2, False}, {(), (1,), (1, 2), (2, 1)}, {b'a', b'b', b'c'}, {1j, 2j, 1 + 1j})
print(set('the quick brown fox jumps over the lazy dog'.split()))
print({'a', 'b'} | {'c', 'd'}, {1, 2, 3} & {3, 2}, {'x', 'y', 'z'} - {'y'}, {5, 6} ^ {6, 7}, set([3, 1]) | set([2, 40]), {40, 1, 80}.copy(), set({40: 1, 8: 2, 0: 3}))
print([x for x in {30, 10, 20}], sorted({'b', 'a'}), list(map(str, {9, 8, 7})), dict.fromkeys({33, 1, 65}), max({'q', 'p'}), {*{16, 8}, 24})
a = {i * 8 for i in range(6)}
print(a, a.pop(), a.pop(), a)
a.add(3)
a.add(11)
print(a)
words = [f'w{i}' for i in range(30)]
print(set(words))
print(list(set(words[:10]) & set(words[5:15])))
print({hash(x) for x in ('a', 'b')} == {hash('a'), hash('b')}, hash('apple') % 8, hash('banana') % 32)
