# The manager is kept alive by its bound __exit__, the value by its name.
import sys


class M:
    def __init__(self, n): self.n = n

    def __enter__(self):
        print('enter refs', sys.getrefcount(self))
        return self

    def __exit__(self, *a):
        print('exit refs', sys.getrefcount(self))

    def __del__(self): print('del', self.n)


with M('anonymous'):
    print('body')
print('after')
with M('named') as m:
    print('body refs', sys.getrefcount(m))
print('after refs', sys.getrefcount(m))
del m


def f():
    with M('local') as m:
        return sys.getrefcount(m)


print(f())
try:
    with M('raising'):
        raise ValueError
except ValueError:
    print('handler')
print('done')


class Value:
    def __enter__(self): return M('the value')

    def __exit__(self, *a): print('exit of Value')


with Value():
    print('value dropped')
with Value() as v:
    print('value kept')
v = None
with Value() as v, M('second'):
    print('two')
    v = None
print('end')
