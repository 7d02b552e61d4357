import gc

calls = []


def callback(phase, info):
    calls.append((phase, dict(info), type(info).__name__))


def second(phase, info):
    calls.append('second ' + phase)


gc.collect()
gc.disable()
print(gc.callbacks)
gc.callbacks.append(callback)
x = []
x.append(x)
del x
gc.collect()
print(*calls, sep='\n')
calls.clear()
gc.callbacks.append(second)
gc.collect(0)
gc.collect(1)
print(*calls, sep='\n')
calls.clear()
gc.callbacks.remove(callback)
gc.collect(1)
print(calls)
gc.callbacks.clear()
gc.collect()
print(len(calls))


def bad(phase, info):
    raise ValueError(phase)


def makes_garbage(phase, info):
    if phase == 'stop':
        y = []
        y.append(y)


gc.callbacks.append(makes_garbage)
print('garbage of the callback', gc.collect(), gc.collect())
gc.callbacks[:] = [lambda phase, info: calls.append(gc.collect())]
calls.clear()
gc.collect()
print('collect in callback', calls)
gc.callbacks[:] = [lambda phase, info: info.update(generation='changed'), lambda phase, info: calls.append(info['generation'])]
calls.clear()
gc.collect(0)
print('shared info', calls)
gc.callbacks[:] = [lambda phase, info: calls.append((phase, info))]
calls.clear()
gc.collect(0)
print('same dict', calls[0][1] is calls[1][1])
gc.callbacks[:] = [bad]
gc.collect()
gc.callbacks.clear()
print('done')
