"""Comms, under ipykernel's names."""

from comm.base_comm import BaseComm as Comm
from comm.base_comm import CommManager

__all__ = ["Comm", "CommManager"]
