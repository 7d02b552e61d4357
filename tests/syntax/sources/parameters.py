def f(): pass
def f(a): pass
def f(a, b=1): pass
def f(a, b=1,): pass
def f(a, /): pass
def f(a, /, b): pass
def f(a, b=1, /, c=2): pass
def f(*a): pass
def f(*, a): pass
def f(*, a=1, b, **c): pass
def f(a, *b, c, d=1, **e): pass
def f(**a): pass
def f(**a,): pass
def f(a, /, b, *, c): pass
def f(a, /, *, b): pass
def f(a: int, b: str = 'x', *c: float, d: bool = True, **e: dict) -> None: pass
def f(*a: *b): pass
def f(
    a,
    b=1,
    *,
    c,
) -> x[y]:
    return a
def f[T](x: T) -> T: ...
def f[T: int, *Ts, **P](x): ...
async def f[T](): ...
class C[T](B): ...
class C[T: (int, str), *Ts,]: ...
