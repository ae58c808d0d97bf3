"""What a cell says: words, numbers, units and codes, and what the policies do with the rest."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mrddx.batch.intake.cells import CellReader
from mrddx.batch.intake.column import Use
from mrddx.batch.intake.columns import column_named
from mrddx.batch.intake.mapping import MISSING
from mrddx.facts.findings import Quantity
from mrddx.facts.vocabulary import FINDINGS
from mrddx.readers.issues import Policy, UnreadableInputError
from mrddx.readers.values import read_value

from . import written


@pytest.mark.parametrize(
    ("name", "finding", "unit"),
    [
        ("lvef", "lvef", None), ("EF", "lvef", None), ("LV_ejection-Fraction", "lvef", None), ("LVEDD (cm)", "lvedd", "cm"),
        ("creatinine_mg_dl", "creatinine", "mg/dL"), ("Creatinine [µmol/L]", "creatinine", "umol/L"), ("lvedd_mm", "lvedd", "mm"),
        ("CTR (%)", "cardiothoracic_ratio", "%"), ("CTR %", "cardiothoracic_ratio", "%"), ("flail_segments.P2", "flail_segments.P2", None),
        ("flail_segments_p2", "flail_segments.P2", None), ("gender", "sex", None), ("findings.fever", "fever", None), ("bnp", "bnp", None),
    ],
)  # fmt: skip
def test_columns_are_known_by_id_label_and_synonym_with_their_unit(name: str, finding: str, unit: str | None) -> None:
    column = column_named(name)
    assert (column.use, column.unit) == (Use.FINDING, unit)
    assert column.finding is not None
    assert column.finding.id == finding


@pytest.mark.parametrize(
    ("name", "use"),
    [
        ("Patient ID", Use.ID), ("record_id", Use.ID), ("Age", Use.AGE), ("age (months)", Use.AGE), ("known_cause", Use.KNOWN), ("known_class", Use.KNOWN),
        ("comment", Use.COMMENT), ("lvedd_parsec", Use.UNKNOWN), ("findings.lfev", Use.MISNAMED), ("Variable", Use.NAME), ("chf", Use.UNKNOWN),
    ],
)  # fmt: skip
def test_columns_that_are_no_findings_are_known_too(name: str, use: Use) -> None:
    assert column_named(name).use is use


def test_a_synonym_of_two_findings_is_not_guessed() -> None:
    assert "heart_failure_known or heart_failure" in column_named("CHF").hint


CASES: list[tuple[str, str, dict[str, Any]]] = [
    ("fever", "1", {"fever": True}),
    ("fever", "0.0", {"fever": False}),
    ("fever", "absent", {"fever": False}),
    ("fever", "NA", {}),
    ("lvef", "55 %", {"lvef": 55.0}),
    ("lvef", "<40", {"lvef": math.nextafter(40, 0)}),
    ("lvedd", "3.5 cm", {"lvedd": 35.0}),
    ("LVEDD (cm)", "3.5", {"lvedd": 35.0}),
    ("LVEDD (cm)", "35 mm", {"lvedd": 35.0}),  # a unit in the cell counts
    ("LVEDD (cm)", "less than 6", {"lvedd": math.nextafter(60, 0)}),
    ("creatinine_umol_l", "140", {"creatinine": read_value(FINDINGS["creatinine"], "140 umol/L").value}),
    ("age", "15 months", {"age_years": 1.25}),
    ("age (months)", "15", {"age_years": 1.25}),
    ("age", "infant", {"age_group": "infant"}),
    ("flail_segments", "P2; P3", {"flail_segments.P2": True, "flail_segments.P3": True}),
    ("mr_grade", "Severe", {"mr_grade": "severe"}),
    ("setting", "low_income", {"setting": "low_income"}),
]


@pytest.mark.parametrize(("name", "cell", "says"), CASES)
def test_a_cell_says_what_it_says_in_a_case_file(name: str, cell: str, says: dict[str, Any], tmp_path: Path) -> None:
    path = written.text(tmp_path / "a.csv", f"id,syncope,{name}\na,no,{cell}\n")
    assert written.table(written.chunks(path)) == {"a": {"syncope": False, **says}}


@pytest.mark.parametrize(
    ("series", "says"),
    [
        (pl.Series("fever", [1, 0, None]), [True, False, None]),
        (pl.Series("fever", [1.0, 0.0, math.nan]), [True, False, None]),
        (pl.Series("fever", [True, False, None]), [True, False, None]),
        (pl.Series("lvef", [35, 40, None], dtype=pl.Int16), [35.0, 40.0, None]),
        (pl.Series("lvef", [35.5, math.nan, None]), [35.5, None, None]),
        (pl.Series("lvef", ["35.5", "40 %", ""]), [35.5, 40.0, None]),
        (pl.Series("LVEDD (cm)", [3.5, 4.1, None]), [35.0, 41.0, None]),
        (pl.Series("mr_grade", ["mild", None, "severe"], dtype=pl.Categorical()), ["mild", None, "severe"]),
    ],
)
def test_typed_columns_are_read_by_their_type(series: pl.Series, says: list[object], tmp_path: Path) -> None:
    pl.DataFrame([pl.Series("id", [1, 2, 3]), pl.Series("syncope", [True] * 3), series]).write_parquet(path := tmp_path / "a.parquet")
    cases = written.chunks(path)[0].cases
    assert cases["id"].to_list() == ["1", "2", "3"]
    assert cases[:, -1].to_list() == says


def test_lists_name_the_options_that_are_present(tmp_path: Path) -> None:
    frame = pl.DataFrame({"id": ["a", "b"], "fever": [True, True], "flail_segments": [["P2", "P3"], []]})
    frame.write_parquet(path := tmp_path / "a.parquet")
    assert written.table(written.chunks(path))["a"] == {"fever": True, "flail_segments.P2": True, "flail_segments.P3": True}


DATES = pl.date_range(pl.date(2020, 1, 1), pl.date(2020, 1, 2), eager=True)


@pytest.mark.parametrize(("values", "what"), [([True, False], "yes and no"), ([[1], [2]], "list"), (DATES, "dates")])
def test_a_column_of_a_type_that_never_fits_is_refused_at_once(values: Any, what: str, tmp_path: Path) -> None:
    pl.DataFrame({"id": ["a", "b"], "lvef": values}).write_parquet(path := tmp_path / "a.parquet")
    with pytest.raises(UnreadableInputError, match=rf"“lvef” holds .*{what}.*lvef: ignore"):
        written.source(path)


def test_an_integer_that_is_neither_0_nor_1_is_no_yes_or_no(tmp_path: Path) -> None:
    pl.DataFrame({"id": ["a", "b", "c"], "fever": [1, 2, 0]}).write_parquet(path := tmp_path / "a.parquet")
    read = written.chunks(path)
    assert written.table(read) == {"a": {"fever": True}, "c": {"fever": False}}
    (reject,) = written.rejects(read)
    assert (reject.line, reject.case, reject.column) == (2, "b", "fever")
    assert "“2” is a number" in reject.message


ROW = "id,fever,lvef,mr_grade\na,yes,<40,mild\nb,yes,400,heavy\nc,no,50,mild\n"


def test_lenient_refuses_a_row_with_an_error_and_counts_warnings(tmp_path: Path) -> None:
    read = written.chunks(written.text(tmp_path / "a.csv", ROW))
    assert list(written.table(read)) == ["a", "c"]
    assert [(reject.line, reject.case, reject.column) for reject in written.rejects(read)] == [(3, "b", "lvef"), (3, "b", "mr_grade")]
    assert read[0].warnings == {"lvef: a value is not an exact number": 1}


def test_strict_refuses_a_warning_too(tmp_path: Path) -> None:
    read = written.chunks(written.text(tmp_path / "a.csv", ROW), policy=Policy.STRICT)
    assert list(written.table(read)) == ["c"]
    assert (read[0].warnings, len(written.rejects(read))) == ({}, 3)


def test_minimal_drops_the_cell_and_keeps_the_row(tmp_path: Path) -> None:
    read = written.chunks(written.text(tmp_path / "a.csv", ROW), policy=Policy.MINIMAL)
    assert written.table(read)["b"] == {"fever": True}
    assert read[0].warnings == {
        "lvef: a value is not an exact number": 1, "lvef: dropped: a value is outside the plausible 3 to 92 %": 1,
        "mr_grade: dropped: a value is not an option here": 1,
    }  # fmt: skip


def test_a_row_that_says_two_things_of_one_finding_is_refused(tmp_path: Path) -> None:
    text = "id,fever,age,age_years,age_group,flail_segments,flail_segments.P2\na,yes,62,62,,P2,\nb,yes,62,63,,,\nc,yes,62,,infant,,\nd,yes,62,,,no,yes\n"
    read = written.chunks(path := written.text(tmp_path / "a.csv", text))
    assert list(written.table(read)) == ["a"]
    assert [(reject.line, reject.message) for reject in written.rejects(read)] == [
        (3, "age_years is given twice and differently, under “age” and “age_years”"),
        (4, "the age is given twice and differently: 62 years and infant"),
        (5, "flail_segments.P2 is given twice and differently, under “flail_segments” and “flail_segments.P2”"),
    ]
    kept = written.table(written.chunks(path, policy=Policy.MINIMAL))
    assert kept["b"] == kept["c"] == {"fever": True}


def test_a_contradiction_is_a_warning_as_in_a_case_file(tmp_path: Path) -> None:
    path = written.text(tmp_path / "a.csv", "id,lvedd,lv_dilated,sex\na,70,no,male\nb,70,yes,male\nc,70,,male\n")
    read = written.chunks(path)
    assert len(written.table(read)) == 3
    assert read[0].warnings == {"lv_dilated: other findings of the case speak against it": 1}
    (reject,) = written.rejects(written.chunks(path, policy=Policy.STRICT))
    assert (reject.line, reject.column) == (2, "lv_dilated")
    assert "lvedd" in reject.message


def test_a_row_of_which_nothing_is_known_is_refused(tmp_path: Path) -> None:
    (reject,) = written.rejects(written.chunks(written.text(tmp_path / "a.csv", "id,age,fever\na,60,\nb,60,no\n")))
    assert (reject.line, reject.case, reject.message) == (2, "a", "nothing is known: the row has no findings")


QUANTITIES = [finding for finding in FINDINGS.values() if isinstance(finding, Quantity)]


@given(data=st.data())
@settings(deadline=None)
def test_numbers_at_once_and_one_by_one_are_the_same(data: st.DataObject) -> None:
    import pyarrow as pa

    quantity = data.draw(st.sampled_from(QUANTITIES))
    unit = data.draw(st.sampled_from(list(quantity.units)))
    numbers = data.draw(st.lists(st.floats(0, 3 * quantity.high, allow_nan=False, width=32) | st.integers(0, 2200).map(float), min_size=1))
    texts = [f"{number:.6f}".rstrip("0").rstrip(".") for number in numbers]
    column = column_named(f"{quantity.id} ({unit})") if unit != quantity.unit else column_named(quantity.id)
    typed = CellReader(column, MISSING).read(pa.array([float(text) for text in texts]))
    written_out = CellReader(column, MISSING).read(pa.array(texts))
    expected = [read_value(quantity, f"{text} {unit}" if unit != "1" else text) for text in texts]
    values = [None if reading.refused else reading.value for reading in expected]
    assert typed.values[quantity.id].to_list() == written_out.values[quantity.id].to_list() == values
