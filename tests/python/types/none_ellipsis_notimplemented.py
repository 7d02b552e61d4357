print(None, ..., NotImplemented, repr(None), bool(None), bool(...), type(None), type(...), type(NotImplemented))
print(None == None, None is None, None != 0, None == False, ... == Ellipsis, NotImplemented == NotImplemented, hash(None) == hash(None), None in [None], {None: 1}[None], [None] * 2, str(None) + 'x', f'{None!r:>6}', f'{None}', '%s' % None)
print(type(None)(), type(...)(), type(NotImplemented)(), None.__class__, None.__doc__, None.__bool__(), None.__eq__(None), None.__eq__(5), dir(None) == dir(type(None)()))
for code in ['None + 1', 'None()', 'None[0]', 'None.x', 'None < None', 'None.x = 1', 'len(None)', 'iter(None)', 'int(None)', 'type(None)(1)', '-None', 'None % 1', '... + 1', '...()', '...[0]', 'NotImplemented + 1', 'class X(type(None)): pass', 'f"{None:5}"', 'sorted([None, 1])', 'max(None, 1)', 'None in None', 'sum([None])', '"".join([None])', 'range(None)', 'None @ None', 'del None.x', 'with None: pass', 'for x in None: pass', 'a, b = None', '[*None]', '{**None}', 'print(*None)', 'raise None', 'hash(...)==hash(...)', '~None']:
    try:
        exec(code)
        print(code, 'fine')
    except Exception as e:
        print(code, '->', type(e).__name__, e)


def f(): pass


print(f(), [f()], print('x'), (lambda: None)())
bool(NotImplemented)
print(not None, None or 'default', None and 1, None if None else 'else', NotImplemented is NotImplemented)
