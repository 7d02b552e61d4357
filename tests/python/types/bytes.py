b = b'hello \x00\xff'
print(b, len(b), b[0], b[-1], b[0:3], b[::-1], list(b), b'l' in b, 108 in b, b + b'!', b * 2, b == b'hello \x00\xff', b < b'i', hash(b'abc') == hash(b'abc'), b.hex(), b.hex(' '), b.hex('-', 2), b.hex(':', -3))
print(bytes(3), bytes([1, 2]), bytes('é', 'utf-8'), bytes(b'x'), bytes(bytearray(b'y')), bytes(range(3)), bytes(), bytes((65, 66)), bytes.fromhex('48 65 6c'), bytes.fromhex(''), bytes(memoryview(b'mv')), bytes('a', encoding='ascii', errors='strict'))
print(b.find(b'l'), b.find(108), b.rfind(b'l'), b.index(b'o'), b.count(b'l'), b.count(108), b.startswith(b'he'), b.startswith((b'x', b'h')), b.endswith(b'\xff'), b.replace(b'l', b'L'), b.replace(b'l', b'', 1), b.split(b'l'), b.split(), b.rsplit(b'l', 1), b.partition(b' '), b.rpartition(b'l'), b'a\nb\r\nc'.splitlines(), b' x '.strip(), b'xax'.strip(b'x'), b'xax'.lstrip(b'x'), b'xax'.rstrip(b'x'))
print(b'Hello World'.upper(), b'Hello'.lower(), b'hello world'.title(), b'hello'.capitalize(), b'Hello'.swapcase(), b'abc'.isalpha(), b'12'.isdigit(), b'a1'.isalnum(), b' '.isspace(), b'ab'.islower(), b'AB'.isupper(), b'Ab'.istitle(), b'\xff'.isascii(), b'\xe9'.upper())
print(b'-'.join([b'a', b'b']), b''.join([]), b'a'.center(5, b'*'), b'a'.ljust(3) + b'|', b'a'.rjust(3, b'.'), b'-5'.zfill(4), b'a\tb'.expandtabs(4), b'abc'.translate(None, b'b'), b'abc'.translate(bytes.maketrans(b'ab', b'xy')), b'prefix'.removeprefix(b'pre'), b'suffix'.removesuffix(b'fix'))
print(b'abc'.decode(), b'\xc3\xa9'.decode('utf-8'), b'\xe9'.decode('latin-1'), b'\xff'.decode('ascii', 'replace'), b'\xff'.decode('utf-8', 'ignore'), b'\xff'.decode('utf-8', 'backslashreplace'), ascii(b'\xff\xfe'.decode('utf-8', 'surrogateescape')), b'a\x00'.decode('utf-16-le'), ascii(b'\xf0\x9f\x98\x80'.decode()), ascii(b'\xed\xa0\x80'.decode('utf-8', 'surrogatepass')))
print(b'%d %s %r %x %c %b %5.1f %%' % (5, b'x', 'y', 255, 65, b'z', 1.25), b'%a' % 'é', b'%s' % b'a', b'%10s|%-10s|' % (b'a', b'b'), b'%c' % b'q')
print(repr(b'\'"\t\n\r\x00\x7f\x80\\'), repr(b"it's"), repr(b'"'), str(b'a'), f'{b"x"!r}', [b'a'], ascii(b'\xe9'))
print(sorted([b'b', b'a']), max(b'abc'), b'a' == 'a', b'a' == bytearray(b'a'), b'' == b'', bool(b''), b'a' < b'b', b'a' < b'ab', {b'a': 1}[b'a'], tuple(b'ab'), sum(b'ab'), iter(b'a').__next__(), hash(b''), hash(b'abc') == hash('abc'))
for seq in [b'\x80', b'\xc3', b'\xc3(', b'\xe2\x82', b'\xf5\x80\x80\x80', b'\xc0\x80', b'\xed\xa0\x80', b'ab\xffcd', b'\xf0\x9f\x98', b'\xe2\x28\xa1']:
    try:
        seq.decode()
    except UnicodeDecodeError as e:
        print(seq, e, e.start, e.end, e.reason, ascii(seq.decode(errors='replace')))
for code in ['b[99]', 'b["a"]', 'b[0] = 1', 'b + "a"', '"a" + b', 'b.find("a")', 'b % 1', 'bytes(-1)', 'bytes([256])', 'bytes("a")', 'bytes(["a"])', 'bytes(1.5)', 'bytes(None)', 'b"a" < "a"', '"a" in b', '300 in b', 'b.join(["a"])', 'b.decode("nope")', 'b.split("a")', 'bytes.fromhex("zz")', 'bytes.fromhex("abc")', 'b.hex(1)', 'b.hex("é")', 'b"%d" % "a"', 'b"%b" % "a"', 'b"%s" % 5', 'b"%c" % 256', 'b.replace("a", "b")', 'b.startswith("h")', 'b.x']:
    try:
        exec(code)
        print(code, 'fine')
    except Exception as e:
        print(code, '->', type(e).__name__, e)


class B:
    def __bytes__(self): return b'from __bytes__'


class Sub(bytes): pass


print(bytes(B()), Sub(b'abc'), type(Sub(b'abc')[1:]).__name__, type(Sub(b'a') + b'b').__name__, Sub(b'x') == b'x', repr(Sub(b'r')))
