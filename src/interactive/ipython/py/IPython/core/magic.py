"""Writing magics: decorators, and classes of magics."""

from _interactive import get_ipython

_KINDS = ("line", "cell", "line_cell")


def _registering(kind):
    """A decorator that registers a function, under its own name or another."""

    def decorator(arg):
        if callable(arg):
            get_ipython().register_magic_function(arg, kind, arg.__name__)
            return arg

        def named(func):
            get_ipython().register_magic_function(func, kind, arg)
            return func

        return named

    decorator.__name__ = decorator.__qualname__ = "register_" + kind + "_magic"
    return decorator


register_line_magic = _registering("line")
register_cell_magic = _registering("cell")
register_line_cell_magic = _registering("line_cell")


def _marking(kind):
    """A decorator for methods of a Magics class."""

    def decorator(arg):
        def mark(func, name):
            func._magic = (kind, name)
            return func

        if callable(arg):
            return mark(arg, arg.__name__)
        return lambda func: mark(func, arg)

    decorator.__name__ = decorator.__qualname__ = kind + "_magic"
    return decorator


line_magic = _marking("line")
cell_magic = _marking("cell")
line_cell_magic = _marking("line_cell")


def magics_class(cls):
    """Collect the marked methods of a class."""
    cls.registered = True
    magics = {"line": {}, "cell": {}}
    for name in dir(cls):
        kind = getattr(getattr(cls, name), "_magic", None)
        if kind is None:
            continue
        for part in ("line", "cell"):
            if part in kind[0]:
                magics[part][kind[1]] = name
    cls.magics = magics
    return cls


class Magics:
    """Base class of classes of magics."""

    registered = False
    magics = None
    shell = None

    def __init__(self, shell=None, **kwargs):
        if not self.__class__.registered:
            raise ValueError("Magics subclass without registration - did you forget to apply @magics_class?")
        self.shell = shell if shell is not None else get_ipython()
        self.magics = {
            part: {name: getattr(self, method) for name, method in table.items()}
            for part, table in self.__class__.magics.items()
        }


def needs_local_scope(func):
    """Mark a magic that wants the caller's names; here it runs in the notebook's anyway."""
    func.needs_local_scope = True
    return func


def no_var_expand(func):
    """Mark a magic whose line is taken as it is; here all are."""
    func._ipython_magic_no_var_expand = True
    return func


def _register_magics(shell, obj):
    if isinstance(obj, type):
        obj = obj(shell=shell)
    for part, table in obj.magics.items():
        for name, func in table.items():
            shell.register_magic_function(func, part, name)
