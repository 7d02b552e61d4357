"""The class of the running shell."""

from _interactive import InteractiveShell

__all__ = ["InteractiveShell"]
