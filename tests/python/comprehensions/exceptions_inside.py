# The comprehension variable shadows only inside, also when it is left by an exception.
def f():
    x = 'kept'
    try:
        [1 / x for x in [1, 0]]
    except ZeroDivisionError:
        pass
    return x


print(f())


def g():
    try:
        [y for y in [1] if y.z]
    except AttributeError:
        pass
    try:
        return y
    except NameError as e:
        return type(e).__name__


print(g())


def h():
    x = 1
    def inner(): return x
    try:
        [inner() / (x - 1) for x in [2, 1]]
    except ZeroDivisionError:
        pass
    return x, inner()


print(h())


def cells():
    fs = []
    x = 'outer'
    try:
        [fs.append(lambda: x) or 1 / (2 - x) for x in range(3)]
    except ZeroDivisionError:
        pass
    return x, [f() for f in fs]


print(cells())


def nested():
    a = b = 'outer'
    try:
        [[1 // b for b in [1, a]] for a in [1, 0]]
    except ZeroDivisionError:
        pass
    return a, b


print(nested())


class C:
    x = 'class'
    try:
        [1 / x for x in [0]]
    except ZeroDivisionError:
        pass
    y = x


print(C.y)
x = 'module'
try:
    [1 / x for x in [0]]
except ZeroDivisionError:
    pass
print(x)


def with_finally():
    v = 'v'
    try:
        return [v for v in [1, 2]]
    finally:
        print('finally', v)


print(with_finally())


def in_loop():
    out = []
    for n in range(3):
        try:
            out.append([1 // (n - k) for k in range(2)])
        except ZeroDivisionError:
            out.append('error')
            continue
    return out, n


print(in_loop())


def generator():
    k = 'k'
    yield [k for k in range(2)]
    yield k


print(list(generator()))


def send():
    l = [(yield_) for yield_ in 'ab']
    return l, (yield)


print(next(send()))


def traceback_line():
    return [
        1 / v
        for v in [0]
    ]


try:
    traceback_line()
except ZeroDivisionError as e:
    tb = e.__traceback__
    while tb:
        print(tb.tb_frame.f_code.co_name, tb.tb_lineno)
        tb = tb.tb_next
try:
    list(1 / v for v in [0])
except ZeroDivisionError as e:
    tb = e.__traceback__
    while tb:
        print(tb.tb_frame.f_code.co_name, tb.tb_lineno)
        tb = tb.tb_next
