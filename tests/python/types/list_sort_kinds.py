# Keys of all kinds, in runs and out of order, are sorted stably.
class L:
    seed = 1


def r(n):
    L.seed = (L.seed * 1103515245 + 12345) % 2147483648
    return (L.seed >> 8) % n


ALPHABET = ['a', 'b', '\0', 'z', '\x7f', 'é', 'ÿ', '\u0100', '\u4e00', '\ud800', '\ue000', '\uffff', '\U00010000', '\U0010ffff']


def word(k, m):
    return ''.join([ALPHABET[r(k)] for _ in range(r(m))])


KINDS = [
    lambda: r(50) - 25,
    lambda: (r(50) - 25) / 2,
    lambda: [0.0, -0.0, 1e300, -1e300, 5e-324, 2**53 - 1, 2.0**60][r(7)],
    lambda: bool(r(2)),
    lambda: word(4, 5),
    lambda: word(2, 30),
    lambda: word(7, 10),
    lambda: word(12, 10),
    lambda: word(14, 10),
    lambda: (r(5), word(4, 4), r(9) / 2),
    lambda: [word(7, 3), r(4)],
    lambda: (word(3, 20), word(8, 9)),
    lambda: 'prefix' * 3 + word(4, 20),
    lambda: r(1 << 31) * (r(1 << 30) - (1 << 29)),
    lambda: (r(3), (r(3), r(2))),
    lambda: [r(3)] * r(4),
    lambda: r(100000) if r(2) else float(r(100000)),
    lambda: float('nan') if r(9) == 0 else r(9) * 1.0,
    lambda: (bool(r(2)), float(r(3)), r(3)),
]


def shaped(v, shape):
    n = len(v)
    if shape == 1:
        v.sort()
    elif shape == 2:
        v.sort(reverse=True)
    elif shape == 3:
        k = max(1, n // 7)
        v = sum([sorted(v[i : i + k]) for i in range(0, n, k)], [])
    elif shape == 4:
        v = sorted(v[: n * 9 // 10]) + v[n * 9 // 10 :]
    elif shape == 5:
        v = sorted(v[: n // 2], reverse=True) + sorted(v[n // 2 :])
    return v


for i, kind in enumerate(KINDS):
    digest = 0
    for n in [0, 1, 2, 5, 16, 17, 33, 100, 620]:
        for shape in range(6):
            v = shaped([kind() for _ in range(n)], shape)
            for reverse in (False, True):
                for at in sorted(range(n), key=v.__getitem__, reverse=reverse):
                    digest = (digest * 31 + at) % 1000000007
                for x in sorted(v, reverse=reverse):
                    digest = (digest * 31 + (len(x) if type(x) is str else int(x) if type(x) in (int, float, bool) and x == x else 7)) % 1000000007
    print(i, digest)
