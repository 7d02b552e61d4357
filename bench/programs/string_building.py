"""Building strings: +=, join, f-strings, formatting."""


def main():
    s = ''
    for i in range(60_000):
        s += 'x' if i & 1 else 'yz'
    parts = []
    for i in range(60_000):
        parts.append(f'{i}:{i * 2:04d}')
    joined = ','.join(parts)
    rows = '\n'.join('%d|%5.2f|%s' % (i, i / 7, 'abc') for i in range(30_000))
    return len(s), len(joined), len(rows), joined[-20:]
