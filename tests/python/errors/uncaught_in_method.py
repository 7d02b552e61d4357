class Stack:
    def __init__(self):
        self._items = []

    def pop(self):
        if not self._items:
            raise IndexError('pop from an empty stack')
        return self._items.pop()

    def __getitem__(self, i):
        return self._items[i]


class Calculator:
    def __init__(self):
        self.stack = Stack()

    def run(self, program):
        return [self.step(word) for word in program.split()]

    def step(self, word):
        if word == '+':
            return self.stack.pop() + self.stack.pop()


print(Stack.__name__)
Calculator().run('1 2 +')
