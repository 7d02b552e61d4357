"""doc of _mod"""
value = 'original'
public = 'public'
_private = 'private'


def function(x):
    return x * 10


def get():
    return value


print('importing', __name__)
