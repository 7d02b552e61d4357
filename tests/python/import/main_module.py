import sys

main = sys.modules['__main__']
print(main.__name__, main.__dict__ is globals(), __name__, __file__ == main.__file__, __file__.endswith('main_module.py'), __spec__ is None, __package__, __doc__, type(__loader__).__name__)
import __main__
print(__main__ is main)
__main__.injected = 5
print(injected)
import main_module
print(main_module is main, main_module.__name__ if main_module is not main else None)
print(sys.argv, sys.path[0].endswith('import'))
if __name__ == '__main__':
    print('run as a script')
else:
    print('imported')
