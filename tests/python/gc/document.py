# The notebook the project began with: a class redefined leaves the old one to the collector.
import gc
import sys


class Object:
    pass


a = Object()
print(sys.getrefcount(a), end=' ')
b = a
print(sys.getrefcount(a), end=' ')
del b
print(sys.getrefcount(a))
gc.collect()


def cell():
    global MyObj

    class MyObj:
        def __init__(self, name):
            self.name = name

        def __del__(self):
            pass

    first, second = MyObj('first'), MyObj('second')
    del first, second
    return gc.collect()


print('Cleared Garbage: ', cell())
print('Cleared Garbage: ', cell())
print('Cleared Garbage: ', cell())
before = gc.get_stats()
l = []
l.append(l)
del l
gc.collect()
after = gc.get_stats()
print([{k: after[i][k] - before[i][k] for k in after[i]} for i in range(3)])
