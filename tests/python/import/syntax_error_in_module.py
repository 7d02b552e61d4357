print('start')
import _broken_syntax
print('never')
