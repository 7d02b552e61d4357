if a: b
if a:
    b
elif c:
    d
elif e: f
else:
    g
if (a := b): c
while a:
    b
else:
    c
for a in b: c
for a, b in c:
    d
for (a, b), *c in d, e:
    f
else:
    g
for a, in b: c
for a.b in c: d
for a[0] in b: c
for [a, b] in c: d
for x in *a, b: c
with a: b
with a as b: c
with a, b as c: d
with (a): b
with (a as b): c
with (a, b): c
with (a, b,): c
with (a as b, c as d,): e
with (a), b: c
with (a) as b: c
with (a, b) as c: d
with a as (b, c): d
with a as b.c, d as e[0]: f
with a as [b, *c]: d
with (a.b()): c
with (a)(b) as c: d
with (a) + b as c, d: e
with (yield_): a
with (a := b): c
with (lambda: a) as b: c
with (x for x in y) as z: w
try:
    a
except:
    b
try:
    a
except b:
    c
except (d, e) as f:
    g
else:
    h
finally:
    i
try: a
finally: b
try:
    a
except* b:
    c
except* (d, e) as f: g
try:
    a
except *b: c
def f():
    pass

    # comment

    if a:
        # deep
        b
  # shallow comment
    return c
class A: pass
class A(): pass
class A(B, *C, metaclass=D, **E): pass
class A:
    x = 1
    def f(self): pass
@a
class A: pass
@a.b(c)
@d
def f(): pass
@(yield_)
@x[0].y
@(lambda f: f)
async def f():
    async with a as b, c: d
    async with (a as b, c as d): e
    async for x in y:
        await z
    else:
        pass
    await a.b(c) ** d, -await e
