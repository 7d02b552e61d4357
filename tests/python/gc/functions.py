import gc

print(gc.isenabled())
gc.disable()
print(gc.isenabled())
gc.enable()
print(gc.isenabled())
print(gc.__name__, type(gc).__name__, gc.collect.__name__)
print([n for n in dir(gc) if not n.startswith('_')])
print(type(gc.collect()), type(gc.get_count()), type(gc.get_threshold()), type(gc.get_objects()), type(gc.garbage), type(gc.callbacks))
print(gc.is_tracked([]), gc.is_tracked(1), gc.is_tracked(gc))
for f, args in [(gc.collect, (1, 2)), (gc.enable, (1,)), (gc.is_tracked, ()), (gc.is_finalized, (1, 2)), (gc.get_count, (1,)), (gc.collect, (3,)), (gc.get_objects, (0, 1))]:
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)
try:
    gc.collect(gen=1)
except TypeError as e:
    print(e)
print(gc.get_objects(generation=0) != gc.get_objects(generation=2))
n = len(gc.get_objects())
x = [[] for _ in range(100)]
print('hundred and one lists more', len(gc.get_objects()) - n)
o = object()
print(any(v is o for v in gc.get_objects()))
print('all tracked', all(gc.is_tracked(v) for v in gc.get_objects(0)))
print('result list is itself not in it', gc.get_objects() in [[]])
