"""The pretty printer of results."""

from _interactive import pretty


def pprint(obj, verbose=False, max_width=79, newline="\n"):
    """Print what pretty() answers."""
    print(pretty(obj), end=newline)


__all__ = ["pretty", "pprint"]
