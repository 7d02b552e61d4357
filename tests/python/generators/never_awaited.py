async def forgotten():
    pass


forgotten()
print('after')


async def other():
    forgotten()
    return 1


try:
    other().send(None)
except StopIteration as e:
    print(e.value)
