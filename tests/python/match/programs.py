# Small interpreters, the way match is used.
def simplify(e):
    match e:
        case ('+', 0, x) | ('+', x, 0): return simplify(x)
        case ('*', 0, _) | ('*', _, 0): return 0
        case ('*', 1, x) | ('*', x, 1): return simplify(x)
        case (('+' | '*' | '-') as op, a, b):
            a2, b2 = simplify(a), simplify(b)
            return simplify((op, a2, b2)) if (a2, b2) != (a, b) else (op, a, b)
        case _: return e


print(simplify(('+', ('*', 1, 'x'), ('*', 0, 'y'))), simplify(('*', ('+', 'a', 0), ('-', 'b', 1))))


def evaluate(e, env):
    match e:
        case int() | float(): return e
        case str(name): return env[name]
        case ['let', name, value, body]: return evaluate(body, {**env, name: evaluate(value, env)})
        case ['fn', [*params], body]: return lambda *args: evaluate(body, {**env, **dict(zip(params, args))})
        case ['if', c, a, b]: return evaluate(a if evaluate(c, env) else b, env)
        case [f, *args]: return evaluate(f, env)(*[evaluate(a, env) for a in args])
        case other: raise SyntaxError(f'bad expression {other!r}')


env = {'+': lambda a, b: a + b, '*': lambda a, b: a * b, '<': lambda a, b: a < b}
print(evaluate(['let', 'sq', ['fn', ['x'], ['*', 'x', 'x']], ['+', ['sq', 3], ['sq', 4]]], env))
print(evaluate(['if', ['<', 1, 2], 10, 20], env))
try:
    evaluate(None, env)
except SyntaxError as e:
    print(e)


def http(status):
    match status:
        case 200 | 201 | 204: return 'ok'
        case 301 | 302: return 'redirect'
        case n if 400 <= n < 500: return f'client error {n}'
        case n if n >= 500: return 'server error'


print([http(s) for s in (200, 302, 404, 503, 100)])


def walk(tree):
    match tree:
        case None: return 0
        case {'v': v, 'kids': [*kids]}: return v + sum(walk(k) for k in kids)
        case {'v': v}: return v


print(walk({'v': 1, 'kids': [{'v': 2}, {'v': 3, 'kids': [{'v': 4}]}, None]}))


def tokens(s):
    match s:
        case '': return []
        case str() if s[0].isdigit():
            n = len(s) - len(s.lstrip('0123456789'))
            return [int(s[:n]), *tokens(s[n:])]
        case str() if s[0] in '+-*/()': return [s[0], *tokens(s[1:])]
        case str(): return tokens(s[1:])


print(tokens('12+(3*45) - 6'))


def loop(items):
    out = []
    for i in items:
        match i:
            case 'skip': continue
            case 'stop': break
            case [x, y]: out.append(x + y)
            case _: out.append(i)
    else:
        out.append('else')
    return out


print(loop([1, 'skip', [2, 3], 4]), loop([1, 'stop', 2]))


def returns(x):
    match x:
        case int():
            try:
                return 1 / x
            except ZeroDivisionError:
                return 'zero'
            finally:
                print('finally', x)
        case _: pass
    return 'other'


print(returns(4), returns(0), returns('s'))


def gen(items):
    for x in items:
        match x:
            case [*inner]: yield from gen(inner)
            case {'yield': v}: yield v
            case _: yield x


print(list(gen([1, [2, [3]], {'yield': 4}, {}])))
match 5:
    case x:
        def closure(): return x
print(closure())
class K:
    match 1:
        case v: pass
print(K.v)
print((lambda s: [r for r in s if r])(['a', '']))
