class A:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('  del', self.n)


def gen():
    a = A('before')
    try:
        yield 1
        b = A('between')
        yield 2
    except GeneratorExit:
        print('  GeneratorExit')
        raise
    finally:
        print('  finally')


print('not started')
g = gen()
del g
print('suspended')
g = gen()
next(g)
del g
print('twice')
g = gen()
next(g), next(g)
del g
print('closed')
g = gen()
next(g)
g.close()
print('  after close')
del g
print('exhausted')
list(gen())
print('break')
for x in gen():
    print('  got', x)
    break
print('  after loop')
print('ignored exit')


def stubborn():
    while True:
        try:
            yield
        except GeneratorExit:
            print('  ignored')
            break
    yield 'more'


g = stubborn()
next(g)
del g
print('raises in finally')


def raising():
    try:
        yield
    finally:
        raise ValueError('from finally')


g = raising()
next(g)
del g
print('delegation')


def outer():
    a = A('outer')
    yield from gen()


g = outer()
next(g)
del g
print('with')


class M:
    def __enter__(self):
        return self

    def __exit__(self, t, v, tb):
        print('  exit', t)


def with_manager():
    with M():
        yield


g = with_manager()
next(g)
del g
print('expression')
e = (A(i) for i in range(2))
next(e)
print('  got one')
del e
print('argument')


def takes(a):
    yield


g = takes(A('argument'))
del g
print('end')
