"""What passes between the parts of a batch: chunks of typed rows, and the rows that cannot be assessed.

A *typed table* has a column ``id`` (String), perhaps ``setting`` (String), and a column for each finding that some row may
hold: the id of a single finding (``fever``, ``lvef``, ``flail_segments.P2``), Boolean for a yes/no, Float64 in the finding's
own unit for a number, String with the option's id for a choice. Null is unknown; so is a column that is not there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

import polars as pl

from ..facts.findings import Choice, Finding, Quantity

ID = "id"
SETTING = "setting"


def column_type(finding: Finding) -> pl.DataType:
    """The type of a finding's column in a typed table."""
    return pl.Float64() if isinstance(finding, Quantity) else pl.String() if isinstance(finding, Choice) else pl.Boolean()


@dataclass(frozen=True, slots=True)
class Reject:
    """A row that is not assessed: where it stands, what is wrong, and how to mend it.

    ``line`` is the line of a text file (where the row begins), or the row of a Parquet file, both from 1. ``column`` is the input's own name.
    """

    source: str
    line: int | None
    case: str | None
    column: str | None
    message: str
    mend: str


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some rows of an input, read. ``rows`` counts the input's rows in it, refused ones included; ``warnings`` how often each kind was met."""

    number: int
    rows: int
    cases: pl.DataFrame
    rejects: tuple[Reject, ...] = ()
    warnings: Mapping[str, int] = field(default_factory=dict)


class Source(Protocol):
    """An input of many rows, read in chunks of fixed size, so that a run which was stopped can go on at a chunk."""

    @property
    def name(self) -> str:
        """The input's name, for messages."""

    @property
    def rows(self) -> int | None:
        """How many rows there are, where that is known beforehand."""

    @property
    def fingerprint(self) -> str:
        """Changes when the input, or how it is read, changes."""

    def chunks(self, size: int, *, first: int = 0) -> Iterator[Chunk]:
        """The chunks of ``size`` rows in order, beginning with number ``first`` (from 0)."""
