"""experta on a modern Python: the one place that imports it.

experta 1.9.4 pins frozendict 1.2, which takes ``Mapping`` from ``collections``, where Python 3.10 removed it; and it
calls ``logging.basicConfig()`` when imported. Both are put right here and leave no trace.
"""

from __future__ import annotations

import collections
import collections.abc
import logging
import warnings

_had_mapping = hasattr(collections, "Mapping")
_root = logging.getLogger()
_handlers, _level = list(_root.handlers), _root.level
if not _had_mapping:
    collections.Mapping = collections.abc.Mapping  # type: ignore[attr-defined]
try:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from experta import AND, MATCH, NOT, OR, Fact, Field, KnowledgeEngine, P, Rule
finally:
    if not _had_mapping:
        del collections.Mapping  # type: ignore[attr-defined]
    _root.handlers[:] = _handlers
    _root.setLevel(_level)

__all__ = ["AND", "MATCH", "NOT", "OR", "Fact", "Field", "KnowledgeEngine", "P", "Rule"]
