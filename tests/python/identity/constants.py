# Constants are merged within one code object, and not between two.
def same(source):
    space = {}
    exec(source, space)
    return space['r']


for source in [
    'a = 257; b = 257; r = a is b',
    'a = 1.5; b = 1.5; r = a is b',
    'a = 0.0; b = -0.0; r = a is b',
    'a = 1; b = 1.0; r = a is b',
    'a = 1; b = True; r = a is b',
    'a = (1, 2); b = (1, 2); r = a is b',
    'a = (1, 2.0); b = (1, 2); r = a is b',
    'a = (1, (2, 3)); b = (2, 3); r = a[1] is b',
    "a = 'hello world!'; b = 'hello world!'; r = a is b",
    "a = b'xy'; b = b'xy'; r = a is b",
    'a = -6; b = -6; r = a is b',
    'a = 256 + 1; b = 257; r = a is b',
    'a = 2 ** 10; b = 1024; r = a is b',
    'a = 10 ** 20; b = 10 ** 20; r = a is b',
    'a = 1j; b = 1j; r = a is b',
    'a = 1 + 2j; b = 1 + 2j; r = a is b',
    'a = (1,) + (2,); b = (1, 2); r = a is b',
    "a = 'a' * 20; b = 'a' * 20; r = a is b",
    "a = 'a' * 4096; b = 'a' * 4096; r = a is b",
    "a = 'a' * 4097; b = 'a' * 4097; r = a is b",
    "a = 'ab' + 'cd'; b = 'abcd'; r = a is b",
    "a = 'ab' 'cd'; b = 'abcd'; r = a is b",
    'a = ...; b = Ellipsis; r = a is b',
    'def f(): return 1000\nr = f() is f()',
    'def f(): return 1000\ndef g(): return 1000\nr = f() is g()',
    'f = lambda: (1, 2)\nr = f() is f()',
    'f = lambda: [1, 2]\nr = f() is f()',
    "def f(): return 'a b'\ndef g(): return 'a b'\nr = f() is g()",
    "def f(): return 'ab'\ndef g(): return 'ab'\nr = f() is g()",
    'r = [1000 for _ in range(2)]; r = r[0] is r[1]',
    'a, b = 257, 257; r = a is b',
    'a = 1000 if 1 else 0; b = 1000; r = a is b',
    'a = not None; r = a is True',
    'a = 5 in {5, 6}; r = a',
    'a = frozenset({1}); b = frozenset({1}); r = a is b',
]:
    print(source.replace('\n', ' / '), '->', same(source))


def separately(text):
    a, b = {}, {}
    exec('x = ' + text, a)
    exec('x = ' + text, b)
    return a['x'] is b['x']


for text in ['257', '256', '-5', '-6', '100', '1.5', '0.0', '(1, 2)', '()', "'abc'", "'hello world'", "'hello_world'", "'a b'", "''", "'\xe9'", "'\u20ac'",
             "'x' * 20", "'x' * 21", "'5'", "'5a'", "'a-b'", "b'ab'", "b'a'", "b''", "'x' * 4096", "'ab' + 'c'", "('a b',)[0]", "('ab',)[0]", 'None', "f'{1}'", "'a' 'b'", '1j', '2 ** 100']:
    print(text, separately(text))


def later(source, text):
    """Is what the source makes at run time the constant of that text?"""
    space = {}
    exec(f'{source}\nb = {text}\nr = a is b', space)
    return space['r']


for source, text in [
    ("x = 'ab'; a = x + 'cd'", "'abcd'"), ("x = 'ab'; a = f'{x}cd'", "'abcd'"), ("a = f'ab'", "'ab'"), ("a = ''.join(['a', 'b'])", "'ab'"), ("a = 'abc'[1]", "'b'"),
    ('a = (1, 2, 3)[1:]', '(2, 3)'), ('a = (lambda: 1000)()', '1000'), ('a = (lambda x=1000: x)()', '1000'), ('class C: x = 1000\na = C.x', '1000'), ('a = 500 + 500', '1000'), ('x = 500; a = x + 500', '1000'),
]:
    print(source.replace('\n', ' / '), 'is', text, later(source, text))
