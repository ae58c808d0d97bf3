"""The columnar plan: the same rules as the engine's, compiled to stages over a table of cases."""

from .plan import Explain, Plan, TableError
from .ranking import Ranked

__all__ = ["Explain", "Plan", "Ranked", "TableError"]
