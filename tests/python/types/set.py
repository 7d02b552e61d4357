s = {3, 1, 2}
s.add(4)
s.add(3)
s.discard(99)
s.remove(4)
s.update([5, 6], (7,), {8: 1})
print(s, len(s), 3 in s, {1, 2} <= s, {1, 2} < s, s >= {1}, s > s, s == {1, 2, 3, 5, 6, 7, 8}, s != set(), s.isdisjoint([99]), s.issubset(range(100)), s.issuperset([1]))
a, b = {1, 2, 3, 4}, {3, 4, 5}
print(a | b, a & b, a - b, a ^ b, a.union(b, [9]), a.intersection(b, [3]), a.difference(b, [1]), a.symmetric_difference(b), a.union(), a.copy() == a)
c = set(a)
c |= b
print(c)
c &= {1, 3, 5}
print(c)
c -= {1}
c ^= {5, 7}
print(c)
c.intersection_update([7, 3], [3])
c.difference_update([100])
c.symmetric_difference_update([1, 3])
print(c, c.pop(), c)
c.clear()
print(c, set(), frozenset(), frozenset([1, 2]), {1: 2}.keys() | {3}, set('hello') == set('olhe'), bool(set()), set(range(5)), {*'aab'} == {'a', 'b'}, repr({1}), str(frozenset({1})), [set()], {frozenset({1})})
f = frozenset([1, 2, 3])
print(f | {4}, type(f | {4}).__name__, type({4} | f).__name__, f & {1, 2}, hash(f) == hash(frozenset([3, 2, 1])), {f: 'key'}[frozenset({3, 2, 1})], f == {1, 2, 3}, {1, 2, 3} == f, {1, 2} in {frozenset({1, 2})}, f - {1}, f ^ {9}, hash(frozenset()), hash(frozenset([1])), hash(frozenset([1, 2, 3])), hash(frozenset(['a'])) != 0)
print({1, 1.0, True}, {0, False, 0.0}, {'a', 'b'} == {'b', 'a'}, {(1, 2), (1, 2)}, len({float('nan'), float('nan')}), {None}, {10**20, 1e20})
for code in ['s.remove(99)', 'set().pop()', '{[]}', '{{}}', 's.add([])', '{1} + {2}', '{1} | [2]', '[2] & {1}', '{1} < [1]', 's.update(5)', 's.x', 's[0]', 'hash(s)', 'f.add(1)', 'f.clear()', 'set(5)', 'set(1, 2)', 'frozenset(1, 2)', 's -= 5', 's |= [1]', 'f[0]', 's.union(5)', '{1} - 5', 's()', '{1} < 5', 's.discard([])', '[] in s', '{1} in s', 'set(x=1)', 's.add()', 's.pop(1)', '{*5}', 's.issubset(5)', 's.isdisjoint(5)']:
    try:
        exec(code)
        print(code, 'fine', end=' ')
    except Exception as e:
        print(code, '->', type(e).__name__, e)
print()
for change in ['t.add(99)', 't.discard(2)', 't.add(1)', 't.clear()']:
    t = {1, 2, 3}
    try:
        for x in t:
            exec(change)
        print(change, 'fine', t)
    except RuntimeError as e:
        print(change, '->', e)


class S(set): pass


class F(frozenset): pass


print(S([1]), type(S([1]) | {2}).__name__, type({2} | S([1])).__name__, type(S([1]).copy()).__name__, F([1]), type(F([1]) | {2}).__name__, type(F([1]).copy()).__name__, S([1]) == {1}, repr(S()), repr(F()))
print(set([1, 2]).__contains__(1), {1}.__or__([2]), {1}.__le__({1, 2}), {1}.__eq__([1]), {1}.__len__(), {3, 4}.__iter__().__length_hint__(), sorted({3, 1, 2}), sum({1, 2}), max({1, 2}), list({5}), [*{6}])
