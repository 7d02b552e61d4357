import sys

print(sys.warnoptions)
compile('x is 1', '<given>', 'exec')
exec('y = 1 is 1')
eval('"\\d"')


class D:
    def __del__(self):
        raise ValueError('from del')


d = D()
del d
print('next')
l = [D(), D()]
l = None
print('end')
