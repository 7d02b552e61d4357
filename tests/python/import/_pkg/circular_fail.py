from .circular_fail2 import later

early = 1
