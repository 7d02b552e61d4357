def run(kind):
    log = []
    try:
        log.append('try')
        if kind == 'value': raise ValueError('v')
        if kind == 'key': raise KeyError('k')
        if kind == 'type': raise TypeError('t')
        if kind == 'return': return log
    except ValueError as e:
        log.append(f'value {e}')
    except (KeyError, IndexError) as e:
        log.append(f'lookup {e!r}')
    except:
        log.append('bare')
    else:
        log.append('else')
    finally:
        log.append('finally')
    log.append('after')
    return log


for kind in ['none', 'value', 'key', 'type', 'return']:
    print(kind, run(kind))


def returns():
    try:
        return 'try'
    finally:
        return 'finally'


def swallow():
    while True:
        try:
            1 / 0
        finally:
            break
    return 'swallowed'


def loop():
    for i in range(3):
        try:
            if i == 1:
                continue
            print('body', i)
        finally:
            print('cleanup', i)


def nested():
    try:
        try:
            raise ValueError('inner')
        except ValueError:
            raise TypeError('outer')
        finally:
            print('inner finally')
    except TypeError as e:
        return repr(e), repr(e.__context__)


def reraise():
    try:
        try:
            1 / 0
        except ZeroDivisionError:
            raise
    except ZeroDivisionError as e:
        return repr(e)


print(returns(), swallow(), nested(), reraise())
loop()


def value_of_return():
    x = 1
    try:
        return x
    finally:
        x = 2


print(value_of_return())
try:
    try:
        raise ValueError
    except TypeError:
        print('wrong')
    finally:
        print('on the way')
except ValueError:
    print('outer')
try:
    raise
except RuntimeError as e:
    print(e)
kinds = (ValueError, KeyError)
for exc in ValueError, KeyError, TypeError:
    try:
        raise exc
    except kinds as e:
        print('caught', type(e).__name__)
    except Exception as e:
        print('not matched', type(e).__name__)
try:
    try:
        raise ValueError
    except 5:
        pass
except TypeError as e:
    print(e)
try:
    raise 5
except TypeError as e:
    print(e)
try:
    raise int
except TypeError as e:
    print(e)
try:
    raise ValueError from 5
except TypeError as e:
    print(e)
def gen():
    try:
        yield 1
    except ValueError as e:
        yield f'got {e}'
    finally:
        print('gen finally')
g = gen()
print(next(g), g.throw(ValueError('x')))
g.close()
try:
    pass
except ():
    pass
else:
    print('else without error')
for bad in ['try:\n pass', 'try:\n pass\nexcept:\n pass\nexcept ValueError:\n pass', 'try:\n pass\nexcept A, B:\n pass', 'try:\n pass\nelse:\n pass', 'except: pass', 'try:\n pass\nexcept A as 1: pass', 'try:\n pass\nexcept A as b.c: pass', 'try:\n pass\nexcept* : pass', 'try:\n pass\nexcept A: pass\nexcept* B: pass', 'for x in y:\n try:\n  pass\n except* A:\n  break', 'try:\n pass\nfinally:\n pass\nelse:\n pass']:
    try:
        compile(bad, '<s>', 'exec')
        print('compiles', ascii(bad))
    except SyntaxError as e:
        print(ascii(bad), '->', e.msg)
