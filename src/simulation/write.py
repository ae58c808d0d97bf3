"""Writes simulated cases: a table (Parquet, CSV), case documents line by line (NDJSON), or a folder of case files (YAML).

What is written stands beside its place under another name until it is whole, and is then renamed. Memory holds a few blocks, however many
cases there are, and the same seed gives the same cases in every form.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import polars as pl
import pyarrow.parquet as pq

from ..batch.records import ID, SETTING
from ..facts import patient
from ..facts.case import Case
from ..facts.findings import Choices, Quantity, YesNo
from ..facts.vocabulary import FINDINGS
from ..inference.knowledge import knowledge_base
from ..readers.case_text import case_yaml
from . import plan
from .draw import KNOWN, Simulation

SUFFIXES = (".parquet", ".ndjson", ".jsonl", ".csv")
_BLOCKS_A_GROUP = 4
_REMARK = "Simulated from the frequencies of the rules; not a patient."
_NAMED = (ID, SETTING, *KNOWN, patient.age_years.id, patient.sex.id)
Progress = Callable[[int], None]


class OutputError(ValueError):
    """Cases cannot be written to such a place; the message says what to write instead."""


def write(simulation: Simulation, cases: int, output: Path, *, progress: Progress | None = None) -> None:
    """Write so many cases in the form that the name of ``output`` asks for; a name without a suffix is a folder of case files.

    ``progress`` is told each time how many more cases are written. A file that is there is replaced, a folder that holds anything is not.

    Raises:
        OutputError: the suffix is none of ``SUFFIXES``, or the folder is not empty.
        OSError: it cannot be written there.
    """
    writers = {".parquet": _parquet, ".csv": _csv, ".ndjson": _ndjson, ".jsonl": _ndjson, "": _folder}
    suffix = output.suffix.lower()
    if suffix not in writers:
        raise OutputError(f"{output}: no cases are written as {suffix}; name a file with one of {', '.join(SUFFIXES)}, or a folder for case files (YAML)")
    if output.is_dir() and (suffix or any(output.iterdir())):
        raise OutputError(f"{output}: that is a folder{'' if suffix else ' with something in it'}; name a new {'file' if suffix else 'folder'}")
    part = output.with_name(f".{output.name}.part")
    _remove(part)
    try:
        writers[suffix](simulation, _counted(simulation.blocks(cases), progress), part)
        os.replace(part, output)
    finally:
        _remove(part)


def documents(frame: pl.DataFrame) -> list[dict[str, Any]]:
    """The rows of a simulated table as case documents, with the proven cause under ``known``."""
    found: list[dict[str, Any]] = [{} for _ in range(frame.height)]
    for column in frame.drop(_NAMED).iter_columns():
        family, _, option = column.name.partition(".")
        known = column.is_not_null().arg_true()
        listed = option and isinstance(FINDINGS[family], Choices)
        for row, value in zip(known.to_list(), column.gather(known).to_list(), strict=True):
            if listed and value:
                found[row].setdefault(family, []).append(option)
            else:
                found[row][column.name] = value
    return [_document(row, findings) for row, findings in zip(frame.select(_NAMED).iter_rows(named=True), found, strict=True)]


def _document(row: dict[str, Any], findings: dict[str, Any]) -> dict[str, Any]:
    known = {name.removeprefix("known_"): row[name] for name in KNOWN if row[name] is not None}
    return {"id": row[ID], "age": row[patient.age_years.id], "sex": row[patient.sex.id], "setting": row[SETTING], "findings": findings, "known": known}


def _parquet(simulation: Simulation, blocks: Iterator[pl.DataFrame], path: Path) -> None:
    base = knowledge_base()
    said = f"{_REMARK} Seed {simulation.seed}, setting {simulation.setting}, knowledge {base.version} {base.sha256}."
    writer: pq.ParquetWriter | None = None
    try:
        for frames in _grouped(blocks, _BLOCKS_A_GROUP):
            table = pl.concat(frames).to_arrow(compat_level=pl.CompatLevel.oldest())
            table = table.replace_schema_metadata({"mrddx": said})
            writer = writer or pq.ParquetWriter(path, table.schema, compression="zstd")
            writer.write_table(table, row_group_size=table.num_rows)
    finally:
        if writer is not None:
            writer.close()


def _csv(_: Simulation, blocks: Iterator[pl.DataFrame], path: Path) -> None:
    """One row a case, a column a finding; yes and no, and whole numbers without a point."""
    written = [pl.col(finding.id).cast(pl.String).str.strip_suffix(".0") for finding in plan.findings() if isinstance(finding, Quantity)]
    written += [
        pl.when(pl.col(finding.id)).then(pl.lit("yes")).when(~pl.col(finding.id)).then(pl.lit("no")).alias(finding.id)
        for finding in plan.findings() if isinstance(finding, YesNo)
    ]
    with path.open("wb") as file:
        for number, frame in enumerate(blocks):
            frame.with_columns(written).write_csv(file, include_header=number == 0)


def _ndjson(_: Simulation, blocks: Iterator[pl.DataFrame], path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for frame in blocks:
            file.writelines(f"{json.dumps(_plain(document), ensure_ascii=False)}\n" for document in documents(frame))


def _folder(_: Simulation, blocks: Iterator[pl.DataFrame], path: Path) -> None:
    path.mkdir()
    for frame in blocks:
        for document in documents(frame):
            case = Case.model_validate({**document, "comment": _REMARK})
            (path / f"{case.id}.yaml").write_text(case_yaml(case), encoding="utf-8", newline="\n")


def _plain(value: Any) -> Any:
    """Whole numbers without a point, as people write them."""
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _counted(blocks: Iterable[pl.DataFrame], progress: Progress | None) -> Iterator[pl.DataFrame]:
    for block in blocks:
        yield block
        if progress is not None:
            progress(block.height)


def _grouped(blocks: Iterable[pl.DataFrame], size: int) -> Iterator[list[pl.DataFrame]]:
    group: list[pl.DataFrame] = []
    for block in blocks:
        group.append(block)
        if len(group) == size:
            yield group
            group = []
    if group:
        yield group


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
