# What is made by a statement, seen by the youngest generation.
import gc

gc.collect()
gc.disable()


def delta(source):
    space = {'keep': []}
    code = compile(source, '<program>', 'exec')
    exec('pass', space)
    gc.collect()
    before = len(gc.get_objects(0))
    exec(code, space)
    print(f'{source!r:58}', len(gc.get_objects(0)) - before)


for source in [
    'pass', 'keep.append([])', 'keep.append({})', 'keep.append({1: []})', 'keep.append(())', 'keep.append((1, []))', 'keep.append(set())', 'keep.append(1000)', 'keep.append("x")', 'keep.append(object())', 'keep.append(lambda: 0)', 'def f(): pass',
    'def f(x=[]): pass', 'class C: pass', 'class C:\n def m(self): pass', 'class C:\n __slots__ = ("a",)', 'class C: pass\nkeep.append(C())', 'class C: pass\nc = C()\nc.x = []', 'class C: pass\nc = C()\nc.__dict__', 'keep.append([[] for _ in range(10)])', 'keep.append([i for i in range(10)])', 'keep.append(i for i in [])', 'keep.append(iter([]))', 'keep.append(keep.append)', 'keep.append(ValueError())',
    'try:\n 1 / 0\nexcept ZeroDivisionError as e:\n keep.append(e)', 'def f():\n x = 1\n return lambda: x\nkeep.append(f())', 'keep.append(range(5))', 'keep.append(slice(1))', 'keep.append(memoryview(b""))', 'keep.append(bytearray())', 'keep.append(frozenset())', 'keep.append({}.keys())', 'keep.append(enumerate([]))', 'keep.append(zip([], []))', 'keep.append(property())', 'keep.append(type("T", (), {}))', 'x = [1, 2, 3]', 'x = {"a": {"b": {}}}', 'x = [(1, 2), (3, 4)]', 'import sys', 'x = "a" "b"', 'x = [*range(3)]', 'x = {**{1: 2}}',
]:
    delta(source)
