a + b - c * d / e // f % g @ h
a ** b ** c
-a ** -b
+a, -a, ~a, not a, not not a, - - a, ~-+a
a << b >> c & d | e ^ f
a < b > c <= d >= e == f != g
a is b is not c in d not in e
a or b and c or not d
a and b and c
(a or b) or c
a if b else c if d else e
(a if b else c) if d else e
(a + b) * c
((a))
(
    a
    +
    b
)
x = a \
    + b
lambda: 0
lambda x: x
lambda x, y=1, *args, z, w=2, **kw: (x, y)
lambda a, /, b: a
lambda a, b=1, /, c=2, *, d: a
lambda *a, **k: a
lambda *, k: k
lambda x,: x
lambda: (yield)
lambda: lambda: 0
not (lambda: x)
await_ = 1
(y := 1)
f(y := 1, z=(w := 2))
[y := 1, y ** 2]
x[y := 1], x[a:=1, b:=2]
