"""Comms and their manager."""

import _interactive


class BaseComm:
    """One end of a channel; the other is in the frontend."""

    def __init__(
        self,
        target_name="comm",
        data=None,
        metadata=None,
        buffers=None,
        comm_id=None,
        primary=True,
        target_module=None,
        topic=None,
        _open_data=None,
        _close_data=None,
        **kwargs,
    ):
        self.comm_id = comm_id if comm_id else _interactive.new_display_id()
        self.primary = primary
        self.target_name = target_name
        self.target_module = target_module
        self.topic = topic if topic else "comm-" + self.comm_id
        self._open_data = {} if _open_data is None else _open_data
        self._close_data = {} if _close_data is None else _close_data
        self._msg_callback = None
        self._close_callback = None
        self._closed = True
        if self.primary:
            self.open(data=data, metadata=metadata, buffers=buffers)
        else:
            self._closed = False

    def publish_msg(self, msg_type, data=None, metadata=None, buffers=None, **keys):
        content = dict(data={} if data is None else data, comm_id=self.comm_id, **keys)
        _interactive.publish_comm(msg_type, content, {} if metadata is None else metadata, buffers)

    def open(self, data=None, metadata=None, buffers=None):
        """Open the other end."""
        from comm import get_comm_manager

        manager = get_comm_manager()
        if manager is None:
            raise RuntimeError("Comms cannot be opened without a manager.")
        manager.register_comm(self)
        try:
            self.publish_msg(
                "comm_open",
                data=self._open_data if data is None else data,
                metadata=metadata,
                buffers=buffers,
                target_name=self.target_name,
                target_module=self.target_module,
            )
            self._closed = False
        except Exception:
            manager.unregister_comm(self)
            raise

    def close(self, data=None, metadata=None, buffers=None, deleting=False):
        """Close both ends."""
        if self._closed:
            return
        self._closed = True
        if data is None:
            data = self._close_data
        self.publish_msg("comm_close", data=data, metadata=metadata, buffers=buffers)
        if not deleting:
            from comm import get_comm_manager

            get_comm_manager().unregister_comm(self)

    def send(self, data=None, metadata=None, buffers=None):
        """Send a message to the other end."""
        self.publish_msg("comm_msg", data=data, metadata=metadata, buffers=buffers)

    def on_close(self, callback):
        """Call this with the message that closes the comm."""
        self._close_callback = callback

    def on_msg(self, callback):
        """Call this with every message."""
        self._msg_callback = callback

    def handle_close(self, msg):
        if self._close_callback is not None:
            self._close_callback(msg)

    def handle_msg(self, msg):
        if self._msg_callback is not None:
            self._msg_callback(msg)


class CommManager:
    """The comms that are open, and the targets that can be opened from the other side."""

    def __init__(self):
        self.comms = {}
        self.targets = {}

    def register_target(self, target_name, f):
        """Call f(comm, msg) when the frontend opens a comm of this name."""
        if isinstance(f, str):
            module, _, name = f.rpartition(".")
            f = getattr(__import__(module, fromlist=[name]), name)
        self.targets[target_name] = f

    def unregister_target(self, target_name, f):
        return self.targets.pop(target_name)

    def register_comm(self, comm):
        self.comms[comm.comm_id] = comm
        return comm.comm_id

    def unregister_comm(self, comm):
        return self.comms.pop(comm.comm_id, None)

    def get_comm(self, comm_id):
        return self.comms.get(comm_id)

    def comm_open(self, stream, ident, msg):
        content = msg["content"]
        target = self.targets.get(content["target_name"])
        comm = BaseComm(
            comm_id=content["comm_id"], primary=False, target_name=content["target_name"]
        )
        self.register_comm(comm)
        if target is not None:
            try:
                target(comm, msg)
                return
            except Exception:
                comm.close()
                raise
        comm.close()

    def comm_msg(self, stream, ident, msg):
        comm = self.get_comm(msg["content"]["comm_id"])
        if comm is not None:
            comm.handle_msg(msg)

    def comm_close(self, stream, ident, msg):
        comm = self.comms.pop(msg["content"]["comm_id"], None)
        if comm is not None:
            comm._closed = True
            comm.handle_close(msg)


__all__ = ["BaseComm", "CommManager"]
