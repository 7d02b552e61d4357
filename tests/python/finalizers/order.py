log = []


class A:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        log.append(self.n)


def run(title, f):
    f()
    print(f'{title:28}', log)
    log.clear()


def t_list():
    l = [A(1), A(2), A(3)]
    del l


def t_tuple():
    t = A(1), A(2), A(3)
    del t


def t_dict():
    d = {1: A(1), 2: A(2), 3: A(3)}
    del d


def t_dict_keys():
    d = {A(1): 1, A(2): A('v2'), A(3): 3}
    del d


def t_locals():
    a = A(1)
    b = A(2)
    c = A(3)


def t_locals_reversed():
    c = b = a = None
    a = A(1)
    b = A(2)
    c = A(3)


def t_parameters(x=None):
    (lambda p, q: None)(A('p'), A('q'))


def t_star():
    (lambda *a, **k: None)(A(1), A(2), k=A(3))


def t_instance():
    x = A('x')
    x.p = A('p')
    x.q = A('q')
    del x


def t_nested():
    x = A('outer')
    x.i = A('inner')
    x.i.i = A('innermost')
    del x


def t_clear():
    l = [A(1), A(2), A(3)]
    l.clear()
    log.append('cleared')


def t_slice():
    l = [A(1), A(2), A(3), A(4)]
    l[1:3] = []
    log.append('sliced')


def t_slice_replace():
    l = [A(1), A(2), A(3)]
    l[:] = [A(4)]
    log.append('replaced')


def t_pop():
    l = [A(1), A(2)]
    l.pop()
    log.append('popped')


def t_dict_clear():
    d = {1: A(1), 2: A(2), 3: A(3)}
    d.clear()
    log.append('cleared')


def t_dict_replace():
    d = {1: A('old')}
    d[1] = A('new')
    log.append('replaced')


def t_set():
    s = {A(1)}
    s.clear()
    log.append('cleared')


def t_mixed():
    l = [A(1), [A(2), A(3)], {4: A(4)}, (A(5), A(6))]
    del l


def t_slots():
    class S:
        __slots__ = ('b', 'a')

    s = S()
    s.a = A('a')
    s.b = A('b')
    del s


def t_subclass():
    class L(list):
        def __del__(self):
            log.append('L')

    l = L([A(1), A(2)])
    l.attr = A('attr')
    del l


def t_extended_slice():
    l = [A(i) for i in range(6)]
    del l[::2]
    log.append('deleted')


def t_iterator():
    it = iter([A(1), A(2)])
    next(it)
    log.append('next')
    del it


def t_rebinding():
    a = A(1)
    a = A(2)
    log.append('rebound')


for name, f in list(globals().items()):
    if name.startswith('t_'):
        run(name[2:], f)
