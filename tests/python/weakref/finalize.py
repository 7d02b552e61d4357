import weakref


class C:
    pass


log = []
c = C()
f = weakref.finalize(c, log.append, 'finalized')
print(f.alive, log, type(f).__name__)
del c
print(f.alive, log, f(), log)
log.clear()
c = C()
for i in 1, 2, 3:
    weakref.finalize(c, log.append, i)
del c
print('order', log)
log.clear()


def callback(*args, **kwargs):
    log.append((args, kwargs))
    return 'result'


c = C()
f = weakref.finalize(c, callback, 1, 2, x=3)
print('called by hand', f(), log, f.alive)
print('again', f())
del c
print('not twice', log)
log.clear()
c = C()
f = weakref.finalize(c, callback, 'peek')
print(f.peek()[0] is c, f.peek()[1:] == (callback, ('peek',), {}))
obj, func, args, kwargs = f.detach()
print(obj is c, func is callback, args, kwargs, f.alive, f.detach(), f.peek())
del obj, c
print(log)
c = C()
f = weakref.finalize(c, callback)
print(f.atexit)
f.atexit = False
print(f.atexit)
del c
print(f.atexit, log)
log.clear()
kept = C()
weakref.finalize(kept, print, 'at exit: first made')
weakref.finalize(kept, print, 'at exit: second made')
hidden = weakref.finalize(kept, print, 'never shown')
hidden.atexit = False
print('end of program')
try:
    weakref.finalize(C())
except TypeError as e:
    print(e)
try:
    weakref.finalize(1, print)
except TypeError as e:
    print(e)
