import gc


def count(title, make):
    gc.collect()
    gc.disable()
    gc.collect()
    make()
    first = gc.collect()
    print(f'{title:34}', first, gc.collect())
    gc.enable()


class C:
    pass


class S:
    __slots__ = ('o', 'p')


class SW:
    __slots__ = ('o', '__weakref__')


class SD:
    __slots__ = ('o', '__dict__')


class Del:
    def __del__(self):
        pass


class L(list):
    pass


class D(dict):
    pass


class T(tuple):
    pass


def ring(cls, n):
    items = [cls() for _ in range(n)]
    for i in range(n):
        items[i].o = items[i - 1]


def self_cycle():
    c = C()
    c.me = c


def with_dict():
    a, b = C(), C()
    a.o, b.o = b, a
    a.__dict__
    b.__dict__


def with_vars_of_one():
    a, b = C(), C()
    a.o, b.o = b, a
    vars(a)


def with_replaced_dict():
    a = C()
    a.__dict__ = {'me': a}


def in_own_list():
    a = C()
    a.l = [a]


def in_own_dict():
    a = C()
    a.d = {1: a}


def in_own_set():
    c = C()
    c.s = {c}


def tree():
    class_free = Node()
    for _ in range(3):
        Node(class_free)


class Node:
    def __init__(self, parent=None):
        self.parent = parent
        self.children = []
        if parent:
            parent.children.append(self)


def doubly_linked():
    head = tail = Node()
    for i in range(4):
        n = Node()
        tail.next, n.prev = n, tail
        tail = n


def bound_method():
    c = C2()
    c.b = c.m


class C2:
    def m(self):
        pass

    def callbacks(self):
        self.cb = [lambda: self]


def callback():
    C2().callbacks()


def list_subclass():
    l = L()
    l.append(l)


def list_subclass_with_attribute():
    l = L()
    l.me = l


def dict_subclass():
    d = D()
    d[1] = d


def tuple_subclass():
    l = []
    l.append(T([l]))


class Subject:
    def __init__(self):
        self.observers = []


class Observer:
    def __init__(self, subject):
        self.subject = subject
        subject.observers.append(self.update)

    def update(self):
        pass


def observers():
    Observer(Subject())


def many_attributes():
    c = C()
    for i in range(40):
        setattr(c, f'a{i}', c)


def changed_class():
    a = C()
    a.me = a
    a.__class__ = C2


count('self', self_cycle)
for n in 1, 2, 3, 10:
    count(f'ring of {n}', lambda: ring(C, n))
for cls in S, SW, SD, Del:
    count(f'ring of two {cls.__name__}', lambda: ring(cls, 2))
for f in [with_dict, with_vars_of_one, with_replaced_dict, in_own_list, in_own_dict, in_own_set, tree, doubly_linked, bound_method, callback,
          list_subclass, list_subclass_with_attribute, dict_subclass, tuple_subclass, observers, many_attributes, changed_class]:
    count(f.__name__, f)
