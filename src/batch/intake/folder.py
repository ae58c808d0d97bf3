"""Case files, one case in each, as records of a table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from ...facts.conditions import Value
from ...readers.case_file import CaseReading, read_case
from ...readers.issues import CaseRefusedError, Issue, Policy
from ..records import SETTING, Reject
from .raw import Block, Cells

SUFFIXES = (".yaml", ".yml", ".json")
AGAINST = "other findings of the case speak against it"


@dataclass
class CaseFiles:
    """The cases of some files. A record's line is the number of its file, from 1."""

    paths: Sequence[Path]
    policy: Policy
    _next: int = 0

    def take(self, count: int) -> Block:
        """The cases of the next ``count`` files."""
        made = _Made()
        end = min(self._next + count, len(self.paths))
        for number in range(self._next, end):
            made.add(number + 1, self.paths[number], self.policy)
        rows, self._next = end - self._next, end
        return made.block(rows)

    def skip(self, count: int) -> Block:
        """The same: the id stands in the file."""
        return self.take(count)


@dataclass
class _Made:
    """The columns of a block while its cases are read."""

    ids: list[str] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    columns: dict[str, tuple[list[int], list[Value]]] = field(default_factory=dict)
    rejects: list[tuple[int, Reject]] = field(default_factory=list)
    warnings: Counter[str] = field(default_factory=Counter)

    def add(self, number: int, path: Path, policy: Policy) -> None:
        """Read one file."""
        try:
            reading = read_case(path, policy=policy)
        except CaseRefusedError as refused:
            self.rejects += [(number, _reject(path, issue)) for issue in refused.issues if policy is Policy.STRICT or issue.level == "error"]
        else:
            self._add(number, reading)

    def _add(self, number: int, reading: CaseReading) -> None:
        case = reading.case
        self.warnings.update(kind(issue.finding or "case", issue.message) for issue in reading.issues)
        values: dict[str, Value] = {**({SETTING: case.setting} if case.setting else {}), **case.values()}
        for name, value in values.items():
            rows, said = self.columns.setdefault(name, ([], []))
            rows.append(len(self.ids))
            said.append(value)
        self.ids.append(case.id)
        self.lines.append(number)

    def block(self, rows: int) -> Block:
        """What was read."""
        import pyarrow as pa

        columns = tuple(Cells(name, pa.array(said), np.array(places, np.int64)) for name, (places, said) in self.columns.items())
        ids = pa.array(self.ids, pa.string())
        return Block(rows, np.array(self.lines, np.int64), ids, columns, tuple(self.rejects), self.warnings, is_checked=True)


def _reject(path: Path, issue: Issue) -> Reject:
    return Reject(str(path), issue.line, path.stem, issue.finding, issue.message, issue.mend)


def kind(column: str, message: str) -> str:
    """What sort of problem a message tells of: the column, and the message without the value that it quotes."""
    if "against it:" in message:
        return f"{column}: {AGAINST}"
    words = re.sub("“.*”", "a value", message.partition(";")[0])
    return f"{column}: {re.sub(r'-?[0-9.e+-]+( [^ ]+)? is outside', 'a value is outside', words)}"
