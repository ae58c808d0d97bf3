"""The patients of a benchmark: cases of the library, and simulated ones."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import polars as pl

from mrddx.batch.records import ID, SETTING, column_type
from mrddx.facts.case import Case
from mrddx.facts.vocabulary import atoms
from mrddx.library import cases

SEED = 7


def simulate(number: int, to: Path) -> Path:
    """Write simulated cases to a Parquet file, by the command that users have."""
    subprocess.run([sys.executable, "-m", "mrddx.cli", "simulate", "--cases", str(number), "--seed", str(SEED), "--output", str(to)], check=True)
    return to


def read(path: Path, number: int) -> pl.DataFrame:
    """The library's cases and after them so many simulated ones that there are ``number`` in all, as a typed table of findings."""
    types = {finding.id: column_type(finding) for finding in atoms()}
    drawn = pl.scan_parquet(path).head(number).collect()
    drawn = drawn.select(column for column in drawn.columns if column in types or column in (ID, SETTING))
    written = pl.DataFrame([{ID: case.id, SETTING: case.setting, **case.values()} for case in cases()], schema={ID: pl.String, SETTING: pl.String, **types})
    return pl.concat([written, drawn], how="diagonal").head(number)


def as_cases(table: pl.DataFrame) -> list[Case]:
    """The rows of a typed table as cases."""
    return [
        Case(id=row[ID], setting=row[SETTING], findings={id: value for id, value in row.items() if value is not None and id not in (ID, SETTING)})
        for row in table.iter_rows(named=True)
    ]
