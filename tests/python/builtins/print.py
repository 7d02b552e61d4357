import sys

print()
print(1, 'a', None, [1], sep='-')
print(1, 2, end='!\n')
print('a', 'b', sep='', end='')
print()
print(*'abc', sep=', ')
print('x', file=sys.stdout)
print('to stderr', file=sys.stderr)
print('flush', flush=True)
print('none', 'seps', sep=None, end=None)
print('multi\nline', sep='\n', end='\n\n')
print(*[], sep='x')
print('é€😀', '\t|', repr('\n'))


class Out:
    def __init__(self): self.parts = []

    def write(self, s): self.parts.append(s)

    def flush(self): self.parts.append('flushed')


o = Out()
print('a', 1, sep='+', end='.', file=o)
print(file=o)
print('b', file=o, flush=True)
print(o.parts)


class S:
    def __str__(self):
        print('nested')
        return 'S'


print(S(), S())
for code in ['print(sep=1)', 'print(end=1)', 'print(file=5)', 'print(foo=1)', 'print("x", file=object())', 'print(sep="a", sep2="b")', 'print("x", flush="yes")']:
    try:
        eval(code)
    except (TypeError, AttributeError) as e:
        print(code, '->', type(e).__name__, e)
old = sys.stdout
sys.stdout = o
o.parts.clear()
print('captured', 5)
sys.stdout = old
print(o.parts)
sys.stdout = None
print('lost')
sys.stdout = old
del sys.stdout
try:
    print('no stdout')
except RuntimeError as e:
    sys.stdout = old
    print(e)
print(sys.stdout.write('written\n'))
sys.stdout.writelines(['a\n', 'b\n'])
print(sys.stdout.encoding, sys.stdout.name, sys.stdout.closed, sys.stdout.writable(), sys.stdout.isatty(), sys.stdout.fileno(), sys.__stdout__ is sys.stdout)
sys.stderr.write('err\n')


class E:
    def __str__(self): raise ValueError('no str')


try:
    print('before', E(), 'after')
except ValueError as e:
    print()
    print(e)
print('end', end='')
