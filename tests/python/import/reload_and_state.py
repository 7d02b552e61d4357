import sys

import _stateful
print(_stateful.counter, _stateful.bump(), _stateful.bump())
from _stateful import counter
print(counter, _stateful.counter)
import _stateful as again
print(again.counter)
_stateful.counter = 100
print(_stateful.bump(), counter)
old = sys.modules.pop('_stateful')
import _stateful
print(_stateful.counter, old.counter, old is _stateful, old.bump(), _stateful.bump())
sys.path.insert(0, sys.path[0] + '/_extra')
import only_in_extra
print(only_in_extra.where)
print(only_in_extra.__file__.endswith('_extra/only_in_extra.py'))
sys.path.pop(0)
del sys.modules['only_in_extra']
try:
    import only_in_extra
except ModuleNotFoundError as e:
    print(e)
