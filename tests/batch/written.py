"""The same cases written in every format that a batch reads, and the table that should come out."""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

import polars as pl

from mrddx.batch.intake.sources import CaseSource, open_source
from mrddx.batch.records import ID, Chunk, Reject, column_type
from mrddx.facts.case import Case
from mrddx.facts.conditions import Value
from mrddx.facts.vocabulary import atom
from mrddx.library import case_names, case_text
from mrddx.readers.case_file import read_case
from mrddx.readers.case_text import case_yaml
from mrddx.readers.issues import Policy

Table = dict[str, dict[str, object]]
"""What is known of each case, by its id."""


@cache
def library() -> list[Case]:
    """A ninth of the library's cases."""
    return [read_case(io.StringIO(case_text(name)), name=name).case for name in case_names()[::9]]


def source(*inputs: Path, mapping: Path | None = None, policy: Policy = Policy.LENIENT) -> CaseSource:
    """The input, opened with a working folder beside it."""
    workdir = inputs[0].parent / "work"
    workdir.mkdir(exist_ok=True)
    return open_source(inputs, mapping=mapping, policy=policy, workdir=workdir)


def chunks(*inputs: Path, size: int = 1000, mapping: Path | None = None, policy: Policy = Policy.LENIENT) -> list[Chunk]:
    """All chunks of an input."""
    return list(source(*inputs, mapping=mapping, policy=policy).chunks(size))


def table(read: Iterable[Chunk]) -> Table:
    """What some chunks say of each case, nulls left out."""
    rows = (row for chunk in read for row in chunk.cases.iter_rows(named=True))
    return {row[ID]: {name: value for name, value in row.items() if value is not None and name != ID} for row in rows}


def rejects(read: Iterable[Chunk]) -> list[Reject]:
    """All refused rows of some chunks."""
    return [reject for chunk in read for reject in chunk.rejects]


def text(path: Path, content: str | bytes) -> Path:
    """A file with this content."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def expected(cases: Iterable[Case]) -> Table:
    """The table that the cases are, by their own account."""
    return {case.id: {**({"setting": case.setting} if case.setting else {}), **case.values()} for case in cases}


def folder(cases: Iterable[Case], place: Path) -> Path:
    """A folder of case files."""
    path = place / "cases"
    path.mkdir()
    for case in cases:
        (path / f"{case.id}.yaml").write_text(case_yaml(case), encoding="utf-8")
    return path


def documents(cases: Iterable[Case], place: Path) -> Path:
    """NDJSON, each line a document like a case file."""
    return text(place / "documents.ndjson", "\n".join(case.model_dump_json(by_alias=True, exclude_none=True, exclude={"quotes"}) for case in cases))


def flat(cases: Iterable[Case], place: Path) -> Path:
    """NDJSON, each line a flat object, compressed."""
    path = place / "flat.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join(json.dumps(dict(_cells(case))) for case in cases).encode()))
    return path


def wide(cases: Sequence[Case], place: Path, delimiter: str = ",") -> Path:
    """CSV with a column for each finding."""
    names = list(dict.fromkeys(name for case in cases for name, _ in _cells(case)))
    path = place / "wide.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, names, delimiter=delimiter)
        writer.writeheader()
        for case in cases:
            writer.writerow({name: _in_text(value) for name, value in _cells(case)})
    return path


def long(cases: Iterable[Case], place: Path) -> Path:
    """TSV with a row for each finding."""
    path = place / "long.tsv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(("id", "finding", "value"))
        writer.writerows((case.id, name, _in_text(value)) for case in cases for name, value in _cells(case) if name != "id")
    return path


def parquet(cases: Sequence[Case], place: Path) -> Path:
    """Parquet with a typed column for each single finding, in small row groups."""
    rows: list[dict[str, Value]] = [{ID: case.id, **case.values(), **({"setting": case.setting} if case.setting else {})} for case in cases]
    types = {name: pl.String() if name in (ID, "setting") else column_type(atom(name)) for row in rows for name in row}
    path = place / "typed.parquet"
    pl.DataFrame(rows, schema=types).write_parquet(path, row_group_size=7)
    return path


Format = Callable[[Sequence[Case], Path], Path]
FORMATS: list[Format] = [folder, documents, flat, wide, long, parquet]


def _cells(case: Case) -> Iterator[tuple[str, object]]:
    yield "id", case.id
    yield from ((name, value) for name in ("age", "sex", "setting") if (value := getattr(case, name)) is not None)
    yield from case.findings.items()


def _in_text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "; ".join(value) if isinstance(value, list) else str(value)
