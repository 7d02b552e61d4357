from .circular_fail import early

later = 2
