# Strings are sequences of code points, whatever their width.
for s in ['', 'abc', 'naïve', 'Ω≈ç√', '日本語', '😀🎉', 'a\U0001F468\u200D\U0001F469', 'e\u0301', '\ud800', 'mixed é日😀']:
    print(ascii(s), len(s), len(s.encode('utf-8', 'surrogatepass')), ascii(s[::-1]), ascii(s.upper()), s.isidentifier(), [hex(ord(c)) for c in s][:4], s.isascii(), hash(s) == hash(s + ''))
print('é' == 'e\u0301', 'ﬁ'.casefold() == 'fi', 'ß'.casefold() == 'SS'.casefold(), 'İ'.lower() == 'i̇', 'Σ'.lower(), 'ΑΣ'.lower(), 'ς'.upper(), 'ŉ'.upper(), 'ǰ'.upper(), '\u0390'.upper())
print(*(f'{ord(c):#x}:{c.isalpha():d}{c.isdigit():d}{c.isdecimal():d}{c.isnumeric():d}{c.isspace():d}{c.isupper():d}{c.islower():d}{c.istitle():d}{c.isprintable():d}{c.isalnum():d}' for c in 'Aa1 \t\x00é²½٣\u00a0\u2003\u200bǅªⅧ日あ가😀\ud800\u0301_\u00ad\ufeff\U0001D7D8'), sep=' ')
print('日本'.center(6, '*'), '日本'.ljust(4) + '|', '😀'.zfill(3), '%5s|%-5s|' % ('é', '日'), f'{"😀":>3}|{"é":^5}|{"日本":.1}', '日本語'.find('語'), '日本語'.index('本'), 'a😀b'.partition('😀'), '😀a😀'.split('😀'), '日'.join('ab'), '😀'.replace('😀', ':)'), 'aé'.encode('latin-1'), '日'.encode('utf-16-be').hex(), '😀'.encode('utf-16-be').hex())
print('\N{GREEK SMALL LETTER ALPHA}\N{BLACK HEART SUIT}\N{SNOWMAN}\N{LATIN SMALL LETTER E WITH ACUTE}', '\u00e9\xe9\351', '\U0001f40d', ascii('\N{ZERO WIDTH JOINER}'))
print(sorted(['é', 'e', 'z', 'a', 'Z', 'ä', '日', '😀', '\uffff']), max('aé日😀'), min('aé日😀'), 'a' < 'é' < '日' < '\uffff' < '😀')
print(list('é日😀'), [*'👍🏽'], tuple('ñ'), set('éé') == {'é'}, dict.fromkeys('日本日'), 'é' in 'café', '\u0301' in 'cafe\u0301', 'café'.count('é'), 'ééé'.rfind('é'), 'x'.join('日本語'), '日本語'[-1], '日本語'[:2], '😀😁😂'[1:], '😀x'[1])
x = 'ünïcödé'
ünïcödé = 5
print(ünïcödé, x.capitalize(), x.title(), x.swapcase(), x.encode('ascii', 'xmlcharrefreplace'), x.encode('ascii', 'backslashreplace'), x.encode('ascii', 'replace'), x.encode('ascii', 'ignore'), x.encode('ascii', 'namereplace')[:30])
ℌ = 1
print('H' in globals(), H)
print(repr('\u200b\u200e\u2060\ufeff\u2028\x85\xad\u0378\U000e0100\U0010ffff'), repr('tab\tnl\ncr\rnull\0bell\a'), repr('é日😀'), ascii('é日😀\ud800'))
for b, e in [(b'\xff\xfeA\x00', 'utf-16'), (b'\xef\xbb\xbfA', 'utf-8-sig'), (b'\xef\xbb\xbfA', 'utf-8'), (b'\x00A', 'utf-16-be'), (b'A\x00\x00\x00', 'utf-32-le'), (b'\xe9', 'latin-1'), (b'\xe9', 'iso-8859-1'), (b'caf\xe9', 'cp1252'), (b'abc', 'ascii'), (b'abc', 'US-ASCII'), (b'abc', 'utf8'), (b'abc', 'UTF-8'), (b'abc', 'U8')]:
    try:
        print(e, ascii(b.decode(e)))
    except (UnicodeError, LookupError) as x:
        print(e, x)
