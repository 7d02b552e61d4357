import _helper_raises

print(_helper_raises.good(1))
_helper_raises.bad(0)
