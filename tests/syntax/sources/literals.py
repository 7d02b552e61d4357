0, 00, 1, 1_000_000, 0xFF, 0X_ff, 0o17, 0b1010, 123456789012345678901234567890, 9007199254740992, 0xFFFFFFFFFFFFFFFFFF
1.5, 1., .5, 1e10, 1E-5, 1_0.5_0e1_0, 0.1, 1e400, 00.5, 09.5, 1_2e3
1j, 1.5J, 1e3j, 0j, 09j
None, True, False, ...
'a', "b", 'it''s', u'unicode', U"x", r'\d', R"\n", b'bytes', Rb'\x', bR"\x", '', b''
'''triple
quoted'''
"""with "quotes" inside"""
'a' "b" '''c'''
u'a' 'b', 'a' u'b'
b'a' b'b' B"c"
('implicit'
 'concatenation'  # comment
 'over lines')
'\a\b\f\n\r\t\v\\\'\"\x41\101\0\u00e9\U0001F600\
continued'
b'\x00\xff\101\n'
'é', 'żółć', '日本語', '😀' + x, 'ﬁ', "😀" 'ab'
