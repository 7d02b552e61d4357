if a:
	b
	if c:
		d
	e
if a:
        b
x = 1
class A:
    pass
if a:
  b;\
  c
x = [
  1,
    2
]; y = 3
\
z
if a: b  # comment
# end