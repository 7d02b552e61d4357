a = b = c = 1
del a
del (b), c
for name in 'abc':
    print(name in globals())
l = list(range(10))
del l[0], l[-1]
del l[1:3]
del l[::2]
print(l)
d = {'a': 1, 'b': 2, 'c': 3}
del d['a'], d['b']
print(d)


class C:
    x = 1


c = C()
c.y = c.z = 2
del c.y, c.z
print(c.__dict__)
x = y = z = [1, 2]
del (x, [y, z])
try:
    x
except NameError as e:
    print(e)


def f():
    v = 1
    del v
    try:
        v
    except UnboundLocalError as e:
        print(e)
    v = 2
    return v


print(f())


def g():
    v = 1

    def h():
        return v

    del v
    try:
        return h()
    except NameError as e:
        return e


print(g())


def glob():
    global gone
    gone = 1
    del gone


glob()
print('gone' in globals())
for bad in ['del nothing', 'del [][0]', "del {}['k']", 'del C().x', 'del (1).real', "del 'abc'[0]", 'del (1, 2)[0]', 'del C.nothing', 'del len.__name__']:
    try:
        exec(bad)
    except Exception as e:
        print(bad, '->', type(e).__name__, e)
for bad in ['del 1', 'del f()', 'del a + b', 'del (a, 1)', 'del *a', 'del', 'del a if b else c', 'del None', 'del "x"', 'del [a, f()]', 'del a.b()', 'del a, *b', 'del (a := 1)', 'del __debug__']:
    try:
        compile(bad, '<s>', 'exec')
        print(bad, 'compiles')
    except SyntaxError as e:
        print(bad, '->', e.msg)
