import gc


class C:
    pass


class S:
    __slots__ = ('a',)


def kinds(o):
    return sorted(type(r).__name__ for r in gc.get_referrers(o) if r is not globals())


def probe():
    target = []
    print('local only', kinds(target))
    holder = [target]
    print('in list', kinds(target), gc.get_referrers(target)[0] is holder)
    pair = (target, target)
    print('in tuple too', kinds(target))
    table = {'k': target}
    print('in dict too', kinds(target))
    del holder, pair, table
    i = C()
    i.x = target
    print('in instance', kinds(target), gc.get_referrers(target)[0] is i)
    i.__dict__
    print('in instance with __dict__', kinds(target))
    del i
    s = S()
    s.a = target
    print('in slot', kinds(target))
    del s
    f = lambda x=target: x
    print('in default', kinds(target))
    del f
    g = (q for q in target)
    print('in generator', kinds(target))
    g.close()
    print('closed', kinds(target))
    it = iter(target)
    print('in iterator', kinds(target))
    del it
    m = target.append
    print('in method', kinds(target))
    del m


def cell():
    target = []

    def get():
        return target

    print('in cell', kinds(target))
    print('cell in', kinds(get.__closure__[0]))


probe()
cell()
x = []
print('global', [r is globals() for r in gc.get_referrers(x)])
y = {}
z = [x, y]
print('of two', sorted(type(r).__name__ for r in gc.get_referrers(x, y) if r is not globals()))
print('untracked holder is not found', gc.get_referrers(object()))
print('none', gc.get_referrers())
c = C()
print('class of instance', any(r is c for r in gc.get_referrers(C)))
