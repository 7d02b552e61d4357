"""The parts of IPython that notebooks use, on Vivarium's own shell. Follows IPython 9.18."""

from _interactive import display, get_ipython

version_info = (9, 18, 1, "")
__version__ = "9.18.1"

__all__ = ["display", "get_ipython", "version_info"]
