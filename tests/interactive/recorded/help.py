"""What help() prints of things written in Python; help.out is what CPython 3.12.1 prints."""


class Animal:
    """An animal.

    It has a name.
    """

    legs = 4

    def __init__(self, name, sound="..."):
        "Give it a name."
        self.name = name

    def speak(self, times: int = 1) -> str:
        "Make a noise."

    def silent(self):
        pass

    @property
    def tail(self):
        "Has it a tail?"
        return True

    @staticmethod
    def count(a, b):
        "How many there are."

    @classmethod
    def named(cls, name):
        "One with this name."

    def __repr__(self):
        return "Animal()"

    shout = speak


class Dog(Animal):
    def speak(self):
        pass

    breed: str = "mixed"


class Base:
    def z(self):
        "Of the base."


class Left(Base):
    def z(self):
        pass


class Right(Base):
    pass


class Diamond(Left, Right):
    def __new__(cls, *args):
        return super().__new__(cls)

    def own(self, a: "str", b: list[int] = [1], /, *, k: "dict" = None) -> None:
        "Everything in a signature."


class Slots:
    __slots__ = ("u", "v")


class Meta(type):
    def of_the_metaclass(cls):
        pass


class WithMeta(metaclass=Meta):
    pass


class Odd:
    __hash__ = None
    _private = 3

    def _hidden(self):
        pass

    def __eq__(self, other):
        return True

    # A comment stands in for a docstring.
    def commented(self):
        pass

    big = list(range(100))
    text = "x" * 200
    function = lambda self: 1
    table = {"b": 1, "a": 2}

    @property
    def both(self):
        "Read and write."

    @both.setter
    def both(self, value):
        pass


class Outer:
    class Inner:
        "A class in a class."

        def q(self): ...


class Empty:
    pass


def plain(a, *, b=2, **kw):
    "One line."


def undocumented():
    pass


# What is written
# above a function.
def commented():
    pass


def positional(a, /, b):
    pass


async def waits(seconds: float = 1.5):
    "An async function."


async def yields():
    yield 1


def wrap(f):
    def wrapper(*args):
        return f(*args)

    wrapper.__wrapped__ = f
    wrapper.__name__ = f.__name__
    wrapper.__doc__ = f.__doc__
    return wrapper


@wrap
def wrapped(x, y=1):
    "Seen through its wrapper."


anonymous = lambda x, y=2: x

for thing in [
    Animal,
    Dog,
    Diamond,
    Slots,
    WithMeta,
    Odd,
    Outer,
    Outer.Inner,
    Empty,
    plain,
    undocumented,
    commented,
    positional,
    waits,
    yields,
    wrapped,
    anonymous,
    Animal.speak,
    Animal("x").speak,
    Animal("x").__repr__,
    Animal.tail,
    Animal.named,
    Animal.count,
    Dog.speak,
    Empty(),
    "no such thing",
]:
    help(thing)
    print("=" * 20)
