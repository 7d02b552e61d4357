# Whatever is left in the main module dies in the order it was made, after the last line.
class A:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)


first = A('first')
second = A('second')
_private = A('_private')
third = [A('in list 1'), A('in list 2')]
fourth = {'k': A('in dict')}
copy_of_first = first


def holder(x=A('default')):
    pass


class Namespace:
    attribute = A('class attribute')


last = A('last')
print('last line')
