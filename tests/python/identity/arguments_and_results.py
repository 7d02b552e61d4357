def same_object(a, b):
    return a is b


def same(x):
    return x


def varargs(*args):
    return args


def kwargs(**kw):
    return kw


x = [1]
t = (1, 2)
d = {'a': 1}
print(same(x) is x, varargs(*t) is t, varargs(*t) == t, kwargs(**d) is d)
print(same_object(varargs(), ()), varargs() is varargs(), kwargs() is kwargs())


def default(x=[]):
    x.append(1)
    return x


print(default() is default(), default([]) is default([]), default())


def mutable_class_attribute():
    class C:
        shared = []

    return C().shared is C().shared


print(mutable_class_attribute())


class C:
    def m(self):
        return self

    @staticmethod
    def s():
        pass

    @classmethod
    def k(cls):
        return cls

    @property
    def p(self):
        return self


c = C()
print(c.m() is c, c.m is c.m, C.m is C.m, c.s is c.s, C.s is c.s, c.k is c.k, c.k() is C, c.p is c)
print(c.m == c.m, c.m.__func__ is C.m, c.m.__self__ is c, C.__dict__['m'] is C.m, C.__dict__['s'] is C.s)
print(c.__dict__ is c.__dict__, C.__dict__ is C.__dict__, c.__class__ is C, vars(c) is c.__dict__)
print(C.__mro__ is C.__mro__, C.__bases__ is C.__bases__, C.mro() is C.mro())
print(globals() is globals(), locals() is globals(), __builtins__ is __builtins__)


def f():
    a = locals()
    b = locals()
    return a is b


print(f(), f.__code__ is f.__code__, f.__globals__ is globals(), f.__defaults__ is None)
print(f.__dict__ is f.__dict__, f.__call__ is f.__call__, f.__annotations__ is f.__annotations__)
import sys
print(sys.modules['sys'] is sys, sys.modules['__main__'].__dict__ is globals())
e = ValueError(x)
print(e.args[0] is x, e.args is e.args)
try:
    raise e
except ValueError as caught:
    print(caught is e, sys.exception() is e)
m = max([x, t, d], key=len)
print(m is t, sorted([x])[0] is x, list(reversed([x]))[0] is x, dict(a=x)['a'] is x, [*[x]][0] is x)
k = 10**6
print({k: 1}.popitem()[0] is k, list({k})[0] is k, same_object({k: 1}.get(k + 0), 1))
