# What lives in frames dies when the exception that holds them does.
class A:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('  del', self.n)


def inner():
    a = A('inner local')
    raise ValueError('inner')


def outer():
    b = A('outer local')
    inner()


print('caught at once')
try:
    outer()
except ValueError as e:
    print('  in handler')
print('after')


def caught_inside():
    try:
        outer()
    except ValueError:
        print('  in handler')
    print('  after handler')


caught_inside()
print('kept')
try:
    outer()
except ValueError as e:
    kept = e
print('  still kept')
kept = kept.with_traceback(None)
print('  traceback dropped')
del kept
print('argument')
try:
    raise ValueError(A('argument'))
except ValueError:
    print('  in handler')
print('re-raise')
try:
    try:
        outer()
    except ValueError:
        print('  first handler')
        raise
except ValueError:
    print('  second handler')
print('replaced')
try:
    try:
        outer()
    except ValueError:
        raise KeyError
except KeyError:
    print('  handler')
print('from None')
try:
    try:
        outer()
    except ValueError:
        raise KeyError from None
except KeyError:
    print('  handler')
print('finally')


def with_finally():
    a = A('finally local')
    try:
        raise ValueError
    finally:
        print('  in finally')


try:
    with_finally()
except ValueError:
    print('  handler')
print('swallowed by return')


def swallow():
    a = A('swallow local')
    try:
        outer()
    finally:
        return 'value'


print(' ', swallow())
print('temporaries on the stack')


def fail():
    raise ValueError


try:
    [A('first'), A('second'), fail()]
except ValueError:
    print('  handler')
try:
    {1: A('value'), 2: fail()}
except ValueError:
    print('  handler')
try:
    print(A('argument 1'), A('argument 2'), fail())
except ValueError:
    print('  handler')
print('end')
