import sys


def changes(d, keys):
    out = [(0, sys.getsizeof(d))]
    for k in keys:
        d[k] = 1
        now = sys.getsizeof(d)
        if now != out[-1][1]:
            out.append((len(d), now))
    return out


d = {}
print('int keys', changes(d, range(3000)))
for k in list(d):
    del d[k]
print('all deleted', sys.getsizeof(d))
d[1] = 1
print('one inserted', sys.getsizeof(d))
d.clear()
print('clear', sys.getsizeof(d))
d = {}
print('str keys', changes(d, [f'k{i}' for i in range(400)]))
for k in list(d):
    del d[k]
print('all deleted', sys.getsizeof(d))
d.clear()
print('clear', sys.getsizeof(d))
d = {'a': 1}
print('str', sys.getsizeof(d))
d[1] = 1
print('then int', sys.getsizeof(d))
del d[1]
print('int deleted', sys.getsizeof(d))
print('copy', sys.getsizeof(d.copy()), sys.getsizeof(dict(d)), sys.getsizeof({**d}))
d = {i: i for i in range(100)}
print('comprehension', sys.getsizeof(d))
while len(d) > 3:
    d.popitem()
print('popped', sys.getsizeof(d), 'copy', sys.getsizeof(d.copy()))
d.update({i: i for i in range(1000, 1010)})
print('updated', sys.getsizeof(d))
e = {}
e.update({i: i for i in range(50)})
print('update of empty', sys.getsizeof(e))
e.update((i, i) for i in range(100))
print('update from generator', sys.getsizeof(e))
e = {}
for i in range(1000):
    e[i] = 1
    if i >= 5:
        del e[i - 5]
print('queue', len(e), sys.getsizeof(e))
print('setdefault', changes({}, []), sys.getsizeof({}.setdefault(1, {})))
for n in 5, 6, 10, 11, 21, 22, 42, 43:
    print(n, sys.getsizeof(dict.fromkeys(range(n))), sys.getsizeof(dict.fromkeys(map(str, range(n)))), sys.getsizeof({i: i for i in range(n)}), sys.getsizeof(dict(zip(range(n), range(n)))), sys.getsizeof(dict.fromkeys(range(n)).copy()))
