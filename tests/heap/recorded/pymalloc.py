"""Records what CPython's pymalloc answers to a sequence of requests, as pool and offset:  python3.12 pymalloc.py > pymalloc.json

Uses size classes that the interpreter itself hardly touches while this runs, each with a pool of one block to start from. Pools are numbered as they come up.
"""
import ctypes, json, random

malloc = ctypes.pythonapi.PyObject_Malloc
malloc.restype, malloc.argtypes = ctypes.c_void_p, [ctypes.c_size_t]
free = ctypes.pythonapi.PyObject_Free
free.restype, free.argtypes = None, [ctypes.c_void_p]
realloc = ctypes.pythonapi.PyObject_Realloc
realloc.restype, realloc.argtypes = ctypes.c_void_p, [ctypes.c_void_p, ctypes.c_size_t]

rnd = random.Random(7)
SIZES = [300, 480, 500]  # classes of 304, 480 and 512 bytes
script, live = [], []
for step in range(3000):
    p = (0.7, 0.35, 0.5)[step // 1000]
    if not live or rnd.random() < p:
        script.append(('m', rnd.choice(SIZES)))
        live.append(len(script) - 1)
    elif rnd.random() < 0.9:
        script.append(('f', live.pop(rnd.randrange(len(live)))))
    else:
        script.append(('r', rnd.choice(live), rnd.choice([295, 300, 470, 480, 500, 512])))
blocks, raw = [None] * len(script), [None] * len(script)
hold, first = [], []
for size in SIZES:  # use up what pools and arenas are there already; the last block is the first of a new pool
    hold += [malloc(size) for _ in range(4000)]
    while hold[-1] & 0x3fff != 48:
        hold.append(malloc(size))
    first.append(hold[-1])
for i, op in enumerate(script):
    if op[0] == 'm':
        blocks[i] = malloc(op[1])
        raw[i] = blocks[i]
    elif op[0] == 'f':
        free(blocks[op[1]])
    else:
        blocks[op[1]] = realloc(blocks[op[1]], op[2])
        raw[i] = blocks[op[1]]
pools, answers = {a >> 14: i for i, a in enumerate(first)}, []
for a in raw:
    answers.append(None if a is None else [pools.setdefault(a >> 14, len(pools)), a & 0x3fff])
print(json.dumps({'script': script, 'answers': answers}, separators=(',', ':')))
