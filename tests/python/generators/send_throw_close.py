def echo():
    log = []
    try:
        while True:
            try:
                got = yield log[-1] if log else 'first'
                log.append(('got', got))
            except ValueError as e:
                log.append(('caught', str(e)))
    except GeneratorExit:
        print('closing', log)
        raise
    finally:
        print('finally')


g = echo()
print(next(g), g.send(1), g.send(None), g.throw(ValueError('v')), g.throw(ValueError), next(g))
g.close()
print(next(g, 'closed'))
g.close()
g = echo()
try:
    g.send(5)
except TypeError as e:
    print(e)
print(g.send(None))
try:
    g.throw(KeyError('k'))
except KeyError as e:
    print('out', e)
print(next(g, 'finished'))
try:
    g.throw(OSError('finished generator'))
except OSError as e:
    print(e)
g = echo()
try:
    g.throw(ValueError('not started'))
except ValueError as e:
    print(e)
print(next(g, 'dead'))


def returns_on_close():
    try:
        yield
    except GeneratorExit:
        return 'value'


g = returns_on_close()
next(g)
print(g.close())


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


g = stubborn()
next(g)
try:
    g.close()
except RuntimeError as e:
    print(e)
print(list(g))


def other():
    try:
        yield
    finally:
        raise OSError('in finally')


g = other()
next(g)
try:
    g.close()
except OSError as e:
    print(e, repr(e.__context__))
g = other()
g.close()
print(next(g, 'closed unstarted'))
g = echo()
next(g)
for args in [(5,), (ValueError, 'a'), (ValueError, ValueError('b')), (ValueError('c'), None), (ValueError('d'), 'x'), (int,), (ValueError, 1, 2), ()]:
    try:
        print(args, g.throw(*args))
    except (TypeError, StopIteration) as e:
        print(args, '->', type(e).__name__, e)


def accumulate():
    total = 0
    while True:
        value = yield total
        if value is None:
            return total
        total += value


a = accumulate()
next(a)
print(a.send(5), a.send(10))
try:
    a.send(None)
except StopIteration as e:
    print(e.value)


def chain():
    x = yield 1
    y = yield x + 1
    z = yield (x, y)
    return z


c = chain()
print(c.send(None), c.send(10), c.send(20))
try:
    c.send(30)
except StopIteration as e:
    print(e.value)


def context():
    try:
        yield 1
    except ValueError as e:
        print('inside', e, repr(e.__context__))
        raise KeyError('new')


c = context()
next(c)
try:
    try:
        raise OSError('active')
    except OSError:
        c.throw(ValueError('thrown'))
except KeyError as e:
    print(repr(e), repr(e.__context__), repr(e.__context__.__context__))
