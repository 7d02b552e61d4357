"""Records what CPython's containers do under random operations: results, order and sizes.

    PYTHONHASHSEED=0 PYENV_VERSION=3.12.1 python3.12 tests/objects/containers/record.py

writes replay.json, which containers.test.ts replays. Values are JSON with {"t": [...]} for a tuple, {"f": "1.5"} for a float.
"""
import json
import os
import random
import sys

assert sys.version_info[:3] == (3, 12, 1) and os.environ.get('PYTHONHASHSEED') == '0'
rng = random.Random(20240601)


def encode(v):
    if isinstance(v, tuple):
        return {'t': [encode(x) for x in v]}
    if isinstance(v, float):
        return {'f': repr(v)}
    return v


def key(kind):
    n = rng.randrange(40)
    if kind == 'int':
        return n * rng.choice([1, 8, 1000, -3])
    if kind == 'str':
        return 'k%d' % n
    return rng.choice([n, 'k%d' % n, float(n), n + 0.5, (n, 'x'), None, True, (n % 4, (n, 2.0)), 2**61 + n, -(2**70) - n])


def outcome(action):
    try:
        return repr(action())
    except Exception as e:
        return '%s: %s' % (type(e).__name__, e)


def run(kind, make, step, state, count, flavour):
    o = make()
    ops, seen = [], []
    for _ in range(count):
        op, args = step(flavour)
        result = outcome(lambda: getattr(o, op)(*args))
        ops.append([op] + [encode(a) for a in args])
        # The whole state now and then; the result of every operation.
        seen.append([result] + (state(o) if len(ops) % 7 == 0 else []))
    return {'kind': kind, 'ops': ops, 'seen': seen}


def list_step(_):
    n = rng.randrange(30)
    op = rng.choice(['append'] * 6 + ['pop', 'pop', 'insert', 'extend', 'remove', 'index', 'count', 'reverse', '__delitem__',
                                      '__imul__', 'sort', '__getitem__', '__setitem__'] + (['clear'] if n == 0 else []))
    if op in ('append', 'remove', 'index', 'count'):
        return op, (n % 7,)
    if op == 'pop':
        return op, rng.choice([(), (n // 3,), (-1,), (-n,)])
    if op == 'insert':
        return op, (rng.randrange(-10, 20), n)
    if op == 'extend':
        return op, (tuple(range(n)),)
    if op in ('__delitem__', '__getitem__'):
        return op, (rng.randrange(-12, 12),)
    if op == '__setitem__':
        return op, (rng.randrange(-12, 12), n)
    if op == '__imul__':
        return op, (rng.choice([0, 1, 1, 2]) if n % 5 == 0 else 1,)
    return op, ()


def dict_step(flavour):
    op = rng.choice(['__setitem__'] * 8 + ['pop', 'popitem', '__delitem__', 'get', 'setdefault', '__contains__', '__getitem__']
                    + (['clear'] if rng.randrange(40) == 0 else []))
    k = key(flavour)
    if op in ('__setitem__', 'setdefault'):
        return op, (k, rng.randrange(100))
    if op in ('popitem', 'clear'):
        return op, ()
    if op == 'pop':
        return op, (k, None) if rng.random() < 0.5 else (k,)
    return op, (k,)


def set_step(flavour):
    op = rng.choice(['add'] * 8 + ['discard', 'remove', 'pop', '__contains__', 'update', 'difference_update',
                                   'symmetric_difference_update', 'intersection_update', 'union', 'difference', 'intersection',
                                   'symmetric_difference', 'issubset', 'isdisjoint'] + (['clear'] if rng.randrange(40) == 0 else []))
    if op in ('pop', 'clear'):
        return op, ()
    if op in ('add', 'discard', 'remove', '__contains__'):
        return op, (key(flavour),)
    n = 30 if op == 'intersection_update' else rng.randrange(20)
    return op, (tuple(key(flavour) for _ in range(n)),)


scenarios = []
for i in range(8):
    scenarios.append(run('list', list, list_step, lambda o: [repr(o), sys.getsizeof(o)], 98, None))
for flavour in ('int', 'str', 'mixed') * 3:
    scenarios.append(run('dict', dict, dict_step, lambda o: [repr(o), sys.getsizeof(o)], 98, flavour))
    scenarios.append(run('set', set, set_step, lambda o: [repr(o), sys.getsizeof(o)], 98, flavour))
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'replay.json'), 'w') as f:
    f.write('[\n' + ',\n'.join(json.dumps(s, separators=(',', ':')) for s in scenarios) + '\n]\n')
