import sys

print('out')
try:
    sys.exit('a message for standard error')
finally:
    print('cleanup')
