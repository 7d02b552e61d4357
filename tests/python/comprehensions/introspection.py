# locals(), eval() and dir() inside comprehensions, which run in the frame of the code around them.


def evaluated():
    k = 10
    return [eval('i * k') for i in range(3)], [sorted(locals()) for j in range(1)]


def listed():
    return [dir() for q in range(1)], [vars() for q in range(2)]


def captured():
    return [(lambda: i)() + locals()['i'] for i in range(3)]


def shadowed():
    i = 5
    return [locals() for i in 'x'], i, locals()['i']


def nested():
    return [[sorted(locals().items()) for b in 'xy'] for a in range(2)]


def after_error():
    i = 'mine'
    try:
        [eval('i / 0') for i in range(3)]
    except ZeroDivisionError:
        pass
    return locals()


for function in evaluated, listed, captured, shadowed, nested, after_error:
    print(function.__name__, function())

print([locals().get('i') for i in range(2)])
print([eval('i') for i in range(3)], 'i' in globals())


class C:
    a = 1
    b = [locals().get('i', 'none') for i in range(2)]
    c = [sorted(k for k in locals() if not k.startswith('__')) for i in range(1)]


print(C.b, C.c)
