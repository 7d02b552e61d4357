# Lines that repeat are folded after the third.
def countdown(n):
    if n == 0:
        raise ValueError('liftoff')
    countdown(n - 1)


countdown(12)
