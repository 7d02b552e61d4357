"""Catching what code prints and shows."""

import sys

import _interactive


class _Text:
    """A stream that keeps what is written."""

    encoding = "UTF-8"

    def __init__(self):
        self._parts = []

    def write(self, text):
        self._parts.append(text)
        return len(text)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def flush(self):
        pass

    def isatty(self):
        return False

    def getvalue(self):
        return "".join(self._parts)


class RichOutput:
    """One thing shown: its mime bundle."""

    def __init__(self, data=None, metadata=None, transient=None, update=False):
        self.data = data or {}
        self.metadata = metadata or {}
        self.transient = transient or {}
        self.update = update

    def display(self):
        _interactive.publish_display_data(
            self.data, self.metadata, transient=self.transient, update=self.update
        )

    def _repr_mimebundle_(self, include=None, exclude=None):
        return self.data, self.metadata


class CapturedIO:
    """What was printed and shown meanwhile."""

    def __init__(self, stdout, stderr, outputs=None):
        self._stdout = stdout
        self._stderr = stderr
        self._outputs = outputs

    def __str__(self):
        return self.stdout

    @property
    def stdout(self):
        return self._stdout.getvalue() if self._stdout else ""

    @property
    def stderr(self):
        return self._stderr.getvalue() if self._stderr else ""

    @property
    def outputs(self):
        return [RichOutput(**kwargs) for kwargs in self._outputs or []]

    def show(self):
        """Print and show it all again."""
        sys.stdout.write(self.stdout)
        sys.stderr.write(self.stderr)
        for output in self.outputs:
            output.display()

    __call__ = show


class capture_output:
    """Context manager that catches stdout, stderr and what is displayed."""

    stdout = True
    stderr = True
    display = True

    def __init__(self, stdout=True, stderr=True, display=True):
        self.stdout = stdout
        self.stderr = stderr
        self.display = display

    def __enter__(self):
        self._sys_stdout = sys.stdout
        self._sys_stderr = sys.stderr
        stdout = stderr = outputs = None
        if self.stdout:
            stdout = sys.stdout = _Text()
        if self.stderr:
            stderr = sys.stderr = _Text()
        if self.display:
            outputs = []
            _interactive.begin_capture(outputs)
        return CapturedIO(stdout, stderr, outputs)

    def __exit__(self, exc_type, exc_value, traceback):
        sys.stdout = self._sys_stdout
        sys.stderr = self._sys_stderr
        if self.display:
            _interactive.end_capture()
