import sys

rc = sys.getrefcount


def local():
    x = []
    return rc(x)


def parameter(x):
    return rc(x)


def rebound(x):
    x = x
    return rc(x)


def second_name(x):
    y = x
    return rc(x), rc(y)


def default(x=[]):
    return rc(x)


def keyword_only(*, x):
    return rc(x)


def positional_only(x, /):
    return rc(x)


def star(*args):
    return rc(args), rc(args[0])


def kwargs(**kw):
    return rc(kw), rc(kw['x'])


def deleted(x):
    y = x
    del x
    return rc(y)


def passes_on(x):
    return parameter(x), rc(x)


g = []
print('local', local())
print('parameter, global', parameter(g))
print('parameter, temporary', parameter([]))
print('parameter by keyword', parameter(x=g), parameter(x=[]))
print('rebound', rebound(g), rebound([]))
print('second name', second_name(g), second_name([]))
print('default', default(), default(g), default([]))
print('keyword only', keyword_only(x=g), keyword_only(x=[]))
print('positional only', positional_only(g), positional_only([]))
print('star', star(g), star([]), star(*[[]]), star(*[g]))
print('kwargs', kwargs(x=g), kwargs(x=[]), kwargs(**{'x': []}))
print('deleted', deleted(g), deleted([]))
print('passes on', passes_on(g), passes_on([]))
print('called through star', parameter(*[g]), parameter(*([],)))
print('called through mapping', parameter(**{'x': g}), parameter(**{'x': []}))
print('lambda', (lambda x: rc(x))(g), (lambda x: rc(x))([]))
print('global after all of it', rc(g))


def returns(x):
    return x


print('returned', rc(returns(g)), rc(returns([])))
h = returns(g)
print('returned and kept', rc(g))
