"""Tables with a row for each finding: the rows of a case are gathered, wherever they stand."""

from __future__ import annotations

import random
from pathlib import Path

import polars as pl
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mrddx.readers.issues import Policy

from . import written

HEADER = "patient_id,finding,value,unit\n"


def test_rows_become_cases_with_units_and_several_options(tmp_path: Path) -> None:
    rows = "a,LVEDD,3.5,cm\na,flail_segments,P2,\na,flail_segments,P3,\na,age,15,months\nb,LVEF,40,\nb,creatinine,,mg/dL\nb,unheard,7,\n"
    source = written.source(written.text(tmp_path / "a.csv", HEADER + rows))
    read = list(source.chunks(1))
    assert written.table(read) == {"a": {"lvedd": 35.0, "flail_segments.P2": True, "flail_segments.P3": True, "age_years": 1.25}, "b": {"lvef": 40.0}}
    assert [chunk.rows for chunk in read] == [1, 1]
    assert source.assembler.columns.known["unheard"].hint


def test_a_bad_value_is_refused_with_its_own_line(tmp_path: Path) -> None:
    rows = "a,LVEF,40,\na,fever,tomato,\n,LVEF,30,\na,,30,\nb,LVEF,400,\nb,fever,no,\nc,LVEF,50,\nc,lvef,51,\nc,short\nd,fever,no,\nd,fever,no,\n"
    read = written.chunks(written.text(tmp_path / "a.csv", HEADER + rows))
    assert written.table(read) == {"d": {"fever": False}}
    assert [(reject.line, reject.case, reject.message) for reject in written.rejects(read)] == [
        (3, "a", "“tomato” is not yes or no, and this finding is a yes/no"),
        (4, None, "the row has no id"),
        (5, "a", "the row names no finding"),
        (6, "b", "400 % is outside the plausible 3 to 92 %"),
        (8, "c", "lvef is given twice and differently, under “LVEF” and “lvef”"),
        (10, None, "the row has 2 cells and the header 4"),
    ]


def test_further_columns_say_the_same_in_each_row_of_a_case(tmp_path: Path) -> None:
    path = written.text(tmp_path / "a.csv", "id,age,finding,value\na,60,fever,no\na,60,lvef,40\nb,60,fever,no\nb,61,lvef,40\n")
    read = written.chunks(path)
    assert written.table(read) == {"a": {"age_years": 60.0, "fever": False, "lvef": 40.0}}
    assert written.rejects(read)[0].case == "b"


def test_a_typed_table_keeps_its_numbers(tmp_path: Path) -> None:
    frame = pl.DataFrame({"id": [7, 7, 8], "finding": ["lvef", "fever", "lvef"], "value": [35.25, 1.0, None]})
    frame.write_parquet(path := tmp_path / "a.parquet")
    assert written.table(written.chunks(path)) == {"7": {"lvef": 35.25, "fever": True}}


@given(order=st.randoms(use_true_random=False), size=st.integers(1, 30))
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_rows_in_any_order_give_the_same_cases(tmp_path: Path, order: random.Random, size: int) -> None:
    names = ["lvef", "fever", "mr_grade", "flail_segments"]
    values = {"lvef": ["35", "40 %"], "fever": ["yes", "no"], "mr_grade": ["mild", "severe"], "flail_segments": ["P2"]}
    rows = [(f"p{case}", name, values[name][case % len(values[name])], "") for case in range(12) for name in names]
    tidy = written.text(tmp_path / "tidy.csv", HEADER + "".join(",".join(row) + "\n" for row in rows))
    order.shuffle(rows)
    mixed = written.text(tmp_path / "mixed.csv", HEADER + "".join(",".join(row) + "\n" for row in rows))
    source = written.source(mixed)
    read = list(source.chunks(size))
    assert written.table(read) == written.table(written.chunks(tidy))
    assert list(written.table(source.chunks(size, first=1))) == [id for chunk in read[1:] for id in written.table([chunk])]
    assert not list((tmp_path / "work").iterdir())


def test_the_line_of_a_bad_value_survives_the_sorting(tmp_path: Path) -> None:
    path = written.text(tmp_path / "a.csv", HEADER + "a,lvef,40,\nb,lvef,40,\nb,broken\na,fever,tomato,\nb,fever,no,\n")
    read = written.chunks(path, policy=Policy.LENIENT)
    assert written.table(read) == {"b": {"lvef": 40.0, "fever": False}}
    assert sorted([(reject.line, reject.case) for reject in written.rejects(read)], key=str) == [(4, None), (5, "a")]


LINES = st.lists(
    st.sampled_from(["a,lvef,40,", "a,fever,tomato,", "b,lvef,400,", "b,fever,x,", "c,lvef,35,", ",lvef,30,", "c,,30,", "short", "d,mr_grade,mild,"]),
    max_size=20,
)


@given(lines=LINES, size=st.integers(1, 6))
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_rows_are_the_cases_and_what_is_refused(tmp_path: Path, lines: list[str], size: int) -> None:
    files = [written.text(tmp_path / name, HEADER + "".join(f"{line}\n" for line in lines)) for name in ("one.csv", "other.csv")]
    source = written.source(*files)
    read = list(source.chunks(size))
    alone = [line for line in lines if line == "short" or line.startswith(",") or ",," in line]
    cases = {line[0] for line in lines if line not in alone}
    # every case stands again in the other file and is refused there
    assert sum(chunk.rows for chunk in read) == 2 * (len(cases) + len(alone))
    assert set(written.table(read)) == cases - refused_cases(lines)
    for first in range(len(read) + 1):
        assert [(chunk.number, chunk.rows, chunk.rejects) for chunk in source.chunks(size, first=first)] == [
            (chunk.number, chunk.rows, chunk.rejects) for chunk in read[first:]
        ]


def refused_cases(lines: list[str]) -> set[str]:
    """The cases of which a value cannot be."""
    return {line[0] for line in lines if "tomato" in line or "400" in line or ",x," in line}
