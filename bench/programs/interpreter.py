"""An interpreter of a small machine, by match and by a table of methods."""

PROGRAM = [('push', 0), ('store', 'i'), ('push', 0), ('store', 's'), ('load', 's'), ('load', 'i'), ('add',), ('store', 's'), ('load', 'i'), ('push', 1), ('add',), ('store', 'i'), ('load', 'i'), ('push', 40_000), ('less',), ('jump', 4), ('load', 's')]


class Machine:
    def __init__(self):
        self.stack = []
        self.names = {}

    def run(self, program):
        pc = 0
        stack, names = self.stack, self.names
        while pc < len(program):
            match program[pc]:
                case ('push', value):
                    stack.append(value)
                case ('load', name):
                    stack.append(names[name])
                case ('store', name):
                    names[name] = stack.pop()
                case ('add',):
                    b, a = stack.pop(), stack.pop()
                    stack.append(a + b)
                case ('less',):
                    b, a = stack.pop(), stack.pop()
                    stack.append(a < b)
                case ('jump', target):
                    if stack.pop():
                        pc = target
                        continue
            pc += 1
        return stack.pop()


def main():
    return Machine().run(PROGRAM)
