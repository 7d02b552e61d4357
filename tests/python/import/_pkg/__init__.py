print('init of', __name__)
marker = 'package marker'
