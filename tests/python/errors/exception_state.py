import sys


def current():
    return repr(sys.exception())


print(current())
try:
    raise ValueError(1)
except ValueError:
    print('outer handler', current())
    try:
        raise KeyError(2)
    except KeyError:
        print('inner handler', current())
    print('back', current())


    def f():
        print('in function', current())
        try:
            raise TypeError(3)
        except TypeError:
            print('function handler', current())
        print('function after', current())


    f()
    print('after call', current())
print('after all', current())


def gen():
    print('gen start', current())
    try:
        raise ValueError('gen')
    except ValueError:
        yield current()
        print('gen resumed', current())
    yield current()


g = gen()
try:
    raise KeyError('caller')
except KeyError:
    print(next(g), current())
print(current())
print(next(g), current())


def loop():
    for i in range(3):
        try:
            raise ValueError(i)
        except ValueError:
            if i == 1:
                continue
            if i == 2:
                break
    return current()


print(loop())


def ret():
    try:
        raise ValueError('ret')
    except ValueError:
        return current()


print(ret(), current())


class CM:
    def __enter__(self): print('enter', current())

    def __exit__(self, t, v, tb):
        print('exit', repr(v), current())
        return True


with CM():
    raise OSError('with')
print(current())
try:
    with CM():
        1 / 0
    print('suppressed', current())
finally:
    print('finally', current())
try:
    try:
        raise ValueError('a')
    finally:
        print('in finally', current())
except ValueError:
    pass
try:
    raise ValueError
except ValueError as e:
    try:
        raise
    except ValueError as e2:
        print(e is e2)
    print('e' in globals())
print('e' in globals(), 'e2' in globals())
try:
    raise ValueError('kept')
except ValueError as e:
    kept = e
try:
    print(e)
except NameError as n:
    print(n)


def reraise_in_function():
    raise


try:
    raise KeyError('active')
except KeyError:
    try:
        reraise_in_function()
    except KeyError as e:
        print('reraised', e)
try:
    reraise_in_function()
except RuntimeError as e:
    print(e)
