"""Showing objects."""

from _interactive import (
    DisplayHandle,
    clear_output,
    display,
    publish_display_data,
    update_display,
)

__all__ = [
    "display",
    "clear_output",
    "publish_display_data",
    "update_display",
    "DisplayHandle",
]
