"""Sorting: numbers, strings, with key functions, stably."""


def main():
    seed = 42
    numbers = []
    for _ in range(20_000):
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        numbers.append(seed)
    check = 0
    for _ in range(3):
        check ^= sorted(numbers)[100]
        by_digit = sorted(numbers, key=lambda n: n % 1000)
        by_text = sorted(numbers, key=str, reverse=True)
        pairs = sorted((n % 100, n) for n in numbers)
        check ^= by_digit[500] ^ by_text[50] ^ pairs[1000][1]
    return check
