"""
Writes unicode_name_table.ts from the names that unicodedata of the Python that runs this has (3.12: Unicode 15.0).

    python3.12 src/text/unicode_names.py /usr/share/perl/5.36.0/unicore/Name.pl > src/text/unicode_name_table.ts

A name is told against the one before it: how many words they share at the start, then the other words. A word that several
names have is one or two characters, an index into WORDS; the others are taken from RARE_WORDS in turn.
"""

import collections
import re
import sys
import unicodedata

# Characters that need no escape in a JavaScript string; the first of them counts shared words.
DIGITS = ''.join(chr(c) for c in range(33, 127) if chr(c) not in "'\\")
SINGLE = 46
RARE = DIGITS[-1]
FIRST = DIGITS[SINGLE:-1]
ALGORITHMIC = ('CJK UNIFIED IDEOGRAPH-', 'HANGUL SYLLABLE ', 'CJK COMPATIBILITY IDEOGRAPH-')


def is_named(cp):
    name = unicodedata.name(chr(cp), '')
    return name and not name.startswith(ALGORITHMIC)


def aliases(perl_names):
    """
    (name, code point) of what lookup() knows beside the names of name(): control characters, corrections, abbreviations.
    unicodedata does not list them; the candidates are the words of Perl's table.
    """
    found = {}
    with open(perl_names) as table:
        candidates = [f'VS{i}' for i in range(1, 257)]
        for text in re.split(r'[\t\n]', table.read()):
            candidates += [text, re.sub(r'^[0-9A-F ]+ ', '', text)]
    for name in candidates:
        try:
            character = unicodedata.lookup(name)
        except KeyError:
            continue
        if name.isupper() and len(character) == 1 and unicodedata.name(character, '') != name:
            found[name] = ord(character)
    return sorted(found.items(), key=lambda item: (item[1], item[0]))


def ranges(prefix):
    result = []
    for cp in range(0x110000):
        if unicodedata.name(chr(cp), '').startswith(prefix):
            if result and result[-1][1] == cp - 1:
                result[-1][1] = cp
            else:
                result.append([cp, cp])
    return ','.join(f'{a:x} {b:x}' for a, b in result)


def literal(text):
    lines = [text[i:i + 112] for i in range(0, len(text), 112)]
    return ' +\n  '.join(f"'{line}'" for line in lines)


def main(alias_list):
    codes = [cp for cp in range(0x110000) if is_named(cp)]
    names = [unicodedata.name(chr(cp)).split(' ') for cp in codes]
    names += [name.split(' ') for name, _ in alias_list]
    told = []
    previous = []
    for name in names:
        shared = 0
        while shared < min(len(name), len(previous)) and name[shared] == previous[shared]:
            shared += 1
        told.append((shared, name[shared:]))
        previous = name
    counts = collections.Counter(w for _, words in told for w in words)
    common = [w for w, n in counts.most_common() if n > 1][:SINGLE + len(FIRST) * len(DIGITS)]
    index = {w: i for i, w in enumerate(common)}
    rare = []
    text = []
    for shared, words in told:
        item = DIGITS[shared]
        for w in words:
            i = index.get(w)
            if i is None:
                rare.append(w)
                item += RARE
            elif i < SINGLE:
                item += DIGITS[i]
            else:
                i -= SINGLE
                item += FIRST[i // len(DIGITS)] + DIGITS[i % len(DIGITS)]
        text.append(item)
    runs = []
    for cp in codes:
        if runs and sum(runs[-1]) == cp:
            runs[-1][1] += 1
        else:
            runs.append([cp, 1])
    print(f'// Written by unicode_names.py from the Unicode {unicodedata.unidata_version} data of CPython 3.12.')
    print()
    print('/** Words that several names have, the most frequent first. */')
    print(f"export const WORDS =\n  {literal(' '.join(common))};")
    print()
    print('/** Words that one name has, in the order of the names. */')
    print(f"export const RARE_WORDS =\n  {literal(' '.join(rare))};")
    print()
    print('/** Code points that have names here: hexadecimal start and length of runs. */')
    print(f"export const NAMED =\n  {literal(','.join(f'{a:x} {n:x}' for a, n in runs))};")
    print()
    print('/** Code points of the aliases, which follow the names. */')
    print(f"export const ALIASED =\n  {literal(','.join(f'{cp:x}' for _, cp in alias_list))};")
    print()
    print('/** The names. */')
    print(f"export const NAMES =\n  {literal(' '.join(text))};")
    for constant, prefix in zip(('IDEOGRAPHS', 'SYLLABLES', 'COMPATIBILITY_IDEOGRAPHS'), ALGORITHMIC):
        print()
        print(f"/** Code points named {prefix.rstrip(' -')}. */")
        print(f"export const {constant} = '{ranges(prefix)}';")


main(aliases(sys.argv[1]))
