import sys

seen = []


def hook(unraisable):
    seen.append((unraisable.exc_type.__name__, str(unraisable.exc_value), unraisable.err_msg, getattr(unraisable.object, '__qualname__', unraisable.object)))
    print(unraisable.exc_traceback.tb_lineno, unraisable.exc_traceback.tb_next)


class Bad:
    def __del__(self):
        raise ValueError('in __del__')


sys.unraisablehook = hook
Bad()
print(seen)
seen.clear()


def gen():
    try:
        yield
    finally:
        raise KeyError('in generator')


g = gen()
next(g)
del g
print(seen[0][:3])


def failing_hook(unraisable):
    raise RuntimeError('hook failed')


seen.clear()
sys.unraisablehook = failing_hook
Bad()
print('went on')
sys.unraisablehook = sys.__unraisablehook__
Bad()
print('default again')
sys.unraisablehook = None
Bad()
print('end')
