# The size of an instance's __dict__ follows its class's shared keys, and how many instances the class has had.
import sys

size = sys.getsizeof


class D:
    pass


class D1:
    def __init__(self):
        self.a = 1


class D5:
    def __init__(self):
        self.a = self.b = self.c = self.d = self.e = 1


print('first of D', size(D().__dict__))
print('next of D', [size(D().__dict__) for _ in range(5)])
print('D1', [size(D1().__dict__) for _ in range(40)])
print('D5', [size(D5().__dict__) for _ in range(40)])
d = D5()
print('touched', size(d), size(d.__dict__), size(d))
d = D()
seq = []
for i in range(35):
    setattr(d, 'a%d' % i, i)
    seq.append(size(d.__dict__))
print('growth', seq)


class G:
    pass


g = G()
seq = []
for i in range(35):
    setattr(g, 'a%d' % i, i)
for i in range(35):
    seq.append(size(g))
print('size of the instance itself', set(seq), size(g.__dict__))


class H:
    pass


a, b = H(), H()
a.x = a.y = 1
b.y = b.x = 1
print('another order', size(a.__dict__), size(b.__dict__), list(b.__dict__))
a, b = H(), H()
a.__dict__['from dict'] = 1
print('through the dict', size(a.__dict__))
b.__dict__ = {'x': 1, 'y': 2}
print('replaced', size(b.__dict__))
c = H()
c.x = 1
del c.x
print('deleted', size(c.__dict__))
c.z = 1
print('another', size(c.__dict__))
c.__dict__[1] = 2
print('int key', size(c.__dict__))
print('copy', size(dict(a.__dict__)), size(vars(b).copy()))


def f():
    pass


print('function', size(f.__dict__))
f.a = 1
print('function with attribute', size(f.__dict__))
