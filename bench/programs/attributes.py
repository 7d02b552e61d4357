"""Reading and writing attributes of instances."""


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y
        self.moves = 0


def main():
    points = [Point(i, -i) for i in range(100)]
    for _ in range(8000):
        for p in points:
            p.x += 1
            p.y -= p.x & 3
            p.moves += 1
    return sum(p.x + p.y + p.moves for p in points)
