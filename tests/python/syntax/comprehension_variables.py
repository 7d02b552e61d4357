# The variables of an inlined comprehension count among the function's.


def plain():
    k = 1
    return [i for i in range(3)], k


def several(x):
    return [i for i in x for j in range(i)], {k: v for k, v in zip(x, x)}, {s for s in x}


def same_name(x):
    i = 3
    return [i for i in x], i


def declared_global(x):
    global i
    return [i for i in x]


def nested(x):
    return [[j for j in range(i)] for i in x]


def walrus(x):
    return [y := k for k in x], y


def generator(x):
    return list(z for z in [w for w in x])


for function in plain, several, same_name, declared_global, nested, walrus, generator:
    code = function.__code__
    print(function.__name__, code.co_varnames, code.co_nlocals)
    print(function([1, 2]) if code.co_argcount else function())
