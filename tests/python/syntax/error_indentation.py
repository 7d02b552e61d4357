if True:
    print('x')
  print('y')
