()
(a,)
(a, b)
(a, b,)
(*a, b)
(*a,)
a, b
a,
*a, b
[]
[a]
[a,]
[a, b, *c]
[*a]
{a}
{a, b,}
{*a, b}
{}
{a: b}
{a: b, c: d,}
{**a}
{a: b, **c, d: e}
{a: lambda: 0, b: c if d else e}
{(a := b): c}
{(a := b), c}
[[a, [b]], (c, (d,)), {e: {f}}]
[
    a,
    # comment
    b,
]
