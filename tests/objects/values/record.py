"""Records what CPython answers for the expressions of values.test.ts.

Run with CPython 3.12.1 and PYTHONHASHSEED=0: python3.12 tests/objects/values/record.py
Those of expressions.txt come first, then random ones from a fixed seed.
"""

import builtins
import json
import os
import random
import sys
import warnings

R = random.Random(20241)
HERE = os.path.dirname(os.path.abspath(__file__))


def integer():
    kind = R.randrange(6)
    if kind == 0:
        return R.randint(-6, 260)
    if kind == 1:
        return R.choice([1, -1]) * 2 ** R.randint(0, 130) + R.randint(-2, 2)
    if kind == 2:
        return R.randint(-(2**31) - 5, 2**31 + 5)
    if kind == 3:
        return R.randint(-(2**53) - 5, 2**53 + 5)
    if kind == 4:
        return R.randint(-(10**25), 10**25)
    return R.choice([0, 1, -1, 2, 2**30, 2**30 - 1, -(2**30), 2**60, 2**53, 2**53 - 1, -(2**53), 2**63, 10**310])


def real():
    kind = R.randrange(5)
    if kind == 0:
        return R.uniform(-10, 10)
    if kind == 1:
        return R.choice([0.0, -0.0, 1.0, 0.5, 1.5, 2.5, 1e16, 1e15, 5e-324, 2.2250738585072014e-308, 1e308, 0.1, 0.3])
    if kind == 2:
        return round(R.uniform(-1000, 1000), R.randint(0, 4))
    if kind == 3:
        return R.uniform(-1, 1) * 10 ** R.randint(-300, 300)
    return float(R.randint(-20, 20))


def number():
    kind = R.randrange(10)
    if kind < 5:
        return f'({integer()})'
    if kind < 8:
        return f'({real()!r})'
    if kind == 8:
        return R.choice(['True', 'False', "float('inf')", "float('nan')"])
    return f'({complex(R.randint(-3, 3), R.uniform(-3, 3))!r})'


ALPHABETS = ['ab', 'abc ', 'aAbB1_ ', 'aéßÿ', 'aĀ中', 'a😀b😁', 'ßǅŉΣσς', ' \t\n\r\x0b\x1c\x85\u2028a', '0١²Ⅷ', "'\"\\\n"]


def text():
    alphabet = R.choice(ALPHABETS)
    return repr(''.join(R.choice(alphabet) for _ in range(R.randint(0, R.choice([1, 3, 8])))))


def octets():
    alphabet = R.choice([b'ab', b'abc \t\n', b'aAzZ09_', bytes(range(256))])
    value = repr(bytes(R.choice(alphabet) for _ in range(R.randint(0, R.choice([1, 3, 8])))))
    return R.choice([value, value, f'bytearray({value})'])


def bound():
    return R.choice(['None', str(R.randint(-9, 9)), str(R.randint(-2, 3)), '2**65', '-2**65'])


def piece():
    step = R.choice(['', ':1', ':-1', ':2', ':-2', ':3', ':0'])
    return f"[{R.choice(['', str(R.randint(-9, 9))])}:{R.choice(['', str(R.randint(-9, 9))])}{step}]"


def format_spec():
    parts = [['', '<', '>', '^', '*^', '=', '0='], ['', '+', '-', ' '], ['', 'z'], ['', '#'], ['', '0'], ['', '5', '12']]
    parts += [['', ',', '_'], ['', '.0', '.2', '.10'], list('dxXbocefFgG%nsE') + ['']]
    return ''.join(R.choice(p) for p in parts)


def percent():
    flags = ['', '-', '+', ' ', '0', '#', '#0', '-+']
    return '%' + R.choice(flags) + R.choice(['', '5', '12']) + R.choice(['', '.0', '.3']) + R.choice('diouxXeEfFgGcrsa')


def arithmetic():
    kind = R.randrange(10)
    if kind < 5:
        op = R.choice(['+', '-', '*', '/', '//', '%', '<', '<=', '==', '!=', '>', '>=', '&', '|', '^'])
        return f'{number()} {op} {number()}'
    if kind == 5:
        return f"({integer()}) {R.choice(['<<', '>>'])} {R.randint(-2, 130)}"
    if kind == 6:
        return f'({R.randint(-20, 20)}) ** ({R.randint(-3, 40)})'
    if kind == 7:
        return f'pow({integer()}, {R.randint(-3, 100)}, {integer()})'
    if kind == 8:
        return f'({abs(real())!r}) ** ({R.uniform(-5, 5)!r})'
    return f'divmod({number()}, {number()})'


def conversion():
    kind = R.randrange(7)
    if kind == 0:
        function = R.choice(['hash', 'abs', 'repr', 'int', 'float', 'bool', 'complex', 'str', 'sizeof', '-', '+', '~'])
        argument = number()
        return f'{function}({argument})' if 'nan' not in argument else f'str({argument})'
    if kind == 1:
        return f'round({R.choice([real(), integer()])!r}, {R.randint(-8, 12)})'
    if kind == 2:
        order = R.choice(['big', 'little'])
        return f"({integer()}).to_bytes({R.randint(0, 20)}, '{order}', signed={R.choice([True, False])})"
    if kind == 3:
        return f"int.from_bytes({octets()}, '{R.choice(['big', 'little'])}', signed={R.choice([True, False])})"
    if kind == 4:
        return f'format({R.choice([repr(integer()), repr(real()), text(), number()])}, {format_spec()!r})'
    if kind == 5:
        return f'{percent()!r} % ({R.choice([repr(integer()), repr(real()), text(), octets()])},)'
    literal = R.choice([repr(real()), str(integer()), hex(integer()), bin(integer())])
    return f"{R.choice(['int', 'float', 'complex'])}({R.choice(['', ' ', '-']) + literal + R.choice(['', '_', 'j', '_0', ' '])!r})"


PLAIN = 'upper lower title swapcase capitalize isalpha isdigit isspace isupper islower istitle isalnum isascii split rsplit'
PLAIN = (PLAIN + ' splitlines strip lstrip rstrip expandtabs').split()
STR_ONLY = 'casefold isidentifier isprintable isdecimal isnumeric'.split()


def sequence():
    is_text = R.random() < 0.6
    value = text if is_text else octets
    v = value()
    kind = R.randrange(12)
    if kind < 3:
        return f'{v}.{R.choice(PLAIN + STR_ONLY if is_text else PLAIN)}()'
    if kind == 3:
        method = R.choice(['find', 'rfind', 'count', 'index', 'rindex', 'startswith', 'endswith'])
        return f"{v}.{method}({value()}{R.choice(['', f', {bound()}', f', {bound()}, {bound()}'])})"
    if kind == 4:
        return f"{v}.replace({value()}, {value()}{R.choice(['', f', {R.randint(-1, 3)}'])})"
    if kind == 5:
        return f"{v}.{R.choice(['split', 'rsplit'])}({value()}, {R.randint(-1, 3)})"
    if kind == 6:
        return f"{v}.{R.choice(['partition', 'rpartition', 'removeprefix', 'removesuffix', 'strip'])}({value()})"
    if kind == 7:
        return f"{v}.{R.choice(['center', 'ljust', 'rjust', 'zfill'])}({R.randint(-1, 20)})"
    if kind == 8:
        return v + R.choice([piece(), f'[{R.randint(-5, 5)}]', f' * {R.randint(-1, 4)}'])
    if kind == 9:
        return f"{v} {R.choice(['<', '<=', '==', '!=', '>', '>=', '+', 'in'])} {value()}"
    if kind == 10:
        return f'{v}.join([{value()}, {value()}, {value()}])'
    codec = R.choice(['utf-8', 'ascii', 'latin-1', 'utf-16', 'utf-32-be'])
    errors = R.choice(['strict', 'ignore', 'replace', 'backslashreplace'])
    return f"{v}.{'encode' if is_text else 'decode'}('{codec}', '{errors}')"


def main():
    namespace = dict(vars(builtins), sizeof=lambda o: o.__sizeof__(), isid=lambda a, b: a is b)
    with open(os.path.join(HERE, 'expressions.txt'), encoding='utf-8') as f:
        expressions = f.read().splitlines()
    for _ in range(500):
        expressions += [arithmetic(), conversion(), sequence()]
    pairs = []
    warnings.simplefilter('ignore')
    for expression in expressions:
        try:
            answer = repr(eval(expression, namespace))
        except Exception as e:
            answer = f'{type(e).__name__}: {e}'
        if len(answer) < 300:
            pairs.append([expression, answer])
    with open(os.path.join(HERE, 'values.json'), 'w', encoding='utf-8') as f:
        f.write('[\n' + ',\n'.join(json.dumps(pair, ensure_ascii=True) for pair in pairs) + '\n]\n')
    print(len(pairs), 'expressions')


if __name__ == '__main__':
    assert sys.version_info[:3] == (3, 12, 1) and os.environ.get('PYTHONHASHSEED') == '0'
    main()
