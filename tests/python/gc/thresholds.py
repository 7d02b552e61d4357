import gc

print(gc.get_threshold())
gc.set_threshold(5)
print(gc.get_threshold())
gc.set_threshold(5, 6)
print(gc.get_threshold())
gc.set_threshold(5, 6, 7)
print(gc.get_threshold())
log = []


def callback(phase, info):
    if phase == 'start':
        log.append(info['generation'])


def run(*thresholds, n=60):
    log.clear()
    keep = []
    gc.disable()
    gc.collect()
    gc.set_threshold(*thresholds)
    gc.callbacks.append(callback)
    gc.enable()
    for i in range(n):
        keep.append([])
    gc.disable()
    gc.callbacks.remove(callback)
    gc.set_threshold(700, 10, 10)
    gc.enable()
    print(thresholds, log)


run(5, 10, 10)
run(5, 2, 2)
run(1, 1, 1)
run(10, 0, 0)
run(10, 1, 0)
run(0, 1, 1)
run(1000, 10, 10)
run(20, 2, 1, n=300)
run(-1, 10, 10)
for bad in [(), (1, 2, 3, 4), ('x',), (1.5,), (None,)]:
    try:
        print(gc.set_threshold(*bad))
    except TypeError as e:
        print(bad, e)
print(gc.get_threshold())
print(gc.isenabled(), gc.enable(), gc.isenabled(), gc.disable(), gc.isenabled())
gc.enable()
