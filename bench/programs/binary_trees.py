"""Making and dropping many small instances."""


class Node:
    def __init__(self, left, right):
        self.left = left
        self.right = right


def make(depth):
    return Node(make(depth - 1), make(depth - 1)) if depth else Node(None, None)


def count(node):
    return 1 + count(node.left) + count(node.right) if node.left else 1


def main():
    keep = make(12)
    total = 0
    for _ in range(20):
        total += count(make(12))
    return total + count(keep)
