# __del__ runs in the middle of whatever let go, and may itself call, loop, raise and catch.
import sys

depth = 0


class A:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        global depth
        depth += 1
        print('  ' * depth + 'begin', self.n)
        if self.n:
            A(self.n - 1)
        try:
            [][1]
        except IndexError:
            pass
        print('  ' * depth + 'end', self.n)
        depth -= 1


A(3)


def f():
    a = A(0)
    return 'returned'


print(f())


def g():
    a = A(0)
    try:
        return 'value'
    finally:
        print('finally')


print(g())


def h():
    for i in range(2):
        a = A(0)
        print('loop', i)


h()
try:
    raise ValueError('outer')
except ValueError as e:
    A(0)
    print('still', repr(e))
    print(sys.exc_info()[1] is e)


class Context:
    def __del__(self):
        print('exc_info in __del__', sys.exc_info()[0])


try:
    raise KeyError
except KeyError:
    Context()


def generator():
    c = Context()
    yield


try:
    raise TypeError
except TypeError:
    list(generator())


class Recursive:
    def __del__(self):
        self.loop(0)

    def loop(self, n):
        if n < 50:
            self.loop(n + 1)
        else:
            print('deep enough')


Recursive()
