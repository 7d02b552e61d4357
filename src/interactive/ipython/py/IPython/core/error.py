"""Exceptions of the shell."""

from _interactive import StdinNotImplementedError, UsageError


class IPythonCoreError(Exception):
    """Base class of the shell's own errors."""


class TryNext(IPythonCoreError):
    """A hook says: let the next one try."""


__all__ = ["IPythonCoreError", "StdinNotImplementedError", "TryNext", "UsageError"]
