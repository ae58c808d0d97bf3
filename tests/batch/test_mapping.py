"""A mapping file says what a registry's own names, units and codes mean, and its mistakes are found with their lines."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from mrddx.batch.intake.column import Use
from mrddx.batch.intake.mapping import read_mapping
from mrddx.readers.issues import UnreadableInputError

from . import written

REGISTRY = """\
columns:
  PatID: id
  LVEF_pct: lvef
  lvidd: {finding: lvedd, unit: cm}
  mr_sev: {finding: mr_grade, values: {1: mild, 2: moderate, 3: severe, 9: unknown}}
  fever_yn: {finding: fever, values: {1: yes, 0: no, 9: unknown}}
  scallop: {finding: flail_segments, values: {1: [P2, P3], 2: P2, 0: none}}
  Crea: {finding: creatinine, unit: umol/L, values: {888: unknown}}
  yrs: {finding: age, unit: months}
  fever: ignore
missing: [NA, "-99", none given]
"""


def mapping(place: Path, text: str = REGISTRY) -> Path:
    return written.text(place / "registry.yaml", text)


def test_names_units_and_codes_are_read_as_the_mapping_says(tmp_path: Path) -> None:
    table = written.text(
        tmp_path / "r.csv",
        "patid,LVEF_pct,lvidd,mr_sev,fever_yn,scallop,crea,yrs,fever,eroa\n"
        "1,55,3.5,3,1,1,100,24,no,0.4\n2,-99,none given,9,0,0,888,-99,yes,-99\n3,50,6,1.0,9,2,,120,yes,\n",
    )
    read = written.chunks(table, mapping=mapping(tmp_path))
    assert written.rejects(read) == []
    found = written.table(read)
    # 100 µmol/L / 88.42 = 1.13 mg/dL; 24 months are 2 years
    assert found["1"].pop("creatinine") == pytest.approx(1.131, abs=0.001)
    assert found["1"] == {
        "lvef": 55.0, "lvedd": 35.0, "mr_grade": "severe", "fever": True, "flail_segments.P2": True, "flail_segments.P3": True, "age_years": 2.0, "eroa": 0.4,
    }  # fmt: skip
    assert found["2"].pop("fever") is False
    assert set(found["2"].values()) == {False}  # no scallop is flail
    assert found["3"] == {"lvef": 50.0, "lvedd": 60.0, "mr_grade": "mild", "flail_segments.P2": True, "age_years": 10.0}


@pytest.mark.parametrize("codes", [[3, 9, 1], [3.0, 9.0, 1.0], ["3", "9", "1"]])
def test_codes_are_read_from_numbers_as_from_texts(codes: list[object], tmp_path: Path) -> None:
    pl.DataFrame({"id": ["a", "b", "c"], "lvef": [40] * 3, "mr_sev": codes}).write_parquet(path := tmp_path / "r.parquet")
    text = "columns:\n  mr_sev: {finding: mr_grade, values: {1: mild, 2: moderate, 3: severe, 9: unknown}}\n"
    cases = written.chunks(path, mapping=mapping(tmp_path, text))[0].cases
    assert cases["mr_grade"].to_list() == ["severe", None, "mild"]


def test_a_code_without_a_meaning_is_refused(tmp_path: Path) -> None:
    table = written.text(tmp_path / "r.csv", "id,lvef,mr_sev\na,40,4\nb,40,1\n")
    text = "columns:\n  mr_sev: {finding: mr_grade, values: {1: mild}}\n"
    (reject,) = written.rejects(written.chunks(table, mapping=mapping(tmp_path, text)))
    assert (reject.line, reject.column) == (2, "mr_sev")
    assert "“4” is not among the mapping's values" in reject.message
    assert "4: unknown" in reject.mend


def test_a_long_table_and_ndjson_take_the_mapping_too(tmp_path: Path) -> None:
    text = "columns:\n  Who: id\n  What: finding\n  Result: value\n  EFX: lvef\n  nope: ignore\n"
    long = written.text(tmp_path / "r.csv", "Who,What,Result\na,EFX,40\na,nope,1\na,fever,1\n")
    assert written.table(written.chunks(long, mapping=mapping(tmp_path, text))) == {"a": {"lvef": 40.0, "fever": True}}
    lines = written.text(tmp_path / "r.ndjson", '{"who": "a", "EFX": 40, "nope": 3}')
    assert written.table(written.chunks(lines, mapping=mapping(tmp_path, text))) == {"a": {"lvef": 40.0}}


def test_a_mapping_may_be_json_and_hold_missing_words_alone(tmp_path: Path) -> None:
    path = written.text(tmp_path / "registry.json", '{"missing": ["-9"]}')
    assert "-9" in read_mapping(path).missing
    column = read_mapping(written.text(path, '{"columns": {"f": {"finding": "fever", "values": {"x": true, "y": null}}}}')).column("F")
    assert column is not None
    assert (column.use, column.name, dict(column.values)) == (Use.FINDING, "F", {"x": "yes", "y": None})


@pytest.mark.parametrize(
    ("text", "line", "message", "mend"),
    [
        ("colums:\n  a: lvef\n", 1, "“colums” is not a part of a mapping", "did you mean columns?"),
        ("columns:\n  a: lvfe\n", 2, "“lvfe” is not the id of a finding", "lvef"),
        ("columns:\n  a: flail_segments.P9\n", 2, "“flail_segments.P9” is not an option of flail_segments", "P2"),
        ("columns:\n  a: lvef\n  b:\n", 3, "“b” does not say what it is", "ignore"),
        ("columns:\n  a: lvef\n  A: fever\n", 3, "“A” stands twice (first in line 2)", "keep one"),
        ("columns:\n  a: {unit: cm}\n", 2, "“a” has no finding", "finding: lvef"),
        ("columns:\n  a: {finding: lvedd, unitt: cm}\n", 2, "“unitt” is not a part of a column", "did you mean unit?"),
        ("columns:\n  a: {finding: lvedd, unit: kg}\n", 2, "“kg” is not a unit of lvedd", "mm and cm"),
        ("columns:\n  a: {finding: fever, unit: cm}\n", 2, "holds no numbers", "leave the unit out"),
        ("columns:\n  a:\n    finding: mr_grade\n    values:\n      1: mild\n      2: sevre\n", 6, "the meaning of “2”: “sevre” is not an option", "severe"),
        ("columns:\n  a: {finding: id, values: {1: x}}\n", 2, "holds no finding", "leave them out"),
        ("columns:\n  a: [lvef]\n", 2, "“a” does not say what it is", "ignore"),
        ("columns: lvef\n", 1, "“columns” is not names with values", "columns:"),
        ("missing: NA\n", 1, "is not a list", "missing: ["),
        ("- a\n- b\n", 1, "the file is a list, and a mapping is names with values", "columns:"),
        ("columns:\n\ta: lvef\n", 2, "a tab", "spaces"),
        ("", None, "it is empty", "columns:"),
    ],
)
def test_mistakes_are_found_with_their_line_and_mend(text: str, line: int | None, message: str, mend: str, tmp_path: Path) -> None:
    with pytest.raises(UnreadableInputError) as refusal:
        read_mapping(mapping(tmp_path, text))
    (issue,) = refusal.value.issues
    assert issue.line == line
    assert message in issue.message
    assert mend in issue.mend


def test_a_name_that_the_table_lacks_is_refused(tmp_path: Path) -> None:
    table = written.text(tmp_path / "r.csv", "id,LVEF_pct\na,40\n")
    with pytest.raises(UnreadableInputError, match=r"line 2: the input has no column “LVEF_pc”; did you mean LVEF_pct\?"):
        written.source(table, mapping=mapping(tmp_path, "columns:\n  LVEF_pc: lvef\n"))


def test_case_files_take_no_mapping(tmp_path: Path) -> None:
    case = written.text(tmp_path / "a.yaml", "findings:\n  lvef: 35\n")
    with pytest.raises(UnreadableInputError, match="case files are read by their own names, without a mapping; leave --map out"):
        written.source(case, mapping=mapping(tmp_path, "columns:\n  EFX: lvef\n"))
