# An error in __del__ is reported and goes no further.
class Bad:
    def __del__(self):
        raise ValueError('in __del__')


class Worse:
    def __del__(self):
        helper(1)


def helper(n):
    return n / 0


class NotCallable:
    __del__ = 5


class TooMany:
    def __del__(self, extra):
        pass


class Exits:
    def __del__(self):
        raise SystemExit(3)


class Nested:
    def __del__(self):
        try:
            1 / 0
        except ZeroDivisionError:
            raise KeyError('chained')


class Static:
    @staticmethod
    def __del__():
        print('static __del__')


print('one')
Bad()
print('two')
Worse()
print('three')
NotCallable()
print('four')
TooMany()
print('five')
Exits()
print('six')
Nested()
print('seven')
Static()
print('eight')
try:
    b = Bad()
    raise TypeError('first')
except TypeError as e:
    del b
    print('handled', e, e.__context__)
print('nine')
x = [Bad(), Bad()]
x.clear()
print('ten')


class Prints:
    def __repr__(self):
        return 'repr of Prints'

    def __del__(self):
        print(self)
        self.none


Prints()
print('end')
