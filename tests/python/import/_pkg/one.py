print('running', __name__)
name = 'one'
