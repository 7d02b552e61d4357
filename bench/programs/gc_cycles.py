"""Garbage in cycles, found by automatic collections."""


class Node:
    def __init__(self, parent):
        self.parent = parent
        self.children = []
        if parent:
            parent.children.append(self)


def main():
    made = 0
    for _ in range(30_000):
        root = Node(None)
        for _ in range(4):
            Node(root)
        made += 5
        a, b = [], []
        a.append(b)
        b.append(a)
    return made
