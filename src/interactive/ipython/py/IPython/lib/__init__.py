"""More display objects."""
