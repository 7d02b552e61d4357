log = []


def make(base, *args):
    class Sub(base):
        def __del__(self):
            log.append(base.__name__)

    return Sub(*args)


for base, *args in [(list, [1]), (dict, {1: 2}), (tuple, (1, 2)), (set, {1}), (frozenset, {1}), (int, 5), (float, 1.5), (str, 'x'), (bytes, b'x'),
                    (bytearray, b'x'), (complex, 1j), (Exception, 'x'), (object,), (property,), (enumerate, [1]), (zip, [1]), (map, abs, [1]), (type(iter([])),)][:-1]:
    o = make(base, *args)
    o.attr = 1
    log.append(repr(o) if base in (list, dict, tuple, set, int, float, str) else '-')
    del o
    print(log)
    log.clear()


class Meta(type):
    def __del__(cls):
        print('class gone', cls.__name__)


class C(metaclass=Meta):
    pass


import gc

gc.collect()
del C
print('collected', gc.collect() > 0)


class Old:
    def __del__(self):
        log.append('base')


class New(Old):
    def __del__(self):
        log.append('derived')
        super().__del__()


New()
print(log)
log.clear()


class Inherits(Old):
    pass


Inherits()
print(log)
log.clear()


class Fails:
    def __init__(self):
        raise ValueError('no init')

    def __del__(self):
        log.append('still finalized')


try:
    Fails()
except ValueError as e:
    print(e, log)
print(log)
log.clear()


class NoNew:
    def __new__(cls):
        return None

    def __del__(self):
        log.append('never')


print(NoNew(), log)
o = Old()
o.__del__()
print('called by hand', log)
del o
print(log)
