# The youngest generation is collected at the first check after more than 700 net allocations.
import gc

log = []


def callback(phase, info):
    if phase == 'start':
        log.append((info['generation'], len(keep)))


keep = []
gc.collect()
gc.collect()
gc.callbacks.append(callback)
start = gc.get_count()
for i in range(3000):
    keep.append([])
    if log:
        break
gc.callbacks.remove(callback)
print('start', start)
print('first', log)
print('count then', gc.get_count()[1:])
log.clear()
keep.clear()
gc.collect()
gc.collect()
gc.callbacks.append(callback)
for i in range(20000):
    keep.append([])
gc.callbacks.remove(callback)
print('20000 kept:', log)
log.clear()
keep.clear()
gc.collect()
gc.callbacks.append(callback)
for i in range(5000):
    []
print('5000 temporaries', len(log))
for i in range(5000):
    object()
    1.5 * i
    str(i)
print('5000 without a gc head', len(log))
for i in range(5000):
    {}
print('5000 temporary dicts', len(log))
for i in range(5000):
    (i,)
print('5000 temporary tuples', len(log))


class C:
    pass


for i in range(5000):
    C()
print('5000 temporary instances', len(log))
gc.disable()
for i in range(3000):
    keep.append([])
print('disabled', len(log))
gc.enable()
print('enabled', len(log))
keep.append([])
keep.append([])
print('next', len(log), log)
gc.callbacks.remove(callback)
