class InsufficientFunds(Exception):
    def __init__(self, needed, available):
        super().__init__(f'needed {needed}, available {available}')
        self.needed = needed
        self.available = available


class Account:
    count = 0
    rate = 0.02

    def __init__(self, owner, balance=0):
        self.owner = owner
        self._balance = balance
        self.history = []
        Account.count += 1
        self.number = Account.count

    @property
    def balance(self): return self._balance

    @balance.setter
    def balance(self, value):
        if value < 0:
            raise InsufficientFunds(-value + self._balance, self._balance)
        self.history.append(value - self._balance)
        self._balance = value

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError('deposit must be positive')
        self.balance += amount
        return self

    def withdraw(self, amount):
        self.balance -= amount
        return self

    def __repr__(self): return f'{type(self).__name__}({self.owner!r}, {self._balance})'

    def __eq__(self, o): return isinstance(o, Account) and self.number == o.number

    def __lt__(self, o): return self._balance < o._balance

    def __hash__(self): return hash(self.number)

    def __iadd__(self, amount): return self.deposit(amount)

    def __bool__(self): return self._balance > 0

    @classmethod
    def from_string(cls, s):
        owner, balance = s.split(':')
        return cls(owner.strip(), float(balance))

    @staticmethod
    def format(amount): return f'${amount:,.2f}'


class Savings(Account):
    rate = 0.05

    def add_interest(self):
        self.deposit(round(self.balance * self.rate, 2))
        return self


a = Account('Ann', 100)
b = Savings.from_string(' Bob : 2500.5')
print(a, b, a == b, a < b, sorted([b, a]), bool(Account('Zed')), Account.count, Savings.count)
a.deposit(50).withdraw(30)
a += 5
print(a.balance, a.history, a.number, {a: 'x'}[a], Account.format(1234567.891))
print(b.add_interest(), b.history, b.rate, Account.rate)
for action in [lambda: a.withdraw(1000), lambda: a.deposit(-5), lambda: Savings.from_string('bad'), lambda: Savings.from_string('x:y'), lambda: a + 5, lambda: a.nothing]:
    try:
        action()
    except InsufficientFunds as e:
        print('funds', e, e.needed, e.available)
    except ValueError as e:
        print('value', e)
    except Exception as e:
        print(type(e).__name__, e)


def transfer(src, dst, amount):
    old = src.balance, dst.balance
    try:
        src.withdraw(amount)
        dst.deposit(amount)
    except InsufficientFunds:
        src._balance, dst._balance = old
        return False
    else:
        return True
    finally:
        print('transfer of', amount, 'attempted')


print(transfer(a, b, 25), transfer(a, b, 10**6), a, b)
total = sum(x.balance for x in (a, b))
print(f'{total:.2f}', max((a, b)).owner, {x.owner: x.balance for x in sorted((b, a))}, Account.__subclasses__(), Savings.__mro__[1].__name__)
