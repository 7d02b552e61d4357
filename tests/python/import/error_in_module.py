print('start')
try:
    import _raises
except ValueError as e:
    print('caught', e)
import _raises
