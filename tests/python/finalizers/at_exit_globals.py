# The main module and what only it holds are cyclic trash at the end: finalizers still see every global.
import gc

gc.disable()


class A:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n, _late is None, late is None, print is not None)


a = A('a')
_b = A('_b')
c = A('c')
_d = A('_d')
__e = A('__e')
__f__ = A('__f__')
late = 1
_late = 1
print('last line')
