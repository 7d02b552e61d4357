import sys

rc = sys.getrefcount
print('257', rc(257))
print('1.5', rc(1.5))
print('(1, 2)', rc((1, 2)))
print('two words', rc('two words'))
print('b"ab"', rc(b'ab'))
print('10**20', rc(10**20))
print('1j', rc(1j))


def run(source):
    space = {'sys': sys}
    exec(source, space)
    print(source.replace('\n', '; '), '->', space['r'])


run('x = 257\nr = sys.getrefcount(x)')
run('r = sys.getrefcount(257)')
run('x = 257\ny = 257\nr = sys.getrefcount(x)')
run('x = 1.5\nr = sys.getrefcount(x)')
run('x = (1, 2)\nr = sys.getrefcount(x)')
run('x = "hello world!"\nr = sys.getrefcount(x)')
run('x = "hello"\nr = sys.getrefcount(x)')
run('x = []\nr = sys.getrefcount(x)')
run('def f():\n    x = 1000\n    return sys.getrefcount(x)\nr = f()')
run('def f():\n    return sys.getrefcount(1000)\nr = f()')
run('def f(x=1000):\n    return sys.getrefcount(x)\nr = f()')
run('x = -1000\nr = sys.getrefcount(x)')
run('x = 500 + 500\nr = sys.getrefcount(x)')
run('x = 500\ny = x + 500\nr = sys.getrefcount(y)')
run('x = [1000]\nr = sys.getrefcount(x[0])')
run('x = [1000, 2000, 3000]\nr = sys.getrefcount(x[0])')
run('x = {1000: 1000}\nr = sys.getrefcount(list(x)[0])')
run('x = (1000, [])\nr = sys.getrefcount(x[0])')
run('r = sys.getrefcount("a b c")')


def f():
    return 12345


print('constant returned', rc(f()))
print('code constants', rc(f.__code__.co_consts))
