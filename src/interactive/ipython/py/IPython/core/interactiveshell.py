"""The class of the running shell."""

import _interactive


class _ShellMeta(type):
    def __instancecheck__(cls, obj):
        return isinstance(obj, _interactive.InteractiveShell)


class InteractiveShell(metaclass=_ShellMeta):
    """Settings of the shell; `ast_node_interactivity` says which statements of a cell show their value."""

    ast_node_interactivity = "last_expr"

    @classmethod
    def instance(cls):
        return _interactive.get_ipython()

    @classmethod
    def initialized(cls):
        return True


__all__ = ["InteractiveShell"]
