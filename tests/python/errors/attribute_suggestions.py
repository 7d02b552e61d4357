# "Did you mean" is part of what a traceback prints, not of str(e): so each is shown by the hook.
import sys


class Counter:
    def __init__(self):
        self.count = 0
        self.maximum = 10

    def increment(self):
        pass

    def _private(self):
        pass


def show(code):
    try:
        exec(code)
    except Exception as e:
        print(code, '|', e, '|', getattr(e, 'name', None))
        e.__traceback__ = None
        sys.excepthook(type(e), e, None)


counter = Counter()
for code in ['counter.cout', 'counter.Count', 'counter.maximun', 'counter.incremnt()', 'counter.private()', 'counter.xyzzy', 'counter.c', '"".uper()', '[].apend(1)', '{}.itmes()', '(1).bit_lenght()', 'Counter.increment2', 'sys.maxsizes', 'sys.exti()', 'counter.__dic__', 'counter.increment.__nam__', 'None.appendd', 'int.from_byte', 'counter.count2 += 1', 'del counter.coutn', 'sys.nothing_like_it_at_all']:
    show(code)
