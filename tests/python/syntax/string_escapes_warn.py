# An unknown escape is kept, with a warning.
a = '\d\w'
b = b'\z'
c = f'\q{1}'
d = '''first
second \p
third'''
e = '\400'
print(a, b, c, d, ascii(e))
x = compile("'\\y'", '<given>', 'eval')
print(eval(x))
