"""With the future import annotations are kept as text."""
from __future__ import annotations

x: undefined + 1 = 5


def f(a: list [ int ], b: 'str' = 'x', *c: (1, 2), d: lambda q: q+1 = None) -> {'k': [1, 2]}:
    pass


class C:
    y: D | None
    z: C[int, ...]
    s: not a and b or c
    i: x if y else z
    f: f'{x!r:>{w}}'
    n: -1 ** 2
    t: (yield_, *b)
    sl: a[1:2, ::3]
    g: [i async for i in z] if 0 else [i for i in z if i]
    st: a.b.c(1, *d, k=2, **e)
    cmp: a < b <= c is not d


print(__annotations__, f.__annotations__)
for k, v in C.__annotations__.items():
    print(k, v)
print(__doc__, annotations)
