"""Channels between Python code and code in the frontend."""

from comm.base_comm import BaseComm, CommManager

_manager = CommManager()


def create_comm(*args, **kwargs):
    """Open a comm: create_comm(target_name, data=None, metadata=None, ...)."""
    return BaseComm(*args, **kwargs)


def get_comm_manager():
    """The one that knows all comms and targets."""
    return _manager


__all__ = ["create_comm", "get_comm_manager"]
