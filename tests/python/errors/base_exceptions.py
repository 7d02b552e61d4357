# The tree of exceptions, with arguments and attributes.
def tree(cls, depth=0):
    if cls.__module__ == 'builtins':
        print('  ' * depth + cls.__name__)
        for sub in sorted(cls.__subclasses__(), key=lambda c: c.__name__):
            if sub is not ExceptionGroup or cls is Exception:
                tree(sub, depth + 1)


tree(BaseException)
for e in [Exception(), Exception('a'), Exception('a', 1), KeyError('k'), KeyError('a', 'b'), KeyError(''), KeyError(5), ValueError(None), IndexError([1]), Exception('é'), Exception("it's"), KeyError("it's"), OSError(), OSError('x'), OSError(2, 'msg'), OSError(2, 'msg', 'file'), OSError(2, 'msg', 'file', None, 'file2'), OSError(1, 2, 3, 4, 5, 6), OSError(13, 'perm'), OSError(17, 'exists'), OSError(32, 'pipe'), OSError(999, 'none'), FileNotFoundError('x'), FileNotFoundError(2, 'no', 'f'), StopIteration(), StopIteration(5), StopIteration(1, 2), ImportError('m'), ImportError('m', name='n', path='p'), ModuleNotFoundError('x', name='y'), AttributeError('a', name='n', obj=5), NameError('a', name='n'), UnicodeDecodeError('utf-8', b'abc', 0, 1, 'reason'), UnicodeDecodeError('utf-8', b'abc', 0, 2, 'reason'), UnicodeEncodeError('ascii', 'é', 0, 1, 'reason'), UnicodeEncodeError('ascii', 'éüa', 0, 2, 'r'), UnicodeEncodeError('ascii', '\u20ac\U0001f600', 1, 2, 'r'), UnicodeTranslateError('é', 0, 1, 'r'), SystemExit(1), SyntaxError('m'), SyntaxError('m', ('f', 1, 2, 't')), SyntaxError(), GeneratorExit(), MemoryError('x'), BlockingIOError(11, 'm', 5)]:
    print(type(e).__name__, '|', repr(e), '|', str(e), '|', e.args)
o = OSError(2, 'msg', 'file')
print(o.errno, o.strerror, o.filename, o.filename2, type(OSError(1, 'x')).__name__, type(OSError(4, 'x')).__name__)
print(StopIteration(5).value, StopIteration().value, ImportError('m', name='n').name, ImportError('m').path, AttributeError('a', name='n').name, SystemExit(3).code)
u = UnicodeDecodeError('utf-8', b'abc', 0, 1, 'reason')
print(u.encoding, u.object, u.start, u.end, u.reason)
e = Exception(1, 2)
e.args = (3,)
print(e.args, repr(e))
e.args = 'xy'
print(e.args)
e.attr = 5
print(e.attr, e.__dict__)
for code in ['Exception(x=1)', 'ImportError("m", wrong=1)', 'AttributeError(nam=1)', 'UnicodeDecodeError()', 'UnicodeDecodeError(1, 2, 3, 4, 5)', 'OSError(x=1)', 'StopIteration(x=1)', 'e.args.append', 'setattr(e, "args", 5)', 'delattr(e, "args")', 'BaseException.__new__(int)', 'KeyError().errno', 'SyntaxError("m", ("f",))', 'SyntaxError("m", 5)', 'BaseException.with_traceback()', 'KeyError.__init__()']:
    try:
        print(code, eval(code))
    except (TypeError, AttributeError, IndexError) as x:
        print(code, '->', type(x).__name__, x)


class Custom(Exception):
    def __init__(self, a, b=2):
        self.a = a
        self.b = b


c = Custom(1, b=3)
print(repr(c), str(c), c.args, c.b)


class Super(Exception):
    def __init__(self, code):
        super().__init__(f'code {code}')


print(repr(Super(5)), str(Super(5)))


class Strs(ValueError):
    def __str__(self): return 'custom str'


print(repr(Strs(1)), str(Strs(1)), f'{Strs(1)}')
print(Exception('a') == Exception('a'), hash(Exception('a')) is not None, Exception.__mro__, issubclass(KeyError, LookupError), IOError is OSError, EnvironmentError is OSError)
print(e.__reduce__()[1], e.__setstate__({'z': 1}), e.z)
