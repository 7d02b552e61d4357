for n in range(4):
    if n == 0:
        print('zero')
    elif n == 1:
        print('one')
    elif n == 2: print('two')
    else:
        print('many')
if 1: print('a'); print('b')
i = 0
while i < 3:
    i += 1
    if i == 2: continue
    print('while', i)
else:
    print('while else', i)
while True:
    i -= 1
    if not i:
        break
else:
    print('never')
print('broke', i)
for x in []:
    pass
else:
    print('for else on empty')
for x in range(5):
    for y in range(5):
        if y == x:
            break
        if (x + y) % 3: continue
        print(x, y, end='; ')
    else:
        print('inner else', x)
print()
for a, (b, *c) in [(1, (2, 3, 4)), (5, 'xyz')]:
    print(a, b, c)
for l in [1, 2], [3]:
    print(l)
for x in *[1], *'ab':
    print(x, end=' ')
print()
d = {}
for d['key'] in range(3):
    pass
print(d)


class C:
    pass


o = C()
for o.attr in 'xyz':
    pass
print(o.attr)
for i in range(3):
    i = 10
    print(i, end=' ')
print(i)
l = [1, 2, 3]
for x in l:
    if len(l) < 6:
        l.append(x * 10)
print(l)
for x in l[:]:
    l.remove(x)
print(l)


def f():
    for x in range(3):
        try:
            if x == 1:
                return 'from loop'
        finally:
            print('finally', x)
    else:
        print('not reached')


print(f())
for i in range(3):
    try:
        continue
    finally:
        print('f', i)
while 1:
    try:
        break
    finally:
        print('broken')
if not []: print('empty is false')
if (n := len('abc')) > 2: print(n)
while (n := n - 1): print(n, end=' ')
print(n)
pass; pass
if 0: pass
else: print('else')
for _ in (): print('no')
try:
    for x in 5: pass
except TypeError as e:
    print(e)
d = {1: 1}
try:
    for k in d:
        d[k + 1] = 1
except RuntimeError as e:
    print(e)
s = {1}
try:
    for k in s:
        s.add(k + 1)
except RuntimeError as e:
    print(e)
