"""The running shell."""

from _interactive import get_ipython

__all__ = ["get_ipython"]
