name = 'unfinished
print(name)
