import sys


def hook(kind, value, tb):
    print('hook', kind.__name__, value, tb.tb_lineno, tb.tb_next.tb_lineno)


def f():
    raise ValueError('to the hook')


sys.excepthook = hook
print(sys.__excepthook__ is not hook)
f()
