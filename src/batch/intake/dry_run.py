"""What an input says, column by column, before anything is assessed: it is read as a batch would read it, and only counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from ..records import Reject
from .assemble import Tally
from .column import Column
from .folder import kind
from .sources import CaseSource

_CHUNK = 50_000
_EXAMPLES = 20


@dataclass(frozen=True, slots=True)
class DryColumn:
    """One column that is read: ``unknown`` counts the records in which it says nothing."""

    column: Column
    tally: Tally
    unknown: int


@dataclass(frozen=True, slots=True)
class DryRun:
    """What a batch would read.

    ``rows`` are the input's rows, ``cases`` those that would be assessed; ``refused`` counts the others. ``refusals`` are a few examples of them,
    one for each kind. ``has_ids`` tells whether the input names its cases. ``not_read`` are columns of which nothing is read, and names of the
    mapping that were never met.
    """

    name: str
    rows: int
    cases: int
    refused: int
    has_ids: bool
    columns: tuple[DryColumn, ...]
    not_read: tuple[Column, ...]
    refusals: tuple[Reject, ...]
    warnings: Mapping[str, int]


def dry_run(source: CaseSource) -> DryRun:
    """Read the whole input and count what it says.

    Raises:
        UnreadableInputError: a file turns out to be damaged.
    """
    rows = cases = 0
    tallies: dict[str, Tally] = {}
    warnings: Counter[str] = Counter()
    refusals: dict[str, Reject] = {}
    for reading in source.readings(_CHUNK):
        rows += reading.chunk.rows
        cases += len(reading.chunk.cases)
        warnings.update(reading.chunk.warnings)
        for name, tally in reading.tallies.items():
            tallies.setdefault(name, Tally()).add(tally)
        for reject in reading.chunk.rejects:
            if len(refusals) < _EXAMPLES:
                refusals.setdefault(kind(reject.column or "", reject.message), reject)
    known = source.assembler.columns.known
    columns = tuple(DryColumn(known[name], tally, rows - tally.known - tally.refused) for name, tally in tallies.items())
    not_read = (*source.not_read, *source.assembler.columns.never_met())
    return DryRun(source.name, rows, cases, rows - cases, source.has_ids, columns, not_read, tuple(refusals.values()), dict(warnings.most_common()))
