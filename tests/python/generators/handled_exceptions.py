# What counts as the handled exception in a generator that yields inside its handlers, and to whoever resumes it.
import sys


def in_finally():
    """The finally part runs without an exception; a handler inside it yields."""
    try:
        yield 'start'
    finally:
        try:
            raise KeyError('inner')
        except KeyError:
            yield repr(sys.exception())
            try:
                raise ValueError('deeper')
            except ValueError as e:
                yield repr(sys.exception()), repr(e.__context__)
            yield repr(sys.exception())
        yield repr(sys.exception())


def raised_through_finally():
    try:
        try:
            1 / 0
        finally:
            yield repr(sys.exception())
            try:
                [][1]
            except IndexError as e:
                yield repr(sys.exception()), repr(e.__context__)
            yield repr(sys.exception())
    except ZeroDivisionError:
        yield 'handler', repr(sys.exception())
    yield repr(sys.exception())


def swallowed():
    for i in range(3):
        try:
            raise TypeError(i)
        finally:
            yield i, repr(sys.exception())
            continue
    yield repr(sys.exception())


def inner(n):
    try:
        raise LookupError(n)
    except LookupError:
        yield repr(sys.exception())


def delegating():
    try:
        raise OSError('outer')
    except OSError:
        yield from inner(1)
        yield repr(sys.exception())
    yield from inner(2)
    yield repr(sys.exception())


def show(make):
    print(make.__name__)
    g = make()
    for value in g:
        print('   ', value, sys.exception())
    g = make()
    try:
        raise RuntimeError('of the caller')
    except RuntimeError:
        for value in g:
            print('   ', value, repr(sys.exception()))
        print('   ', repr(sys.exception()))
    for steps in range(1, 4):
        g = make()
        for _ in range(steps):
            next(g)
        try:
            g.throw(StopAsyncIteration('thrown'))
        except BaseException as e:
            print('    thrown', steps, repr(e), repr(e.__context__), repr(e.__context__ and e.__context__.__context__))
        try:
            g.close()
        except RuntimeError as e:
            print('   ', e)
        print('   ', sys.exception())


for make in in_finally, raised_through_finally, swallowed, delegating:
    show(make)
