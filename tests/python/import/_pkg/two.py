from . import one
from . import marker as parent_marker
from .one import name as sibling
