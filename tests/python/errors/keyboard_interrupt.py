print('before')
raise KeyboardInterrupt('by hand')
