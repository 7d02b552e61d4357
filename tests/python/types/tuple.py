t = (1, 'a', [2], None)
print(t, len(t), t[0], t[-1], t[1:3], t[::-1], t + (5,), t * 2, 2 * t, 'a' in t, t.index('a'), t.count(1), t == (1, 'a', [2], None), hash((1, 2)) == hash((1, 2)), hash(()), hash((1, 2)), hash((1, 'a')) != 0, hash((1.5, (2, 3))))
print((), (1,), (1, 2), ((),), tuple(), tuple([1]), tuple('ab'), tuple({1: 2}), tuple(x for x in range(3)), repr(((1,), [2])), (1, 2) < (1, 3), (1,) < (1, 0), () < (1,), (1, 2) == [1, 2], bool(()), bool((0,)))
t[2].append(3)
print(t)
try:
    t[2] += [4]
except TypeError as e:
    print(e, t)
for code in ['t[0] = 1', 'del t[0]', 't[9]', 't["a"]', 't + [1]', 't * "a"', 'hash(t)', 't.append(1)', 't.index(99)', 't < 5', '(1, "a") < (1, 2)', 't[1.5]', 't.x', 't()', 'tuple(5)', 'tuple(1, 2)', '(1, 2) + 3', 't[::0]', 'a, b = t', '{t: 1}']:
    try:
        exec(code)
        print(code, 'fine')
    except Exception as e:
        print(code, '->', type(e).__name__, e)
a, b, *c = t
print(a, b, c)
print((1, 2, 3).__contains__(2), (1, 2).__add__((3,)), (1, 2).__mul__(2), (1, 2).__getitem__(slice(0, 1)), (1, 2).__len__(), (1, 2).__eq__([1, 2]), (1, 2).__getnewargs__(), (3, 1, 2).index(2, 1), (1, 2, 1).index(1, 1))
print(max((1, 2), (1, 3)), sorted([(2, 1), (1, 2)]), sum([(1,), (2,)], ()), dict([(1, 2)]), [x for x in (1, 2)], list(zip((1, 2), (3, 4))), {(1, 2): 'k'}[1, 2])
print(hash((1, 2, 3)), hash((0,)), hash((-1,)), hash((True, 1)), hash(((),)), hash((None, 1)) == hash((None, 1)), hash((10**20, 1.5)), hash(tuple(range(100))))


class P(tuple):
    def __repr__(self): return 'P' + super().__repr__()


p = P((1, 2))
print(p, p + (3,), type(p + (3,)).__name__, p == (1, 2), type(p[:]).__name__, p * 2, (0,) + p, hash(p) == hash((1, 2)), isinstance(p, tuple), tuple(p), type(tuple(p)).__name__)
import sys
vi = sys.version_info
print(type(vi).__name__, vi[:2], vi.major, vi >= (3, 12), tuple(vi)[:2], vi.releaselevel, len(vi))
print(vi[:2] == (3, 12), repr(sys.float_info)[:28], sys.hash_info.width, sys.hash_info.modulus, sys.hash_info.inf, sys.hash_info.imag, sys.int_info)
try:
    type(vi)()
except TypeError as e:
    print(e)
try:
    vi.major = 4
except AttributeError as e:
    print(e)
import time
st = time.struct_time((2024, 2, 29, 12, 30, 45, 3, 60, 0))
print(st, st.tm_year, st[1], st.tm_isdst, st.n_fields, st.n_sequence_fields, st.n_unnamed_fields, st == (2024, 2, 29, 12, 30, 45, 3, 60, 0))
try:
    time.struct_time((1, 2))
except TypeError as e:
    print(e)
del st
