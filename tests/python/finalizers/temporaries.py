log = []


class A:
    def __init__(self, n='a'):
        self.n = n

    def __del__(self):
        print('del', self.n)

    def method(self):
        print('method', self.n)
        return self

    def __add__(self, other):
        return A(f'{self.n}+{other.n}')

    def __getitem__(self, i):
        return A(f'{self.n}[{i}]')

    def __enter__(self):
        return self

    def __exit__(self, *a):
        print('exit', self.n)


print('expression statement')
A('statement')
print('method chain')
A('chain').method().method()
print('operator')
A('x') + A('y') + A('z')
print('index')
A('i')[0][1]
print('attribute')
print(A('attribute').n)
print('comparison')
A('left') == A('right')
print('call arguments')
print(len([A('one'), A('two')]))
print('condition')
if A('test'):
    print('in if')
print('while')
while A('loop'):
    break
print('for')
for _ in [A('item')]:
    print('in for')
print('after for')
_ = None
print('with')
with A('manager'):
    print('in with')
print('with as')
with A('manager2') as m:
    print('in with')
m = None
print('f-string')
print(f'{A("formatted").n}')
print('starred')
print(*[A('starred').n])
print('subscript of display')
(A('first'), A('second'))[0].n
print('lambda')
(lambda x: None)(A('argument'))
print('comprehension')
[A(i).n for i in range(3)]
print('dict display')
{1: A('v1'), 2: A('v2')}
print('assignment to nothing kept')
A('target').attr = A('value')
print('delete')
a = A('named')
del a
print('return')


def f():
    return A('returned')


f()
print('yield')


def g():
    yield A('yielded')


for x in g():
    pass
del x
print('raise')
try:
    raise ValueError(A('in exception'))
except ValueError:
    print('handled')
print('boolean')
A('false') and False
A('or') or 1
not A('not')
print('end')
