class A:
    x = 'A.x'

    def m(self): return f'A.m({type(self).__name__})'

    @classmethod
    def k(cls): return f'A.k({cls.__name__})'

    @staticmethod
    def s(): return 'A.s'

    @property
    def p(self): return 'A.p'


class B(A):
    x = 'B.x'

    def m(self): return 'B.m ' + super().m()

    @classmethod
    def k(cls): return 'B.k ' + super().k()

    @staticmethod
    def s(): return 'B.s ' + super(B, B).s()

    @property
    def p(self): return 'B.p ' + super().p

    def explicit(self): return super(B, self).m()

    def attr(self): return super().x

    def nested(self):
        return (lambda: super(B, self).m())()

    def closure(self):
        def inner():
            return __class__.__name__

        return inner()

    def comprehension(self):
        return [super(B, self).x for _ in range(1)]

    def set_attr(self):
        try:
            super().x = 5
        except AttributeError as e:
            return str(e)

    def missing(self):
        try:
            super().nothing
        except AttributeError as e:
            return str(e)


b = B()
print(b.m(), B.k(), b.s(), b.p, b.explicit(), b.attr(), b.nested(), b.closure(), b.comprehension(), b.set_attr(), b.missing(), sep='\n')
s = super(B, b)
print(type(s).__name__, s.__thisclass__.__name__, s.__self__ is b, s.__self_class__.__name__, s.m(), repr(s)[:30])
print(super(B, B).m(b), super(A, b).__init__ is not None)
u = super(B)
print(u.__self__, u.__get__(b, B).m(), repr(u))


def no_class(self):
    return super()


class D(B):
    borrowed = no_class

    def deleted(self):
        del self
        return super()

    def rebound(self):
        self = 5
        return super()


for code in ['D().borrowed()', 'D().deleted()', 'D().rebound()', 'super()', 'super(1)', 'super(B, 5)', 'super(B, A)', 'super(1, 2)', 'super(B, b, 1)', 'super(B, A())', 'super(x=1)', '(lambda: super())()', 'super(B, b).nothing', 'super(B, b)[0]', 'super(B).x']:
    try:
        print(code, eval(code))
    except (RuntimeError, TypeError, AttributeError) as e:
        print(code, '->', type(e).__name__, e)


class E(B):
    def __getitem__(self, i): return i

    def sub(self):
        try:
            return super()[0]
        except TypeError as e:
            return str(e)

    def __init_subclass__(cls):
        super().__init_subclass__()
        cls.tagged = __class__.__name__

    def __new__(cls):
        print('new', cls.__name__)
        return super().__new__(cls)

    def __setattr__(self, k, v): super().__setattr__(k, v)


class F(E): pass


f = F()
f.z = 1
print(f.sub(), F.tagged, f.z)


class Meta(type):
    def __new__(mcls, name, bases, ns):
        ns['made'] = True
        return super().__new__(mcls, name, bases, ns)

    def __call__(cls, *a):
        print('calling', cls.__name__)
        return super().__call__(*a)


class M(metaclass=Meta):
    pass


print(M().made)


class Early(type):
    def __new__(mcls, name, bases, ns):
        cls = super().__new__(mcls, name, bases, ns)
        print(cls.early(cls) if 'early' in ns else None)
        return cls


class UsesCell(metaclass=Early):
    def early(self): return __class__.__name__
