s = 'héllo wörld😀!'
print(len(s), s[1], s[-1], s[-2], s[11], s[0:5], s[-3:], s[::2], s[::-1], s[5:2], s[100:], s[-100:3], s[3:-3], s[10:1:-2], s[:-12:-3])
print([s[i:j] for i in (0, 5, None) for j in (None, -1, 7)])
for c in '😀é':
    print(c, ord(c), len(c), ascii(c), c.encode())
print(s.index('😀'), s.find('!'), s.rfind('l'), '😀' in s, s.count('l'), s.replace('😀', '<smile>'), s.split('😀'), s[12] == '😀')
print('😀😀'[1], '😀a😀'[::-1], len('😀' * 3), '😀'.isprintable(), 'a😀b'.center(7, '*'), 'x😀'.rjust(4) + '|', '😀'.upper(), ('😀' + 'a')[1], '😀é'[-1], list('a😀b'), max('a😀'), sorted('b😀a'), '\ud83d\ude00' == '😀', len('\ud83d\ude00'))
print('abc' < 'abd', 'a' < 'B', 'é' > 'z', '' < 'a', 'abc' < 'abcd', '10' < '9', '\uffff' < '😀', '\ue000' < '😀', 'Z' < 'a', 'a' == 'a', 'a' != 'b', 'ab' >= 'ab')
print('ab' * 3, 3 * 'ab', 'a' * 0, 'a' * -1, '' * 5, 'é' * 2, 'a' + 'b', 'ab' 'cd')
print(list('abc'), tuple('ab'), set('a'), {c: i for i, c in enumerate('ab')}, [*'xy'], dict(zip('ab', 'cd')), ''.join(reversed('abc')), 'b' in 'abc', iter('ab').__next__())
print(hash('') == 0, hash('abc') == hash('ab' + 'c'), hash('a'), hash('hello'), hash('é'), hash('😀'), hash('a' * 100))
print(repr('a\'b'), repr("a\"b"), repr('\'"'), repr('\\'), repr('\t\r\n\x0b\x7f\x80\xa0\xad'), repr('\u200b\u2028\ufeff\U0001f600\U000e0001\ud800'), repr('日本é'), ascii('日本é😀'))
for code in ['s[99]', 's[-99]', 's["a"]', 's[1.0]', 's[None]', 's[0] = "x"', 'del s[0]', 's[::0]', 's["a":]', 's + 1', 's * "a"', 's - "a"', 's.x', 's()', '5 in s', 's < 5', '-s', 's % 5', 'len(s, s)', 'ord(s)', 's * 10**20']:
    try:
        exec(code)
        print(code, 'fine')
    except Exception as e:
        print(code, '->', type(e).__name__, e)
print(str(), str(5), str(None), str([1, 'a']), str(b'ab'), str(b'ab', 'ascii'), str(object=5), str(b'\xc3\xa9', encoding='utf-8'), str(b'\xff', errors='replace'), str(b'a', 'utf-8', 'strict'), str(memoryview(b'x'), 'ascii'), str(bytearray(b'q'), 'ascii'))
print(s[True], s[slice(1, 3)], s[::len(s)], 'abc'[-3], 'abcdef'[-4:-1], 'abc'[0:3:1], 'abc'[2:0:-1], 'abc'[2::-1], 'abc'[:0:-1], 'abcdefgh'[1:7:3])
print('a' 'b' == 'ab', 'ab'.__contains__('a'), 'ab'.__len__(), 'ab'.__getitem__(1), 'ab'.__add__('c'), 'ab'.__mul__(2), 'ab'.__eq__(5), 'ab'.__lt__('b'), 'ab'.__hash__() == hash('ab'), 'ab'.__iter__().__next__(), 'ab'.__mod__(()), 'ab'.__format__('>4'), 'ab'.__str__(), 'ab'.__repr__())
