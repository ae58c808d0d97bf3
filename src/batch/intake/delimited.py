"""CSV, TSV and the like: rows of texts, each with its line, in a stream.

A cell that is not UTF-8 spoils that cell, a row with too few or too many cells that row. A quotation mark that is never closed takes the rest of
the file with it, so that the file is refused. It is known by a last line of our own making, which then stands inside the quoted cell.
"""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from ...readers.intake import decode
from ...readers.issues import UnreadableInputError
from ..records import Reject
from .raw import Cut, Integers, Opened, Rows, WideRecords, check_once

if TYPE_CHECKING:
    import pyarrow as pa

_BLOCK = 8 << 20
_LONGEST_HEADER = 4 << 20
_ONLY_A_HEADER = "Empty CSV file"
_BOM = b"\xef\xbb\xbf"
_END = "\x04\x17\x04"
"""Stands in the line that is put at the end of every file."""


@dataclass
class Delimited:
    """A CSV or TSV file with a header, perhaps compressed with gzip."""

    path: Path
    rows: None = None

    @property
    def schema(self) -> pa.Schema:
        """The names of the columns; all are texts."""
        import pyarrow as pa

        return pa.schema([(name, pa.string()) for name in self._header.names])

    def read(self) -> Iterator[Rows]:
        """The rows in order; rows in which nothing stands are left out and not counted.

        Raises:
            UnreadableInputError: a quotation mark is not closed, or the file breaks off.
        """
        import pyarrow as pa

        header = self._header
        lines = _Lines(str(self.path), header.delimiter, header.lines)
        try:
            for batch in _batches(self.path, header, lines):
                yield from _with_content(lines.place(batch))
        except (pa.ArrowInvalid, OSError, EOFError) as error:
            if not str(error).startswith(_ONLY_A_HEADER):
                raise _broken(str(self.path), lines.reached, str(error)) from None
        yield from lines.rest()

    def records(self, id: str | None) -> Opened:
        """The rows as records, ``id`` being the column of ids."""
        return WideRecords(Cut(self.read()), id)

    @cached_property
    def _header(self) -> _Header:
        return _read_header(self.path)


@dataclass(frozen=True, slots=True)
class _Header:
    """The first row: its names, the sign between cells, and how many bytes and lines it takes."""

    names: list[str]
    delimiter: str
    size: int
    lines: int


def _read_header(path: Path) -> _Header:
    name = str(path)
    try:
        with _opened(path) as stream:
            head = stream.read(_LONGEST_HEADER)
    except (OSError, EOFError) as error:
        raise _broken(name, 0, str(error)) from None
    bom = len(_BOM) if head.startswith(_BOM) else 0
    pieces = re.findall(rb"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$", head[bom:])
    skipped = next((number for number, piece in enumerate(pieces) if piece.strip()), None)
    if skipped is None:
        raise UnreadableInputError.at(name, None, "it is empty", "give a header of names and a row for each case")
    first = decode(pieces[skipped], name)
    delimiter = "\t" if path.name.lower().removesuffix(".gz").endswith(".tsv") else max(",;\t|", key=_outside_quotes(first).count)
    texts = (decode(piece, name) if piece.strip() else "\n" for piece in pieces[skipped:])
    reader = csv.reader(chain(texts, (_END,)), delimiter=delimiter)
    try:
        names = [cell.strip() or f"(column {number})" for number, cell in enumerate(next(reader), start=1)]
    except csv.Error as error:
        raise UnreadableInputError.at(name, skipped + 1, f"the header cannot be read: {error}", "check the quotes in the first row") from None
    lines = skipped + reader.line_num
    if _END in names[-1]:
        raise _unclosed(name, lines - names[-1].count("\n"))
    check_once(name, names, lines)
    return _Header(names, delimiter, bom + sum(map(len, pieces[:lines])), lines)


def _outside_quotes(line: str) -> str:
    return re.sub(r'"[^"]*("|$)', "", line)


def _opened(path: Path) -> Any:
    import pyarrow as pa

    return pa.input_stream(str(path), compression="gzip" if path.suffix.lower() == ".gz" else None)


class _Utf8:
    """A stream of bytes in which whatever is not UTF-8 is replaced by a mark, so that it spoils its own cell only. ``end`` is put at its end."""

    closed = False

    def __init__(self, stream: Any, end: str) -> None:
        self._stream = stream
        self._end = end
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")

    def read(self, size: int) -> bytes:
        """At most ``size`` bytes; a mark is three bytes where one stood."""
        data = self._stream.read(max(1, size // 3))
        text = self._decoder.decode(data, not data)
        if not data:
            text, self._end = text + self._end, ""
        return text.encode()

    def close(self) -> None:
        """Close the stream below."""
        self.closed = True
        self._stream.close()


def _batches(path: Path, header: _Header, lines: _Lines) -> Iterator[pa.RecordBatch]:
    import pyarrow as pa
    from pyarrow import csv as arrow

    stream = _opened(path)
    stream.read(header.size)
    end = f"\n{_END}{header.delimiter * len(header.names)}\n"  # more cells than the header has: never a row
    reader = arrow.open_csv(
        pa.PythonFile(_Utf8(stream, end), "r"),
        arrow.ReadOptions(use_threads=False, block_size=_BLOCK, column_names=header.names),
        arrow.ParseOptions(delimiter=header.delimiter, newlines_in_values=True, ignore_empty_lines=False, invalid_row_handler=lines.note),
        arrow.ConvertOptions(check_utf8=False, strings_can_be_null=False, column_types=dict.fromkeys(header.names, pa.string())),
    )
    with reader:
        yield from reader


@dataclass
class _Lines:
    """Finds the line on which each row begins. Broken rows come by :meth:`note`, sometimes before the whole rows in front of them."""

    name: str
    delimiter: str
    reached: int
    _rows: int = 0
    _broken: list[tuple[int, str, int, int]] = field(default_factory=list)

    def note(self, row: Any) -> str:
        """Note a broken row, and go on."""
        if not row.text.startswith(_END):
            self._broken.append((row.number, row.text, row.expected_columns, row.actual_columns))
        return "skip"

    def place(self, batch: pa.RecordBatch) -> Rows:
        """The rows of a batch with their lines, and the broken ones among and before them."""
        numbers = self._numbers(batch.num_rows)
        last = int(numbers[-1]) if len(numbers) else self._rows
        broken = [row for row in self._broken if row[0] < last]
        self._broken = self._broken[len(broken) :]
        rows = self._placed(batch, numbers, _line_breaks(batch), broken)
        if unclosed := next((cell for column in batch.columns if len(batch) and _END in (cell := column[-1].as_py())), None):
            raise _unclosed(self.name, self.reached - unclosed.count("\n"))
        return rows

    def rest(self) -> Iterator[Rows]:
        """The broken rows at the end of the file."""
        import pyarrow as pa

        if self._broken:
            none = np.zeros(0, np.int64)
            rows = self._placed(pa.RecordBatch.from_pydict({}), none, none, self._broken)
            if _END in (text := self._broken[-1][1]):
                raise _unclosed(self.name, self.reached - text.count("\n", _last_opened(text, self.delimiter)))
            yield rows

    def _numbers(self, count: int) -> Integers:
        """The numbers of the next whole rows, from 1: all that are not those of broken ones."""
        taken = np.array([row[0] for row in self._broken], np.int64)
        return np.setdiff1d(np.arange(self._rows + 1, self._rows + 1 + count + len(taken)), taken)[:count]

    def _placed(self, batch: pa.RecordBatch, numbers: Integers, breaks: Integers, broken: list[tuple[int, str, int, int]]) -> Rows:
        all_numbers = np.concatenate([numbers, np.array([row[0] for row in broken], np.int64)])
        heights = 1 + np.concatenate([breaks, np.array([row[1].count("\n") for row in broken], np.int64)])
        order = np.argsort(all_numbers)
        ends = self.reached + np.cumsum(heights[order])
        lines = np.empty(len(order), np.int64)
        lines[order] = ends - heights[order] + 1
        if len(order):
            self.reached, self._rows = int(ends[-1]), int(all_numbers[order[-1]])
        rejects = tuple(_misshapen(self.name, int(line), *row[1:]) for row, line in zip(broken, lines[len(numbers) :], strict=True) if row[1].strip())
        return Rows(batch, lines[: len(numbers)], rejects)


def _last_opened(text: str, delimiter: str) -> int:
    """Where in a row the last quotation mark opens."""
    opened = re.search(rf'(^|[{re.escape(delimiter)}\n])"[^"]*+(?:""[^"]*+)*+\Z', text)
    return opened.end(1) if opened else 0


def _line_breaks(batch: pa.RecordBatch) -> Integers:
    """How many line breaks stand inside the cells of each row."""
    import pyarrow.compute as pc

    breaks = np.zeros(batch.num_rows, np.int64)
    for column in batch.columns:
        data = column.buffers()[2]
        if data is not None and b"\n" in data.to_pybytes():
            breaks += pc.count_substring(column, "\n").to_numpy()
    return breaks


def _with_content(rows: Rows) -> Iterator[Rows]:
    """The rows in which something stands."""
    import pyarrow as pa
    import pyarrow.compute as pc

    empty = np.ones(len(rows.lines), np.bool_)
    for column in rows.table.columns:
        if not empty.any():
            break
        empty &= pc.equal(pc.binary_length(column), 0).to_numpy(zero_copy_only=False)
    if empty.any():
        yield Rows(rows.table.filter(pa.array(~empty)), rows.lines[~empty], rows.broken)
    else:
        yield rows


def _misshapen(name: str, line: int, text: str, expected: int, actual: int) -> Reject:
    """A row with too few or too many cells."""
    message = f"the row has {actual} {'cell' if actual == 1 else 'cells'} and the header {expected}"
    mend = "put values that hold a comma in quotes" if actual > expected else "write every cell, also the empty ones"
    if broken := text.count("\n"):
        message += f"; a quotation mark opens in it and takes {broken:,} further lines with it"
        mend = "close or delete the quotation mark; the lines that it took are not read"
    return Reject(name, line, None, None, message, mend)


def _unclosed(name: str, line: int) -> UnreadableInputError:
    return UnreadableInputError.at(name, line, f"a quotation mark opens in line {line:,} and is never closed", "close it or remove it")


def _broken(name: str, line: int, problem: str) -> UnreadableInputError:
    if "straddling" in problem or "out of sync" in problem:
        message = f"a quotation mark opens after line {line:,} and is not closed within {_BLOCK >> 20} MB"
        return UnreadableInputError.at(name, line + 1, message, "close or delete the quotation mark")
    if "gzip" in problem or "zlib" in problem or "inflate" in problem or "Truncated compressed" in problem:
        return UnreadableInputError.at(name, None, "it is not a whole gzip file: damaged or cut short", "copy it again")
    return UnreadableInputError.at(name, line or None, f"it cannot be read: {problem.splitlines()[0]}", "check the file, or write it anew")
