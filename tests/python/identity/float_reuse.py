# Where a float operation at a warm site puts its result: into an operand that dies there.

def places(operation):
    """For five executions: is the result where the float that died last was (1), or the one before it (0)?"""
    a, b, c = 1.5, 2.5, 3.5
    found = []
    for _ in range(5):
        p = a * b
        q = a * b
        before, last = id(p), id(q)
        del p, q
        r = operation(a, b, c)
        found.append('last' if id(r) == last else 'before' if id(r) == before else 'elsewhere')
        del r
    return found

def left(a, b, c):
    return a * b + c

def right(a, b, c):
    return c - a * b

def both(a, b, c):
    return (a * b) * (b * c)

def divided(a, b, c):
    return a * b / c

def with_int(a, b, c):
    return a * b + 3

def constant(a, b, c):
    return a * b - 0.5

def in_place(a, b, c):
    c += a * b
    return c

def kept(a, b, c):
    t = a * b
    return t + c

for operation in left, right, both, divided, with_int, constant, in_place, kept:
    print(operation.__name__, places(operation))

# The first execution of a site, as in a cell that runs once.
p = 1.25 * float('2')
q = p * p
before, last = id(p), id(q)
del p, q
x = float('1.5')
y = x * x + x
print(id(y) in (before, last))
