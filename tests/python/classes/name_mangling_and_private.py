class A:
    __x = 'A private'

    def __init__(self): self.__y = 'A instance'

    def get(self): return self.__x, self.__y

    def __method(self): return 'A method'

    def call(self): return self.__method()

    def other(self, o): return o.__y

    class __Inner:
        __z = 1

    def nested(self):
        def f(__p): return __p, self.__y

        return f(5)

    def attr(self): return hasattr(self, '__y'), hasattr(self, '_A__y'), getattr(self, '_A__y')

    def dunder(self): return self.__class__.__name__

    def single(self): return self.__ if hasattr(self, '__') else 'no'

    def glob(self): return __global

    def importer(self):
        try:
            import __nothing
        except ImportError as e:
            return str(e)

    def keyword(self): return dict(__k=1)

    def exc(self):
        try:
            1 / 0
        except ZeroDivisionError as __e:
            return str(__e)

    def comp(self): return [__i for __i in range(2)]

    def with_global(self):
        global __made
        __made = 1

    def string(self): return '__x'

    def fstring(self): return f'{self.__x}'

    def lambda_(self): return (lambda __q: __q)(3)

    def star(self, *__args, **__kw): return __args, __kw, sorted(locals())

    def match_(self):
        match 5:
            case __v:
                return sorted(locals())

    def delete(self):
        del self.__y
        return self.__dict__

    def walrus(self): return (__w := 4), sorted(locals())


class B(A):
    __x = 'B private'

    def __init__(self):
        super().__init__()
        self.__y = 'B instance'

    def get_b(self): return self.__x, self.__y


_A__global = 'mangled global'
b = B()
print(b.get(), b.get_b(), b.call(), sorted(b.__dict__), A().other(b))
print(b.nested(), b.attr(), b.dunder(), b.single(), b.glob(), b.importer(), b.keyword(), b.exc(), b.comp(), b.string(), b.fstring(), b.lambda_(), b.star(1, k=2), b.match_(), b.walrus())
b.with_global()
print(_A__made, [k for k in A.__dict__ if k.startswith('_A')], A._A__Inner._Inner__z if hasattr(A._A__Inner, '_Inner__z') else sorted(k for k in A._A__Inner.__dict__ if 'z' in k))
print(b.delete())
try:
    b.__x
except AttributeError as e:
    print(e)
try:
    A().get.__code__.co_names and print(A.get.__code__.co_names)
except AttributeError as e:
    print(e)
