import sys


def changes(s, values):
    out = [(0, sys.getsizeof(s))]
    for v in values:
        s.add(v)
        now = sys.getsizeof(s)
        if now != out[-1][1]:
            out.append((len(s), now))
    return out


s = set()
print('add', changes(s, range(20000)))
while len(s) > 1:
    s.pop()
print('popped', sys.getsizeof(s))
s.clear()
print('clear', sys.getsizeof(s))
s = set(range(10))
print('of ten', sys.getsizeof(s))
for i in range(9):
    s.discard(i)
print('nine discarded', sys.getsizeof(s))
for i in range(100, 104):
    s.add(i)
print('four added', sys.getsizeof(s))
print('copy', sys.getsizeof(s.copy()), sys.getsizeof(set(s)), sys.getsizeof(frozenset(s)))
for n in 0, 1, 4, 5, 8, 18, 19, 20, 50, 77, 100:
    r = range(n)
    print(n, sys.getsizeof(set(r)), sys.getsizeof(set(list(r))), sys.getsizeof({i for i in r}), sys.getsizeof(frozenset(r)), sys.getsizeof(set(dict.fromkeys(r))), sys.getsizeof(set(r) | set()), sys.getsizeof(set(set(r))))
a, b = set(range(50)), set(range(25, 75))
print('operations', sys.getsizeof(a | b), sys.getsizeof(a & b), sys.getsizeof(a - b), sys.getsizeof(a ^ b))
a |= b
print('in place', sys.getsizeof(a))
a -= b
print('in place minus', sys.getsizeof(a))
