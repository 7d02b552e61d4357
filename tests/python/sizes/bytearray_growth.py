import sys


def changes(b, step, n):
    out = [(len(b), sys.getsizeof(b))]
    for _ in range(n):
        step(b)
        now = sys.getsizeof(b)
        if now != out[-1][1]:
            out.append((len(b), now))
    return out


b = bytearray()
print('append', changes(b, lambda b: b.append(1), 200))
print('pop', changes(b, lambda b: b.pop(), 200))
print('extend', changes(bytearray(), lambda b: b.extend(b'abc'), 30))
print('iadd', changes(bytearray(), lambda b: b.__iadd__(b'abcd'), 30))
print('del first', changes(bytearray(60), lambda b: b.__delitem__(0), 60))
b = bytearray(b'hello')
print('literal', sys.getsizeof(b), b.__alloc__())
b.clear()
print('clear', sys.getsizeof(b), b.__alloc__())
print('sized', [sys.getsizeof(bytearray(n)) for n in (0, 1, 2, 10, 100)])
print('bytes', [sys.getsizeof(bytes(n)) for n in (0, 1, 2, 10, 100)])
print('from range', [sys.getsizeof(bytearray(range(n))) for n in (0, 1, 2, 10, 100)])
print('slices', sys.getsizeof(bytearray(100)[10:20]), sys.getsizeof(bytearray(100) + b'x'), sys.getsizeof(bytearray(3) * 5))
