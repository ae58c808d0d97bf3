"""Broken files: a bad row is refused with its line and the others are read; a file that cannot be read says why."""

from __future__ import annotations

import gzip
from decimal import Decimal
from pathlib import Path

import numpy as np
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from mrddx.batch.intake.cells import CellReader
from mrddx.batch.intake.duplicates import Seen
from mrddx.readers.issues import CaseRefusedError, UnreadableInputError

from . import written

HEADER = "id,lvef,fever\n"


def refused(path: Path) -> tuple[list[str], list[tuple[int | None, str]]]:
    """The cases that are read, and line and message of the others."""
    read = written.chunks(path, size=2)
    return list(written.table(read)), [(reject.line, reject.message) for reject in written.rejects(read)]


def test_short_and_long_rows_are_refused_alone(tmp_path: Path) -> None:
    path = written.text(tmp_path / "a.csv", HEADER + "a,35,yes\nb,35\nc,35,yes,no\nd,40,no\n")
    assert refused(path) == (["a", "d"], [(3, "the row has 2 cells and the header 3"), (4, "the row has 4 cells and the header 3")])


def test_a_cell_that_is_not_utf8_spoils_its_row_only(tmp_path: Path) -> None:
    path = written.text(tmp_path / "a.csv", HEADER.encode() + b"a,35,yes\nb,35,n\xe4\nc,\xe9\nd\xe9,40,no\ne,41,no\n")
    cases, rejects = refused(path)
    assert cases == ["a", "e"]
    assert [line for line, _ in rejects] == [3, 4, 5]
    assert "not UTF-8" in rejects[0][1]
    assert "not UTF-8" in rejects[2][1]


def test_bytes_that_are_not_utf8_do_no_harm_in_a_column_that_is_not_read(tmp_path: Path) -> None:
    path = written.text(tmp_path / "a.csv", b"id,lvef,comment\na,35,na\xefve\n")
    assert refused(path) == (["a"], [])


def test_lines_are_counted_through_marks_quotes_and_empty_lines(tmp_path: Path) -> None:
    text = '\ufeffid,lvef,"fever"\r\n\r\na,35,yes\r\n"b","35\r\n",yes\r\n,,\r\nc,400,no\r\n\r\nd,500,no'
    assert refused(written.text(tmp_path / "a.csv", text)) == (
        ["a", "b"], [(7, "400 % is outside the plausible 3 to 92 %"), (9, "500 % is outside the plausible 3 to 92 %")],
    )  # fmt: skip


def test_a_header_may_begin_late_and_hold_line_breaks(tmp_path: Path) -> None:
    path = written.text(tmp_path / "a.csv", '\n\nid,"EF\n(%)",\na,35,x\nb,400,\n')
    assert refused(path) == (["a"], [(6, "400 % is outside the plausible 3 to 92 %")])


def test_a_quotation_mark_that_spoils_its_row_is_said_with_what_it_swallows(tmp_path: Path) -> None:
    path = written.text(tmp_path / "a.csv", HEADER + 'a,35,yes\nb,"35,yes\nc,35,yes\nd,35,yes"\ne,35,yes\n')
    cases, ((line, message),) = refused(path)
    assert (cases, line) == (["a", "e"], 3)
    assert "takes 2 further lines with it" in message


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ('id,lvef,comment\na,55,"said so\nb,50,\nc,50,\n', 2),  # the row is whole
        (HEADER + 'a,35,yes\nb,"35,yes\nc,35,yes', 3),  # it has too few cells
        (HEADER + 'a,35,"yes\n"\nb,35,no\nc,"3\n5","no', 6),  # it begins on an earlier line
        (HEADER + 'a,"3\n5","4,""no', 3),
        ('lvef\n35\n"36\n37\n', 3),  # a single column
        ('id,finding,value\na,lvef,35\na,fever,"no\nb,fever,no\n', 3),  # a long table
        ('id,"lvef\na,35\n', 1),  # the header
        (HEADER + 'a,35,"no""', 2),  # two marks in quotes are one that is meant
    ],
)
def test_a_quotation_mark_that_is_never_closed_refuses_the_file(content: str, line: int, tmp_path: Path) -> None:
    with pytest.raises(UnreadableInputError, match=rf"line {line}: a quotation mark opens in line {line} and is never closed; close it or remove it"):
        written.chunks(written.text(tmp_path / "a.csv", content))


@pytest.mark.parametrize("end", ["", "\n", "\r\n", "\n\n"])
def test_quotation_marks_that_are_closed_or_stand_inside_a_cell_do_no_harm(end: str, tmp_path: Path) -> None:
    path = written.text(tmp_path / "a.csv", 'id,lvef,comment\na,35,5" wide\nb,36,"said ""no"""' + end)
    assert refused(path) == (["a", "b"], [])


def test_a_quotation_mark_that_swallows_megabytes_stops_the_reading(tmp_path: Path) -> None:
    path = written.text(tmp_path / "a.csv", HEADER + 'a,35,yes\nb,"35,yes\n' + "c,35,yes\n" * 2_000_000)
    with pytest.raises(UnreadableInputError, match=r"line 3: a quotation mark opens .* is not closed within 8 MB"):
        written.chunks(path)


def test_a_huge_cell_is_refused_and_shown_short(tmp_path: Path) -> None:
    path = written.text(tmp_path / "a.csv", HEADER + f"a,35,{'x' * 1_000_000}\nb,35,yes\n" + f"{'i' * 300},35,yes\n")
    cases, rejects = refused(path)
    assert cases == ["b"]
    assert [line for line, _ in rejects] == [2, 4]
    assert all(len(message) < 200 for _, message in rejects)


def test_an_empty_or_unprintable_id_is_refused(tmp_path: Path) -> None:
    path = written.text(tmp_path / "a.csv", HEADER + ' ,35,yes\n"a\nb",35,yes\nNA,36,no\nJosé,35,yes\n')
    assert refused(path) == (
        ["José"], [(2, "the row has no id"), (3, "the id holds a line break or another character that cannot be printed"), (5, "the row has no id")],
    )  # fmt: skip


def test_an_id_that_stood_before_is_refused_across_chunks(tmp_path: Path) -> None:
    path = written.text(tmp_path / "a.csv", HEADER + "a,35,yes\nb,35,yes\nc,35,yes\na,36,no\nc,37,no\na,38,no\n")
    cases, rejects = refused(path)
    assert cases == ["a", "b", "c"]
    assert [(line, message.rpartition(", ")[2]) for line, message in rejects] == [(5, "line 2"), (6, "line 4"), (7, "line 2")]


def test_ids_are_found_again_when_they_no_longer_fit_into_memory(tmp_path: Path) -> None:
    seen = Seen(tmp_path, in_memory=100)
    rng = np.random.default_rng(5)
    stood: dict[str, int] = {}
    place = 0
    for _ in range(40):
        ids = [None if number == 7 else f"p{number}" for number in rng.integers(0, 900, 37).tolist()]
        places = np.arange(place, place := place + len(ids))
        first = seen.add(pl.Series(ids, dtype=pl.String()), places)
        for id, at, before in zip(ids, places.tolist(), first.tolist(), strict=True):
            assert before == (-1 if id is None else stood.get(id, -1))
            if id is not None:
                stood.setdefault(id, at)
    assert list(tmp_path.glob("*.npy"))


def test_broken_json_is_refused_line_by_line(tmp_path: Path) -> None:
    lines = [
        b'\xef\xbb\xbf{"id": "a", "findings": {"lvef": 35, "fever": false}}', b"", b'{"id": "b", "lvef": }', b'["c"]', b'{"id": "d", "lvef": 35, "lvef": 36}',
        b'{"id": "e", "fever": "\xe9"}', b'{"id": "f", "fever": "\\ud800"}', b'{"id": "g", "findings": {"feverr": 35}}',
        b'{"id": "h", "lvef": 35, "findings": {}}',
        b'{"id": "i", "lvef": {"a": 1}}', b'{"id": null, "lvef": 35}', b'{"id": 12, "lvef": NaN, "fever": true, "Other": [1]}', b"[" * 100_000,
    ]  # fmt: skip
    path = written.text(tmp_path / "a.ndjson", b"\n".join(lines))
    read = written.chunks(path, size=3)
    assert written.table(read) == {"a": {"lvef": 35.0, "fever": False}, "12": {"fever": True}}
    assert [reject.line for reject in written.rejects(read)] == [3, 4, 5, 6, 7, 8, 9, 10, 11, 13]
    assert {reject.line: reject.mend for reject in written.rejects(read)}[8].startswith("did you mean fever")
    assert all(reject.mend for reject in written.rejects(read))


def test_a_case_file_that_is_refused_says_so_under_its_name(tmp_path: Path) -> None:
    folder = tmp_path / "cases"
    folder.mkdir()
    written.text(folder / "a.yaml", "findings:\n  lvef: 35\n")
    written.text(folder / "b.yaml", "id: b\nfindings:\n  lvef: 350\n  lfev: 3\n")
    written.text(folder / "c.json", '{"id": "a", "findings": {"fever": "<3>"}}')
    written.text(folder / "d.json", '{"id": "a", "findings": {"fever": "no"}}')
    written.text(folder / "readme.txt", "no case")
    read = written.chunks(folder, size=3)
    assert written.table(read) == {"a": {"lvef": 35.0}}
    assert [(Path(reject.source).name, reject.line, reject.column) for reject in written.rejects(read)] == [
        ("b.yaml", 3, "lvef"), ("b.yaml", 4, "lfev"), ("c.json", 1, "fever"), ("d.json", None, "id"),
    ]  # fmt: skip
    assert "a.yaml" in written.rejects(read)[-1].message


def test_a_refused_row_counts_once_whatever_is_wrong_with_it(tmp_path: Path) -> None:
    folder = tmp_path / "cases"
    folder.mkdir()
    written.text(folder / "a.yaml", "findings:\n  lvef: 350\n  lfev: 3\n  fever: tomato\n")
    written.text(folder / "b.yaml", "findings:\n  lvef: 35\n")
    wide = written.text(tmp_path / "w.csv", HEADER + "a,350,tomato\nb,35,yes\nc,35\n,400,tomato\n")
    lines = written.text(tmp_path / "l.ndjson", '{"id": "a", "lvef": 350, "fever": "tomato"}\n{"id": "b", "lvef": 35}\n[\n')
    # a and c are refused; so is, alone, the line that names no case
    long = written.text(tmp_path / "g.csv", "id,finding,value\na,lvef,350\na,fever,tomato\nb,lvef,35\n,fever,no\nc,lvef,400\nc,fever,x\n")
    for path, rows in ((folder, 2), (wide, 4), (lines, 3), (long, 4)):
        for size in (1, 2, 100):
            read = written.chunks(path, size=size)
            assert list(written.table(read)) == ["b"]
            assert sum(chunk.rows for chunk in read) == rows


def test_a_parquet_file_with_a_name_twice_is_refused(tmp_path: Path) -> None:
    columns = [pa.array(["a"]), pa.array(["b"]), pa.array([35])]
    pq.write_table(pa.Table.from_arrays(columns, names=["id", "id", "lvef"]), path := tmp_path / "a.parquet")
    with pytest.raises(UnreadableInputError, match="two columns are called “id”"):
        written.source(path)


def test_decimal_numbers_of_any_width_are_read_to_the_digit(tmp_path: Path) -> None:
    numbers = [Decimal(n) / 100 for n in range(300, 9200, 7)]
    table = pa.table({"id": pa.array(map(Decimal, range(len(numbers))), pa.decimal256(50, 2)), "lvef": pa.array(numbers, pa.decimal256(50, 2))})
    pq.write_table(table, path := tmp_path / "a.parquet")
    assert written.table(written.chunks(path, size=2000)) == {str(n): {"lvef": float(number)} for n, number in enumerate(numbers)}


@pytest.mark.parametrize(("finding", "value"), [(["lvef"], 35), ("lvef", {"a": 35})])
def test_a_long_table_of_lists_or_structs_is_refused(finding: object, value: object, tmp_path: Path) -> None:
    pq.write_table(pa.table({"id": ["a"], "finding": [finding], "value": [value]}), path := tmp_path / "a.parquet")
    with pytest.raises(UnreadableInputError, match="holds values of type"):
        written.source(path)


@pytest.mark.parametrize(
    "fault", [pa.ArrowNotImplementedError("no kernel"), pl.exceptions.ComputeError("no kernel"), pl.exceptions.PanicException("no kernel")]
)
def test_a_type_that_nobody_foresaw_is_said_with_its_column(fault: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise fault

    monkeypatch.setattr(CellReader, "read", fail)
    with pytest.raises(UnreadableInputError, match=r"a\.csv: the column “lvef” of type string cannot be read: no kernel"):
        written.chunks(written.text(tmp_path / "a.csv", "id,lvef\na,35\n"))


def test_a_parquet_file_that_is_cut_short_is_refused(tmp_path: Path) -> None:
    pl.DataFrame({"id": ["a", "b"], "lvef": [35, 36]}).write_parquet(path := tmp_path / "a.parquet")
    path.write_bytes(path.read_bytes()[:-7])
    with pytest.raises(UnreadableInputError, match="cut short"):
        written.source(path)


def test_a_parquet_file_that_is_damaged_inside_is_refused_while_it_is_read(tmp_path: Path) -> None:
    pl.DataFrame({"id": [str(number) for number in range(999)], "lvef": [35.0] * 999}).write_parquet(path := tmp_path / "a.parquet")
    data = bytearray(path.read_bytes())
    data[4:60] = b"\xff" * 56
    path.write_bytes(data)
    with pytest.raises(UnreadableInputError, match="damaged"):
        written.chunks(path)


def test_texts_of_another_encoding_spoil_their_rows_of_a_parquet_file_only(tmp_path: Path) -> None:
    frame = pl.DataFrame({"id": ["a", "b", "cX"], "mr_grade": ["severe", "severX", "severe"]})
    frame.write_parquet(path := tmp_path / "a.parquet", compression="uncompressed", statistics=False)
    path.write_bytes(path.read_bytes().replace(b"severX", b"sever\xe9").replace(b"cX", b"c\xe9"))
    cases, rejects = refused(path)
    assert cases == ["a"]
    assert [line for line, _ in rejects] == [2, 3]
    assert all("not UTF-8" in message for _, message in rejects)


def test_a_compressed_file_that_is_cut_short_is_refused(tmp_path: Path) -> None:
    rows = "".join(f"{number},{number % 90},yes\n" for number in range(5000))
    for name, content in (("a.csv.gz", HEADER + rows), ("a.ndjson.gz", '{"lvef": 35}\n' * 5000)):
        whole = gzip.compress(content.encode())
        assert sum(chunk.rows for chunk in written.chunks(written.text(tmp_path / name, whole))) == 5000
        with pytest.raises(UnreadableInputError, match="not a whole gzip file"):
            written.chunks(written.text(tmp_path / name, whole[: len(whole) // 2]))


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.csv", b"", "it is empty"),
        ("a.csv", b" \n\n", "it is empty"),
        ("a.ndjson", b"\n", "it is empty"),
        ("a.parquet", b"", "it is empty"),
        ("a.parquet", b"id,lvef\n", "it is not a Parquet file"),
        ("a.csv", "id,lvef\na,35\n".encode("utf-16"), "UTF-16"),
        ("a.csv", b"PK\x03\x04xxx\n", "zip archive"),
        ("a.csv", b"id,lv\xe9f\na,1\n", "line 1: it is not UTF-8"),
        ("a.csv", b"id,foo,bar\na,1,2\n", "no column is the name of a finding"),
        ("a.csv", b"id,lvef,EF\na,1,2\n", "“lvef” and “EF” are both read as lvef"),
        ("a.csv", b"id,lvef,lvef\na,1,2\n", "two columns are called “lvef”"),
        ("a.csv", b"finding,value\nlvef,2\n", "no column of ids"),
        ("a.txt", b"id,lvef\n", "“.txt” is not a suffix that is known"),
        ("a", b"id,lvef\n", "its name has no suffix"),
    ],
)
def test_a_file_that_is_no_table_says_why(name: str, content: bytes, message: str, tmp_path: Path) -> None:
    with pytest.raises(CaseRefusedError, match=message) as refusal:
        written.chunks(written.text(tmp_path / name, content))
    (issue,) = refusal.value.issues
    assert issue.mend
    assert name in issue.where


def test_what_is_not_there_or_of_two_shapes_is_refused(tmp_path: Path) -> None:
    wide = written.text(tmp_path / "a.csv", "id,lvef\na,35\n")
    long = written.text(tmp_path / "b.csv", "id,finding,value\na,lvef,35\n")
    lines = written.text(tmp_path / "c.ndjson", "{}\n")
    with pytest.raises(UnreadableInputError, match="no such file"):
        written.source(tmp_path / "none.csv")
    (tmp_path / "empty").mkdir()
    with pytest.raises(UnreadableInputError, match="no file in this folder can be read"):
        written.source(tmp_path / "empty")
    for other in (long, lines):
        with pytest.raises(UnreadableInputError, match="different shapes"):
            written.source(wide, other)


def test_a_header_without_rows_is_an_input_without_rows(tmp_path: Path) -> None:
    assert written.chunks(written.text(tmp_path / "a.csv", HEADER)) == []
