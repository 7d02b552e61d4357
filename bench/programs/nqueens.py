"""Backtracking over lists and sets: all solutions of the queens problem."""


def place(n, row, columns, up, down):
    if row == n:
        return 1
    found = 0
    for c in range(n):
        if c not in columns and row + c not in up and row - c not in down:
            columns.add(c)
            up.add(row + c)
            down.add(row - c)
            found += place(n, row + 1, columns, up, down)
            columns.discard(c)
            up.discard(row + c)
            down.discard(row - c)
    return found


def main():
    return sum(place(n, 0, set(), set(), set()) for n in range(4, 11))
