"""Dictionaries: insertion, lookup, iteration, counting, deletion."""


def main():
    words = [f'word{i % 997}' for i in range(4000)]
    total = 0
    for _ in range(100):
        counts = {}
        for w in words:
            counts[w] = counts.get(w, 0) + 1
        for w, n in counts.items():
            total += n
        squares = {i: i * i for i in range(2000)}
        for i in range(0, 2000, 2):
            del squares[i]
        total += sum(squares.values()) & 0xFF
        total += sum(1 for i in range(2000) if i in squares)
    return total
