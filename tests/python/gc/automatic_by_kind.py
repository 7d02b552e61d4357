# How many of each kind of object it takes until the first automatic collection.
import gc

log = []


def callback(phase, info):
    if phase == 'start':
        log.append(info['generation'])


class C:
    pass


class S:
    __slots__ = ('a',)


def until(make, n=3000):
    keep = [None] * n
    gc.collect()
    log.clear()
    gc.callbacks.append(callback)
    i = 0
    while not log and i < n:
        keep[i] = make()
        i += 1
    gc.callbacks.remove(callback)
    return i


for name, make in [('list', lambda: []), ('dict', lambda: {}), ('full dict', lambda: {1: []}), ('set', set), ('tuple', lambda: tuple([1])), ('instance', C), ('slots', S), ('function', lambda: lambda: 0), ('closure', lambda: (lambda x: lambda: x)(1)), ('iterator', lambda: iter([])), ('generator', lambda: (i for i in ())), ('exception', ValueError), ('object', object), ('int', lambda: int('1000')), ('str', lambda: str(1000)), ('float', lambda: float('1.5')), ('range', lambda: range(3)), ('slice', lambda: slice(1)), ('bytearray', lambda: bytearray(1)), ('bound method', lambda: log.append), ('list of lists', lambda: [[], []]), ('class', lambda: type('T', (), {}))]:
    print(f'{name:14}', until(make))
