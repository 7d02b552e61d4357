import builtins

public = [n for n in dir(builtins) if not n.startswith('_')]
print(len(public))
print(public)
print([n for n in dir(builtins) if n.startswith('_')])
print(builtins.__name__, builtins.len is len, __builtins__ is builtins, builtins.__doc__.split('\n')[0])
builtins.added = 'visible everywhere'
print(added)
del builtins.added
try:
    added
except NameError as e:
    print(e)
len_ = len
builtins.len = lambda x: 'patched'
print(len([]))
builtins.len = len_
print(len([]))
len = 5
print(len)
del len
print(len('abc'))
print(type(exit).__name__, type(quit).__name__, repr(exit), str(quit), callable(exit))
print(repr(copyright)[:20] != '', type(credits).__name__, type(license).__name__, repr(help).split(' ')[0])
print(repr(len), repr(print), repr(int), repr(ValueError), repr(None), repr(True), repr(...), repr(NotImplemented), repr(__debug__))
print(len.__name__, len.__self__ is builtins, len.__module__, max.__doc__.split('\n')[0], type(len), abs.__text_signature__, len.__text_signature__, sorted.__text_signature__, print.__text_signature__, pow.__text_signature__, getattr.__text_signature__, int.__text_signature__)
