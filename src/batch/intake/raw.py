"""Rows as they came in: cells by column, before any value is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
import numpy.typing as npt

from ...readers.issues import UnreadableInputError, quoted
from ..records import Reject

if TYPE_CHECKING:
    import pyarrow as pa

Integers = npt.NDArray[np.int64]
NOT_UTF8 = "\ufffd"
"""Stands where a byte was that is not UTF-8."""


@dataclass(frozen=True, slots=True)
class Cells:
    """What a block says under one name.

    ``data`` are texts, Booleans, numbers or lists. ``rows`` are the records that the cells belong to, ascending (None: one cell a record),
    ``lines`` the lines that they stand on (None: those of their records).
    """

    name: str
    data: pa.Array
    rows: Integers | None = None
    lines: Integers | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """Some records of one file in order.

    ``rows`` counts the records and, one each, the broken rows that came to no record (of a long table, the lines that are in no case); ``lines`` has
    a line for each record, ``ids`` an id (None: the file has none). ``rejects`` are the broken rows, each with its line among the others',
    ``warnings`` what is known already of the others; if it ``is_checked``, contradictions are among them.
    """

    rows: int
    lines: Integers
    ids: pa.Array | None
    columns: tuple[Cells, ...]
    rejects: tuple[tuple[int, Reject], ...] = ()
    warnings: Mapping[str, int] = field(default_factory=dict)
    is_checked: bool = False


@dataclass(frozen=True, slots=True)
class Rows:
    """Some rows of a table with the line of each, and the broken rows that stand among them."""

    table: pa.RecordBatch
    lines: Integers
    broken: tuple[Reject, ...] = ()


class Opened(Protocol):
    """A file whose records are being read."""

    def take(self, count: int) -> Block:
        """The next ``count`` rows, fewer at the end of the file."""

    def skip(self, count: int) -> Block:
        """The same, of which only the ids are wanted. It is not called after :meth:`take`."""


class Table(Protocol):
    """A file of rows and columns."""

    path: Path

    @property
    def rows(self) -> int | None:
        """How many rows there are, where the file says so."""

    @property
    def schema(self) -> pa.Schema:
        """The names and types of the columns."""

    def read(self) -> Iterator[Rows]:
        """The rows in order."""

    def records(self, id: str | None) -> Opened:
        """The rows as records, ``id`` being the column of ids."""


@dataclass
class Cut:
    """Cuts a stream of rows anew, so that each piece has as many as are asked for."""

    source: Iterator[Rows]
    _waiting: list[Rows] = field(default_factory=list)

    def take(self, count: int) -> list[Rows]:
        """The next ``count`` rows, broken ones counted; fewer at the end."""
        taken: list[Rows] = []
        while count and (rows := self._waiting.pop() if self._waiting else next(self.source, None)) is not None:
            size = len(rows.lines) + len(rows.broken)
            if size > count:
                rows, rest = _split(rows, count)
                self._waiting.append(rest)
                size = count
            taken.append(rows)
            count -= size
        return taken


def _split(rows: Rows, count: int) -> tuple[Rows, Rows]:
    """The first ``count`` rows, broken ones counted, and the others."""
    if not rows.broken:
        return Rows(rows.table.slice(0, count), rows.lines[:count]), Rows(rows.table.slice(count), rows.lines[count:])
    all_lines = np.sort(np.concatenate([rows.lines, np.array([reject.line for reject in rows.broken], np.int64)]))
    edge = all_lines[count]
    whole = int(np.searchsorted(rows.lines, edge))
    before = tuple(reject for reject in rows.broken if reject.line is not None and reject.line < edge)
    return Rows(rows.table.slice(0, whole), rows.lines[:whole], before), Rows(rows.table.slice(whole), rows.lines[whole:], rows.broken[len(before) :])


@dataclass
class WideRecords:
    """A table in which a row is a case."""

    cut: Cut
    id: str | None

    def take(self, count: int) -> Block:
        """The next ``count`` rows as a block."""
        import pyarrow as pa

        pieces = self.cut.take(count)
        broken = by_line(reject for piece in pieces for reject in piece.broken)
        filled = [piece for piece in pieces if len(piece.lines)]
        if not filled:
            return Block(len(broken), np.zeros(0, np.int64), None, (), broken)
        lines = np.concatenate([piece.lines for piece in filled])
        table = pa.Table.from_batches([piece.table for piece in filled])
        columns = tuple(Cells(name, whole(column)) for name, column in zip(table.column_names, table.columns, strict=True) if name != self.id)
        return Block(len(lines) + len(broken), lines, whole(table[self.id]) if self.id else None, columns, broken)

    def skip(self, count: int) -> Block:
        """The same: a row must be read to find the next."""
        return self.take(count)


def check_once(name: str, names: Sequence[str], line: int | None = None) -> None:
    """Refuse a table in which two columns have the same name.

    Raises:
        UnreadableInputError: so it is.
    """
    if len(set(names)) < len(names):
        twice = next(cell for number, cell in enumerate(names) if cell in names[:number])
        raise UnreadableInputError.at(name, line, f"two columns are called {quoted(twice)}", "rename one of them")


def by_line(rejects: Iterable[Reject]) -> tuple[tuple[int, Reject], ...]:
    """Broken rows, each with its line."""
    return tuple((reject.line or 0, reject) for reject in rejects)


def whole(column: pa.ChunkedArray) -> pa.Array:
    """A column in one piece."""
    import pyarrow as pa

    return column.chunk(0) if column.num_chunks == 1 else pa.concat_arrays(column.chunks) if column.num_chunks else pa.array([], column.type)


def utf8(texts: pa.Array) -> pa.Array:
    """Texts of a file that does not see to their encoding; what is not UTF-8 is marked."""
    import pyarrow as pa

    try:
        texts.validate(full=True)
    except pa.ArrowInvalid:
        raw = texts.cast(pa.binary()).to_pylist()
        return pa.array([None if text is None else text.decode("utf-8", "replace") for text in raw], pa.string())
    return texts


def stem(path: Path) -> str:
    """A file's name without what says its kind: ``cohort`` for ``cohort.csv.gz``."""
    return Path(path.name.removesuffix(".gz")).stem
