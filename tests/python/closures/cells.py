import gc


def f():
    a = 1
    b = []

    def g():
        return a, b

    return g


g = f()
print(g.__code__.co_freevars, g.__closure__[0].cell_contents, len(g.__closure__), f.__code__.co_cellvars, f.__closure__)
a_cell = g.__closure__[0]
a_cell.cell_contents = 'changed'
print(g(), repr(a_cell)[:9], type(a_cell).__name__)
del a_cell.cell_contents
try:
    g()
except NameError as e:
    print(e)
try:
    a_cell.cell_contents
except ValueError as e:
    print(e)
a_cell.cell_contents = 5
print(g()[0])


def shared():
    n = 0

    def get(): return n

    def set_(v):
        nonlocal n
        n = v

    return get, set_


get, set_ = shared()
set_(7)
print(get(), get.__closure__[0] is set_.__closure__[0])


def param(x, *args, k=1, **kw):
    def inner(): return x, args, k, kw

    x = 'rebound'
    return inner


print(param(1, 2, k=3, z=4)(), param.__code__.co_cellvars)


def deleted():
    v = 1

    def inner(): return v

    del v
    try:
        return inner()
    except NameError as e:
        return str(e)


print(deleted())


def before():
    def inner(): return v

    try:
        inner()
    except NameError as e:
        print(e)
    v = 1
    return inner()


print(before())


def exception_var():
    try:
        1 / 0
    except ZeroDivisionError as e:
        def get(): return e

        print(repr(get()))
    try:
        get()
    except NameError as x:
        return str(x)


print(exception_var())


class C:
    def m(self): return __class__

    def n(self): return super().__init__


print(C.m.__code__.co_freevars, C.m.__closure__[0].cell_contents is C, C.m.__closure__[0] is C.n.__closure__[0])


def nested_pass_through():
    x = 'deep'

    def middle():
        def inner(): return x

        return inner

    return middle


m = nested_pass_through()
print(m.__code__.co_freevars, m()(), m.__closure__[0] is m().__closure__[0])


def loop():
    cells = []
    for i in range(2):
        cells.append((lambda: i).__closure__[0])
    return cells


a, b = loop()
print(a is b, a.cell_contents, a == b)


def comprehension():
    return [(lambda: i).__closure__[0] for i in range(2)]


a, b = comprehension()
print(a is b, a.cell_contents)


def locals_with_cells():
    x = 1
    y = 2
    (lambda: x)
    return locals()


print(locals_with_cells())


def inner_locals():
    x = 1
    def inner():
        z = x
        return locals()
    return inner()


print(inner_locals())
def generator():
    n = 0
    def bump():
        nonlocal n
        n += 1
    while n < 3:
        bump()
        yield n
print(list(generator()))
def recursion(n):
    def go(k): return k if k == n else go(k + 1)
    return go(0)
print(recursion(50))
def conditional(flag):
    if flag:
        v = 'set'
    def inner(): return v
    try:
        return inner()
    except NameError as e:
        return str(e)
print(conditional(1), conditional(0))
def aug():
    x = [1]
    def inner():
        nonlocal x
        x += [2]
        return x
    return inner(), x
print(aug())
