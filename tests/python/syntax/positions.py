# Positions of a syntax error in characters, not bytes, with wide text before it.
for source in ['é = 1 +', '"日本" 5', 'x = "😀" $', '日本 = [1, 2', "ab = 'é", 'é é', '\t\tx', 'if x:\n\t\ty z', 'f("😀", a b)', 'x = (\n1\n2\n)', 'a = 5 +\\\n', '"""\n\n""" 5', 'x = """a\nb""" c', 'f(\n a,\n b c\n)', 'é' * 3 + ' ' + 'ü' * 2, 'x = 1\ny = 2\nz = = 3', '\n\n\n  x', '# comment\nx y']:
    try:
        compile(source, '<s>', 'exec')
        print(ascii(source), 'compiles')
    except SyntaxError as e:
        print(ascii(source), '->', e.msg, (e.lineno, e.offset, e.end_lineno, e.end_offset), ascii(e.text), e.filename)
e = SyntaxError('made by hand', ('file.py', 3, 5, 'some text\n', 3, 8))
print(e, e.msg, e.filename, e.lineno, e.offset, e.text, e.end_lineno, e.end_offset, e.print_file_and_line)
print(repr(SyntaxError('x')), str(SyntaxError('x', ('f', 1, 2, 't'))), SyntaxError().msg)
try:
    SyntaxError('x', (1, 2))
except TypeError as x:
    print(x)
raise e
