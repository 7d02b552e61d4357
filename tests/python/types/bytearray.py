a = bytearray(b'hello')
a[0] = 72
a[1:3] = b'EL'
a.append(33)
a.extend(b'??')
a.extend([1, 2])
print(a, len(a), a[0], a[-1], a[1:3], type(a[1:3]).__name__, bytes(a))
a.insert(0, 62)
a.remove(33)
print(a.pop(), a.pop(0), a)
del a[0]
del a[-1:]
a.reverse()
print(a)
a += b'more'
a *= 2
print(a, a + b'x', b'x' + a, type(b'x' + a).__name__, type(a + b'x').__name__)
a[::2] = b'-' * len(a[::2])
print(a)
a.clear()
print(a, bool(a), a == b'', a == bytearray())
a = bytearray(range(10))
a[2:8] = b'xy'
print(a)
a[1:1] = b'inserted'
print(a)
del a[::3]
print(a, a.find(b's'), a.upper(), a.replace(b'e', b'E'), a.split(b'e'), a.decode('latin-1'), a.hex(), a.count(b'e'), a.startswith(b'\x00'))
print(bytearray(b'abc') == b'abc', b'abc' == bytearray(b'abc'), bytearray(b'a') < b'b', bytearray(3), bytearray('é', 'utf-8'), bytearray(), bytearray([1]), bytearray(b'a').copy(), bytearray.fromhex('ff00'), bytearray(b'x').__alloc__() >= 2)
print(repr(bytearray(b"it's")), str(bytearray(b'"')), [bytearray(b'a')], bytearray(b'%d') % 5, bytearray(b'a b').split(), bytearray(b'-').join([b'a', bytearray(b'b')]), type(bytearray(b'a').strip()).__name__)
m = memoryview(a := bytearray(b'shared'))
m[0] = 83
print(a, m[1:3].tobytes(), len(m), m.readonly, m.format, m.itemsize, m.nbytes, m.shape, m.strides, m.ndim, m.tolist(), m == b'Shared', m.hex())
try:
    a.append(1)
except BufferError as e:
    print(e)
m[1:3] = b'HA'
print(a)
m.release()
a.append(1)
print(a)
try:
    m[0]
except ValueError as e:
    print(e)
for code in ['a[99]', 'a[0] = 256', 'a[0] = "a"', 'a["x"]', 'a.append("x")', 'a.append(-1)', 'a.extend("x")', 'a.extend(5)', 'a.extend([300])', 'a.remove(200)', 'a.pop(99)', 'bytearray().pop()', 'a += "x"', 'a += 5', 'hash(a)', '{a}', 'bytearray(-1)', 'bytearray("x")', 'a[::2] = b"x"', 'a[0:2] = 5', 'a[0:2] = "x"', 'a.insert("x", 1)', 'a.insert(0, "x")', 'a * "x"', 'a < "x"', 'memoryview(b"x")[0] = 1', 'memoryview(5)', 'a.join([1])', 'a[1.0]', 'del a[99]']:
    try:
        exec(code)
        print(code, 'fine')
    except Exception as e:
        print(code, '->', type(e).__name__, e)
with memoryview(b'ctx') as v:
    print(v[0], v.obj)
print(memoryview(b'abcd')[::2].tolist(), memoryview(b'abcd')[1:][0], memoryview(b'ab').tobytes(), list(memoryview(b'ab')), memoryview(b'a') == memoryview(b'a'), hash(memoryview(b'a')) == hash(b'a'), bytes(memoryview(b'abc')[::-1]))
