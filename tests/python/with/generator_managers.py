# What contextlib does, made by hand.
class contextmanager:
    def __init__(self, fn): self.fn = fn

    def __call__(self, *a, **k): return Manager(self.fn(*a, **k))


class Manager:
    def __init__(self, gen): self.gen = gen

    def __enter__(self): return next(self.gen)

    def __exit__(self, t, v, tb):
        if t is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            raise RuntimeError("generator didn't stop")
        try:
            self.gen.throw(v)
        except StopIteration as e:
            return e is not v
        except BaseException as e:
            if e is not v:
                raise
            return False
        raise RuntimeError("generator didn't stop after throw")


@contextmanager
def tag(name):
    print(f'<{name}>')
    try:
        yield name.upper()
    finally:
        print(f'</{name}>')


@contextmanager
def suppress(*kinds):
    try:
        yield
    except kinds as e:
        print('suppressed', repr(e))


with tag('a') as t, tag('b'):
    print(t)
with suppress(ValueError, KeyError):
    raise KeyError('k')
try:
    with tag('x'), suppress(ValueError):
        raise TypeError('t')
except TypeError as e:
    print(repr(e))


@contextmanager
def swap():
    try:
        yield
    except ValueError as e:
        raise KeyError('swapped') from e


try:
    with swap():
        raise ValueError('original')
except KeyError as e:
    print(repr(e), repr(e.__cause__))


class ExitStack:
    def __init__(self): self.stack = []

    def enter(self, cm):
        v = cm.__enter__()
        self.stack.append(cm)
        return v

    def __enter__(self): return self

    def __exit__(self, *exc):
        while self.stack:
            if self.stack.pop().__exit__(*exc):
                exc = (None, None, None)
        return exc[0] is None


with ExitStack() as s:
    print([s.enter(tag(n)) for n in 'pqr'])
with ExitStack() as s:
    s.enter(suppress(ZeroDivisionError))
    s.enter(tag('inner'))
    1 / 0
print('survived')


class Redirect:
    def __enter__(self):
        import sys
        self.old, self.text = sys.stdout, []
        sys.stdout = self
        return self

    def write(self, s): self.text.append(s)

    def __exit__(self, *a):
        import sys
        sys.stdout = self.old


with Redirect() as r:
    print('captured', 1)
print(r.text)


class Timer:
    ticks = 0

    def __enter__(self):
        Timer.ticks += 1
        self.start = Timer.ticks
        return self

    def __exit__(self, *a):
        Timer.ticks += 1
        self.took = Timer.ticks - self.start


with Timer() as t:
    with Timer():
        pass
print(t.took)


class Lock:
    held = False

    def __enter__(self):
        assert not self.held
        self.held = True

    def __exit__(self, *a): self.held = False


lock = Lock()
for _ in range(2):
    with lock:
        print('held', lock.held)
try:
    with lock, lock: pass
except AssertionError:
    print('not reentrant', lock.held)
