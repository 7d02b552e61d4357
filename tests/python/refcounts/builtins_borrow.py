# A builtin function borrows its arguments; a Python function owns its parameters.
import sys

rc = sys.getrefcount
x = []


class Probe:
    """Looks at the count of x while a builtin is at work."""

    def __init__(self):
        self.seen = []

    def look(self, *_):
        self.seen.append(rc(x))
        return 1

    __len__ = __index__ = __hash__ = look

    def __bool__(self):
        return self.look() == 1

    def __iter__(self):
        self.look()
        return iter(())

    def __eq__(self, other):
        self.look()
        return False

    def __lt__(self, other):
        self.look()
        return False

    def __repr__(self):
        self.look()
        return 'Probe'


p = Probe()


def after(what):
    print(f'{what:10}', p.seen, rc(x))
    p.seen.clear()


len(p)
after('len')
isinstance(x, list)
after('isinstance')
bool(p)
after('bool')
hash(p)
after('hash')
list(p)
after('list')
repr([p, x])
after('repr')
[x, p].count(3)
after('count')
[x, p].index(x)
after('index')
x in [p]
after('in')
sorted([p, p, p])
after('sorted')
max(p, p)
after('max')
print(p)
after('print')
str([x, p, x])
after('str')
{p: x}
after('dict')
{p: x, 1: x}.get(p)
after('get')
any([x, p])
after('any')
sum([[], x], [])
after('sum')
(lambda a, b: a and b)(p, x)
after('and')
map(lambda q: q, [x])
after('map')
divmod(5, 2)
getattr(p, 'seen')
after('getattr')
range(p)
after('range')
[1, 2, 3][p]
after('index')
