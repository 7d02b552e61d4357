import sys

e = ValueError('with notes')
e.add_note('first note')
e.add_note('second\nof two lines')
print(e.__notes__)
sys.excepthook(type(e), e, None)
try:
    e.add_note(5)
except TypeError as x:
    print(x)
try:
    e.add_note()
except TypeError as x:
    print(x)
print(hasattr(KeyError(), '__notes__'))
e.__notes__ = ['replaced', 5, None]
sys.excepthook(type(e), e, None)
e.__notes__ = 'a string'
sys.excepthook(type(e), e, None)
e.__notes__ = 5
sys.excepthook(type(e), e, None)
e.__notes__ = []
sys.excepthook(type(e), e, None)


class Bad:
    def __str__(self):
        raise ValueError('no str')


e.__notes__ = [Bad()]
sys.excepthook(type(e), e, None)


class BadStr(Exception):
    def __str__(self):
        raise ValueError('no str')


sys.excepthook(BadStr, BadStr(), None)


class Multi(Exception):
    def __str__(self):
        return 'first\nsecond'


sys.excepthook(Multi, Multi(), None)


class Outer:
    class Inner(Exception):
        pass


sys.excepthook(Outer.Inner, Outer.Inner('nested class'), None)
sys.excepthook(KeyError, KeyError('key'), None)
sys.excepthook(KeyError, KeyError(), None)
sys.excepthook(ValueError, ValueError(1, 2), None)
sys.excepthook(ValueError, ValueError(''), None)
sys.excepthook(ValueError, ValueError(None), None)
sys.excepthook(StopIteration, StopIteration(5), None)


class Elsewhere(Exception):
    pass


Elsewhere.__module__ = 'some.module'
sys.excepthook(Elsewhere, Elsewhere('x'), None)
Elsewhere.__module__ = None
sys.excepthook(Elsewhere, Elsewhere('x'), None)
f = KeyError('final')
f.add_note('a note on the uncaught one')
raise f
