"""Exceptions of the shell."""

from _interactive import UsageError


class IPythonCoreError(Exception):
    """Base class of the shell's own errors."""


class TryNext(IPythonCoreError):
    """A hook says: let the next one try."""


class StdinNotImplementedError(IPythonCoreError, NotImplementedError):
    """Input was asked for where the frontend cannot answer."""


__all__ = ["IPythonCoreError", "StdinNotImplementedError", "TryNext", "UsageError"]
