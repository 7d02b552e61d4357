import gc


def delta(before):
    return [{k: new[k] - old[k] for k in new} for old, new in zip(before, gc.get_stats())]


def cycle(n=1):
    for _ in range(n):
        x = []
        x.append(x)


gc.disable()
gc.collect()
s = gc.get_stats()
print(type(s), len(s), [sorted(g) for g in s], all(type(v) is int for g in s for v in g.values()))
gc.collect(0)
print('collect(0)', delta(s))
gc.collect(1)
print('collect(1)', delta(s))
gc.collect(2)
print('collect(2)', delta(s))
s = gc.get_stats()
cycle()
print('returned', gc.collect(), delta(s))
s = gc.get_stats()
cycle(5)
print('young', gc.collect(0), delta(s))
cycle(3)
gc.collect(0)
cycle(2)
print('middle', gc.collect(1), delta(s))
s = gc.get_stats()
cycle(2)
gc.enable()
gc.set_threshold(10)
keep = [[] for _ in range(12)]
gc.set_threshold(700)
print('automatic', delta(s))
print('every call gives new dicts', gc.get_stats()[0] is gc.get_stats()[0], gc.get_stats() is gc.get_stats())
a = []
b = [a]
a.append(b)
gc.collect(0)
del a, b
print('old garbage, young collection', gc.collect(0))
print('middle', gc.collect(1))
a = []
a.append(a)
gc.collect(1)
del a
print('older garbage: 0, 1, 2 ->', gc.collect(0), gc.collect(1), gc.collect(2))
