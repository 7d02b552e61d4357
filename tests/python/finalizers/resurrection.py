log = []
saved = []


class Z:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        log.append(self.name)
        saved.append(self)


z = Z('z')
z.data = [1, 2]
i = id(z)
del z
print(log, saved[0].name, saved[0].data, id(saved[0]) == i)
saved.clear()
print('only once', log)
log.clear()


class Twice:
    count = 0

    def __del__(self):
        Twice.count += 1
        global t
        t = self


t = Twice()
t = None
print(Twice.count, t is None)
t = None
print(Twice.count, t)


class Chain:
    def __init__(self, name, other=None):
        self.name = name
        self.other = other

    def __del__(self):
        log.append(self.name)
        if self.other:
            saved.append(self.other)


a = Chain('a', Chain('b', Chain('c')))
del a
print(log, [x.name for x in saved])
saved.clear()
print(log)
log.clear()
saved.clear()


class InList:
    def __init__(self, l):
        self.l = l
        l.append(self)

    def __del__(self):
        log.append(len(self.l))


l = []
InList(l)
l.pop()
print('popped', log)
log.clear()
InList(l)
l.clear()
print('cleared', log)
log.clear()


class Reassign:
    def __del__(self):
        log.append('old')
        global r
        r = None


r = Reassign()
r = 5
print(r, log)
log.clear()


class Changes:
    def __del__(self):
        log.append('Changes')
        self.__class__ = Other


class Other:
    def __del__(self):
        log.append('Other')


Changes()
print(log)
log.clear()
o = Other()
o.__del__ = lambda: log.append('instance attribute')
del o
print(log)
log.clear()
o = Other()
Other.__del__ = lambda self: log.append('patched')
del o
print(log)
log.clear()
del Other.__del__
Other()
print(log)
