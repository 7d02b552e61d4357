for s in ['hello World', 'HELLO', 'ß straße', 'ǅ titlecase', "they're bill's", 'ﬁn', 'İstanbul', 'éÀ', '', '123abc', 'a1b2 c-d_e', 'ΑΣ ΑΣΑ', 'ŉ', 'x\u0345', '\u01c5', 'Ⅷ', '𐐨𐐀']:
    print(ascii(s), [ascii(f(s)) for f in (str.upper, str.lower, str.title, str.capitalize, str.swapcase, str.casefold)])
for s in ['abc', 'ABC', 'Abc', 'aB', 'abc1', '123', '٣', '²', '½', ' ', '', '\t\n', 'a b', 'Title Case', 'Title case', 'é', '日本', '_x', '1x', 'if', 'a-b', '\u2028', '\x00', '\xa0', 'Ⅷ', '\u0660', 'ª', 'ǅ', 'x\u0301', '\u3000', '\x1c', 'A1', '１']:
    print(ascii(s), *(int(f(s)) for f in (str.isalpha, str.isdigit, str.isdecimal, str.isnumeric, str.isalnum, str.islower, str.isupper, str.istitle, str.isspace, str.isidentifier, str.isprintable, str.isascii)))
