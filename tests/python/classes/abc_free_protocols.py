# What the language asks of objects, told from what it does with them.
class Log:
    def __init__(self, **results): self.__dict__['results'] = results

    def __getattribute__(self, name):
        if name not in ('results', '__class__'):
            print('  instance lookup', name)
        return object.__getattribute__(self, name)


def special(name, result):
    def method(self, *a):
        print('  ', name, len(a))
        return result

    setattr(Log, name, method)


for name, result in {'__len__': 2, '__getitem__': 'item', '__contains__': True, '__bool__': True, '__call__': 'called', '__hash__': 1, '__eq__': True, '__str__': 's', '__repr__': 'r', '__iter__': iter([1]), '__enter__': 'e', '__exit__': True, '__add__': '+', '__neg__': '-', '__index__': 1, '__format__': 'f', '__setitem__': None, '__delitem__': None, '__reversed__': 'rev', '__round__': 'round', '__dir__': [], '__sizeof__': 5, '__instancecheck__': True}.items():
    special(name, result)
o = Log()
for code in ['len(o)', 'o[0]', '1 in o', 'bool(o)', 'o()', 'hash(o)', 'o == 1', 'str(o)', 'repr(o)', 'iter(o)', 'o + 1', '-o', '[0, 1][o]', 'f"{o}"', 'reversed(o)', 'round(o)', 'dir(o)', 'not o', 'o or 1', 'o if o else 0', 'o != 1', '"%s" % o', '{o: 1}', 'isinstance(1, o)', 'o is o', 'o.__len__()', 'callable(o)', 'id(o) == id(o)', 'type(o)', 'o and 0', 'any([o])', 'max([o], key=id) is o', 'range(o)', 'print(o)']:
    print(code)
    try:
        r = eval(code)
        print('    ', r if isinstance(r, (int, str, bool)) else type(r).__name__)
    except Exception as e:
        print('    ', type(e).__name__, e)
print('statements')
with o as x:
    print(x)
o[1] = 2
del o[1]
for x in o:
    print(x)
if o:
    print('true')
o += 1
print(o)
