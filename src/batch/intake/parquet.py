"""Parquet: rows of typed columns in a stream; a row's line is its number, from 1."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from ...readers.issues import UnreadableInputError
from .raw import Block, Cut, Opened, Rows, WideRecords, check_once

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.parquet as pq

_BATCH = 20_000
_MARK = b"PAR1"


@dataclass
class Parquet:
    """A Parquet file."""

    path: Path

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return int(self._metadata.num_rows)

    @cached_property
    def schema(self) -> pa.Schema:
        """The names and types of the columns.

        Raises:
            UnreadableInputError: two columns have the same name.
        """
        with _opened(self.path, self._metadata) as file:
            schema = file.schema_arrow
        check_once(str(self.path), schema.names)
        return schema

    def read(self, start: int = 0, columns: list[str] | None = None) -> Iterator[Rows]:
        """The rows in order from row ``start`` (from 0), of all columns or of some.

        Raises:
            UnreadableInputError: the file is damaged.
        """
        import pyarrow as pa

        groups, skipped = self._from(start)
        number = start
        try:
            with _opened(self.path, self._metadata) as file:
                for group in groups:  # one by one: asked for all at once, they pile up in memory
                    for batch in file.iter_batches(_BATCH, row_groups=[group], columns=columns):
                        rest = batch.slice(min(skipped, len(batch)))
                        skipped -= len(batch) - len(rest)
                        if len(rest):
                            yield Rows(rest, np.arange(number + 1, number + 1 + len(rest)))
                            number += len(rest)
        except (pa.ArrowException, OSError, ValueError) as error:
            raise _damaged(self.path, str(error), number + 1) from None

    def records(self, id: str | None) -> Opened:
        """The rows as records; of those that are skipped only the id is read."""
        return _Records(self, id)

    def _from(self, start: int) -> tuple[list[int], int]:
        """The row groups from the one that holds row ``start``, and how many rows of it stand before that."""
        sizes = [self._metadata.row_group(group).num_rows for group in range(self._metadata.num_row_groups)]
        first = 0
        while first < len(sizes) and start >= sizes[first]:
            start -= sizes[first]
            first += 1
        return list(range(first, len(sizes))), start

    @cached_property
    def _metadata(self) -> pq.FileMetaData:
        with _opened(self.path) as file:
            return file.metadata


def _opened(path: Path, metadata: pq.FileMetaData | None = None) -> pq.ParquetFile:
    """The file, opened; ``metadata`` are its own, where they were read before.

    Raises:
        UnreadableInputError: it is empty, cut short, or no Parquet at all.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with path.open("rb") as file:
            head = file.read(4)
            file.seek(-min(4, path.stat().st_size), 2)
            tail = file.read(4)
    except OSError as error:
        raise UnreadableInputError.at(str(path), None, f"it cannot be opened: {error.strerror or error}", "check the path and the permissions") from None
    if not head:
        raise UnreadableInputError.at(str(path), None, "it is empty", "give a Parquet file with a row for each case")
    if head != _MARK:
        raise UnreadableInputError.at(str(path), None, "it is not a Parquet file", "check the file, or give it the suffix of what it is (.csv, .ndjson)")
    if tail != _MARK:
        raise UnreadableInputError.at(str(path), None, "the file is cut short: the end of a Parquet file is missing", "copy or write it again")
    try:
        return pq.ParquetFile(path, metadata=metadata)
    except (pa.ArrowException, OSError, ValueError) as error:
        raise _damaged(path, str(error), None) from None


def _damaged(path: Path, problem: str, row: int | None) -> UnreadableInputError:
    where = f" from row {row:,}" if row else ""
    return UnreadableInputError.at(str(path), None, f"the Parquet file is damaged{where}: {problem.splitlines()[0]}", "copy or write it again")


@dataclass
class _Records:
    """A Parquet file whose rows are records."""

    file: Parquet
    id: str | None
    _skipped: int = 0
    _ids: Cut | None = None
    _all: WideRecords | None = field(default=None)

    def take(self, count: int) -> Block:
        """The next ``count`` rows."""
        if self._all is None:
            self._all = WideRecords(Cut(self.file.read(self._skipped)), self.id)
        return self._all.take(count)

    def skip(self, count: int) -> Block:
        """The ids of the next ``count`` rows."""
        if self._ids is None:
            self._ids = Cut(self.file.read(columns=[self.id] if self.id else []))
        block = WideRecords(self._ids, self.id).take(count)
        self._skipped += block.rows
        return block
