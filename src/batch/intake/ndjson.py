"""NDJSON: a case on each line, as a document like a case file or as a flat object of names and values."""

from __future__ import annotations

import gzip
import json
import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

import numpy as np

from ...readers.document import TOP_NAMES
from ...readers.intake import decode
from ...readers.issues import CaseRefusedError, UnreadableInputError, quoted
from ..records import Reject
from .raw import Block, Cells, by_line, stem

_LONGEST = 10_000_000
_BLANK = b" \t\r\n"


class _Pairs(list[tuple[str, Any]]):
    """A JSON object with its names in order, repeats included."""


@dataclass
class Ndjson:
    """A file with a JSON object on each line, perhaps compressed with gzip."""

    path: Path

    def records(self, is_id: Callable[[str], bool]) -> NdjsonRecords:
        """The lines as records; ``is_id`` knows the names under which an id may stand. A line without one has the file's name and its number for it."""
        return NdjsonRecords(self.path, self._lines(), is_id)

    def _lines(self) -> Iterator[tuple[int, bytes]]:
        """The lines that hold something, with their numbers."""
        try:
            with _opened(self.path) as file:
                number, empty = 0, True
                while line := file.readline(_LONGEST + 1):
                    number += 1
                    if number == 1:
                        line = line.removeprefix(b"\xef\xbb\xbf")
                    if len(line) > _LONGEST:
                        message = f"line {number:,} is longer than {_LONGEST // 1_000_000} MB"
                        raise UnreadableInputError.at(str(self.path), number, message, "put each case on a line of its own")
                    if line.strip(_BLANK):
                        empty = False
                        yield number, line
        except (EOFError, gzip.BadGzipFile, zlib.error):
            raise UnreadableInputError.at(str(self.path), None, "it is not a whole gzip file: damaged or cut short", "copy it again") from None
        except OSError as error:
            problem = f"it cannot be opened: {error.strerror or error}"
            raise UnreadableInputError.at(str(self.path), None, problem, "check the path and the permissions") from None
        if empty:
            raise UnreadableInputError.at(str(self.path), None, "it is empty", "give a case on each line")


def _opened(path: Path) -> IO[bytes]:
    return gzip.open(path, "rb") if path.suffix.lower() == ".gz" else path.open("rb")  # type: ignore[return-value]


@dataclass
class NdjsonRecords:
    """The cases of a file, line by line."""

    path: Path
    lines: Iterator[tuple[int, bytes]]
    is_id: Callable[[str], bool]

    def take(self, count: int) -> Block:
        """The next ``count`` lines."""
        made = _Made(str(self.path), stem(self.path), self.is_id)
        for _ in range(count):
            if (line := next(self.lines, None)) is None:
                break
            made.add(*line)
        return made.block()

    def skip(self, count: int) -> Block:
        """The same: a line must be read to find its id."""
        return self.take(count)


@dataclass
class _Made:
    """The columns of a block while its lines are read."""

    name: str
    stem: str
    is_id: Callable[[str], bool]
    ids: list[str | None] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    columns: dict[str, tuple[list[int], list[str | None]]] = field(default_factory=dict)
    rejects: list[Reject] = field(default_factory=list)

    def add(self, number: int, line: bytes) -> None:
        """Read one line."""
        try:
            pairs = _pairs(self.name, number, line)
        except _Refused as refused:
            self.rejects.append(Reject(self.name, number, None, None, *refused.args))
            return
        row = len(self.lines)
        self.lines.append(number)
        self.ids.append(next((_text(value) for name, value in pairs if self.is_id(name)), f"{self.stem}-{number}"))
        for name, value in pairs:
            rows, texts = self.columns.setdefault(name, ([], []))
            rows.append(row)
            texts.append(_text(value))

    def block(self) -> Block:
        """What was read."""
        import pyarrow as pa

        columns = tuple(Cells(name, pa.array(texts, pa.string()), np.array(rows, np.int64)) for name, (rows, texts) in self.columns.items())
        return Block(len(self.lines) + len(self.rejects), np.array(self.lines, np.int64), pa.array(self.ids, pa.string()), columns, by_line(self.rejects))


class _Refused(ValueError):
    """A line that is not a case; the message and its mend."""


def _pairs(name: str, number: int, line: bytes) -> list[tuple[str, Any]]:
    """The names and values on a line; those below ``findings`` begin with ``findings.``."""
    try:
        value = json.loads(decode(line, name), object_pairs_hook=_Pairs, parse_int=str, parse_float=str, parse_constant=str)
    except CaseRefusedError as refused:
        if number == 1 and "UTF-8" not in refused.issues[0].message:
            raise
        raise _Refused(refused.issues[0].message, refused.issues[0].mend) from None
    except json.JSONDecodeError as error:
        raise _Refused(f"this is not valid JSON: {error.msg} (column {error.colno})", "check the commas, quotes and brackets here") from None
    except RecursionError:
        raise _Refused("the brackets are nested too deep", "write a case as names and values") from None
    if b"\\ud" in line.lower() and _has_half_characters(value):
        raise _Refused("there is half a character (a lone \\ud800 to \\udfff)", "write both halves, or the character itself")
    if not isinstance(value, _Pairs):
        raise _Refused(f"the line is {quoted(line.decode(errors='replace').strip())}, and a case is names with values", 'write {"id": "a1", "lvef": 35}')
    _check_once(value)
    findings = next((inner for key, inner in value if key == "findings" and isinstance(inner, _Pairs)), None)
    if findings is None:
        return value
    _check_once(findings)
    _check_top(value)
    return [*((key, inner) for key, inner in value if key != "findings"), *((f"findings.{key}", inner) for key, inner in findings)]


def _has_half_characters(value: object) -> bool:
    return re.search("[\ud800-\udfff]", json.dumps(value, ensure_ascii=False)) is not None


def _check_once(pairs: _Pairs) -> None:
    names = [name for name, _ in pairs]
    if len(set(names)) < len(names):
        twice = next(name for number, name in enumerate(names) if name in names[:number])
        raise _Refused(f"{quoted(twice)} stands twice", "keep one of them")


def _check_top(pairs: _Pairs) -> None:
    """A document has the parts of a case file at its top, and other names are findings in the wrong place."""
    if strange := next((name for name, _ in pairs if name not in TOP_NAMES), None):
        raise _Refused(f"{quoted(strange)} is not a part of a case", "write findings under findings")


def _text(value: object) -> str | None:
    """A JSON value as the text that a case file would have."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, _Pairs):
        return json.dumps(dict(value), default=str)[:100]
    return "; ".join(_text(item) or "" for item in value) if isinstance(value, list) else str(value)
