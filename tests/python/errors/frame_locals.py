# f_locals of frames that are running: one's own, the callers', those of a traceback.
import sys


def show():
    frame = sys._getframe(1)
    while frame.f_back is not None:
        print(frame.f_code.co_name, frame.f_locals)
        frame = frame.f_back


def inner(x):
    y = x * 2
    show()
    return y


def outer(a, b=2, *rest, c=3, **kw):
    d = a + b

    def closure():
        return d

    del closure
    return inner(d) + 1


outer(1)
outer(1, 2, 3, c=4, e=5)


def failing(n):
    half = n // 2
    if half:
        failing(half)
    raise ValueError(n)


def catching():
    mine = 'x'
    try:
        failing(5)
    except ValueError as e:
        tb = e.__traceback__
        while tb is not None:
            print(tb.tb_frame.f_code.co_name, sorted(tb.tb_frame.f_locals))
            tb = tb.tb_next
    return mine


catching()


def generating(n):
    for i in range(n):
        show()
        yield i


print(list(generating(2)))
