"""Records what CPython answers to many calls of the functions of src/text, one JSON file for each area.

    python3.12 tests/text/record.py [--seed N] [--scale X] [--out DIR] [AREA ...]

A case is [function, arguments, answer]; an answer that is an exception is {"error": [type, message]}. The committed
files are the output for the default seed and scale; other seeds and larger scales serve as a wider check.
"""

import _sre
import _string
import argparse
import codecs
import contextlib
import hashlib
import io
import json
import math
import pathlib
import random
import re
import struct
import sys
import unicodedata
import warnings

INTERESTING = "aAzZ09_ \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x7f\x85\xa0ßéÉµÿŉıİſǅǆΑΣσςﬁﬀ٠٣५²½Ⅷ一\u2028\u2029\u200b\u3000\ufeff\ud800\udc00"
INTERESTING += "\U0001f40d\U00010400\U0001d7d8\U0001d54f\U000e0001'\"\\$%{}"


def encode(value):
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, int):
        return value if abs(value) < 2**53 else {"int": str(value)}
    if isinstance(value, float):
        return {"float": repr(value)}
    if isinstance(value, str):
        # A JavaScript string joins adjacent surrogates; so does this.
        return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    if isinstance(value, (bytes, bytearray)):
        return {"bytes": value.decode("latin-1")}
    if isinstance(value, complex):
        return [encode(value.real), encode(value.imag)]
    if isinstance(value, (list, tuple)):
        return [encode(item) for item in value]
    raise TypeError(type(value))


class Recorder:
    def __init__(self, seed, scale):
        self.random = random.Random(seed)
        self.scale = scale
        self.cases = []

    def times(self, n):
        return range(max(1, int(n * self.scale)))

    def __call__(self, name, arguments, call):
        """Records call(), made of the same arguments as the function `name` gets."""
        try:
            answer = encode(call())
        except UnicodeError as e:
            answer = {"error": [type(e).__name__, e.encoding, e.start, e.end, e.reason]}
        except Exception as e:
            answer = {"error": [type(e).__name__, encode(str(e))]}
        self.cases.append([name, encode(arguments), answer])

    def chars(self, alphabet, most):
        text = "".join(self.random.choice(alphabet) for _ in range(self.random.randrange(most + 1)))
        return encode(text)

    def text(self, most=12):
        """A string of a random kind: ASCII, Latin-1, any, or characters that are special to some rule."""
        r = self.random
        kind = r.randrange(5)
        if kind < 2:
            return self.chars(INTERESTING, most)
        limit = (128, 256, 0x110000)[kind - 2]
        return self.chars([chr(r.randrange(limit)) for _ in range(20)], most)

    def integer(self):
        r = self.random
        bits = r.choice([4, 16, 31, 53, 64, 130, 400])
        return r.choice([-1, 1]) * r.getrandbits(bits)

    def real(self):
        r = self.random
        kind = r.randrange(8)
        if kind == 0:
            return struct.unpack("<d", r.randbytes(8))[0]
        if kind == 1:
            return r.choice([0.0, -0.0, math.inf, -math.inf, math.nan, 5e-324, 1.7976931348623157e308, 0.5, 1e16, 1e22])
        if kind == 2:
            return r.randrange(-4000, 4000) / r.choice([1, 2, 4, 8, 16, 32, 64, 1024])
        if kind == 3:
            return float(r.randrange(10 ** r.randrange(1, 25)))
        if kind == 4:
            return r.randrange(-(10**6), 10**6) / 1000
        if kind == 5:
            return r.random() * 10.0 ** r.randrange(-8, 20)
        if kind == 6:
            return float(f"{r.randrange(100)}5e{r.randrange(-30, 30)}")
        return r.gauss(0, 1)


AREAS = {}


def area(function):
    AREAS[function.__name__] = function
    return function


@area
def hash_functions(rec):
    r = rec.random
    for _ in rec.times(36):
        s = rec.text(r.choice([3, 9, 40]))
        rec("strHash", [s], lambda: hash(s))
        b = r.randbytes(r.randrange(40))
        rec("bytesHash", [b], lambda: hash(b))
        n = rec.integer()
        rec("intHash", [n], lambda: hash(n))
        x = rec.real()
        if x == x:
            rec("floatHash", [x], lambda: hash(x))
            rec("complexHash", [x, float(n % 1000)], lambda: hash(complex(x, n % 1000)))
        items = [rec.integer() for _ in range(r.randrange(5))]
        rec("tupleHash", [items], lambda: hash(tuple(items)))
        items = list(set(items))
        rec("frozensetHash", [items], lambda: hash(frozenset(items)))
        rec("sliceHash", [n, 2, 3], lambda: hash(slice(n, 2, 3)))


@area
def float_text(rec):
    r = rec.random
    texts = ["1_0", "1__0", "_1", "1_", "1_.5", "1e_5", "1_0e1_0", "nan", "+NaN", "-nan", "infinity", "-iNf", "in_f", "", " "]
    texts += ["1 2", "１２.５", "1\x002", "0x10", "1e", ".", ".e1", "1.", ".5", "1e+", "--1", "\x1c1", "\xa01\x85", "it's", "1e400"]
    for s in texts:
        rec("parseFloatText", [s], lambda: float(s))
    for _ in rec.times(60):
        s = rec.chars("0123456789..ee+-_ ", 9)
        rec("parseFloatText", [s], lambda: float(s))
    texts = ["0x1p-1074", "0x1p-1075", "0x1.8p-1075", "0x1.00000000000001p-1075", "0x1p1023", "0x1p1024", "0x1.fffffffffffff7p1023"]
    texts += ["0x1.fffffffffffff8p1023", "-0x0p0", "1", ".8", "0x", "0x.p1", "0xp1", " Inf ", "-nan", "1p", "1p+", "0x1.8g", "0x1_0", "é", "1p99999999999999999999", "0p99999999999999999999", "0x1p-99999999999999999999"]
    for s in texts:
        rec("floatFromHex", [s], lambda: float.fromhex(s))
    for _ in rec.times(34):
        x = rec.real()
        rec("floatRepr", [x], lambda: repr(x))
        rec("floatHex", [x], lambda: x.hex())
        rec("floatFromHex", [x.hex()], lambda: float.fromhex(x.hex()))
        s = f"{r.choice(['', '-', '+'])}0x{r.getrandbits(r.randrange(1, 90)):x}.{r.getrandbits(r.randrange(1, 90)):x}p{r.randrange(-1200, 1100)}"
        rec("floatFromHex", [s], lambda: float.fromhex(s))
        rec("asIntegerRatio", [x], lambda: x.as_integer_ratio())
        n = r.choice([0, 1, 2, 3, -1, -2, r.randrange(-30, 30), r.randrange(-330, 330)])
        rec("roundToDigits", [x, n], lambda: round(x, n))
        if math.isfinite(x):
            rec("roundHalfEven", [x], lambda: math.copysign(1, x) * abs(float(round(x))))
        rec("floatToInt", [x], lambda: int(x))
        z = complex(x, rec.real())
        rec("complexRepr", [z.real, z.imag], lambda: repr(z))
        s = rec.chars("01.eji+-_ ()infa", 8)
        rec("parseComplex", [s], lambda: complex(s))
    for s in ["1_", "1__0j", "_", "1", "j", "+j", "-J", "1+j", "(1)", "( 1-2.5e-3j )", "((1))", "(1", "1)", "nan+infj", "1 + 2j", "", "()", "１j", "é", "1+2", "1j+2", "1+-2j", "x_", "1e400j", "-0-0j"]:
        rec("parseComplex", [s], lambda: complex(s))


@area
def int_text(rec):
    r = rec.random
    pairs = [("0b12", 0), ("0x_1f", 0), ("0x_1f", 16), ("0x__1f", 16), ("_1", 16), ("010", 0), ("00_0", 0), ("0_0", 0), ("0", 0)]
    pairs += [("z", 36), ("z", 35), ("1", 1), ("1", 37), ("1", -1), ("0b1", 2), ("0B1", 16), ("0o17", 8), ("0O17", 0), ("- 1", 10)]
    pairs += [("0x", 16), ("0x", 0), ("0_1", 0), ("0_x1", 0), ("\x1c1", 10), ("\xa01", 10), ("１２", 10), ("x" * 300, 10), ("it's", 10)]
    for s, base in pairs:
        rec("parseInteger", [s, base], lambda: int(s, base) % 10**9)
    for s, n, tail, base in [("9", 4300, "", 10), ("9", 4301, "", 10), ("9", 4301, "x", 10), ("9_", 4300, "1", 10), ("1", 5000, "", 7), ("1", 5000, "", 8)]:
        rec("parseRepeated", [s, n, tail, base], lambda: int(s * n + tail, base) % 10**9)
    for _ in rec.times(40):
        s, base = rec.chars("0011279abfxXob_+- ", 7), r.choice([0, 2, 8, 10, 10, 16, 36, 3])
        rec("parseInteger", [s, base], lambda: int(s, base) % 10**9)
        n = rec.integer()
        rec("intRepr", [n], lambda: repr(n))
        b = r.choice([2, 8, 16])
        rec("toBase", [n, b], lambda: {2: bin, 8: oct, 16: hex}[b](n))
        b = r.randrange(2, 37)
        digits, m = "", abs(n)
        while m or not digits:
            m, d = divmod(m, b)
            digits = "0123456789abcdefghijklmnopqrstuvwxyz"[d] + digits
        rec("parseInteger", [digits, b], lambda: int(digits, b) % 10**9)
    for digits, less, sign in [(4299, 0, 1), (4300, 0, 1), (4300, 1, 1), (4300, 1, -1), (4300, 0, -1)]:
        rec("longIntRepr", [digits, less, sign], lambda: len(repr(sign * (10**digits - less))))


@area
def format_spec(rec):
    r = rec.random

    def spec():
        s = r.choice(["", "", r.choice("<>=^"), r.choice("*0 é\U0001f40d<") + r.choice("<>=^")])
        s += r.choice(["", "", "+", "-", " "]) + r.choice(["", "", "", "z"]) + r.choice(["", "", "#"]) + r.choice(["", "", "0"])
        s += r.choice(["", "", str(r.randrange(30))]) + r.choice(["", "", "", ",", "_", "__", ",_"][: r.choice([3, 5, 7])])
        s += r.choice(["", "", f".{r.randrange(12)}", f".{r.randrange(60)}", "."][: r.choice([4, 4, 5])])
        return s

    for _ in rec.times(60):
        n, x = rec.integer(), rec.real()
        f = spec() + r.choice(["", "d", "d", "b", "o", "x", "X", "n", "e", "f", "g", "%", "s", "c", "Q", "\x01", "é", "dd"][: r.choice([9, 12, 18])])
        if f.endswith("c"):
            n = r.choice([65, 233, 0x1F40D, 0xD800])
        if f:
            rec("formatInt", [n, f], lambda: format(n, f))
        f = spec() + r.choice(["", "e", "E", "f", "F", "g", "G", "n", "%", "d", "s", "r"][: r.choice([9, 12])])
        if f:
            rec("formatFloat", [x, f], lambda: format(x, f))
        f = spec() + r.choice(["", "e", "f", "g", "G", "n", "%", "d"][: r.choice([6, 8])])
        if f:
            z = complex(x, rec.real())
            rec("formatComplex", [z.real, z.imag, f], lambda: format(z, f))
        f, s = spec().replace("z", "") + r.choice(["", "s", "d"]), rec.text(8)
        if f:
            rec("formatStr", [s, f], lambda: format(s, f))
    for v, f in [("a", "9" * 20), ("a", "٠٥"), ("a", " "), ("a", "+"), ("a", "z"), ("a", "#"), ("a", "="), ("a", "\0")]:
        rec("formatStr", [v, f], lambda: format(v, f))
    for v, f in [(2**63, "c"), (-1, "c"), (0x110000, "c"), (1, "\0"), (1, ",\0"), (1, ".3"), (1, "zd"), (65, "#c"), (65, "+c"), (10**400, "e"), (1, "10.xy")]:
        rec("formatInt", [v, f], lambda: format(v, f))
    for v, f in [(1.5, ".99999999999"), (1.5, ".3000000000"), (1.5, "\0"), (1.5, ",\0"), (1e300, ".110f"), (5e-324, ".200g"), (5e-324, ".1100f"), (2.5, ".0f")]:
        rec("formatFloat", [v, f], lambda: format(v, f))


# Case flags of methods that take only the string, by their name in src/text.
PLAIN_METHODS = """lower upper casefold capitalize title swapcase isascii isalpha isdecimal isdigit isnumeric isalnum
isspace isprintable isidentifier islower isupper istitle""".split()


def function_name(method):
    return "str" + method.capitalize()


@area
def str_methods(rec):
    r = rec.random
    for s in ["", "ΑΣ", "ΑΣΑ", "Σ", "Α.Σ", "ΑΣ.", "ΑΣ.Α", "AʰΣ", "ǆa", "ß", "İ", "ﬁx", "they're Bill's", "a1b", "_", "1a", "Ⅷ", "٣", "²"]:
        for method in PLAIN_METHODS:
            rec(function_name(method), [s], lambda: getattr(s, method)())
        rec("strRepr", [s], lambda: repr(s))
    for _ in rec.times(10):
        s, w = rec.text(), rec.chars("ab \t\n", 20)
        for method in r.sample(PLAIN_METHODS, 6):
            rec(function_name(method), [s], lambda: getattr(s, method)())
        rec("strRepr", [s], lambda: repr(s))
        rec("strAscii", [s], lambda: ascii(s))
        rec("asciiRepr", [repr(s)], lambda: ascii(s)) if "'" not in s and '"' not in s else None
        maxsplit = r.choice([-1, -1, 0, 1, 2])
        for t in (s, w):
            rec("strSplitWhitespace", [t, maxsplit], lambda: t.split(None, maxsplit))
            rec("strRsplitWhitespace", [t, maxsplit], lambda: t.rsplit(None, maxsplit))
            keep = r.random() < 0.5
            rec("strSplitlines", [t, keep], lambda: t.splitlines(keep))
            for method in "strip", "lstrip", "rstrip":
                rec(function_name(method), [t], lambda: getattr(t, method)())
        size = r.randrange(-1, 9)
        rec("strExpandtabs", [w, size], lambda: w.expandtabs(size))
        width, fill = r.randrange(20), r.choice(" *é\U0001f40d")
        for method in "center", "ljust", "rjust":
            rec(function_name(method), [s, width, fill], lambda: getattr(s, method)(width, fill))
        n = rec.chars("+-01a", 5)
        rec("strZfill", [n, width], lambda: n.zfill(width))
        rec("compareCodePoints", [s, s[:1] + w], lambda: (s > s[:1] + w) - (s < s[:1] + w))


@area
def str_search(rec):
    r = rec.random
    for _ in rec.times(25):
        alphabet = r.choice(["ab", "abc", "a\U0001f40d", "aé一", "\U0001f40d\U0001f40e\ud83d", "\ud83d\udc0d\udc0e\U0001f40d"])
        s, sub, to = rec.chars(alphabet, 12), rec.chars(alphabet, 2), rec.chars("xyé$&", 2)
        # Joining a lone high surrogate to a low one makes another string in JavaScript.
        if any(0xD800 <= ord(c) < 0xE000 for c in s[-1:] + sub[-1:]):
            to = ""
        start, end = (r.choice([0, 0, 1, 3, -1, -4, 20]) for _ in range(2))
        end = 2**31 if end == 0 else end
        for method in "find", "rfind", "count", "startswith", "endswith":
            rec(function_name(method), [s, sub, start, end], lambda: getattr(s, method)(sub, start, end))
            rec(function_name(method), [s, sub], lambda: getattr(s, method)(sub))
        rec("strContains", [s, sub], lambda: sub in s)
        n = r.choice([-1, -1, 0, 1, 2])
        if to or not any(0xD800 <= ord(c) < 0xE000 for c in s):
            rec("strReplace", [s, sub, to, n], lambda: s.replace(sub, to, n))
        rec("strRemoveprefix", [s, sub], lambda: s.removeprefix(sub))
        rec("strRemovesuffix", [s, sub], lambda: s.removesuffix(sub))
        if sub:
            for method in "split", "rsplit":
                rec(function_name(method), [s, sub, n], lambda: getattr(s, method)(sub, n))
            for method in "partition", "rpartition", "strip", "lstrip", "rstrip":
                rec(function_name(method), [s, sub], lambda: getattr(s, method)(sub))
        other = encode(sub + s[1:])
        rec("compareCodePoints", [s, other], lambda: (s > other) - (s < other))
        rec("codePointCount", [s], lambda: len(s))


def scalar(rec):
    """A str, int or float (one with a fraction: the test cannot tell 1.0 from 1)."""
    r = rec.random
    kind = r.randrange(4)
    if kind == 0:
        return rec.text(6)
    if kind == 1:
        return r.choice([0.5, 2.5, -1.25, 1e-7, 3.999999, math.inf, math.nan, r.random() * 100])
    return r.choice([0, 1, 65, -42, 255, rec.integer()])


@area
def percent_format(rec):
    r = rec.random
    cases = [("%5%", [1]), ("%(a)s", [1]), ("%", [1]), ("%5", [1]), ("a", [1]), ("%s %s", [1]), ("%d", ["a"]), ("%x", [1.5]), ("%y", [1])]
    cases += [("%*d", ["a", 1]), ("%*d", [-5, 1]), ("%.*f", [-2, 1.5]), ("%.*f", [2**40, 1.5]), ("%*d", [2**70, 1]), ("%f", ["a"])]
    cases += [("%99999999999999999999d", [1]), ("%.99999999999d", [1]), ("\U0001f40d%\x7f", [1]), ("%\U0001f40d", [1]), ("%lld", [1]), ("%ld%%", [1])]
    cases += [("%c", [-1]), ("%c", [2**100]), ("%c", ["ab"]), ("%c", [1.5]), ("%+.3d", [5]), ("%#.10x", [-255]), ("%i", ["x"]), ("%\x1e", [1])]
    for f, a in cases:
        rec("percent", [f, a], lambda: f % tuple(a))
        if f.isascii():
            rec("percentBytes", [f, a], lambda: (f.encode() % tuple(a)).decode("latin-1"))
    for _ in rec.times(80):
        f, a = "", []
        for _ in range(r.randrange(1, 3)):
            f += rec.chars("a%%", 2).replace("%", "%%") + "%" + rec.chars("-+ #00", 3) + r.choice(["", "", str(r.randrange(1, 20)), "*"])
            f += r.choice(["", "", ".", f".{r.randrange(20)}", ".*"]) + r.choice("sraccdiuoxXeEfFgGdxs")
            a += [r.randrange(-3, 20) for _ in range(f.count("*"))][len(a) and 1 :] + [scalar(rec)]
        rec("percent", [f, a], lambda: f % tuple(a))
        b = [v for v in a if not isinstance(v, str)]
        rec("percentBytes", [f, b], lambda: (f.encode() % tuple(b)).decode("latin-1"))
    names = {"a": 1, "b(c)": "x", "": 2.5}
    for f in ["%(a)s", "%(b(c))r|%()5.1f", "%(a", "%(a)", "%(z)s", "%(a)s %s", "%(a)*d", "%(a)%", "%((a)s", "plain", "%s", "%(a)d%(a)x"]:
        rec("percentMapping", [f, list(names.items())], lambda: f % names if f != "%s" else "")


@area
def str_format(rec):
    r = rec.random
    fields = ["{}", "{}", "{0}", "{1}", "{:>5}", "{!r}", "{!s:^7}", "{!a}", "{0!r:>9}", "{:{}}", "{:{}.{}f}", "{0:{1}}", "{[0]}", "{0[1]}"]
    fields += ["{{", "}}", "x", "é", "{a}", "{a[0]}", "{a[1][0]}", "{a[x]}", "{٠}", "{5}"]
    errors = ["{!x}", "{!", "{!r", "{!rx}", "{", "}", "{a[b", "{0[}", "{0[]}", "{0[a]b}", "{0.}", "{!}", "{0{1}}", "{:{:{}}}", "{:", "{99999999999999999999}"]
    errors += ["{0[99999999999999999999]}", "{!\x01}", "{!é}", "{!\U0001f40d}", "{}}", "{:}}", "{:}}}", "{-1}", "{ }", "{0}{}", "{}{0}", "{:{!r}}"]
    for f in errors:
        rec("strFormat", [f, [1, 2, 3], []], lambda: f.format(1, 2, 3))
    for _ in rec.times(80):
        f = "".join(r.choice(fields + errors[:4]) for _ in range(r.randrange(1, 4)))
        args = [scalar(rec), r.choice([[1, "b"], 7, "s"]), r.randrange(9), 2]
        named = [("a", [3, ["z"]])]
        if not (any(isinstance(x, (list, str)) for x in args) and ("[" in f.replace("{a", "") or ":" in f)):
            rec("strFormat", [f, args, named], lambda: f.format(*args, **dict(named)))
        rec("formatterParser", [f], lambda: list(_string.formatter_parser(f)))
    for s in ["a", "", "0", "a.b", "0[1].c[d]", "a[1", "a[]", "a.", ".a", "[0]", "a[0]b", "٣", "a..b", "a[b.c].d", "99999999999999999999"]:
        rec("fieldNameSplit", [s], lambda: (lambda first, rest: [first, list(rest)])(*_string.formatter_field_name_split(s)))


@area
def codecs_area(rec):
    r = rec.random
    handlers = ["strict", "strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass", "xmlcharrefreplace", "nosuch"]
    names = ["utf-8", "utf-8", "utf-8", "ascii", "latin-1", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]
    pieces = [b"a", b"\0", b"\x80", b"\xbf", b"\xc3", b"\xc0", b"\xe0", b"\xe2", b"\xed", b"\xa0", b"\xf0", b"\x9f", b"\x90", b"\xf4", b"\xf5", b"\xff"]
    pieces += ["é".encode(), "€".encode(), "\U0001f40d".encode(), b"\xff\xfe", b"\xfe\xff", b"\x00\xd8", b"\x00\xdc", b"a\0\0\0", b"\0\0\0a", b"\xd8\0"]
    for _ in rec.times(30):
        name, errors = r.choice(names), r.choice(handlers)
        b = b"".join(r.choice(pieces) for _ in range(r.randrange(7))) + r.choice([b"", b"", b"", b"x" * 50])
        rec("decode", [b, name, errors], lambda: b.decode(name, errors))
        s = rec.chars(INTERESTING, 5) + r.choice(["", "", "\udc80", "\udcff\ud800", "\udc41", "x" * 50])
        s = encode(s)
        rec("encode", [s, name, errors], lambda: s.encode(name, errors))
        final = r.random() < 0.3
        rec("decodeUtf8Stateful", [b, errors, final], lambda: codecs.utf_8_decode(b, errors, final))
        order = r.choice([-1, 0, 1])
        rec("utf16Stateful", [b, errors, order, final], lambda: codecs.utf_16_ex_decode(b, errors, order, final))
        rec("utf32Stateful", [b, errors, order, final], lambda: codecs.utf_32_ex_decode(b, errors, order, final))


@area
def escape_codecs(rec):
    r = rec.random
    pieces = [b"a", b"\\", b"\\n", b"\\\\", b"\\'", b"\\\n", b"\\x4", b"1", b"\\u00e", b"\\u20ac", b"\\U0001f40d", b"\\U00110000", b"\\777"]
    pieces += [b"\\7", b"\\18", b"\\q", b"\\N", b"{", b"}", b"\xe9", b"\\U0001", b"\\x", b"\\u"]
    for _ in rec.times(14):
        b = b"".join(r.choice(pieces) for _ in range(r.randrange(5)))
        errors, final = r.choice(["strict", "strict", "replace", "ignore", "backslashreplace"]), r.random() < 0.6
        rec("unicodeEscape", [b, errors, final], lambda: codecs.unicode_escape_decode(b, errors, final))
        rec("rawUnicodeEscape", [b, errors, final], lambda: codecs.raw_unicode_escape_decode(b, errors, final))
        rec("bytesEscape", [b, errors], lambda: codecs.escape_decode(b, errors))
        s = rec.text()
        rec("encodeUnicodeEscape", [s], lambda: s.encode("unicode_escape"))
        rec("encodeRawUnicodeEscape", [s], lambda: s.encode("raw_unicode_escape"))


BYTES_METHODS = "lower upper swapcase capitalize title isalpha isdigit isalnum isspace isascii islower isupper istitle strip lstrip rstrip".split()


@area
def bytes_methods(rec):
    r = rec.random
    for _ in rec.times(5):
        b = bytes(r.choice(b"aAzZ09 _\t\n\r\x0b\x1c\x80\xe9\xff\0bB") for _ in range(r.randrange(10)))
        w = bytes(r.choice(b"ab \t\n\r") for _ in range(r.randrange(16)))
        for t in (b, w):
            for method in BYTES_METHODS:
                rec("bytes" + method.capitalize(), [t], lambda: getattr(t, method)())
            n, keep = r.choice([-1, -1, 0, 1, 2]), r.random() < 0.5
            rec("bytesSplitWhitespace", [t, n], lambda: t.split(None, n))
            rec("bytesRsplitWhitespace", [t, n], lambda: t.rsplit(None, n))
            rec("bytesSplitlines", [t, keep], lambda: t.splitlines(keep))
        width, fill = r.randrange(14), r.choice([32, 42, 255])
        for method in "center", "ljust", "rjust":
            rec("bytes" + method.capitalize(), [b, width, fill], lambda: getattr(b, method)(width, bytes([fill])))
        rec("bytesZfill", [b"-" + b, width], lambda: (b"-" + b).zfill(width))
        rec("bytesExpandtabs", [w, width], lambda: w.expandtabs(width))
        table = bytes(reversed(range(256)))
        rec("bytesTranslate", [b, None, w], lambda: b.translate(None, w))
        group = r.randrange(-4, 5)
        rec("bytesHex", [b, ":", group], lambda: b.hex(":", group))
        text = r.choice([b.hex(), b.hex(" "), b.hex() + "a", b.hex() + "g0", " " + b.hex() + "\n", b.hex() + "é", "\U0001f40d" + b.hex(), "0 1"])
        rec("bytesFromhex", [text], lambda: bytes.fromhex(text))
        s, sub, to = (bytes(r.choice(b"ab") for _ in range(r.randrange(k))) for k in (12, 3, 3))
        start, end = (r.choice([0, 0, 1, 3, -1, -4, 20]) for _ in range(2))
        end = 2**31 if end == 0 else end
        for method in "find", "rfind", "count", "startswith", "endswith":
            rec("bytes" + method.capitalize(), [s, sub, start, end], lambda: getattr(s, method)(sub, start, end))
            rec("bytes" + method.capitalize(), [s, sub], lambda: getattr(s, method)(sub))
        rec("bytesReplace", [s, sub, to, n], lambda: s.replace(sub, to, n))
        rec("bytesRemoveprefix", [s, sub], lambda: s.removeprefix(sub))
        rec("bytesRemovesuffix", [s, sub], lambda: s.removesuffix(sub))
        rec("compareBytes", [s, sub], lambda: (s > sub) - (s < sub))
        rec("bytesJoin", [sub, [s, to, b]], lambda: sub.join([s, to, b]))
        rec("bytesRepr", [b + r.choice([b"", b"'", b'"', b"'\""])], lambda: 0)
        rec.cases.pop()
        q = b + r.choice([b"", b"'", b'"', b"'\"", b"\\"])
        rec("bytesRepr", [q], lambda: repr(q))
        if sub:
            for method in "split", "rsplit":
                rec("bytes" + method.capitalize(), [s, sub, n], lambda: getattr(s, method)(sub, n))
            for method in "partition", "rpartition", "strip":
                rec("bytes" + method.capitalize(), [s, sub], lambda: getattr(s, method)(sub))


def suggestion(candidates, name):
    """What the interpreter itself (not traceback.py, whose rule is another) suggests for a missing attribute."""
    owner = type("O", (), {"__dir__": lambda self: candidates})()
    error = AttributeError("m", name=name, obj=owner)
    with contextlib.redirect_stderr(io.StringIO()) as shown:
        sys.__excepthook__(AttributeError, error, None)
    found = re.search(r"Did you mean: '(.*)'", shown.getvalue())
    return found and found[1]


@area
def suggestions(rec):
    r = rec.random
    words = "append extend insert remove index count sort reverse copy clear Name nAme NAME x xy fibonacci fobinacci é été".split()
    for _ in rec.times(25):
        candidates = sorted(set(r.choice(words) + rec.chars("ab_", 2) for _ in range(r.randrange(1, 8))))
        name = list(r.choice(words + candidates))
        for _ in range(r.randrange(4)):
            i = r.randrange(len(name) + 1)
            name[i : i + r.randrange(2)] = r.choice(["", "a", "e", "N", "_"])
        name = "".join(name)
        if name:
            rec("calculateSuggestions", [candidates, name], lambda: suggestion(candidates, name))


PROPERTIES = {
    "category": unicodedata.category,
    "isAlpha": str.isalpha,
    "isLower": str.islower,
    "isUpper": str.isupper,
    "isPrintable": str.isprintable,
    "isSpace": str.isspace,
    "isLineBreak": lambda c: len(f"a{c}b".splitlines()) > 1,
    "isIdentifierStart": str.isidentifier,
    "isIdentifierContinue": lambda c: f"a{c}".isidentifier(),
    "decimalValue": lambda c: unicodedata.decimal(c, -1),
    "digitValue": lambda c: unicodedata.digit(c, -1),
    "numericValue": lambda c: unicodedata.numeric(c, None),
    "toUpper": str.upper,
    "toLower": str.lower,
    "toTitle": str.title,
    "toFolded": str.casefold,
    "toLowerSimple": lambda c: _sre.unicode_tolower(ord(c)),
}


def property_text(value):
    if value is None or isinstance(value, bool):
        return "-" if not value else "1"
    if isinstance(value, float):
        return f"{value:.8f}"
    return str(value) if isinstance(value, int) else " ".join(f"{ord(c):x}" for c in value)


@area
def unicode_data(rec):
    """A digest of each property over the planes with characters, and of the category over all."""
    for name, of in PROPERTIES.items():
        text = ",".join(property_text(of(chr(cp))) for cp in range(0x33000))
        rec("propertyDigest", [name], lambda: hashlib.md5(text.encode()).hexdigest())
    text = ",".join(unicodedata.category(chr(cp)) for cp in range(0x110000))
    rec("categoryDigest", [], lambda: hashlib.md5(text.encode()).hexdigest())


def write_json(path, cases):
    rows = ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases)
    path.write_text(f"[\n{rows}\n]\n", encoding="ascii")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--scale", type=float, default=1)
    parser.add_argument("--out", type=pathlib.Path, default=pathlib.Path(__file__).with_name("recorded"))
    parser.add_argument("areas", nargs="*")
    options = parser.parse_args()
    if sys.version_info[:2] != (3, 12) or sys.flags.hash_randomization:
        sys.exit("record.py wants Python 3.12 with PYTHONHASHSEED=0")
    warnings.simplefilter("ignore")
    options.out.mkdir(exist_ok=True)
    for name, function in AREAS.items():
        if not options.areas or name in options.areas:
            rec = Recorder(options.seed, options.scale)
            function(rec)
            write_json(options.out / f"{name.removesuffix('_area')}.json", rec.cases)


main()
