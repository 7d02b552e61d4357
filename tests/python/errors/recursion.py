import sys


def forever(n):
    return forever(n + 1)


def even(n):
    return odd(n - 1)


def odd(n):
    return even(n - 1)


try:
    even(5)
except RecursionError as e:
    print(e)


class R:
    def __eq__(self, other):
        return self == other

    def __repr__(self):
        return repr(self)

    def __getattr__(self, n):
        return self.other


for code in ['R() == R()', 'repr(R())', 'R().x', 'forever(0)']:
    try:
        eval(code)
    except RecursionError as e:
        print(code, e)
print('still fine')
forever(0)
