"""Finds the files of an input and says how each is opened: by its suffix, and of a table by its columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from ...readers.issues import Policy, UnreadableInputError, listed, place, quoted
from .cells import misfit
from .column import OF_LONG, READ, Use, is_long
from .columns import Columns
from .delimited import Delimited
from .folder import SUFFIXES as CASE_SUFFIXES
from .folder import CaseFiles
from .long import LongRecords, Roles
from .mapping import Mapped
from .ndjson import Ndjson
from .parquet import Parquet
from .raw import Opened, Table

_CASES, _NDJSON, _TABLE = "case files", "NDJSON", "tables"
_WIDE, _LONG = "tables with a row for each case", "tables with a row for each finding"
_PARQUET = (".parquet", ".pq")
_SUFFIXES: dict[str, str] = {
    **dict.fromkeys(CASE_SUFFIXES, _CASES), **dict.fromkeys((".ndjson", ".jsonl"), _NDJSON), **dict.fromkeys((".csv", ".tsv", *_PARQUET), _TABLE),
}  # fmt: skip
_GZIP = (".csv", ".tsv", ".ndjson", ".jsonl")


class File(Protocol):
    """A file of cases, or several that are read as one."""

    @property
    def name(self) -> str:
        """Its path."""

    @property
    def rows(self) -> int | None:
        """How many rows it has, where that is known without reading it."""

    @property
    def names_cases(self) -> bool:
        """Whether each case has a name without a column of ids."""

    def open(self) -> Opened:
        """Its records, from the first."""

    def where(self, line: int) -> tuple[str, int | None]:
        """File and line of a record."""

    def place(self, line: int) -> str:
        """The same in words."""


def files_in(inputs: Sequence[Path]) -> list[Path]:
    """The files of an input, those of a folder in the order of their paths.

    Raises:
        UnreadableInputError: a path does not exist, or is nothing that can be read.
    """
    return [path for given in inputs for path in _files_of(given)]


def _files_of(given: Path) -> list[Path]:
    if given.is_dir():
        found = sorted(path for path in given.rglob("*") if _kind(path) and path.is_file() and not _is_left_out(path.relative_to(given)))
        if not found:
            raise UnreadableInputError.at(str(given), None, "no file in this folder can be read", f"give a folder of {listed(sorted(_SUFFIXES))} files")
        _check_partitions(given, found)
        return found
    if not given.exists():
        raise UnreadableInputError.at(str(given), None, "there is no such file", "check the path")
    if not _kind(given):
        what = f"{quoted(given.suffix)} is not a suffix that is known" if given.suffix else "its name has no suffix"
        raise UnreadableInputError.at(str(given), None, what, f"the suffixes are {listed(sorted(_SUFFIXES), 'and')}; text files may end in .gz besides")
    return [given]


def _kind(path: Path) -> str:
    """What a file is by its suffix, empty if nothing that is known."""
    suffix = path.suffix.lower()
    if suffix == ".gz":
        suffix = Path(path.stem).suffix.lower()
        return _SUFFIXES[suffix] if suffix in _GZIP else ""
    return _SUFFIXES.get(suffix, "")


def _is_left_out(path: Path) -> bool:
    """Whether a file of a folder is hidden, or stems from a batch run: a finished part, or a list of refused rows."""
    is_hidden = any(part.startswith((".", "_")) for part in path.parts)
    return is_hidden or path.name.endswith(".rejects.ndjson") or any(folder.name.endswith(".parts") for folder in path.parents)


def _check_partitions(folder: Path, paths: Sequence[Path]) -> None:
    """Refuse Parquet of which a column stands in the names of folders only."""
    for path in paths:
        key = next((parent.name for parent in path.relative_to(folder).parents if "=" in parent.name), None)
        if key and path.suffix.lower() in _PARQUET:
            message = f"the folder is partitioned by {quoted(key.partition('=')[0])}: a column stands in names of folders ({key}), which are not read"
            raise UnreadableInputError.at(str(folder), None, message, "write the table anew without partitions, or give the innermost folders one at a time")


def opened(paths: Sequence[Path], columns: Columns, mapped: Mapped, policy: Policy, workdir: Path) -> list[File]:
    """The files, ready to be read.

    Raises:
        UnreadableInputError: a file cannot be read, files of different shapes are mixed, or the columns of a table do not do.
    """
    kind = _only({_kind(path): path for path in reversed(paths)})
    if kind == _CASES:
        mapped.check_unused()
        return [_CaseFiles(paths, policy)]
    if kind == _NDJSON:
        return [_Lines(path, columns) for path in paths]
    tables: list[Table] = [Parquet(path) if path.suffix.lower() in _PARQUET else Delimited(path) for path in paths]
    shape = _only({_shape(table, columns): table.path for table in reversed(tables)})
    if shape == _WIDE:
        mapped.check_names(name for table in tables for name in table.schema.names)
    return [_table(table, columns, workdir) for table in tables]


def _only(kinds: dict[str, Path]) -> str:
    if len(kinds) > 1:
        (one, first), (other, second) = list(kinds.items())[:2]
        message = f"files of different shapes are mixed: {first.name} is of the {one}, {second.name} of the {other}"
        raise UnreadableInputError.at(str(second), None, message, "give files of one shape at a time")
    return next(iter(kinds))


def _shape(table: Table, columns: Columns) -> str:
    return _LONG if is_long(map(columns.of, table.schema.names)) else _WIDE


def _table(table: Table, columns: Columns, workdir: Path) -> File:
    names = table.schema.names
    columns.check(names)
    by_use = {column.use: column.name for column in map(columns.of, names)}
    _check_types(table, columns)
    if not is_long(map(columns.of, names)):
        return _Wide(table, by_use.get(Use.ID))
    if Use.ID not in by_use:
        message = "a table with a row for each finding has no column of ids"
        raise UnreadableInputError.at(str(table.path), None, message, "call the column of ids “id”, or name it in a mapping file (--map)")
    return _Long(table, Roles(by_use[Use.ID], by_use[Use.NAME], by_use[Use.VALUE], by_use.get(Use.UNIT)), workdir)


def _check_types(table: Table, columns: Columns) -> None:
    """Refuse a typed column of which no cell could be read."""
    used = (Use.ID, *READ, *(OF_LONG if is_long(map(columns.of, table.schema.names)) else ()))
    for field in table.schema:
        column = columns.of(field.name)
        if column.use in used and (what := misfit(column, field.type)):
            message = f"the column {quoted(field.name)} holds {what}, which cannot be read as {column.key}"
            mend = f"write the column as text or in its own type, or leave it out with a mapping file (--map): {field.name}: ignore"
            raise UnreadableInputError.at(str(table.path), None, message, mend)


@dataclass(frozen=True)
class _OfPath:
    """A file by its path."""

    path: Path

    names_cases = False

    @property
    def name(self) -> str:
        return str(self.path)

    @property
    def rows(self) -> int | None:
        return None

    def where(self, line: int) -> tuple[str, int | None]:
        return self.name, line

    def place(self, line: int) -> str:
        return place(self.name, line)


@dataclass(frozen=True)
class _Lines(_OfPath):
    """NDJSON."""

    columns: Columns

    def open(self) -> Opened:
        return Ndjson(self.path).records(lambda name: self.columns.of(name).use is Use.ID)


@dataclass(frozen=True)
class _OfTable:
    """A file that is a table."""

    table: Table

    names_cases = False

    @property
    def name(self) -> str:
        return str(self.table.path)

    @property
    def rows(self) -> int | None:
        return self.table.rows

    def where(self, line: int) -> tuple[str, int | None]:
        return self.name, line

    def place(self, line: int) -> str:
        return f"{self.name}, row {line}" if isinstance(self.table, Parquet) else place(self.name, line)


@dataclass(frozen=True)
class _Wide(_OfTable):
    """A table with a row for each case."""

    id: str | None

    def open(self) -> Opened:
        return self.table.records(self.id)


@dataclass(frozen=True)
class _Long(_OfTable):
    """A table with a row for each finding."""

    roles: Roles
    workdir: Path

    @property
    def rows(self) -> int | None:
        return None

    def open(self) -> Opened:
        return LongRecords(self.table, self.roles, self.workdir)


@dataclass(frozen=True)
class _CaseFiles:
    """All case files of an input together."""

    paths: Sequence[Path]
    policy: Policy
    names_cases = True

    @property
    def name(self) -> str:
        return str(self.paths[0])

    @property
    def rows(self) -> int | None:
        return len(self.paths)

    def open(self) -> Opened:
        return CaseFiles(self.paths, self.policy)

    def where(self, line: int) -> tuple[str, int | None]:
        return str(self.paths[line - 1]), None

    def place(self, line: int) -> str:
        return str(self.paths[line - 1])
