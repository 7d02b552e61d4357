"""A loop over small integers: arithmetic, comparison, assignment."""


def main():
    s = 0
    for i in range(1_500_000):
        s += i * 2
        if s > 1_000_000_000:
            s -= 1_000_000_000
    return s
