# Only what nothing outside can reach is trash, however it is linked inside.
import gc


class N:
    def __init__(self, name):
        self.name = name
        self.out = []


def graph(edges, roots):
    nodes = {}
    for a, b in edges:
        for n in a, b:
            nodes.setdefault(n, N(n))
        nodes[a].out.append(nodes[b])
    kept = [nodes[r] for r in roots]
    return kept


def reachable(kept):
    seen, todo = set(), list(kept)
    while todo:
        n = todo.pop()
        if n.name not in seen:
            seen.add(n.name)
            todo += n.out
    return ''.join(sorted(seen))


gc.disable()
gc.collect()
for edges, roots in [
    (['ab', 'ba'], ''),
    (['ab', 'ba'], 'a'),
    (['ab', 'bc', 'ca', 'cd'], ''),
    (['ab', 'bc', 'ca', 'cd'], 'd'),
    (['ab', 'ba', 'cd', 'dc', 'bc'], 'c'),
    (['ab', 'ba', 'cd', 'dc', 'bc'], 'a'),
    (['aa', 'bb', 'cc'], 'b'),
    (['ab', 'bc', 'cd', 'de', 'ea', 'xa', 'xy', 'yx'], ''),
    (['ab', 'bc', 'cd', 'de', 'ea', 'xa', 'xy', 'yx'], 'c'),
    (['ab', 'ac', 'ad'], ''),
]:
    kept = graph(edges, roots)
    print(','.join(edges), 'roots', roots or '-', '-> collected', gc.collect(), 'alive', reachable(kept) or '-')
    kept = None
    print('   then', gc.collect())
