# PEP 695 where nothing of typing is needed to look at it.
def first[T](items: list[T]) -> T:
    return items[0]


type Pair[A, B] = tuple[A, B]
type Simple = int
print(first([1, 2]))
print(first.__type_params__, Pair.__type_params__, Simple, Simple.__value__, Simple.__name__)
print(first.__type_params__[0].__name__, type(first.__type_params__[0]).__name__)


def bounded[T: int, U: (str, bytes)](x: T): pass


print(bounded.__type_params__[0].__bound__, bounded.__type_params__[1].__constraints__)


def variadic[*Ts, **P](): pass


print(variadic.__type_params__, [type(p).__name__ for p in variadic.__type_params__])
type Lazy = undefined
print(Lazy)
try:
    Lazy.__value__
except NameError as e:
    print(e)
type Recursive = list[Recursive]
print(Recursive.__value__)
print(Pair.__value__, first.__annotations__)
