# A syntax error anywhere: nothing runs.
print('not printed')


def f(x):
    return x +


print('nor this')
