# Code without a file has no lines to show.
import sys


def show(f):
    try:
        f()
    except Exception as e:
        sys.excepthook(type(e), e, e.__traceback__)


show(lambda: exec('x = 1\n1 / 0'))
show(lambda: eval('1 / 0'))
show(lambda: exec(compile('def f():\n    raise ValueError\nf()', 'made_up.py', 'exec')))
show(lambda: exec('def f(:'))
show(lambda: eval('1 +'))
show(lambda: compile('x = = 1', 'given.py', 'exec'))
show(lambda: exec(compile('\n\n\n\nundefined', '', 'exec')))
show(lambda: exec('class C:\n  def m(self): return self.x\nC().m()'))
show(lambda: (lambda: (lambda: 1 / 0)())())
show(lambda: [x for x in [1]
              if 1 / 0])
show(lambda: int('abc'))
show(lambda: sorted([1, 'a']))
show(lambda: list(map(lambda x: 1 / x, [1, 0])))
show(lambda: max([], key=lambda x: x))
show(lambda: next(x / 0 for x in [1]))
