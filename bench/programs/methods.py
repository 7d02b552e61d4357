"""Method calls, polymorphic ones and inherited ones."""


class Shape:
    def __init__(self, size):
        self.size = size

    def area(self):
        return 0

    def twice(self):
        return self.area() * 2


class Square(Shape):
    def area(self):
        return self.size * self.size


class Triangle(Shape):
    def area(self):
        return self.size * self.size // 2


class Circle(Shape):
    def area(self):
        return self.size * self.size * 3

    def twice(self):
        return super().twice() + 1


def main():
    shapes = [kind(i) for i in range(20) for kind in (Square, Triangle, Circle)]
    total = 0
    for _ in range(5000):
        for s in shapes:
            total += s.twice()
    return total
