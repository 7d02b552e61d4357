"""Full collections of a large heap that is alive, and of one that is garbage."""

import gc


class Item:
    def __init__(self, n, previous):
        self.n = n
        self.previous = previous
        self.data = [n, {'n': n}]


def build(n):
    item = first = Item(0, None)
    for i in range(1, n):
        item = Item(i, item)
    first.previous = item
    return item


def main():
    gc.disable()
    gc.collect()
    alive = build(30_000)
    found = sum(gc.collect() for _ in range(3))
    build(30_000)
    garbage = gc.collect()
    alive.previous = None
    gc.collect()
    gc.enable()
    return found, garbage, alive.n
