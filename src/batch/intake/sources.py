"""Opens an input of many cases, whatever its format, and reads it in chunks.

Inputs are case files (YAML, JSON: one case each), NDJSON, CSV or TSV, and Parquet, or folders of these; several inputs of one shape are read one
after another. CSV, TSV and NDJSON may be compressed (``.csv.gz``). Memory does not grow with the number of rows, except for 16 bytes a case that
tell whether an id stood before. A row that has no id is called after its file and line (``cohort-17``).
"""

from __future__ import annotations

import hashlib
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from ...readers.issues import Policy
from ..records import ID, Chunk
from .assemble import Assembler, Piece, Tally
from .cells import is_text
from .column import OF_LONG, READ, Column, Use, is_long
from .columns import Columns
from .duplicates import Seen
from .files import File, files_in, opened
from .mapping import Mapped, read_mapping
from .raw import Block, Integers, Opened, stem, utf8

if TYPE_CHECKING:
    import pyarrow as pa

_LINE_BITS = 40
"""The place of a record is the number of its file and, in so many lower bits, its line."""


def open_source(inputs: Sequence[Path], *, mapping: Path | None = None, policy: Policy = Policy.LENIENT, workdir: Path) -> CaseSource:
    """Open an input: files of one shape, or folders of them.

    ``mapping`` is a mapping file (see :mod:`mrddx.batch.intake.mapping`). ``workdir`` is a folder for what does not fit into memory; what is written
    there may name patients, and is deleted when reading ends.

    Raises:
        UnreadableInputError: there is nothing to read, files of different shapes are mixed, no column is known, or the mapping is wrong.
    """
    mapped = read_mapping(mapping) if mapping else Mapped()
    name = str(inputs[0]) if len(inputs) == 1 else f"{inputs[0]} and {len(inputs) - 1} more"
    paths = files_in(inputs)
    columns = Columns(mapped, name)
    files = opened(paths, columns, mapped, policy, workdir)
    return CaseSource(name, files, Assembler(columns, mapped.missing, policy), workdir, _fingerprint(paths, mapping, policy))


@dataclass(frozen=True, slots=True)
class Reading:
    """A chunk, and what was counted in its columns."""

    chunk: Chunk
    tallies: Mapping[str, Tally]


@dataclass
class CaseSource:
    """An input of many cases (a :class:`~mrddx.batch.records.Source`)."""

    name: str
    files: Sequence[File]
    assembler: Assembler
    workdir: Path
    fingerprint: str

    @property
    def rows(self) -> int | None:
        """How many rows there are, where the files say so."""
        rows = [file.rows for file in self.files]
        known = [count for count in rows if count is not None]
        return sum(known) if len(known) == len(rows) else None

    @property
    def has_ids(self) -> bool:
        """Whether a column of ids was met so far; without one, cases are called after their file and line."""
        return any(column.use is Use.ID for column in self.assembler.columns.known.values()) or any(file.names_cases for file in self.files)

    @property
    def not_read(self) -> tuple[Column, ...]:
        """The columns met so far of which nothing is read: other names, known answers, comments."""
        known = self.assembler.columns.known.values()
        used = (Use.ID, *READ, *(OF_LONG if is_long(known) else ()))
        return tuple(column for column in known if column.use not in used)

    def chunks(self, size: int, *, first: int = 0) -> Iterator[Chunk]:
        """The chunks of ``size`` rows in order, beginning with number ``first`` (from 0). Of a table with a row for each finding, of ``size`` cases.

        Raises:
            UnreadableInputError: a file turns out to be damaged.
        """
        return (reading.chunk for reading in self.readings(size, first=first))

    def readings(self, size: int, *, first: int = 0) -> Iterator[Reading]:
        """The chunks with what was counted in their columns.

        Raises:
            UnreadableInputError: a file turns out to be damaged.
        """
        with tempfile.TemporaryDirectory(dir=self.workdir) as scratch:
            run = _Run(self.files, self.assembler, Seen(Path(scratch)))
            number = 0
            while run.goes_on:
                pieces = run.pieces(size, skip=number < first)
                if pieces:
                    yield _reading(number, pieces)
                number += 1


class _Run:
    """One way through the files of an input."""

    def __init__(self, files: Sequence[File], assembler: Assembler, seen: Seen) -> None:
        self._files = files
        self._stems = _distinct_stems(files)
        self._assembler = assembler
        self._seen = seen
        self._number = 0
        self._opened: Opened | None = None

    @property
    def goes_on(self) -> bool:
        """Whether a file is left to read."""
        return self._number < len(self._files)

    def pieces(self, count: int, *, skip: bool) -> list[Piece]:
        """The next ``count`` rows, of one file or of several; none if they are skipped or there are none."""
        pieces = []
        while count > 0 and self.goes_on:
            self._opened = self._opened or self._files[self._number].open()
            block = self._opened.skip(count) if skip else self._opened.take(count)
            ids = self._ids(block)
            before = self._stood_before(ids, block.lines)
            if not skip and (block.rows or block.rejects):
                pieces.append(self._assembler.read(block, ids, before, self._files[self._number].where))
            if block.rows < count:
                self._opened, self._number = None, self._number + 1
            count -= block.rows
        return pieces

    def _ids(self, block: Block) -> pl.Series:
        """The records' ids as texts; null where none is written."""
        if block.ids is None:
            return (f"{self._stems[self._number]}-" + pl.Series(block.lines).cast(pl.String)).alias(ID)
        ids = _as_texts(block.ids).str.strip_chars()
        return ids.set(ids.is_in([*self._assembler.missing]), None).alias(ID)

    def _stood_before(self, ids: pl.Series, lines: Integers) -> dict[int, str]:
        """The records whose id stood before, and where."""
        first = self._seen.add(ids, lines | (self._number << _LINE_BITS))
        return {row: self._place(int(first[row])) for row in np.flatnonzero(first >= 0).tolist()}

    def _place(self, place: int) -> str:
        return self._files[place >> _LINE_BITS].place(place & ((1 << _LINE_BITS) - 1))


def _as_texts(ids: pa.Array) -> pl.Series:
    """Ids as texts; a whole number is written without a point, whatever its type."""
    import pyarrow as pa

    if pa.types.is_decimal(ids.type):
        return pl.Series(ids.cast(pa.string())).str.replace(r"\.0+$", "")
    series = pl.Series(utf8(ids) if is_text(ids.type) else ids)
    if not series.dtype.is_float():
        return series.cast(pl.String)
    whole = series.cast(pl.Int64, strict=False)
    return whole.cast(pl.String).zip_with((whole == series).fill_null(False), series.fill_nan(None).cast(pl.String))


def _distinct_stems(files: Sequence[File]) -> list[str]:
    """A name for each file, numbered where two are alike."""
    stems = [stem(Path(file.name)) for file in files]
    return [name if stems.count(name) == 1 else f"{name}.{number}" for number, name in enumerate(stems, start=1)] if len(set(stems)) < len(stems) else stems


def _reading(number: int, pieces: Sequence[Piece]) -> Reading:
    """Some pieces as one chunk."""
    filled = [piece.cases for piece in pieces if len(piece.cases)] or [pieces[0].cases]
    warnings: Counter[str] = Counter()
    tallies: dict[str, Tally] = {}
    for piece in pieces:
        warnings.update(piece.warnings)
        for name, tally in piece.tallies.items():
            tallies.setdefault(name, Tally()).add(tally)
    rejects = tuple(reject for piece in pieces for reject in piece.rejects)
    cases = filled[0] if len(filled) == 1 else pl.concat(filled, how="diagonal")
    return Reading(Chunk(number, sum(piece.rows for piece in pieces), cases, rejects, dict(warnings)), tallies)


def _fingerprint(paths: Sequence[Path], mapping: Path | None, policy: Policy) -> str:
    """Names, sizes and times of change of the files, the mapping, and the policy, as a hash."""
    digest = hashlib.sha256(policy.value.encode())
    digest.update(mapping.read_bytes() if mapping else b"")
    for path in paths:
        stat = path.stat()
        digest.update(f"\n{path.name}\t{stat.st_size}\t{stat.st_mtime_ns}".encode())
    return digest.hexdigest()
