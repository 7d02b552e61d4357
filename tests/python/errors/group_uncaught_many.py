# At most 15 exceptions of a group are printed, ten levels deep.
import sys

sys.excepthook(ExceptionGroup, ExceptionGroup('many', [ValueError(i) for i in range(20)]), None)
e = ValueError('deepest')
for i in range(12):
    e = ExceptionGroup(f'level {i}', [e])
e.add_note('a note on the top')
e.exceptions[0].add_note('a note inside\nof two lines')
sys.excepthook(type(e), e, None)
raise ExceptionGroup('uncaught', [SyntaxError('bad', ('file', 1, 2, 'text text', 1, 4)), KeyError('k')])
