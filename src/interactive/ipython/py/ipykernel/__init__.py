"""What programs look up of the kernel's own package."""

version_info = (7, 4, 0)
__version__ = "7.4.0"
