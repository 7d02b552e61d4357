import sys


def empty():
    pass


def add(a, b):
    return a + b


def loop(n):
    s = 0
    for i in range(n):
        s += i
    return s


def outer():
    x = 1

    def inner():
        return x

    return inner


for f in empty, add, loop, outer, outer():
    c = f.__code__
    print(f.__name__, c.co_argcount, c.co_posonlyargcount, c.co_kwonlyargcount, c.co_nlocals, c.co_varnames, c.co_names, c.co_freevars, c.co_cellvars, c.co_firstlineno, c.co_name, c.co_qualname, c.co_flags)
print(loop.__code__.co_consts, empty.__code__.co_consts)
print(sys.getsizeof(empty) == sys.getsizeof(loop), sys.getsizeof(empty.__code__) > 0)
