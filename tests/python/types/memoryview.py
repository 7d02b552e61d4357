m = memoryview(b'abcdef')
print(m[0], m[-1], m[1:4].tobytes(), m[::2].tolist(), len(m), m.nbytes, m.itemsize, m.format, m.ndim, m.shape, m.strides, m.suboffsets, m.readonly, m.contiguous, m.c_contiguous, m.f_contiguous, m.obj)
print(list(m), bytes(m), m.tolist(), m.hex(), m == b'abcdef', b'abcdef' == m, m[1:] == b'bcdef', m == m[:], m != b'x', 97 in m, hash(m) == hash(b'abcdef'), str(m)[:10], bool(memoryview(b'')), m.tobytes('C'))
b = bytearray(b'hello')
w = memoryview(b)
w[0] = 72
w[1:3] = b'EL'
w[-1:] = b'O'
print(b, w.readonly, w.toreadonly().readonly)
c = m.cast('B')
print(c.tolist(), memoryview(b'\x01\x00\x02\x00').cast('H').tolist(), memoryview(b'\x01\x00\x00\x00\xff\xff\xff\xff').cast('i').tolist(), memoryview(b'abcd').cast('c').tolist(), memoryview(b'abcdef').cast('B', [2, 3]).tolist(), memoryview(b'abcdef').cast('B', (2, 3))[1, 2])
for code in ['m[9]', 'm[0] = 1', 'w[0] = 256', 'w[0] = "a"', 'w[0:2] = b"xyz"', 'w["a"]', 'w[0:2] = 5', 'memoryview("x")', 'memoryview(5)', 'memoryview()', 'm.cast("Q")', 'm.cast("x")', 'm[1.5]', 'm.x', 'del w[0]', 'm + m', 'hash(w)', 'm < m', 'm[0, 0]', 'b.append(1)', 'b.clear()', 'b[0:2] = b"xyz"', 'w.cast("H")', 'm()', 'iter(m[::2]) and 1']:
    try:
        exec(code)
        print(code, 'fine')
    except Exception as e:
        print(code, '->', type(e).__name__, e)
w.release()
b.append(33)
print(b)
for code in ['w[0]', 'len(w)', 'w.tolist()', 'repr(w)[:18]', 'w == w', 'w.release()', 'bytes(w)', 'w.obj']:
    try:
        print(code, eval(code))
    except ValueError as e:
        print(code, '->', e)
with memoryview(b'x') as v:
    pass
try:
    v[0]
except ValueError as e:
    print(e)
print(sum(memoryview(b'\x01\x02')), max(memoryview(b'az')), list(reversed(memoryview(b'ab'))), b''.join([memoryview(b'a'), b'b']), b'x' + memoryview(b'y'), bytearray(memoryview(b'z')), int(memoryview(b'12')), memoryview(memoryview(b'q')).tobytes(), b'abc'.find(memoryview(b'c')), memoryview(b'abc')[::-1].tobytes())
