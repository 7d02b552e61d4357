text = """It was the best of times, it was the worst of times,
it was the age of wisdom, it was the age of foolishness."""
words = [w.strip('.,').lower() for w in text.split()]
counts = {}
for w in words:
    counts[w] = counts.get(w, 0) + 1
print(sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:6], len(words), len(set(words)))
print({n: sorted({w for w in words if len(w) == n}) for n in range(2, 12) if any(len(w) == n for w in words)})


def caesar(s, k): return ''.join(chr((ord(c) - 97 + k) % 26 + 97) if c.islower() else chr((ord(c) - 65 + k) % 26 + 65) if c.isupper() else c for c in s)


secret = caesar('Hello, World!', 3)
print(secret, caesar(secret, -3))


def rle(s):
    out, prev, n = [], None, 0
    for c in s + '\0':
        if c == prev:
            n += 1
        else:
            if prev is not None:
                out.append(f'{n}{prev}' if n > 1 else prev)
            prev, n = c, 1
    return ''.join(out)


print(rle('aaabccddddd'), rle(''), rle('abc'))


def wrap(s, width):
    lines, line = [], ''
    for w in s.split():
        if len(line) + len(w) + bool(line) > width:
            lines.append(line)
            line = w
        else:
            line = f'{line} {w}' if line else w
    return lines + [line]


for l in wrap(' '.join(words), 28):
    print(f'|{l:<28}|{l:^28}|{l:>28}|')


def roman(n):
    out = ''
    for v, s in zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), 'M CM D CD C XC L XL X IX V IV I'.split()):
        out += s * (n // v)
        n %= v
    return out


print([roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2024, 3999)])


def levenshtein(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        prev, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            prev, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, prev + (x != y))
    return row[-1]


print(levenshtein('kitten', 'sitting'), levenshtein('', 'abc'), levenshtein('flaw', 'lawn'))
print([w for w in ('level', 'hello', 'racecar', 'A') if w == w[::-1]], sorted('silent') == sorted('listen'), ''.join(sorted('cab')), 'abc'.translate({97: 65}))


def tokenize(s):
    i = 0
    while i < len(s):
        c = s[i]
        if c.isspace():
            i += 1
        elif c.isdigit() or c == '.':
            j = i
            while j < len(s) and (s[j].isdigit() or s[j] == '.'):
                j += 1
            yield 'num', float(s[i:j])
            i = j
        else:
            yield 'op', c
            i += 1


def parse(s):
    toks = [*tokenize(s), ('end', None)]
    pos = 0

    def peek(): return toks[pos][1] if toks[pos][0] == 'op' else None

    def take():
        nonlocal pos
        pos += 1
        return toks[pos - 1]

    def expr():
        v = term()
        while peek() in ('+', '-'):
            v = v + term() if take()[1] == '+' else v - term()
        return v

    def term():
        v = factor()
        while peek() in ('*', '/'):
            v = v * factor() if take()[1] == '*' else v / factor()
        return v

    def factor():
        kind, v = take()
        if kind == 'num':
            return v
        if v == '-':
            return -factor()
        if v == '(':
            v = expr()
            if take()[1] != ')':
                raise SyntaxError('expected )')
            return v
        raise SyntaxError(f'unexpected {v!r}')

    v = expr()
    if toks[pos][0] != 'end':
        raise SyntaxError(f'trailing {toks[pos][1]!r}')
    return v


for s in ('1 + 2 * 3', '(1 + 2) * 3', '-4 / (2 - 2.5)', '2 * (3', '1 +', '1 2', '4 / (2 - 2)', '$'):
    try:
        print(s, '=', parse(s))
    except (SyntaxError, ZeroDivisionError) as e:
        print(s, '->', type(e).__name__, e)
csv = 'name,qty,price\nApple,3,1.25\nPear,,0.5\n"Fig, dried",10,2'


def fields(line):
    out, cur, quoted = [], '', False
    for c in line:
        if c == '"': quoted = not quoted
        elif c == ',' and not quoted:
            out.append(cur)
            cur = ''
        else: cur += c
    return out + [cur]


header, *rows = map(fields, csv.splitlines())
records = [dict(zip(header, r)) for r in rows]
print(records, sum(float(r['price']) * int(r['qty'] or 0) for r in records))
print('\n'.join(f'{r["name"]:<12}{r["qty"] or "-":>4}{float(r["price"]):>8.2f}' for r in records))
def to_json(v):
    match v:
        case None | True | False: return {None: 'null', True: 'true', False: 'false'}[v]
        case str(): return '"' + v.replace('\\', '\\\\').replace('"', '\\"') + '"'
        case int() | float(): return repr(v)
        case list() | tuple(): return '[' + ', '.join(map(to_json, v)) + ']'
        case dict(): return '{' + ', '.join(f'{to_json(k)}: {to_json(x)}' for k, x in v.items()) + '}'
print(to_json({'a': [1, 2.5, None], 'b': {'c': 'q"x\\', 'd': True}, 'e': ()}))
