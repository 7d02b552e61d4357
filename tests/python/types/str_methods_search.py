s = 'banana bandana'
print(s.find('an'), s.find('an', 2), s.find('an', 2, 4), s.find(''), s.find('', 14), s.find('', 15), s.find('x'), s.find('an', -5), s.find('a', -1), s.find('b', 0, 0))
print(s.rfind('an'), s.rfind('an', 0, 5), s.rfind(''), s.rfind('', 3), s.rfind('', 0, 3), s.rfind('x'), s.rfind('banana'), s.index('d'), s.rindex('d'))
print(s.count('an'), s.count('ana'), s.count(''), s.count('a', 3), s.count('a', 3, 6), ''.count(''), ''.count('a'), 'aaaa'.count('aa'), s.count('', 14), s.count('', 15))
print(s.startswith('ban'), s.startswith('ana', 1), s.startswith(('x', 'b')), s.startswith(''), s.startswith('', 14), s.startswith('', 15), s.startswith('an', 1, 2), s.startswith(()), s.endswith('ana'), s.endswith(('x', 'na')), s.endswith('', 14, 3), s.endswith('ban', 0, 3))
print('ana' in s, '' in s, 'x' not in s, s in s, 'é' in 'café', '' in '', 'a' in '')
print(s.replace('an', 'AN'), s.replace('an', '', 2), s.replace('', '-'), s.replace('', '-', 3), s.replace('a', 'aa'), s.replace('x', 'y'), s.replace('a', 'b', 0), s.replace('a', 'b', -1), ''.replace('', 'x'), 'aaa'.replace('aa', 'b'), s.replace('banana bandana', ''))
print(s.split('a'), s.split('an', 1), s.split(), ' a  b '.split(), ' a  b '.split(' '), 'a,b,c'.split(',', 0), 'a b c'.split(None, 1), '  a b  c '.split(None, 1), ''.split(), ''.split(','), 'a\u2003b\xa0c\x1fd'.split(), 'abc'.split('abc'), 'a,b'.split(',', -1), 'a,b,c'.split(sep=',', maxsplit=1))
print(s.rsplit('a'), s.rsplit('an', 1), ' a  b c '.rsplit(None, 1), 'a,b,c'.rsplit(',', 1), ''.rsplit(), 'a  b'.rsplit(maxsplit=0), ' x '.rsplit(' ', 1))
print(s.partition('an'), s.partition('x'), s.rpartition('an'), s.rpartition('x'), 'a'.partition('a'))
print('a\nb\r\nc\rd'.splitlines(), 'a\nb\n'.splitlines(True), '\n'.splitlines(), ''.splitlines(), 'a\x0bb\x0cc\x1cd\x85e\u2028f\u2029g'.splitlines(), '\r\n\n\r'.splitlines(True), 'x\n\ny'.splitlines(keepends=False))
print('  x '.strip(), '  x '.lstrip() + '|', '  x '.rstrip() + '|', 'xxaxx'.strip('x'), 'abcba'.strip('ab'), 'abcba'.lstrip('ab'), 'abcba'.rstrip('ab'), 'x'.strip('x'), '\t\n x\x0b\u3000'.strip(), 'x'.strip(''), 'axa'.strip(None))
print('TestHook'.removeprefix('Test'), 'TestHook'.removesuffix('Hook'), 'x'.removeprefix('y'), 'abc'.removeprefix(''), 'abc'.removesuffix(''), 'abcabc'.removeprefix('abc'))
print('-'.join(['a', 'b']), ''.join([]), ','.join('abc'), '-'.join(('x',)), ', '.join({'k': 1}), '.'.join(str(i) for i in range(3)), 'é'.join(['日', '本']))
print('abc'.center(9, '*') + '|', 'abc'.center(8), 'ab'.center(5, '*'), 'abc'.center(6, '*'), 'abc'.center(2), 'abc'.ljust(6, '.'), 'abc'.rjust(6, '.'), '42'.zfill(5), '-42'.zfill(5), '+42'.zfill(5), ''.zfill(3), '--1'.zfill(5), 'é'.ljust(3, '日'))
print('a\tb'.expandtabs(), 'ab\tc\td'.expandtabs(4), '\t'.expandtabs(0), 'a\n\tb'.expandtabs(2), 'a\tb'.expandtabs(-1), 'abcd\te'.expandtabs(4))
t = str.maketrans('abc', 'xyz', 'd')
print('abcd'.translate(t), t, 'abc'.translate({97: 'AA', 98: None, 99: 100}), str.maketrans({'a': 'b', 5: None}), 'a€b'.translate({8364: 'EUR'}), 'abc'.translate(str.maketrans('', '', 'b')))


class T:
    def __getitem__(self, c):
        if c == 97: raise LookupError
        return chr(c + 1)


print('abz'.translate(T()))
print('hello'.encode(), 'é'.encode('latin-1'), 'é€'.encode('utf-8'), '😀'.encode('utf-16-le'), 'é'.encode('ascii', 'replace'), 'é'.encode('ascii', 'ignore'), 'é€'.encode('ascii', 'xmlcharrefreplace'), 'é€😀'.encode('ascii', 'backslashreplace'), 'é'.encode('ascii', 'namereplace'), 'a'.encode('utf-16'), 'a'.encode('utf-32-be'), '\udc80'.encode('utf-8', 'surrogateescape'))
