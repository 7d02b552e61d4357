print((n := 10) + n, n)
if (m := len('abc')) > 2: print(m)
print([y := 1, y + 1], [(z := i) * 2 for i in range(3)], z)
data = iter([1, 2, 0, 3])
while (v := next(data)): print('v', v)


def f(a=(d := 5)): return a, d


print(f(), d)
print({(k := 'key'): (val := 1)}, k, val)
print((lambda: (q := 3) + q)())
total = 0
print([total := total + i for i in range(5)], total)
print(any((hit := s).startswith('b') for s in ['abc', 'bcd', 'bzz']), hit)


def outer():
    x = 0

    def inner():
        nonlocal x
        return (x := x + 1)

    return inner(), inner(), x


print(outer())


class C:
    a = (b := 2) + 1


print(C.a, C.b)
print(f'{(w := 4)}', w, (t := 1, 2), t)
print([i for i in range(10) if (sq := i * i) > 50], sq)
x = 5
print((x := x + 1, x := x * 2), x)
assert (ok := True), 'no'
print(ok)
for bad in ['[i := 0 for i in x]', '[(i := 0) for i in x]', '[[(j := 0) for i in x] for j in y]', '[i for i in (i := x)]', 'class C:\n [(a := 1) for b in c]', 'x = y := 0', '(lambda: x := 1)', '(a[0] := 1)', '((a, b) := 1)', '(*a := 1)', '[i + 1 for i in (j := stuff)]', 'f(x=y:=1)', 'f((y := 1), y)', 'x[y := 1]', 'x[y := 1, z]', '{x := 1}', '{x := 1: 2}', '{(x := 1): 2}', 'del (x := 1)', 'with (f := open(a)): pass', 'def f(x=y := 1): pass', 'def f(x: y := 1): pass', 'return_ = (yield_ := 1)', '@(x := f)\ndef g(): pass', '(True := 1)', '(__debug__ := 1)']:
    try:
        compile(bad, '<s>', 'exec')
        print(ascii(bad), 'compiles')
    except SyntaxError as e:
        print(ascii(bad), '->', e.msg)
