log = []


class K:
    def __init__(self, n, h): self.n, self.h = n, h

    def __hash__(self):
        log.append(f'hash {self.n}')
        return self.h

    def __eq__(self, o):
        log.append(f'eq {self.n} {o.n if isinstance(o, K) else o}')
        return isinstance(o, K) and self.n == o.n

    def __repr__(self): return f'K{self.n}'


def show(title):
    print(title, log)
    log.clear()


a, b, c, a2 = K('a', 1), K('b', 1), K('c', 2), K('a', 1)
d = {a: 1}
show('one')
d[b] = 2
show('collision')
d[c] = 3
show('no collision')
d[a2] = 4
show('equal')
print(d, list(d)[0] is a)
d[a]
show('identity first')
d.get(K('x', 1))
show('missing with collisions')
5 in d
show('int lookup')
del d[b]
show('delete')
d[b] = 5
show('reinsert')
list(d)
d.copy()
dict(d)
{**d}
show('copies do not hash')
d.update({K('z', 5): 1})
show('update')
s = {a, b}
show('set')
a2 in s
show('set lookup')
s | {c}
show('union')
d.pop(c)
show('pop')
d.setdefault(c, 0)
show('setdefault')
d == d.copy()
show('equality by identity')
d == {K('a', 1): 4, K('b', 1): 5, K('z', 5): 1, K('c', 2): 0}
show('equality')


class Bad:
    def __hash__(self): raise ValueError('no hash')


class BadEq:
    def __hash__(self): return 1

    def __eq__(self, o): raise ValueError('no eq')


for code in ['{Bad(): 1}', '{}[Bad()]', 'Bad() in {}', 'Bad() in {1: 2}', '{BadEq(): 1, BadEq(): 2}', '{1: 1}[BadEq()]', '{BadEq()} | {BadEq()}', '{Bad()}', 'dict.fromkeys([Bad()])', '{}.get(Bad())', '{2: 1}.get(BadEq())', '[] in {}', '[] in {1}', '[] in {1: 1}.keys()', '{} in [{}]']:
    try:
        print(code, eval(code))
    except (ValueError, TypeError) as e:
        print(code, '->', type(e).__name__, e)


class Mutates:
    def __hash__(self): return 1

    def __eq__(self, o):
        d.clear()
        return False


d = {Mutates(): 1}
d[Mutates()] = 2
print(len(d))
key = K('k', 3)
d = {key: 'v'}
key.h = 4
log.clear()
print(d.get(key), key in list(d), list(d))
d2 = dict(d)
print(d2.get(key), {**d}.get(key))
print({1: 'a', 1.0: 'b', True: 'c'}, {0: 'a', False: 'b', 0.0: 'c', -0.0: 'd', 0j: 'e'}, {'a': 1, 'a': 2}, {(1, 2): 1, (1.0, 2.0): 2}, {float('nan'): 1, float('nan'): 2}.__len__(), {2**61 - 1: 'x', 0: 'y'}, {10**20: 1, 1e20: 2})
