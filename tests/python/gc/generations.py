import gc


def where(o):
    return [g for g in range(3) if any(x is o for x in gc.get_objects(g))]


gc.disable()
gc.collect()
a = []
print('new', where(a))
gc.collect(0)
print('collect(0)', where(a))
b = []
gc.collect(0)
print('collect(0) again', where(a), where(b))
gc.collect(1)
print('collect(1)', where(a), where(b))
c = []
gc.collect(1)
print('new after collect(1)', where(c))
gc.collect(1)
print('stays old', where(a), where(c))
d = []
gc.collect()
print('new after collect()', where(d))
print('all generations at once', sum(x is d for x in gc.get_objects()), sum(x is d for x in gc.get_objects(generation=None)))
for bad in [3, -1, 10**30, 'x', 1.0]:
    try:
        gc.get_objects(bad)
    except (ValueError, TypeError, OverflowError) as e:
        print(type(e).__name__, e)
for bad in [3, -1, 'x', None]:
    try:
        gc.collect(bad)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(gc.collect(generation=1) >= 0)
before = len(gc.get_objects(0))
made = [[], {}, (), {1: []}, set(), 1, 'x', object(), tuple([1])]
print('young objects made', len(gc.get_objects(0)) - before)
print('a dict is tracked on the way', where(made[1]))
made[1]['x'] = []
print(where(made[1]))
t = made[8]
print('tuple', where(t))
gc.collect(0)
print('untracked tuple', where(t), gc.is_tracked(t))
