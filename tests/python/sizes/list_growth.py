import sys


def changes(l, step, n):
    out = [(len(l), sys.getsizeof(l))]
    for i in range(n):
        step(l, i)
        now = sys.getsizeof(l)
        if now != out[-1][1]:
            out.append((len(l), now))
    return out


grown = []
print('append', changes(grown, lambda l, i: l.append(i), 300))
print('capacities', [(s - 56) // 8 for _, s in changes([], lambda l, i: l.append(i), 1000)])
print('pop', changes(grown, lambda l, i: l.pop(), 300))
print('insert', changes([], lambda l, i: l.insert(0, i), 50))
print('pop first', changes(list(range(50)), lambda l, i: l.pop(0), 50))
print('extend by 3', changes([], lambda l, i: l.extend([1, 2, 3]), 30))
print('+= tuple', changes([], lambda l, i: l.__iadd__((1, 2)), 30))
print('extend generator', changes([], lambda l, i: l.extend(x for x in range(3)), 20))
print('slice insert', changes([], lambda l, i: l.__setitem__(slice(1, 1), [1, 2]), 20))
print('del last', changes(list(range(40)), lambda l, i: l.__delitem__(-1), 40))
print('del slice', changes(list(range(64)), lambda l, i: l.__delitem__(slice(0, 3)), 20))
print('*=', changes([1], lambda l, i: l.__imul__(2), 8))
l = [1, 2, 3]
l.append(4)
print('[1,2,3] append', sys.getsizeof(l))
l = [1, 2, 3]
l.extend([4, 5])
a = sys.getsizeof(l)
l += [6]
print('extend, +=', a, sys.getsizeof(l))
l.clear()
print('clear', sys.getsizeof(l))
l.append(1)
print('append after clear', sys.getsizeof(l))
l = list(range(10))
del l[5:]
print('del l[5:]', sys.getsizeof(l))
l[:] = []
print('l[:] = []', sys.getsizeof(l))
l = list(range(100))
l[10:] = range(5)
print('shorter slice', len(l), sys.getsizeof(l))
l.sort()
l.reverse()
print('sort and reverse', sys.getsizeof(l))
l.remove(3)
print('remove', sys.getsizeof(l))
l = [x for x in range(9)]
print('comprehension', sys.getsizeof(l), sys.getsizeof(l[:]), sys.getsizeof(l.copy()), sys.getsizeof(list(l)), sys.getsizeof(l + []), sys.getsizeof([*l]))
print('sort keeps', sys.getsizeof(sorted(range(9))), sys.getsizeof(sorted(x for x in range(9))), sys.getsizeof(list(reversed(range(9)))))
