import gc

log = []


def callback(phase, info):
    if phase == 'start':
        log.append((info['generation'], len(keep)))


keep = []
gc.collect()
gc.collect()
gc.callbacks.append(callback)
for i in range(200000):
    keep.append([])
gc.callbacks.remove(callback)
generations = [g for g, _ in log]
print('by generation', [generations.count(g) for g in range(3)])
print('first', log[:30])
print('distances', sorted({b - a for (_, a), (_, b) in zip(log, log[1:])}))
print('full', [n for g, n in log if g == 2])
print('middle', [n for g, n in log if g == 1])
print('counts', gc.get_count()[1:])
keep.clear()
gc.collect()
log.clear()
gc.callbacks.append(callback)
for i in range(30000):
    keep.append({'k': []})
gc.callbacks.remove(callback)
generations = [g for g, _ in log]
print('two at a time', [generations.count(g) for g in range(3)], log[:5])
