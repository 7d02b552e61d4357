import sys


def attempt(*a):
    try:
        sys.exit(*a)
    except SystemExit as e:
        print(repr(e), e.code)


attempt()
attempt(None)
attempt(3)
attempt('message')
attempt((1, 2))
attempt(True)
try:
    sys.exit(1, 2)
except TypeError as e:
    print(e)
try:
    exit(4)
except SystemExit as e:
    print(e.code)
try:
    raise SystemExit
except SystemExit as e:
    print(e.code, e.args)
print(SystemExit(1, 2).code)
try:
    sys.exit(5)
except Exception:
    print('not an Exception')
finally:
    print('finally runs')
