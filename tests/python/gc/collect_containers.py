# What gc.collect() returns for garbage made of builtin containers.
import gc


def count(title, make):
    gc.collect()
    gc.disable()
    gc.collect()
    make()
    first = gc.collect()
    print(f'{title:34}', first, gc.collect())
    gc.enable()


def list_self():
    a = []
    a.append(a)


def two_lists():
    a = []
    b = [a]
    a.append(b)


def dict_self():
    a = {}
    a['x'] = a


def tuple_list():
    l = []
    t = (l,)
    l.append(t)


def list_with_atoms():
    a = [1, 'x', 2.5, b'y', None, 10**30]
    a.append(a)


def list_with_untracked():
    a = [{'k': 1}, (1, 2), {}]
    a.append(a)


def list_with_tracked():
    a = [{'k': []}, tuple([[]]), {1}, frozenset([2])]
    a.append(a)


def hundred():
    for i in range(100):
        a = []
        a.append(a)


def acyclic():
    for i in range(10):
        [[i], {i: [i]}, ([],)]


def ring_of_lists():
    l = [[] for _ in range(5)]
    for i in range(5):
        l[i].append(l[i - 1])


def hanging_off():
    a = []
    a.append(a)
    a.append([[[]]])


def through_iterator():
    l = []
    l.append(iter(l))


def through_views():
    d = {}
    d['v'] = d.values()
    e = {}
    e['i'] = iter(e.items())


def through_slice():
    l = []
    l.append(slice(l))


def through_zip():
    l = []
    l.append(zip(l, l))
    m = []
    m.append(enumerate(m))
    n = []
    n.append(map(id, n))
    o = []
    o.append(reversed(o))


def through_method():
    l = []
    l.append(l.append)


def set_of_tuples():
    l = []
    s = {(1, 2), (3, 4)}
    l.append(s)
    l.append(l)


def two_cycles_joined():
    a = []
    a.append(a)
    b = [a]
    b.append(b)


def matrix():
    rows = [[0] * 3 for _ in range(3)]
    for row in rows:
        row[0] = rows


def deep():
    a = top = []
    for _ in range(1000):
        b = []
        a.append(b)
        a = b
    a.append(top)


for f in [list_self, two_lists, dict_self, tuple_list, list_with_atoms, list_with_untracked, list_with_tracked, hundred, acyclic,
          ring_of_lists, hanging_off, through_iterator, through_views, through_slice, through_zip, through_method, set_of_tuples,
          two_cycles_joined, matrix, deep]:
    count(f.__name__, f)
