"""Tables with a row for each finding (id, finding, value, perhaps unit): gathers the rows of each case.

The rows of a case usually stand together. Where they do not, the table is sorted once: rows are dealt to files in the working folder by their
id, and each file, small enough for memory, is sorted. A chunk has so many cases here, not rows; a line that comes to no case, because it is broken or
has no id or no name, is refused alone and counts as a row of its own.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from ..records import Reject
from .duplicates import Seen
from .raw import Block, Cells, Integers, Rows, Table, by_line, utf8, whole

if TYPE_CHECKING:
    import pyarrow as pa

_BUCKET = 32 << 20
"""So many bytes of a table, about, are sorted at a time."""
_NO_ID = "the row has no id"
_NO_NAME = "the row names no finding"


@dataclass(frozen=True, slots=True)
class Roles:
    """The columns of a long table by what they hold."""

    id: str
    name: str
    value: str
    unit: str | None


@dataclass
class LongRecords:
    """The cases of a long table, each made of its rows."""

    table: Table
    roles: Roles
    workdir: Path
    _pieces: Iterator[_Piece] | None = None
    _waiting: list[_Piece] = field(default_factory=list)

    def take(self, count: int) -> Block:
        """The next ``count`` cases."""
        if self._pieces is None:
            self._pieces = self._in_order()
        starts = sum(piece.starts for piece in self._waiting)
        while starts <= count and (piece := next(self._pieces, None)) is not None:
            self._waiting.append(piece)
            starts += piece.starts
        return self._block(count)

    def skip(self, count: int) -> Block:
        """The same: a row must be read to find the next."""
        return self.take(count)

    def _block(self, count: int) -> Block:
        import pyarrow as pa

        rejects = by_line(reject for piece in self._waiting for reject in piece.rejects)
        waiting = [piece for piece in self._waiting if len(piece.lines)]
        if not waiting:
            self._waiting = []
            return Block(len(rejects), np.zeros(0, np.int64), None, (), rejects)
        table = pa.Table.from_batches([piece.table for piece in waiting])
        lines = np.concatenate([piece.lines for piece in waiting])
        first = np.concatenate([piece.is_first for piece in waiting])
        starts = np.flatnonzero(first)
        end = int(starts[count]) if count < len(starts) else len(first)
        rest = table.slice(end).combine_chunks()
        self._waiting = [_Piece(batch, lines[end:], first[end:]) for batch in rest.to_batches()[:1] if len(batch)]
        records = np.cumsum(first[:end]) - 1
        return _gathered(table.slice(0, end), self.roles, records, lines[:end], lines[starts[:count]], rejects)

    def _in_order(self) -> Iterator[_Piece]:
        """The rows with those of each case together."""
        last = ""
        for rows in self.table.read() if self._is_together() else _sorted(self.table, self.roles, self.workdir):
            piece, last = _piece(rows, self.roles, str(self.table.path), last)
            yield piece

    def _is_together(self) -> bool:
        """Whether no case goes on after another has begun."""
        last = ""
        with tempfile.TemporaryDirectory(dir=self.workdir) as folder:
            seen = Seen(Path(folder))
            for rows in self.table.read():
                piece, last = _piece(rows, self.roles, "", last)
                if not piece.starts:
                    continue
                ids = _ids(piece.table, self.roles).filter(pl.Series(piece.is_first))
                if (seen.add(ids, np.zeros(len(ids), np.int64)) >= 0).any():
                    return False
        return True


@dataclass(frozen=True, slots=True)
class _Piece:
    """Some rows; ``is_first`` marks those that begin a case."""

    table: pa.RecordBatch
    lines: Integers
    is_first: np.typing.NDArray[np.bool_]
    rejects: tuple[Reject, ...] = ()

    @property
    def starts(self) -> int:
        return int(self.is_first.sum())


def _texts(column: pa.Array | pa.ChunkedArray) -> pa.Array:
    import pyarrow as pa

    texts = column.cast(pa.string())
    return utf8(whole(texts) if isinstance(texts, pa.ChunkedArray) else texts)


def _ids(table: pa.RecordBatch | pa.Table, roles: Roles) -> pl.Series:
    return pl.Series(_texts(table[roles.id])).str.strip_chars().fill_null("")


def _piece(rows: Rows, roles: Roles, name: str, last: str) -> tuple[_Piece, str]:
    """The rows that have an id and a name, and the last id. ``last`` is the id of the row before them."""
    import pyarrow as pa

    if not len(rows.lines):
        return _Piece(rows.table, rows.lines, np.zeros(0, np.bool_), rows.broken), last
    ids = _ids(rows.table, roles)
    names = pl.Series(_texts(rows.table[roles.name])).fill_null("").str.strip_chars()
    no_id, no_name = (ids == "").to_numpy(), (names == "").to_numpy()
    rejects = list(rows.broken)
    for place in np.flatnonzero(no_id | no_name):
        column, message = (roles.id, _NO_ID) if no_id[place] else (roles.name, _NO_NAME)
        rejects.append(Reject(name, int(rows.lines[place]), ids[int(place)] or None, column, message, "write it, or delete the row"))
    keep = ~(no_id | no_name)
    kept = ids.filter(pl.Series(keep))
    if not len(kept):
        return _Piece(rows.table.slice(0, 0), rows.lines[:0], np.zeros(0, np.bool_), tuple(rejects)), last
    is_first = (kept != kept.shift(1, fill_value=last)).to_numpy()
    table = rows.table if keep.all() else rows.table.filter(pa.array(keep))
    return _Piece(table, rows.lines[keep], is_first, tuple(rejects)), str(kept[-1])


def _gathered(table: pa.Table, roles: Roles, records: Integers, lines: Integers, first_lines: Integers, rejects: tuple[tuple[int, Reject], ...]) -> Block:
    """The rows of some cases as columns: one for each name that stands in the column of names."""
    import pyarrow as pa

    names = _texts(table[roles.name]).dictionary_encode()
    codes = names.indices.to_numpy()
    order = np.argsort(codes, kind="stable")
    edges = np.searchsorted(codes[order], np.arange(len(names.dictionary) + 1))
    values = whole(_values(table, roles)).take(pa.array(order))
    columns = [
        Cells(name, values.slice(start, end - start), records[order[start:end]], lines[order[start:end]])
        for name, start, end in zip(names.dictionary.to_pylist(), edges[:-1].tolist(), edges[1:].tolist(), strict=True)
    ]
    others = [name for name in table.column_names if name not in (roles.id, roles.name, roles.value, roles.unit)]
    columns += [Cells(name, whole(table[name]), records, lines) for name in others]
    ids = _ids(table, roles).to_arrow().take(pa.array(np.flatnonzero(np.diff(records, prepend=-1))))
    return Block(len(first_lines) + len(rejects), first_lines, ids, tuple(columns), rejects)


def _values(table: pa.Table, roles: Roles) -> pa.ChunkedArray:
    """The values, each with its unit where one is written."""
    import pyarrow as pa
    import pyarrow.compute as pc

    values = table[roles.value]
    if roles.unit is None:
        return values
    texts, units = values.cast(pa.string()), table[roles.unit].cast(pa.string())
    has_unit = pc.and_(pc.fill_null(pc.not_equal(pc.utf8_trim_whitespace(units), ""), False), pc.fill_null(pc.not_equal(texts, ""), False))
    return pc.if_else(has_unit, pc.binary_join_element_wise(texts, units, " "), texts)


def _sorted(table: Table, roles: Roles, workdir: Path) -> Iterator[Rows]:
    """The rows of a table sorted by id, the rows of a case in their own order."""
    import pyarrow as pa

    with tempfile.TemporaryDirectory(dir=workdir) as folder:
        paths = [Path(folder) / f"{number}.arrow" for number in range(1 + table.path.stat().st_size // _BUCKET)]
        broken = _dealt(table, roles, paths)
        yield Rows(pa.RecordBatch.from_pydict({}), np.zeros(0, np.int64), tuple(broken))
        for path in paths:
            if path.exists():
                yield from _read_sorted(path, roles)


def _dealt(table: Table, roles: Roles, paths: list[Path]) -> list[Reject]:
    """Deal the rows to files by their ids, each with its line; the broken rows are returned."""
    import pyarrow as pa

    broken: list[Reject] = []
    with ExitStack() as stack:
        writers: dict[int, pa.RecordBatchWriter] = {}
        for rows in table.read():
            broken += rows.broken
            lined = rows.table.append_column("", pa.array(rows.lines)) if len(rows.lines) else rows.table
            goes_to = (_ids(rows.table, roles).hash() % len(paths)).to_numpy() if len(rows.lines) else np.zeros(0)
            for number in np.unique(goes_to).tolist():
                if number not in writers:
                    writers[number] = stack.enter_context(pa.ipc.new_file(str(paths[number]), lined.schema))
                writers[number].write_batch(lined.filter(pa.array(goes_to == number)))
    return broken


def _read_sorted(path: Path, roles: Roles) -> Iterator[Rows]:
    import pyarrow as pa

    with pa.memory_map(str(path)) as file:
        table = pa.ipc.open_file(file).read_all()
        order = _ids(table, roles).to_frame("id").with_row_index().sort("id", "index")["index"].to_numpy()
        table = table.take(pa.array(order))
        for batch in table.to_batches():
            yield Rows(batch.select(list(range(table.num_columns - 1))), batch[table.num_columns - 1].to_numpy())
