import sys


def inner():
    raise ValueError('x')


def outer():
    inner()


try:
    outer()
except ValueError as e:
    tb = e.__traceback__
while tb:
    print(tb.tb_lineno, tb.tb_frame.f_code.co_name, tb.tb_frame.f_lineno, tb.tb_lasti >= 0, tb.tb_next is None)
    last, tb = tb, tb.tb_next
print(type(last).__name__, last.tb_frame.f_locals, last.tb_frame.f_back is not None, dir(last))
try:
    raise KeyError
except KeyError as e:
    first = e.__traceback__
    e2 = e
try:
    raise e2
except KeyError as e:
    print(e.__traceback__ is first, e.__traceback__.tb_next is first, e.__traceback__.tb_lineno, e.__traceback__.tb_next.tb_lineno)
e = ValueError('y').with_traceback(first)
print(e.__traceback__ is first)
e.__traceback__ = None
print(e.__traceback__)
try:
    e.with_traceback(5)
except TypeError as x:
    print(x)
TB = type(first)
made = TB(None, sys._getframe(), 0, 99)
print(made.tb_lineno, made.tb_next, made.tb_lasti)
made.tb_next = first
print(made.tb_next is first)
for code in ['TB()', 'TB(1, 2, 3, 4)', 'TB(None, sys._getframe(), "x", 1)', 'setattr(made, "tb_next", made)', 'setattr(made, "tb_next", 5)', 'setattr(made, "tb_lineno", 5)', 'setattr(made, "x", 5)']:
    try:
        eval(code)
    except (TypeError, ValueError, AttributeError) as x:
        print(code, '->', type(x).__name__, x)


def loop():
    for i in range(2):
        try:
            1 / 0
        except ZeroDivisionError as e:
            yield e.__traceback__.tb_lineno, e.__traceback__.tb_frame.f_code.co_name


print(list(loop()))


def rethrow():
    try:
        outer()
    except ValueError as e:
        raise e


def rethrow_bare():
    try:
        outer()
    except ValueError:
        raise


for f in rethrow, rethrow_bare:
    try:
        f()
    except ValueError as e:
        lines = []
        tb = e.__traceback__
        while tb:
            lines.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
            tb = tb.tb_next
        print(lines)
print(sys.exc_info(), sys.exception())
try:
    1 / 0
except ZeroDivisionError:
    print(sys.exc_info()[0], sys.exception() is sys.exc_info()[1], sys.exc_info()[2].tb_lineno)
raise e.with_traceback(made)
