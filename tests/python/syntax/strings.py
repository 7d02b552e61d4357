print('a' "b" '''c''' """d""", r'\n', R'\t', b'bytes', B"\x41", br'\x41', Rb'\d', rB'', u'unicode', U'x')
print('\x41\u0042\U00000043\N{LATIN SMALL LETTER A}\101\7\n\t\\\'\"\a\b\f\v\r'.encode())
print('line \
continued', """triple
lines 'with' "quotes" """, '''ends with quote\'''')
print('\
', len('\0'), len('\x00\000'), '\400', '\177', b'\377')
print('a' 'b'
      'c')
print(r'\'', r'a\
b', len(r'\\'), rb'\xff', '\N{BULLET}\N{GREEK SMALL LETTER ALPHA}\N{euro sign}')
print('é', 'naïve', '日本', '😀', len('😀'), ascii('é😀'), '\ud800'.encode('utf-8', 'surrogatepass'))
print(b'\x00\xff', b'a\'b', b"it's", b'"', b'\'"', b'\n\t\r\\', bytes(range(128, 132)))
print(repr('it\'s'), repr('"'), repr('\'"'), repr('\n\x00\x7f\xa0\xad\u2028\ud800'), repr('\U000e0001 \U0001f600'))
for text in ["'abc", '"abc', "'''abc", "'\\x4'", "'\\u12'", "'\\U00110000'", "'\\N{none such}'", "'\\N'", "b'\\x1'", "b'é'", "'a' b'b'", "f'a' b'b'", "'\\u'", "ur'a'", "bu'a'", "'a\nb'", "'\\'"]:
    try:
        print(ascii(text), repr(eval(text)))
    except SyntaxError as e:
        print(ascii(text), '->', type(e).__name__, e.msg, e.lineno, e.offset)
