# async def without an event loop: driven by send, as any loop would.
class Suspend:
    def __init__(self, v): self.v = v

    def __await__(self):
        got = yield self.v
        return got


async def inner(n):
    print('inner starts')
    r = await Suspend(n)
    print('inner got', r)
    return r * 2


async def main():
    a = await inner(1)
    b = await inner(2)
    return a + b


c = main()
print(type(c).__name__, c.__name__, c.cr_running, c.cr_await)
print(c.send(None), c.send(10))
try:
    c.send(20)
except StopIteration as e:
    print('result', e.value)
try:
    c.send(None)
except RuntimeError as e:
    print(e)
c = main()
c.send(None)
try:
    c.throw(ValueError('thrown in'))
except ValueError as e:
    print(e)
c = main()
c.close()
print(main.__code__.co_flags & 0x80 != 0)


class Manager:
    async def __aenter__(self):
        print('aenter')
        return 'managed'

    async def __aexit__(self, *a):
        print('aexit', a[0])
        return True


class Iter:
    def __init__(self): self.n = 0

    def __aiter__(self): return self

    async def __anext__(self):
        self.n += 1
        if self.n > 2: raise StopAsyncIteration
        return self.n


async def agen():
    for i in range(2):
        r = yield i
        print('agen got', r)


async def everything():
    async with Manager() as m:
        print(m)
        raise ValueError('swallowed')
    async for x in Iter():
        print('item', x)
    else:
        print('for else')
    print([x async for x in Iter()], {x: y async for x in Iter() if x > 1 for y in 'a'}, [await inner2(x) for x in (1, 2)])
    async for v in agen():
        print('agen', v)
    g = agen()
    print(await g.__anext__(), await g.asend('s'))
    await g.aclose()
    print([v async for v in (x * 2 async for x in Iter())])
    return 'all'


async def inner2(x): return x * 10


def run(c):
    try:
        while True:
            c.send(None)
    except StopIteration as e:
        return e.value


print(run(everything()))
for code in ['await_none()', 'with_plain()', 'for_plain()']:
    async def await_none(): await None
    async def with_plain():
        async with 5: pass
    async def for_plain():
        async for x in []: pass
    try:
        run(eval(code))
    except (TypeError, AttributeError) as e:
        print(code, '->', type(e).__name__, e)
try:
    iter(c2 := main())
except TypeError as e:
    print(e)
c2.close()
