"""Pointer chasing: a linked list built, walked, reversed and dropped."""


class Node:
    __slots__ = ('value', 'next')

    def __init__(self, value, next):
        self.value = value
        self.next = next


def main():
    total = 0
    for _ in range(4):
        head = None
        for i in range(40_000):
            head = Node(i, head)
        reverse = None
        while head:
            head.next, reverse, head = reverse, head, head.next
        node = reverse
        while node is not None:
            total += node.value
            node = node.next
    return total
