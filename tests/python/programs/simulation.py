class Event:
    def __init__(self, time, action): self.time, self.action = time, action

    def __lt__(self, o): return self.time < o.time


class Simulator:
    def __init__(self): self.now, self.queue, self.log = 0, [], []

    def at(self, delay, action):
        self.queue.append(Event(self.now + delay, action))
        self.queue.sort()

    def run(self):
        while self.queue:
            e = self.queue.pop(0)
            self.now = e.time
            e.action()


sim = Simulator()


class Server:
    def __init__(self, sim, name, rate): self.sim, self.name, self.rate, self.busy, self.waiting = sim, name, rate, False, []

    def arrive(self, customer):
        sim.log.append((sim.now, customer, 'arrives'))
        self.waiting.append(customer)
        if not self.busy:
            self.start()

    def start(self):
        self.busy = True
        c = self.waiting.pop(0)
        sim.log.append((sim.now, c, 'starts'))
        sim.at(self.rate, lambda: self.finish(c))

    def finish(self, c):
        sim.log.append((sim.now, c, 'leaves'))
        self.busy = False
        if self.waiting:
            self.start()


s = Server(sim, 'desk', 3)
for i, t in enumerate((0, 1, 2, 9)):
    sim.at(t, lambda i=i: s.arrive(f'c{i}'))
sim.run()
for line in sim.log:
    print(*line)


def life(cells, n):
    for _ in range(n):
        neighbours = {}
        for x, y in cells:
            for dx in (-1, 0, 1):
                for dy in (-1, 0, 1):
                    if dx or dy:
                        k = x + dx, y + dy
                        neighbours[k] = neighbours.get(k, 0) + 1
        cells = {k for k, v in neighbours.items() if v == 3 or v == 2 and k in cells}
    return cells


glider = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
after = life(glider, 4)
print(sorted(after), after == {(x + 1, y + 1) for x, y in glider})
for y in range(5):
    print(''.join('#' if (x, y) in after else '.' for x in range(5)))


def tm(program, tape, state='A', pos=0, limit=200):
    tape = dict(enumerate(tape))
    steps = 0
    while state != 'H' and steps < limit:
        write, move, state = program[state, tape.get(pos, 0)]
        tape[pos] = write
        pos += 1 if move == 'R' else -1
        steps += 1
    return steps, sum(tape.values())


print(tm({('A', 0): (1, 'R', 'B'), ('A', 1): (1, 'L', 'B'), ('B', 0): (1, 'L', 'A'), ('B', 1): (1, 'R', 'H')}, []))


def brainf(code, data=''):
    out, cells, ptr, i, jumps, stack = [], [0] * 100, 0, 0, {}, []
    for k, c in enumerate(code):
        if c == '[':
            stack.append(k)
        elif c == ']':
            jumps[k] = stack.pop()
            jumps[jumps[k]] = k
    while i < len(code):
        match code[i]:
            case '>': ptr += 1
            case '<': ptr -= 1
            case '+': cells[ptr] = (cells[ptr] + 1) % 256
            case '-': cells[ptr] = (cells[ptr] - 1) % 256
            case '.': out.append(chr(cells[ptr]))
            case '[' if not cells[ptr]: i = jumps[i]
            case ']' if cells[ptr]: i = jumps[i]
        i += 1
    return ''.join(out)


print(brainf('++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.'))


class Observable:
    def __init__(self): self._subs = {}

    def on(self, event):
        def decorate(f):
            self._subs.setdefault(event, []).append(f)
            return f

        return decorate

    def emit(self, event, *a):
        return [f(*a) for f in self._subs.get(event, ())]


o = Observable()


@o.on('greet')
def hello(name): return f'hello {name}'


@o.on('greet')
@o.on('bye')
def both(name): return f'both {name}'


print(o.emit('greet', 'x'), o.emit('bye', 'y'), o.emit('none'))
class State:
    def __init__(self): self.handlers = {n[3:]: getattr(self, n) for n in dir(self) if n.startswith('on_')}
    def on_idle(self, e): return 'running' if e == 'go' else 'idle'
    def on_running(self, e): return {'stop': 'idle', 'fail': 'error'}.get(e, 'running')
    def on_error(self, e): return 'idle' if e == 'reset' else 'error'
    def run(self, events):
        s = 'idle'
        trace = [s]
        for e in events:
            s = self.handlers[s](e)
            trace.append(s)
        return trace
print(State().run(['go', 'x', 'fail', 'go', 'reset', 'go', 'stop']))
