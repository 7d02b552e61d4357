"""Making instances of several kinds of class."""


class Plain:
    pass


class WithInit:
    def __init__(self, a, b):
        self.a = a
        self.b = b


class WithSlots:
    __slots__ = ('a', 'b')

    def __init__(self, a, b):
        self.a = a
        self.b = b


class Derived(WithInit):
    def __init__(self, a, b, c):
        super().__init__(a, b)
        self.c = c


def main():
    total = 0
    for i in range(70_000):
        Plain()
        x = WithInit(i, 1)
        y = WithSlots(i, 2)
        z = Derived(i, 3, 4)
        total += x.b + y.b + z.c
    return total
