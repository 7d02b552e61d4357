"""List, set and dict comprehensions, nested and filtered."""


def main():
    total = 0
    for _ in range(70):
        squares = [i * i for i in range(5000)]
        even = [x for x in squares if not x & 1]
        pairs = [(i, j) for i in range(60) for j in range(60) if i < j]
        table = {i: [i] * 2 for i in range(2000)}
        digits = {x % 10 for x in squares}
        total += len(even) + len(pairs) + len(table) + sum(digits)
    return total
