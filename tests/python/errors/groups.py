import sys

eg = ExceptionGroup('group', [ValueError('v'), ExceptionGroup('inner', [KeyError('k'), TypeError('t')])])
print(repr(eg), str(eg), eg.message, eg.exceptions, eg.args)
print(isinstance(eg, Exception), isinstance(eg, BaseExceptionGroup), type(BaseExceptionGroup('b', [ValueError()])).__name__, type(BaseExceptionGroup('b', [KeyboardInterrupt()])).__name__)
print(eg.subgroup(ValueError), eg.subgroup(KeyError), eg.subgroup(OSError), eg.subgroup(lambda e: 'k' in str(e)))
print(eg.split(TypeError), eg.split((ValueError, KeyError)), eg.split(ExceptionGroup))
print(eg.derive([OSError()]))
for code in ['ExceptionGroup()', 'ExceptionGroup("x")', 'ExceptionGroup("x", [])', 'ExceptionGroup("x", 5)', 'ExceptionGroup("x", [5])', 'ExceptionGroup("x", [KeyboardInterrupt()])', 'ExceptionGroup(5, [ValueError()])', 'ExceptionGroup("x", [ValueError])', 'eg.message = 5', 'eg.subgroup(5)', 'BaseExceptionGroup("x", [ValueError()], 1)', 'ExceptionGroup("x", (ValueError(),))', 'eg.split()']:
    try:
        print(code, eval(code) if '=' not in code else exec(code))
    except (TypeError, ValueError, AttributeError) as e:
        print(code, '->', type(e).__name__, e)


def run(exc, *kinds):
    log = []
    try:
        try:
            raise exc
        except* ValueError as e:
            log.append(('value', repr(e)))
        except* (KeyError, TypeError) as e:
            log.append(('key or type', repr(e)))
        else:
            log.append('else')
        finally:
            log.append('finally')
    except BaseException as e:
        log.append(('escaped', repr(e)))
    return log


print(run(eg))
print(run(ValueError('plain')))
print(run(OSError('other')))
print(run(ExceptionGroup('mixed', [ValueError(1), OSError(2), ValueError(3)])))
print(run(KeyboardInterrupt()))
try:
    try:
        raise ExceptionGroup('e', [ValueError(1), TypeError(2)])
    except* ValueError:
        raise OSError('in handler')
except BaseException as e:
    print(repr(e), [repr(x) for x in e.exceptions])
try:
    try:
        raise ExceptionGroup('e', [ValueError(1), TypeError(2)])
    except* ValueError:
        raise
    except* TypeError:
        pass
except BaseException as e:
    print(repr(e))
try:
    try:
        raise ValueError
    except* ExceptionGroup:
        pass
except TypeError as e:
    print(e)


class Mine(ExceptionGroup):
    def derive(self, excs): return Mine('derived', excs)


m = Mine('mine', [ValueError(1), KeyError(2)])
print(m.subgroup(KeyError), type(m.split(ValueError)[1]).__name__)
try:
    print('before')
except* ValueError:
    print('never')
else:
    print('no exception')
sys.excepthook(type(eg), eg, None)


def deep():
    try:
        1 / 0
    except ZeroDivisionError as z:
        try:
            raise KeyError('k') from z
        except KeyError as k:
            raise ExceptionGroup('outer', [k, ValueError('v\nsecond line'), ExceptionGroup('deep', [OSError(2, 'os'), ExceptionGroup('deeper', [TypeError()])])]) from ValueError('cause')


deep()
