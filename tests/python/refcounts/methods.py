import sys

rc = sys.getrefcount


class C:
    def __init__(self):
        self.seen = rc(self)

    def m(self):
        return rc(self)

    def n(self, other):
        return rc(self), rc(other)

    @classmethod
    def k(cls):
        return rc(cls) - rc(C)

    @staticmethod
    def s(x):
        return rc(x)

    @property
    def p(self):
        return rc(self)

    def __call__(self):
        return rc(self)

    def __len__(self):
        print('  in __len__', rc(self))
        return 3

    def __add__(self, other):
        return rc(self), rc(other)

    def __getitem__(self, key):
        return rc(self), rc(key)

    def __eq__(self, other):
        print('  in __eq__', rc(self), rc(other))
        return True

    def __getattr__(self, name):
        return rc(self)


c = C()
print('in __init__', c.seen)
print('instance', rc(c))
print('method', c.m())
print('method through class', C.m(c))
print('temporary self', C().m())
print('argument too', c.n([]), c.n(c))
bound = c.m
print('bound method keeps one', rc(c), bound())
print('bound method itself', rc(bound), rc(c.m))
del bound
print('class method', c.k(), C.k())
print('static method', c.s(c), C.s([]))
print('property', c.p)
print('call', c())
len(c)
print('add', c + c, c + [], C() + [])
print('getitem', c[c], c[[]])
c == c
c == []
print('getattr', c.missing)
print('instance after', rc(c))
print('function', rc(C.__dict__['m']), rc(C.m))
f = C.m
print('function with a name', rc(f))
