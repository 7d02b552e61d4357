"""Sets: building, membership, operations."""


def main():
    total = 0
    for n in range(120):
        a = set(range(n, 5000 + n, 2))
        b = {i * 3 for i in range(2000)}
        total += len(a & b) + len(a | b) + len(a - b) + len(a ^ b)
        for i in range(3000):
            if i in a:
                total += 1
    return total
