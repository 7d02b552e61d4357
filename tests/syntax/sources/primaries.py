a.b.c
a.b(c)[d].e
a()
a(b)
a(b, c,)
a(*b)
a(**b)
a(b, *c, d, e=1, *f, **g, h=2, **i)
a(b=1, *c)
a(x for x in y)
a(b, (x for x in y))
a(x for x in y)(z)[w]
a(
    b,
    c=d,
)
a[b]
a[b, c]
a[b,]
a[b:c]
a[b:c:d]
a[:], a[::], a[b:], a[:c], a[::d], a[b::d], a[:c:d]
a[b:c, d:e, ...]
a[*b]
a[*b, c]
a[b, *c, d:e]
a[lambda x: x]
a[b][c]
a .b
a . b . c
1 .real, 1..real, 1.5.real
'a'.join(b)
(a).b
(a, b)[0]
[a][0], {a}[0], {a: b}[0]
f''[0]
print(a, file=b)
(yield)
