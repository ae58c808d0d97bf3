"""The answers as one file: Parquet, NDJSON, CSV or TSV, by its suffix. Written aside, then renamed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import IO

import polars as pl

BETWEEN = " | "
"""Stands between several sentences or ids in one cell of a CSV file."""
_DIGITS = {"probability": 6, "unexplained": 6, "strength": 4}
"""Digits after the point, as in the JSON of one case."""


def rounded(answers: pl.DataFrame) -> pl.DataFrame:
    """The answers with as many digits as the answer for one case has."""
    return answers.with_columns(
        pl.col(name).round(digits) for name in answers.columns for start, digits in _DIGITS.items() if name.startswith(start)
    )


def check_suffix(path: Path) -> None:
    """Refuse a name from which no format follows.

    Raises:
        ValueError: the suffix is none of those that can be written.
    """
    if path.suffix not in _WRITERS:
        raise ValueError(f"{path}: the name does not tell the format; end it with {', '.join(_WRITERS)}")


def write_answers(path: Path, parts: Iterable[pl.DataFrame]) -> None:
    """Write all parts into one file.

    Raises:
        ValueError: the suffix is none of those that can be written.
        OSError: it cannot be written.
    """
    check_suffix(path)
    aside = path.with_name(f"{path.name}.tmp")
    try:
        _WRITERS[path.suffix](aside, parts)
        os.replace(aside, path)
    finally:
        aside.unlink(missing_ok=True)


def _parquet(path: Path, parts: Iterable[pl.DataFrame]) -> None:
    import pyarrow.parquet as pq

    writer = None
    try:
        for part in parts:
            table = part.to_arrow(compat_level=pl.CompatLevel.oldest())
            writer = writer or pq.ParquetWriter(path, table.schema, compression="zstd", version="2.6")
            writer.write_table(table, row_group_size=len(table) or 1)
    finally:
        if writer is not None:
            writer.close()


def _lines(write: Callable[[pl.DataFrame, IO[bytes], bool], None]) -> Callable[[Path, Iterable[pl.DataFrame]], None]:
    def written(path: Path, parts: Iterable[pl.DataFrame]) -> None:
        with path.open("wb") as file:
            for number, part in enumerate(parts):
                write(part, file, number == 0)

    return written


def _delimited(separator: str) -> Callable[[pl.DataFrame, IO[bytes], bool], None]:
    def write(part: pl.DataFrame, file: IO[bytes], first: bool) -> None:
        lists = [name for name, kind in part.schema.items() if isinstance(kind, pl.List)]
        flat = part.with_columns(pl.col(name).list.join(BETWEEN) for name in lists)
        flat.write_csv(file, include_header=first, separator=separator)

    return write


_WRITERS: dict[str, Callable[[Path, Iterable[pl.DataFrame]], None]] = {
    ".parquet": _parquet,
    ".ndjson": _lines(lambda part, file, _: part.write_ndjson(file)),
    ".jsonl": _lines(lambda part, file, _: part.write_ndjson(file)),
    ".csv": _lines(_delimited(",")),
    ".tsv": _lines(_delimited("\t")),
}
