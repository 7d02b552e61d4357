"""Raising and catching, near and through frames."""


class Found(Exception):
    def __init__(self, value):
        self.value = value


def search(n):
    if n % 3 == 0:
        raise Found(n)
    return n


def through(n):
    try:
        return search(n)
    finally:
        n += 1


def main():
    found = missing = 0
    for i in range(150_000):
        try:
            through(i)
        except Found as e:
            found += e.value & 1
    table = {}
    for i in range(150_000):
        try:
            table[i]
        except KeyError:
            missing += 1
    return found, missing
