from .. import one
from ..one import name
from . import exported
up = (one.name, name, exported)
