import gc

gc.disable()
gc.collect()
for n in range(4):

    class Rebound:
        def method(self):
            return n

    print(n, gc.collect())
counts = []
for n in range(3):

    class WithInstances:
        pass

    kept = [WithInstances() for _ in range(3)]
    counts.append(gc.collect())
print(counts)
old = WithInstances


class WithInstances:
    pass


print('kept by its instances', gc.collect())
kept.clear()
print('kept by a name', gc.collect())
del old
print('free', gc.collect())


class Base:
    pass


class Derived(Base):
    pass


del Base
print('base kept by derived', gc.collect())
del Derived
print('both', gc.collect())


def make():
    class Local:
        def method(self):
            return Local

    return Local()


make()
print('local class', gc.collect())
x = make()
print('kept by instance', gc.collect())
del x
print('released', gc.collect())


class Meta(type):
    pass


def with_meta():
    class A(metaclass=Meta):
        x = []

    A.x.append(A)


with_meta()
print('with metaclass', gc.collect())
