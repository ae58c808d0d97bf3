"""Makes typed rows of raw ones: reads each column, refuses the rows that cannot stand, and says why of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import polars as pl

from ...facts import patient
from ...readers.contradictions import contradictions
from ...readers.issues import Policy, UnreadableInputError, listed, quoted
from ...readers.values import Problem
from ..records import ID, SETTING, Reject
from .cells import CellReader, Decoded
from .column import READ, Column, Use
from .columns import Columns
from .contradictions import ages_exclude, contradicted
from .folder import AGAINST, kind
from .raw import NOT_UTF8, Block, Cells, Integers

Flags = npt.NDArray[np.bool_]
Where = Callable[[int], tuple[str, int | None]]
_LONGEST_ID = 200
_AGES = (patient.age_years.id, patient.age_group.id)
_OF_THE_PERSON = (*_AGES, patient.sex.id)
"""What is known of anybody: a record that says no more has no findings."""


@dataclass
class Tally:
    """How many cells of a column say what, and an example of what was refused.

    ``known`` cells hold something; of yes/no findings and of several options ``present`` and ``absent`` tell how many of them say yes and no.
    """

    known: int = 0
    present: int = 0
    absent: int = 0
    refused: int = 0
    example: Reject | None = None

    def add(self, other: Tally) -> None:
        """Add what another part of the column says."""
        self.known += other.known
        self.present += other.present
        self.absent += other.absent
        self.refused += other.refused
        self.example = self.example or other.example


@dataclass(frozen=True, slots=True)
class Piece:
    """A block, read."""

    rows: int
    cases: pl.DataFrame
    rejects: tuple[Reject, ...]
    warnings: Mapping[str, int]
    tallies: Mapping[str, Tally]


@dataclass
class Assembler:
    """Reads the blocks of an input; columns and what their texts mean are remembered from block to block."""

    columns: Columns
    missing: frozenset[str]
    policy: Policy
    _readers: dict[str, CellReader] = field(default_factory=dict)

    def read(self, block: Block, ids: pl.Series, first: Mapping[int, str], where: Where) -> Piece:
        """The typed rows of a block.

        ``ids`` are those of the records, null for none; ``first`` says of each record whose id stood before where that was.
        ``where`` tells file and line of a record.
        """
        id = next((column.name for column in self.columns.known.values() if column.use is Use.ID), ID)
        rows = _Rows(block, ids.rename(id), where, self.policy)
        rows.refuse_ids(first)
        tallies = {cells.name: self._add(rows, cells, column) for cells in block.columns if (column := self.columns.of(cells.name)).use in READ}
        rows.refuse_ages()
        if not block.is_checked:
            rows.note_contradictions()
        rows.refuse_empty()
        return Piece(block.rows, rows.cases(), rows.rejects(), Counter(block.warnings) + rows.warnings, tallies)

    def _add(self, rows: _Rows, cells: Cells, column: Column) -> Tally:
        reader = self._readers.get(column.name)
        if reader is None:
            reader = self._readers[column.name] = CellReader(column, self.missing)
        decoded = rows.decoded(cells, reader)
        tally = _tally(decoded)
        tally.refused, tally.example = rows.note(cells, decoded)
        for id, series in decoded.values.items():
            rows.say(id, column, cells, series)
        return tally


def _tally(decoded: Decoded) -> Tally:
    """What the cells say, whichever of the column's findings they say it of."""
    columns = list(decoded.values.values())
    if not columns:
        return Tally()
    if columns[0].dtype != pl.Boolean:
        return Tally(sum(len(series) - series.null_count() for series in columns))
    if len(columns) == 1:
        known = len(columns[0]) - columns[0].null_count()
        present = int(columns[0].sum())
        return Tally(known, present, known - present)
    table = pl.DataFrame(columns)
    present = int(table.select(pl.any_horizontal(pl.all().fill_null(False)).sum()).item())
    known = int(table.select(pl.any_horizontal(pl.all().is_not_null()).sum()).item())
    return Tally(known, present, known - present)


class _Rows:
    """The records of a block while their columns are read."""

    def __init__(self, block: Block, ids: pl.Series, where: Where, policy: Policy) -> None:
        self._block = block
        self._ids = ids
        self._where = where
        self._policy = policy
        self._size = len(block.lines)
        self._values: dict[str, pl.Series] = {}
        self._said_by: dict[str, str] = {}
        self._has_finding: Flags = np.zeros(self._size, np.bool_)
        self._all_have_finding = False
        self._refused: Flags = np.zeros(self._size, np.bool_)
        self._rejects: list[tuple[int, Reject]] = []
        self.warnings: Counter[str] = Counter()

    def refuse_ids(self, first: Mapping[int, str]) -> None:
        """Refuse records without an id, with one that stood before, or with one that no report could show."""
        for row in np.flatnonzero(self._ids.is_null().to_numpy()).tolist():
            self._refuse(row, self._ids.name, "the row has no id", "give each case an id of its own")
        for row, before in first.items():
            message = f"the id {quoted(self._ids[row])} stands already in {before}"
            self._refuse(row, self._ids.name, message, "keep one of the rows, or give each case an id of its own")
        odd = self._ids.str.contains(r"[^ -~]") | (self._ids.str.len_chars() > _LONGEST_ID)
        for row in np.flatnonzero(odd.fill_null(False).to_numpy()).tolist():
            self._refuse_odd_id(row, self._ids[row])

    def _refuse_odd_id(self, row: int, id: str) -> None:
        if NOT_UTF8 in id:
            self._refuse(row, self._ids.name, f"the id {quoted(id)} holds bytes that are not UTF-8", "save the file again as UTF-8 text")
        elif not id.isprintable():
            message = "the id holds a line break or another character that cannot be printed"
            self._refuse(row, self._ids.name, message, "write it on one line with plain characters")
        elif len(id) > _LONGEST_ID:
            self._refuse(row, self._ids.name, f"the id is longer than {_LONGEST_ID} characters", "give a shorter one")

    def decoded(self, cells: Cells, reader: CellReader) -> Decoded:
        """What a column's cells say.

        Raises:
            UnreadableInputError: they are of a type that the libraries below cannot handle.
        """
        import pyarrow as pa

        try:
            return reader.read(cells.data)
        except (pa.ArrowException, pl.exceptions.PolarsError, pl.exceptions.PanicException) as error:
            source, _ = self._where(int(self._block.lines[0]))
            message = f"the column {quoted(cells.name)} of type {cells.data.type} cannot be read: {(str(error).splitlines() or [''])[0]}"
            raise UnreadableInputError.at(source, None, message, "write the column as text or as plain numbers") from None

    def note(self, cells: Cells, decoded: Decoded) -> tuple[int, Reject | None]:
        """Note the problems of a column's cells; how many were refused, and an example."""
        refused, example = 0, None
        for fault in decoded.faults:
            problem = fault.problem
            if problem.level == "error":
                refused += len(fault.cells)
                example = example or self._reject(*self._place(cells, int(fault.cells[0])), cells.name, problem.message, problem.mend)
            if not self._passes(cells.name, problem, len(fault.cells)):
                for cell in fault.cells.tolist():
                    row, line = self._place(cells, cell)
                    self._refuse(row, cells.name, problem.message, problem.mend, line)
        return refused, example

    def _place(self, cells: Cells, cell: int) -> tuple[int, int | None]:
        """The record of a cell, and its line where that is its own."""
        return cell if cells.rows is None else int(cells.rows[cell]), None if cells.lines is None else int(cells.lines[cell])

    def _passes(self, column: str, problem: Problem, count: int) -> bool:
        """Whether the policy lets a problem pass; then it is counted."""
        dropped = problem.level == "error" and self._policy is Policy.MINIMAL
        if not dropped and (problem.level == "error" or self._policy is Policy.STRICT):
            return False
        self.warnings[kind(column, f"dropped: {problem.message}" if dropped else problem.message)] += count
        return True

    def say(self, id: str, column: Column, cells: Cells, series: pl.Series) -> None:
        """Note what a column says of a single finding; what another column said otherwise is refused."""
        conflicts = np.zeros(0, np.int64)
        if cells.rows is not None:
            series, conflicts = _scattered(series, cells.rows, self._size)
        if column.use is Use.FINDING and id not in _OF_THE_PERSON and not self._all_have_finding:
            self._has_finding |= series.is_not_null().to_numpy()
            self._all_have_finding = bool(self._has_finding.all())
        before = self._values.get(id)
        if before is not None:
            conflicts = np.union1d(conflicts, np.flatnonzero((before != series).fill_null(False).to_numpy()))
            series = before.zip_with(before.is_not_null(), series)
        self._refuse_conflicts(id, conflicts, [self._said_by.get(id, column.name), column.name])
        if len(conflicts):
            series = _without(series, conflicts)
        self._values[id] = series
        self._said_by[id] = column.name

    def _refuse_conflicts(self, id: str, rows: Integers, columns: list[str]) -> None:
        names = listed([quoted(name) for name in dict.fromkeys(columns)], "and")
        for row in rows.tolist():
            self._drop(row, columns[-1], f"{id} is given twice and differently, under {names}", "keep the right one")

    def refuse_ages(self) -> None:
        """Refuse an age and an age group that cannot both be true."""
        if not all(id in self._values for id in _AGES):
            return
        years, group = (self._values[id].alias(id) for id in _AGES)
        wrong = np.flatnonzero(ages_exclude(years, group).to_numpy())
        for row in wrong.tolist():
            self._drop(row, self._said_by[_AGES[1]], f"the age is given twice and differently: {years[row]:g} years and {group[row]}", "keep the right one")
        if len(wrong):
            self._values.update({years.name: _without(years, wrong), group.name: _without(group, wrong)})

    def note_contradictions(self) -> None:
        """Warn of each yes/no that other findings speak against; the strict policy refuses the record."""
        for id, against in contradicted(pl.DataFrame(self._values)).items():
            if count := int(against.sum()):
                said = self._said_by[id]
                if not self._passes(said, Problem("warning", AGAINST, ""), count):
                    for row in np.flatnonzero(against.to_numpy()).tolist():
                        self._refuse_contradiction(row, id)

    def _refuse_contradiction(self, row: int, id: str) -> None:
        values = {name: value for name, series in self._values.items() if name != SETTING and (value := series[row]) is not None}
        for found in contradictions(values):
            if found.finding == id:
                message = f"it is {'yes' if found.reported else 'no'}, but {listed(found.others, 'and')} speak against it: {found.text}"
                self._refuse(row, self._said_by[id], message, "correct one of them")

    def refuse_empty(self) -> None:
        """Refuse records of which nothing is known."""
        for row in np.flatnonzero(~self._has_finding & ~self._refused).tolist():
            self._refuse(row, None, "nothing is known: the row has no findings", "fill in what is known, or delete the row")

    def cases(self) -> pl.DataFrame:
        """The records that stand, as a typed table."""
        first = {ID: self._ids, **({SETTING: self._values.pop(SETTING)} if SETTING in self._values else {})}
        table = pl.DataFrame({**first, **self._values})
        return table.filter(pl.Series(~self._refused)) if self._refused.any() else table

    def rejects(self) -> tuple[Reject, ...]:
        """What was refused, broken rows among them, in the order of the rows."""
        lines = self._block.lines
        all_rejects = [*self._block.rejects, *((int(lines[row]), reject) for row, reject in self._rejects)]
        return tuple(reject for _, reject in sorted(all_rejects, key=lambda pair: pair[0]))

    def _drop(self, row: int, column: str, message: str, mend: str) -> None:
        """Refuse a record, or under the minimal policy count what was dropped of it."""
        if not self._passes(column, Problem("error", message, mend), 1):
            self._refuse(row, column, message, mend)

    def _refuse(self, row: int, column: str | None, message: str, mend: str, line: int | None = None) -> None:
        self._rejects.append((row, self._reject(row, line, column, message, mend)))
        self._refused[row] = True

    def _reject(self, row: int, line: int | None, column: str | None, message: str, mend: str) -> Reject:
        source, at = self._where(int(self._block.lines[row]))
        return Reject(source, line or at, self._ids[row], column, message, mend)


def _without(series: pl.Series, rows: Integers) -> pl.Series:
    """The series with some values unknown."""
    mask = np.zeros(len(series), np.bool_)
    mask[rows] = True
    return series.set(pl.Series(mask), None)


def _scattered(series: pl.Series, rows: Integers, size: int) -> tuple[pl.Series, Integers]:
    """The values of some cells as a column of ``size`` records, and the records that have two different ones."""
    known = series.is_not_null().to_numpy()
    if not known.all():
        series, rows = series.filter(pl.Series(known)), rows[known]
    is_first = np.ones(len(rows), np.bool_)
    is_first[1:] = rows[1:] != rows[:-1]
    conflicts = np.zeros(0, np.int64)
    leaders = np.flatnonzero(is_first)
    if len(leaders) < len(rows):
        leading = series.gather(leaders[np.cumsum(is_first) - 1])
        conflicts = np.unique(rows[(series != leading).to_numpy()])
    at = np.full(size, -1, np.int64)
    at[rows[leaders]] = leaders
    places = pl.Series(at)
    return series.gather(places.set(places < 0, None)), conflicts
