values = [
    'one',
    'two'
    three,
]
d = {'a': 1 'b': 2}
