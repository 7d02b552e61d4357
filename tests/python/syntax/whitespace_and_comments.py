# comment at the top
if True: # comment after colon

    # comment in block
    x = 1
	# comment with a tab
    y = 2 # trailing

# dedented comment
    z = 3
print(x, y, z)
if x:
      print('six')
      if y:
       print('one more')
      else:
                print('no')
if True:
	print('tab')
total = (1 +
   2
     + 3)
print(total, [
    1,

    2,  # inside

    # alone
    3,
])
long = 1 + \
    2 + \
3
print(long)
if x == 1 and \
   y == 2:
    print('continued')
def f(
    a,
    b = 2,
    *, c,
): return a, b, c
print(f(1,
        c=3))
class A: x = 1; y = 2
print(A.x, A.y);
print('a'); print('b');
s = 'not # a comment' # a comment
print(s)
d = {
    'a':
        1,
    **{
        'b': 2
    }
}
print(d)
print('form feed')
with_backslash = 'a\
b'
print(with_backslash)
async_ = 1; match = 2; case = 3; type = 4; _ = 5
print(async_, match, case, type, _)
type = print
match = [1]
case = {}
match[0] = 5
print(match [0], case)
type (1)
print(ünï := 1, 变量 := 2, ª := 3)
ﬁ = 'ligature'
print(fi)
for bad in ['  x = 1', 'if 1:\nx', 'if 1:\n  x\n y', 'if 1:\n\tx\n        y', 'x = (1', 'x = 1)', 'x = [1)', 'a\\ b', 'x = $', 'x = ?', 'x = a!', 'if 1:\n', 'def f():\n\n\nx = 1', 'x = 1 +', 'a b', '\\', 'x = {', "x = '", 'class C:', 'while 1:', 'for x in y:', 'x = "\u20ac" \u20ac', 'x = 1\u00a0+ 1', '‘quoted’', 'x = 5 € 3', '(' * 201 + ')' * 201, 'try:\n  x', 'if 1:\n    a\n  else:\n    b']:
    try:
        compile(bad, '<s>', 'exec')
        print(ascii(bad[:20]), 'fine')
    except SyntaxError as e:
        print(ascii(bad[:20]), '->', e.__class__.__name__, e.msg, e.lineno, e.offset)
