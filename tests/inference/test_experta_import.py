"""experta is made importable without leaving a trace."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

SCRIPT = """
import collections, logging
before = list(logging.getLogger().handlers), logging.getLogger().level
from mrddx.inference import _experta
assert not hasattr(collections, "Mapping")
assert (list(logging.getLogger().handlers), logging.getLogger().level) == before

class Engine(_experta.KnowledgeEngine):
    @_experta.Rule(_experta.Fact(seen=_experta.MATCH.what))
    def rule(self, what):
        self.seen = what

engine = Engine()
engine.reset()
engine.declare(_experta.Fact(seen="murmur"))
engine.run()
assert engine.seen == "murmur"
print("fine")
"""


def test_importing_experta_leaves_no_trace() -> None:
    done = subprocess.run([sys.executable, "-W", "error", "-c", SCRIPT], capture_output=True, text=True, check=False)
    assert done.stdout == "fine\n", done.stderr


def test_nothing_else_imports_experta() -> None:
    source = Path(__file__).parents[2] / "src"
    importing = {path.name for path in source.rglob("*.py") if re.search(r"^\s*(import|from) experta", path.read_text(encoding="utf-8"), re.MULTILINE)}
    assert importing == {"_experta.py"}
