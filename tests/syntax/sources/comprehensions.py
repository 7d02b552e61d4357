[x for x in y]
[x for x in y if z]
[x for x in y if z if w]
[x for x in y for z in w]
[x for x, y in z]
[x for x, in z]
[x for (x, y), *z in w]
[x for x.a in y], [x for x[0] in y]
[x for [x, y] in z]
[(x, y) for x in y]
[x if y else z for x in w]
[lambda: x for x in y]
[a := x for x in y]
{x for x in y}
{x: y for x, y in z}
{x: y for x in a for y in b if c}
(x for x in y)
(a := x for x in y)
f(a := x for x in y)
[x for x in a or b]
[x for x in lambda_]
[x for x in y if a if b or c]
[[y for y in x] for x in z]
async def f():
    [x async for x in y]
    {x async for x in y if await z}
    (await x for x in y)
    [x for x in y async for z in w]
    return {k: v async for k, v in z}
