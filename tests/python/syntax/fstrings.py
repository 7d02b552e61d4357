x, y, w, p = 3.14159, 'text', 10, 3
print(f'{x}', f'{x:.2f}', f'{x:{w}.{p}}', f'{x!r:>{w}}', f'{y!s}', f'{y!r}', f'{y!a}', f'{{}}', f'{{{y}}}', f'{y:>{w}}|')
print(f'{x=}', f'{x = }', f'{x=:.2f}', f'{y=}', f'{y=!s}', f'{x + 1=}', f'{ y = !r:>10}', f'{x=!s:>10}')
print(f'{"nested " + f"{y} {f"{x:.1f}"}"}', f'{'same quotes'}', f"{"a" "b"}", f'{'\n'}'.encode())
print(f'{(lambda v: v * 2)(3)}', f'{ {1: 2}[1] }', f'{ {1, 2} }', f'{[i for i in range(3)]}', f'{(1, 2)}', f'{1, 2}', f'{*[1, 2],}')
print(f'''{
    x
:.3f} {
    y  # a comment
}''')
print(f'{x:{"."}{2}f}', f'{w:{"#"}x}', f'{w:0{w}b}', f'{w:,}', f'{1234567.891:_.1f}')
print(f'{y!r:^{w + 2}}', f'{y:*^{w}}', f'{None}', f'{True:d}', f'{True}', f'{w:c}'.encode(), f'{"":5}|', f'{[]!r:>4}')
print(rf'\d{w}\n', fr'{w}\{w}', F'{w}', f'\x41{w}\u0042', f'\N{BULLET}{w}', f'{w}\\')
print('a' f'{w}' 'b' f'{p}', f'a' 'b{w}', f'' '', f'{w}' '{p}')
print(f'{w if w > 5 else p}', f'{w!r}', f'{w != p}', f'{w == 10}', f'{w >= p}', f'{(w := 5)}', w, f'{w:=5}')
print(f'{y:s}', f'{3:>+5}', f'{y[1]}', f'{y[1:3]}', f"{ {'a': 1}['a'] }", f'{y.upper()}')


class F:
    def __format__(self, spec):
        return f'<{spec}>'

    def __repr__(self):
        return 'repr'

    def __str__(self):
        return 'str'


f = F()
print(f'{f}', f'{f:abc}', f'{f!r}', f'{f!s:>5}', f'{f:{f}}', f'{f:{{x}}}', f'{f=}', f'{f=:x}', f'{f:a{1}b{2}c}', f'{f::}', f'{f:!r}', f'{f: }')
for text in ["f'{'", "f'}'", "f'{}'", "f'{ }'", "f'{a b}'", "f'{1!x}'", "f'{1!}'", "f'{1'", "f'{1:'", "f'{!r}'", "f'{=}'", "f'{1!r'", "f'{1:{2}'", "f'{lambda x: 1}'", "f'{1=!}'", "f'{a $ b}'", "f'{1!r }'", "f'{,}'", "f'{*}'", "f'{:x}'", "f'{a.}'", "f'''{\n'''", "f'{1!rr}'"]:
    try:
        print(text, eval(text))
    except SyntaxError as e:
        print(ascii(text), '->', e.msg)
