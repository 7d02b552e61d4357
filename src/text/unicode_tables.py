"""Writes unicode_tables.ts from the Unicode data of the Python that runs this (3.12: Unicode 15.0).

    python3.12 src/text/unicode_tables.py

What str's methods do not answer directly is found by asking them: a character is Case_Ignorable when it does not
hide a letter from the final sigma rule, and so on.
"""

import _sre
import pathlib
import sys
import unicodedata
from fractions import Fraction
from itertools import groupby

CODE_POINTS = range(0x110000)
# One character names a record in the run-length text: printable, neither digit nor lower-case letter nor quote.
RECORD_NAMES = [c for c in map(chr, range(0x21, 0x7F)) if not c.isdigit() and not c.islower() and c not in "'\\`$"]
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def base36(n):
    sign, n, text = ("-", -n, "") if n < 0 else ("", n, "")
    while True:
        n, d = divmod(n, 36)
        text = DIGITS[d] + text
        if not n:
            return sign + text


def case_ignorable(c):
    return (("A" + c + "Σ").lower()[-1] == "ς") != ((" " + c + "Σ").lower()[-1] == "ς")


def record(c):
    flags = c.islower() | c.isupper() << 1 | c.isidentifier() << 2 | ("a" + c).isidentifier() << 3
    return unicodedata.category(c), flags | case_ignorable(c) << 4


def runs():
    table = [(key, len(list(group))) for key, group in groupby(record(chr(i)) for i in CODE_POINTS)]
    records = sorted({key for key, _ in table})
    name = dict(zip(records, RECORD_NAMES, strict=False))
    assert len(name) == len(records)
    text = "".join(name[key] + (base36(n) if n > 1 else "") for key, n in table)
    return records, "".join(RECORD_NAMES[: len(records)]), text


def ranges(pairs):
    """Text of (code point, value) pairs: 'gap count stride difference' for each run of equal difference."""
    out, end, i = [], 0, 0
    while i < len(pairs):
        cp, value = pairs[i]
        stride = pairs[i + 1][0] - cp if i + 1 < len(pairs) else 1
        n = 1
        if stride <= 2:
            while i + n < len(pairs) and pairs[i + n] == (cp + n * stride, value + n * stride):
                n += 1
        if n == 1:
            stride = 1
        out.append(" ".join(map(base36, (cp - end, n, stride, value - cp))))
        end = cp + (n - 1) * stride
        i += n
    return ",".join(out)


def case_map(mapped, base):
    """(ranges of one-character mappings, text of the longer ones) where `mapped` differs from `base`."""
    one, many = [], []
    for i in CODE_POINTS:
        value = mapped(chr(i))
        if value != base(chr(i)):
            if len(value) == 1:
                one.append((i, ord(value)))
            else:
                many.append(" ".join(base36(ord(c)) for c in (chr(i), *value)))
    return ranges(one), ",".join(many)


def numbers():
    """(ranges of digit values that are not decimals, ranges of other integers, fractions as 'code point n d')."""
    digit, integer, fraction = [], [], []
    for i in CODE_POINTS:
        c = chr(i)
        if c.isdecimal() or not c.isnumeric():
            continue
        value = unicodedata.numeric(c)
        if c.isdigit():
            assert value == unicodedata.digit(c)
            digit.append((i, int(value)))
        elif value == int(value):
            integer.append((i, int(value)))
        else:
            f = Fraction(value).limit_denominator(1000)
            fraction.append(" ".join(map(base36, (i, f.numerator, f.denominator))))
    return ranges(digit), ranges(integer), ",".join(fraction)


def constant(name, text):
    if len(text) <= 90:
        return f"export const {name} = '{text}';"
    chunks = [text[i : i + 110] for i in range(0, len(text), 110)]
    return f"export const {name} =\n  " + " +\n  ".join(f"'{chunk}'" for chunk in chunks) + ";"


def main():
    records, names, text = runs()
    upper, lower = case_map(str.upper, str), case_map(str.lower, str)
    title, fold = case_map(str.title, str.upper), case_map(str.casefold, str.lower)
    digit, integer, fraction = numbers()
    simple = {i: _sre.unicode_tolower(i) for i in CODE_POINTS}
    assert [i for i in CODE_POINTS if chr(simple[i]) != chr(i).lower()] == [0x130] and simple[0x130] == 0x69
    out = [
        f"// Written by unicode_tables.py from the Unicode {unicodedata.unidata_version} data of CPython 3.12. Numbers are in base 36.",
        "\n/** General category of each record, two letters each. */",
        constant("RECORD_CATEGORIES", "".join(c for c, _ in records)),
        "\n/** Flags of each record, one base-32 digit each: lower 1, upper 2, XID_Start 4, XID_Continue 8, Case_Ignorable 16. */",
        constant("RECORD_FLAGS", "".join(DIGITS[f] for _, f in records)),
        "\n/** The character that names each record in RUNS. */",
        constant("RECORD_NAMES", names),
        "\n/** All code points from 0: a record's name, then the length of the run when it is not 1. */",
        constant("RUNS", text),
        "\n// Maps: 'gap count stride difference' for each range; LONG maps: the code points 'from to to ...'.",
    ]
    for name, value in (
        ("UPPER", upper[0]),
        ("UPPER_LONG", upper[1]),
        ("LOWER", lower[0]),
        ("LOWER_LONG", lower[1]),
        ("TITLE_NOT_UPPER", title[0]),
        ("TITLE_NOT_UPPER_LONG", title[1]),
        ("FOLD_NOT_LOWER", fold[0]),
        ("FOLD_NOT_LOWER_LONG", fold[1]),
        ("DIGIT_NOT_DECIMAL", digit),
        ("INTEGER_NOT_DIGIT", integer),
        ("FRACTION", fraction),
    ):
        out.append(constant(name, value))
    path = pathlib.Path(__file__).with_name("unicode_tables.ts")
    path.write_text("\n".join(out) + "\n", encoding="ascii")
    print(path, path.stat().st_size, file=sys.stderr)


main()
