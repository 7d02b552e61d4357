match x:
    case 1: a
    case -1: a
    case 1.5 | -2.5: a
    case 1 + 2j | -1 - 2j: a
    case 'a' 'b' | b'c': a
    case None | True | False: a
    case y: a
match x:
    case _: a
match x, y:
    case a, b: c
    case a, *b: c
    case *_, a: c
    case a,: b
    case [a, b, *c]: d
    case [a]: b
    case []: a
    case (): a
    case (a): b
    case (a, b): c
    case (a,): b
    case (a, *_): b
match x:
    case a.b: c
    case a.b.c: d
    case A(): b
    case a.B(c, d): e
    case A(b=c, d=e): f
    case A(b, c=d,): e
    case A(b,): c
    case A(b=1,) as c: d
    case {}: a
    case {'a': b}: c
    case {'a': b, **c}: d
    case {1: a, -1: b, 1 + 2j: c, None: d, a.b: e, 'x' 'y': f,}: g
    case {**rest}: a
    case {'a': b, **c,}: d
    case (a | b) as c: d
    case [A(b), {'c': [d, *e]}] as f if g > h: i
    case a if (b := c): d
    case a, b if c: d
match *a, b:
    case c: d
match (x):
    case (y): z
match [a, b]:
    case [1, 2]: c
match {}:
    case _:
        pass
match -x:
    case _: a
match(a)
match[a]
match (a).b
match - a
match.x = case.y
match, case = 1, 2
match: int = 3
match * a, b
print(match, case, _, type)
if match: case
match match:
    case case: match
match lambda: 0:
    case _: a
match not a:
    case _: a
match a := b:
    case _: a
