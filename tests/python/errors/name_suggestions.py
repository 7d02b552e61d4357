import sys


def show(code):
    try:
        exec(code, globals())
    except Exception as e:
        print(code, '|', e, '|', getattr(e, 'name', None))
        sys.excepthook(type(e), e, e.__traceback__)


total_count = 5
maximum = 1
for code in ['prnt("x")', 'totl_count', 'total_conut + 1', 'lenn([])', 'Total_Count', 'maximun', 'xyzzy', 'Flase', 'none', 'true', 'self', 'sys_', 'time.time()', 'math.pi', 'gc.collect()', 'os.path', 'a', 'ValuError', 'raneg(3)', 'import_', '__nam__', 'math']:
    show(code)


def f():
    variable_name = 1
    return variable_nam


class C:
    attribute = 1

    def m(self):
        return attribute

    def n(self):
        return m()

    def own(self):
        return attribut


for call in [f, C().m, C().n, C().own]:
    try:
        call()
    except NameError as e:
        print(e)
        sys.excepthook(type(e), e, e.__traceback__)
try:
    from sys import maxsiz
except ImportError as e:
    print(e.name, e.name_from if hasattr(e, 'name_from') else None)
    print(str(e).split(' (')[0])
