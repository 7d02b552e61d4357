import sys

size = sys.getsizeof
for name, value in [
    ('[]', []), ('[1]', [1]), ('[1,2]', [1, 2]), ('[1,2,3]', [1, 2, 3]), ('[1,2,3,4]', [1, 2, 3, 4]), ('[None]*1', [None] * 1), ('list((1,2,3))', list((1, 2, 3))),
    ('list(range(3))', list(range(3))), ('list(range(10))', list(range(10))), ('list(range(100))', list(range(100))), ('[i for i in range(3)]', [i for i in range(3)]),
    ('[i for i in range(10)]', [i for i in range(10)]), ('[0]*10', [0] * 10), ("list('abc')", list('abc')), ('list(generator)', list(i for i in range(10))), ('sorted((3,1,2))', sorted((3, 1, 2))),
    ('[1,2,3][:2]', [1, 2, 3][:2]), ('[1]+[2]', [1] + [2]), ('[*range(5)]', [*range(5)]), ('[1,*[2,3]]', [1, *[2, 3]]), ('list(dict)', list({1: 1, 2: 2})), ('list(map)', list(map(str, range(5)))),
    ('[].copy()', [].copy()), ('list([])', list([])), ('list(())', list(())), ('[0]*0', [0] * 0), ('list(set)', list({1, 2, 3})), ('a.split()', 'a b c'.split()), ('list(str)', list('hello world')), ('(1,2,3,4)->list', [*(1, 2, 3, 4)]),
    ('()', ()), ('(1,)', (1,)), ('(1,2,3)', (1, 2, 3)), ('tuple(range(10))', tuple(range(10))), ('tuple(generator)', tuple(i for i in range(10))),
    ('{}', {}), ('dict()', dict()), ("{'a':1}", {'a': 1}), ('{1:1}', {1: 1}), ('dict 5', {i: i for i in range(5)}), ('dict 6', {i: i for i in range(6)}), ('dict 11', {i: i for i in range(11)}),
    ('dict(a=1,b=2)', dict(a=1, b=2)), ("{**{'a':1}}", {**{'a': 1}}), ('six str', {'a': 1, 'b': 2, 'c': 3, 'd': 4, 'e': 5, 'f': 6}), ('copy of 6', {i: i for i in range(6)}.copy()), ('dict(dict)', dict({1: 2})),
    ('fromkeys', dict.fromkeys(range(10))), ('fromkeys str', dict.fromkeys('abcdefghij')), ('zip', dict(zip('abc', range(3)))), ('{1:1}|{2:2}', {1: 1} | {2: 2}), ('mixed', {'a': 1, 2: 3}), ('dict(pairs)', dict([(1, 2), (3, 4)])),
    ('literal 9', {1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 6, 7: 7, 8: 8, 9: 9}),
    ('set()', set()), ('{1}', {1}), ('set 4', {1, 2, 3, 4}), ('set 5', {1, 2, 3, 4, 5}), ('set(range(5))', set(range(5))), ('set(range(20))', set(range(20))), ('set(list)', set([1, 2, 3])), ('set copy', set(range(20)).copy()), ('set|set', set(range(4)) | set(range(4, 8))),
    ('frozenset()', frozenset()), ('frozenset({1})', frozenset({1})), ('frozenset(range(20))', frozenset(range(20))),
]:
    print(f'{name:24}', size(value))
