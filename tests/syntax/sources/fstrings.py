f''
f'text'
f'{x}'
f'a{x}b{y}c'
f'{{}}', f'{{{x}}}', f'a{{b', f'}}'
f'{x!r}', f'{x!s}', f'{x!a}'
f'{x:>10}', f'{x!r:>10}', f'{x:{y}}', f'{x:a{y}b{z}c}', f'{x:{y:{z}}}', f'{x:}'
f'{x=}', f'{x = }', f'{ x=!s}', f'{x=:3}', f'{x + 1 = !r:>{w}}'
f'{x}' 'b', 'a' f'{x}', 'a' f'{x}' "b" f"{y}", f'a' 'b', 'a' f'' 'b'
f'{x, y}', f'{*x, y}', f'{(lambda: 1)}', f'{ {1: 2} }', f'{x if y else z}', f'{[x for x in y]}'
f'{x:%H:%M}', f'{x!r:^{w}.{p}}'
f'{a["b"]}', f'{a['b']}', f"{f"{f"{x}"}"}", f'{'nested'}'
f'{x != y}', f'{x == y}', f'{(x := 1)}', f'{x:=5}'
f'''{x}
{y
  + z}  {
    w  # comment
}'''
f'''{
x = }'''
rf'\d{x}\{y}', fr'{x}\n', Rf'a', fR'\n'
f'\n{x}\t\x41', f'\u00e9{x}'
f'é{x}ü', f'😀{x}😀{y!r:é}'
f'{x:\n}', f"{'\n'.join(x)}", f'{"\""}'
f'{yield_}'
f'{x}{y}{z}'
def g():
    f'{yield}', f'{yield x}', f'{await_}'
async def h():
    return f'{await x}'
u'a' f'{x}' u'b'
