"""A dry run says column by column what a batch would read."""

from __future__ import annotations

from pathlib import Path

import pytest

from mrddx.batch.intake.dry_run import dry_run
from mrddx.reports.batch import dry_run_data, dry_run_text

from . import written

TABLE = """\
id,LVEDD (cm),fever,flail_segments,age,mr_grade,Hospital,lvfe,known_cause,remarks
a,3.5,1,P2,60,severe,x,1,y,
b,,0,no,70,severe,x,1,y,
c,900,2,,,heavy,x,1,y,
a,4,,P3; P2,,severe,x,1,y,
d,<4,,,,,x,1,y,
short
"""


def test_the_columns_are_counted_as_they_are_read(tmp_path: Path) -> None:
    run = dry_run(written.source(written.text(tmp_path / "r.csv", TABLE)))
    # six rows: c has bad cells, the second a stood before, and the last is short
    assert (run.rows, run.cases, run.refused, run.has_ids) == (6, 3, 3, True)
    counts = {each.column.name: (each.tally.known, each.tally.present, each.tally.absent, each.unknown, each.tally.refused) for each in run.columns}
    assert counts == {
        "LVEDD (cm)": (3, 0, 0, 2, 1), "fever": (2, 1, 1, 3, 1), "flail_segments": (3, 2, 1, 3, 0), "age": (2, 0, 0, 4, 0), "mr_grade": (3, 0, 0, 2, 1),
    }  # fmt: skip
    assert {column.name for column in run.not_read} == {"Hospital", "lvfe", "known_cause", "remarks"}
    assert run.warnings == {"LVEDD (cm): a value is not an exact number": 1}


def test_the_text_says_what_is_converted_refused_and_not_read(tmp_path: Path) -> None:
    run = dry_run(written.source(written.text(tmp_path / "r.csv", TABLE)))
    text = "\n".join(dry_run_text(run))
    for words in (
        "6 rows, 3 cases to assess, 3 refused", "LVEDD (cm): lvedd, from cm to mm", "“heavy” is not an option here", "lvfe: did you mean lvef",
        "known_cause: known answer, not read", "stands already in", "the row has 1 cell and", "is not an exact number",
        "Hospital: no finding has a name like it",
    ):  # fmt: skip
        assert words in text
    data = dry_run_data(run)
    assert (data["rows"], data["cases"]) == (6, 3)
    assert data["columns"][1] == {
        "column": "fever", "finding": "fever", "unit": None, "known": 2, "present": 1, "absent": 1, "unknown": 3, "refused": 1,
        "example": {"source": str(tmp_path / "r.csv"), "line": 4, "case": "c", "column": "fever", "message": "“2” is a number, and this finding is a yes/no",
                    "mend": "write yes, no or unknown"},
    }  # fmt: skip


def test_made_ids_are_said(tmp_path: Path) -> None:
    run = dry_run(written.source(written.text(tmp_path / "r.csv", "lvef\n35\n")))
    assert "No column of ids" in "\n".join(dry_run_text(run))


@pytest.mark.parametrize("write", [written.folder, written.documents, written.long, written.parquet])
def test_every_format_can_be_tried(write: written.Format, tmp_path: Path) -> None:
    cases = written.library()
    run = dry_run(written.source(write(cases, tmp_path)))
    assert (run.rows, run.cases, run.refused, run.has_ids) == (len(cases), len(cases), 0, True)
    known = {each.column.name.removeprefix("findings."): each.tally.known for each in run.columns}
    assert known["mr_grade"] == sum("mr_grade" in case.values() for case in cases)


@pytest.mark.parametrize(("name", "content"), [("r.ndjson", '{"id": "a", "EFX": 40}'), ("r.csv", "id,finding,value\na,EFX,40\n")])
def test_names_of_the_mapping_that_are_never_met_are_listed(name: str, content: str, tmp_path: Path) -> None:
    mapping = written.text(tmp_path / "map.yaml", "columns:\n  efx: lvef\n  Fieber: fever\n")
    run = dry_run(written.source(written.text(tmp_path / name, content), mapping=mapping))
    assert [(column.name, column.hint) for column in run.not_read] == [("Fieber", "named in the mapping and never met")]
