x = 'global'


def f():
    x = 'f'

    def g():
        nonlocal x
        x = 'changed by g'

        def h():
            global x
            x = 'changed by h'
            return x

        return h()

    return g(), x


print(f(), x)


def reads():
    return x


def local_later():
    try:
        print(x)
    except UnboundLocalError as e:
        print(e)
    x = 1


local_later()
print(reads())


class C:
    x = 'class'
    y = [x for _ in range(1)]
    z = x

    def m(self):
        return x

    def cls(self):
        return __class__


print(C.y, C.z, C().m(), C().cls())


def outer():
    x = 'outer'

    class D:
        seen = x
        x = 'body'
        after = x

        def m(self):
            return x

    return D.seen, D.after, D().m()


print(outer())


def class_global():
    class E:
        global made_by_class
        made_by_class = 1
        inner = made_by_class

    return 'made_by_class' in E.__dict__, made_by_class


print(class_global())


def counter():
    n = 0

    def step(by=1):
        nonlocal n
        n += by
        return n

    return step


a, b = counter(), counter()
print(a(), a(5), b(), a())


def conditional(flag):
    if flag:
        v = 1
    try:
        return v
    except UnboundLocalError as e:
        return str(e)


print(conditional(True), conditional(False))


def free_unbound():
    def inner():
        return later

    try:
        inner()
    except NameError as e:
        print(type(e).__name__, e)
    later = 1
    return inner()


print(free_unbound())


def parameters(x, y=x):
    return x, y


print(parameters(1))


def except_name():
    e = 1
    try:
        1 / 0
    except ZeroDivisionError as e:
        pass
    try:
        e
    except UnboundLocalError as err:
        print(err)


except_name()


def loops():
    fs = [lambda: i for i in range(3)]
    return [f() for f in fs]


print(loops())
print([x for x in range(3)], x)


def shadow(len):
    return len


print(shadow(3), len('ab'))
import_inside = None


def imports():
    import sys as s
    return s.__name__


print(imports(), 's' in globals())


def nested_class():
    v = 1

    class A:
        def get(self):
            return v

        class B:
            def get(self):
                return v + 1

    return A().get(), A.B().get()


print(nested_class())
exec('made = 5')
print(made)


def locals_in_function(a, b=2):
    c = 3
    return sorted(locals().items())


print(locals_in_function(1))
for bad in ['nonlocal x', 'def f():\n nonlocal zz', 'def f():\n x = 1\n global x', 'def f(a):\n global a', 'def f(a):\n nonlocal a', 'def f():\n print(x)\n global x', 'def f():\n global x\n nonlocal x', 'def f(a, a): pass', 'lambda a, a: 1', 'def f():\n x = 1\n def g():\n  x = 2\n  nonlocal x', 'class C:\n x = 1\n nonlocal x', 'def f():\n for x in y: pass\n global x', 'x: int\nglobal x', 'def f():\n x: int\n global x']:
    try:
        exec(bad)
        print(ascii(bad), 'fine')
    except SyntaxError as e:
        print(ascii(bad), '->', e.msg, e.lineno, e.offset)
