"""A while loop with several integer variables."""


def main():
    a, b, n, steps = 0, 1, 0, 0
    while n < 700_000:
        a, b = b, (a + b) & 0xFFFF
        n += 1
        steps ^= a
    return steps
