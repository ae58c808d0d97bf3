"""What a column is read as: its use, and the finding, unit and codes of its cells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum

from ...facts import patient
from ...facts.findings import Choices, Finding, Quantity


class Use(Enum):
    """What a column is used for."""

    ID = "id"
    AGE = "age"
    SETTING = "setting"
    FINDING = "finding"
    NAME = "names of findings"
    VALUE = "values"
    UNIT = "units"
    KNOWN = "known answer, not read"
    COMMENT = "comment, not read"
    IGNORED = "ignored, as the mapping says"
    MISNAMED = "not the name of a finding"
    UNKNOWN = "not read"


READ = (Use.AGE, Use.SETTING, Use.FINDING, Use.MISNAMED)
"""The uses whose cells are read as values."""
OF_LONG = (Use.NAME, Use.VALUE, Use.UNIT)
"""The uses that only a table with a row for each finding has."""


@dataclass(frozen=True)
class Column:
    """What a column is read as.

    ``unit`` is the unit of numbers that carry none, if it is not the finding's own. ``values`` maps what stands in the cells to what it
    means, None being unknown. ``hint`` says what to do about a column that is not read.
    """

    name: str
    use: Use
    finding: Finding | None = None
    unit: str | None = None
    values: Mapping[str, str | None] = field(default_factory=dict)
    hint: str = ""

    @property
    def atoms(self) -> tuple[Finding, ...]:
        """The single findings that the column can tell something of."""
        if self.use is Use.AGE:
            return (patient.age_years, patient.age_group)
        if isinstance(self.finding, Choices):
            return tuple(self.finding.options.values())
        return () if self.finding is None else (self.finding,)

    @property
    def key(self) -> str:
        """The same for two columns that say the same thing."""
        return self.finding.id if self.use is Use.FINDING and self.finding is not None else f"the {self.use.value}"


def is_long(columns: Iterable[Column]) -> bool:
    """Whether a table has a row for each finding, under a column of names and one of values."""
    uses = {column.use for column in columns}
    return Use.NAME in uses and Use.VALUE in uses


def described(column: Column) -> str:
    """What a column is read as, in words: ``lvef``, ``lvedd, from cm to mm``, ``mr_grade, codes``."""
    if column.use not in (Use.AGE, Use.FINDING) or column.finding is None:
        return column.use.value
    id = "age" if column.use is Use.AGE else column.finding.id
    if isinstance(column.finding, Quantity) and column.unit and column.unit != column.finding.unit:
        id = f"{id}, from {column.unit} to {column.finding.unit}"
    kind = "list" if isinstance(column.finding, Choices) else ""
    return ", ".join(part for part in (id, kind, "codes" if column.values else "") if part)
