# Cyclic trash is finalized in the order of the collector's list.
import gc

out = []


class A:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        out.append(self.n)


def ring(names, links=None):
    made = {n: A(n) for n in names}
    links = links or names
    for a, b in zip(links, links[1:] + links[:1]):
        made[a].o = made[b]


def run(title, f, *args):
    gc.collect()
    gc.disable()
    out.clear()
    f(*args)
    n = gc.collect()
    print(f'{title:26}', n, out)
    gc.enable()


run('ring', ring, 'abc')
run('created backwards', ring, 'cba', 'abc')
run('linked backwards', ring, 'abc', 'cba')
run('five', ring, 'abcde', 'caebd')


def promoted():
    a = A('a')
    b = A('b')
    gc.collect(0)
    c = A('c')
    a.o, b.o, c.o = b, c, a


def promoted_twice():
    a = A('a')
    gc.collect(0)
    gc.collect(1)
    b = A('b')
    gc.collect(0)
    c = A('c')
    a.o, b.o, c.o = b, c, a


def list_ring():
    l = [A(1), A(2), A(3)]
    l.append(l)


def dict_ring():
    d = {1: A(1), 2: A(2)}
    d[3] = d


def mixed():
    a = A('a')
    l = [A('in list')]
    a.l = l
    l.append(a)
    b = A('b')
    b.a = a


def hanging():
    top = A('top')
    top.me = top
    top.child = A('child')
    top.child.child = A('grandchild')


def two_rings():
    ring('ab')
    ring('cd')


def survivor():
    ring('ab')
    keep.append(A('kept'))
    ring('cd')


def moved_back():
    # a is reached only through b, made later: the collector moves it behind.
    x = A('x')
    y = A('y')
    y.o = x
    x.o = y
    holder.append(A('holder'))
    holder[0].first = A('reachable')


keep = []
holder = []
for f in promoted, promoted_twice, list_ring, dict_ring, mixed, hanging, two_rings, survivor, moved_back:
    run(f.__name__, f)
run('nothing', lambda: None)
keep.clear()
holder.clear()
print('end', out)
