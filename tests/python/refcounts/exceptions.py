import sys

rc = sys.getrefcount

try:
    1 / 0
except ZeroDivisionError as e:
    print('caught', rc(e))
    saved = e
    print('saved', rc(e))
print('after except', rc(saved))
print('traceback', rc(saved.__traceback__))


def boom(x):
    y = [x]
    raise ValueError(x)


o = object()
before = rc(o)
try:
    boom(o)
except ValueError as e:
    print('in handler', rc(o) - before, rc(e), rc(e.args))
print('after handler', rc(o) - before)
try:
    boom(o)
except ValueError as e:
    kept = e
print('kept exception holds frame', rc(o) - before)
kept.__traceback__ = None
print('without traceback', rc(o) - before)
del kept
print('without exception', rc(o) - before)

err = KeyError(o)
print('made, not raised', rc(err), rc(o) - before)
try:
    raise err
except KeyError as e:
    print('raised', rc(err))
print('afterwards', rc(err))
err.__traceback__ = None
del err
print('deleted', rc(o) - before)

try:
    try:
        boom(o)
    except ValueError:
        raise KeyError('outer')
except KeyError as e:
    outer = e
print('context', rc(o) - before, rc(outer), rc(outer.__context__))
del outer
print('chain gone', rc(o) - before)


def swallow(x):
    try:
        boom(x)
    except ValueError:
        pass
    return rc(x)


print('swallowed', swallow(o), rc(o) - before)


def finally_(x):
    try:
        return rc(x)
    finally:
        print('  in finally', rc(x))


print('finally', finally_(o), finally_([]))
try:
    raise ValueError from KeyError(o)
except ValueError:
    pass
print('cause', rc(o) - before)
print(sys.exc_info(), rc(sys.exception()) > 1000)
