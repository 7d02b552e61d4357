import sys


def show(f):
    try:
        f()
    except BaseException as e:
        sys.excepthook(type(e), e, e.__traceback__)
        print(repr(e), repr(e.__cause__), repr(e.__context__), e.__suppress_context__)


def context():
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError('second')


def cause():
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise KeyError('second') from e


def from_none():
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError('second') from None


def three():
    try:
        context()
    except KeyError:
        raise TypeError('third')


def cause_class():
    raise ValueError('x') from KeyError


def in_finally():
    try:
        1 / 0
    finally:
        raise ValueError('in finally')


def cause_and_context():
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError('x') from TypeError('unrelated')


def cycle():
    try:
        raise ValueError('a')
    except ValueError as a:
        try:
            raise KeyError('b')
        except KeyError as b:
            raise a


def self_raise():
    e = ValueError('self')
    try:
        raise e
    except ValueError:
        raise e


def by_hand():
    e = ValueError('by hand')
    e.__context__ = KeyError('context')
    e.__cause__ = TypeError('cause')
    raise e


def in_exit():
    class M:
        def __enter__(self): pass

        def __exit__(self, *a): raise RuntimeError('exit')

    with M():
        1 / 0


def nested_handlers():
    try:
        raise ValueError(1)
    except ValueError:
        try:
            raise TypeError(2)
        except TypeError:
            pass
        raise KeyError(3)


def generator_context():
    def g():
        try:
            yield
        except ValueError:
            raise KeyError('from generator')

    it = g()
    next(it)
    it.throw(ValueError('thrown'))


for f in [context, cause, from_none, three, cause_class, in_finally, cause_and_context, cycle, self_raise, by_hand, in_exit, nested_handlers, generator_context]:
    print(f.__name__)
    print(f.__name__, file=sys.stderr)
    show(f)
e = ValueError()
for bad in [5, 'x', KeyError]:
    for attr in ['__cause__', '__context__', '__traceback__']:
        try:
            setattr(e, attr, bad)
        except TypeError as x:
            print(attr, x)
try:
    del e.__cause__
except TypeError as x:
    print(x)
