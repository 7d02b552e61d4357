def f(a, b=2, *, c, d=4): pass


def g(a, /, b): pass


def h(*args): pass


def none(): pass


def many(a, b, c, *, x, y, z): pass


class C:
    def m(self, a): pass

    def __init__(self, x): pass

    @staticmethod
    def s(): pass

    @classmethod
    def k(cls, a): pass


for call in ['f()', 'f(1)', 'f(1, 2, 3)', 'f(1, 2, 3, c=1)', 'f(1, c=1, e=2)', 'f(1, a=2, c=1)', 'f(c=1)', 'f(1, 2, 3, 4, c=1, d=2)', 'g()', 'g(1)', 'g(a=1, b=2)', 'g(1, 2, 3)', 'g(1, 2, b=3)', 'h(x=1)',
             'none(1)', 'none(1, 2)', 'none(x=1)', 'many()', 'many(1)', 'many(1, 2)', 'many(1, 2, 3)', 'many(1, 2, 3, x=1)', 'many(1, 2, 3, x=1, y=2)', 'many(1, 2, 3, 4, x=1, y=1, z=1)', 'C()', 'C(1, 2)', 'C(1).m()', 'C(1).m(1, 2)', 'C.m()', 'C(1).s(1)', 'C.k()', 'C.k(1, 2)',
             'f(*1)', 'f(**1)', 'f(1, **{1: 2})', 'f(1, c=1, **{"c": 2})', 'none(*[1, 2])', '1()', 'None()', '"abc"()', 'C(1)()', '[](1)', 'len()', 'len(1, 2)', 'len(x=1)', 'none(**{"x": 1})', 'f(*None)', 'f(**None)', 'f(1, *2)', 'print(**{"bad": 1})', 'C.m(1)', '(lambda: 0)(1)', '(lambda x: 0)()', '(lambda x, y: x)(1, x=2)',
             'object(1)', 'int(1, 2, 3)', 'h(**{"a": 1}, **{"a": 2})', 'f(1, c=1, d=2, e=3, f=4)', 'g(1, c=2)', 'g(1, 2, a=1)', '(lambda a, b, /: 0)(a=1, b=2)', 'C(x=1, y=2)', 'C(1).m(b=1)']:
    try:
        eval(call)
        print(call, 'fine')
    except TypeError as e:
        print(call, '->', e)
