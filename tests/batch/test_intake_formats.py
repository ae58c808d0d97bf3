"""Every format says the same of the same cases, whatever the size of the chunks and wherever reading begins."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mrddx.batch.records import Chunk
from mrddx.readers.issues import UnreadableInputError

from . import written


@pytest.mark.parametrize("write", written.FORMATS)
def test_every_format_gives_the_cases_as_they_are(write: written.Format, tmp_path: Path) -> None:
    read = written.chunks(write(written.library(), tmp_path), size=10)
    assert written.rejects(read) == []
    assert written.table(read) == written.expected(written.library())
    assert [chunk.rows for chunk in read[:-1]] == [10] * (len(read) - 1)


@pytest.mark.parametrize("write", written.FORMATS)
def test_reading_may_begin_at_any_chunk(write: written.Format, tmp_path: Path) -> None:
    source = written.source(write(written.library(), tmp_path))
    whole = list(source.chunks(8))
    for first in range(len(whole) + 2):
        assert_same(list(source.chunks(8, first=first)), whole[first:])


def assert_same(one: Sequence[Chunk], other: Sequence[Chunk]) -> None:
    assert [(chunk.number, chunk.rows, chunk.rejects, chunk.warnings) for chunk in one] == [
        (chunk.number, chunk.rows, chunk.rejects, chunk.warnings) for chunk in other
    ]
    for mine, theirs in zip(one, other, strict=True):
        assert mine.cases.equals(theirs.cases, null_equal=True)


def test_cells_have_the_types_of_a_typed_table(tmp_path: Path) -> None:
    path = written.text(tmp_path / "a.csv", "id,lvef,fever,mr_grade,flail_segments\na,35,yes,severe,P2\n")
    schema = written.chunks(path)[0].cases.schema
    assert [schema[name] for name in ("lvef", "fever", "mr_grade", "flail_segments.P2")] == [pl.Float64(), pl.Boolean(), pl.String(), pl.Boolean()]


def test_several_files_are_read_as_one(tmp_path: Path) -> None:
    one = written.text(tmp_path / "a.csv", "id,lvef\na,35\nb,40\n")
    other = written.text(tmp_path / "b.csv", "id;fever\nc;yes\na;no\n")
    read = written.chunks(one, other, size=3)
    assert [chunk.rows for chunk in read] == [3, 1]
    assert written.table(read) == {"a": {"lvef": 35.0}, "b": {"lvef": 40.0}, "c": {"fever": True}}
    (reject,) = written.rejects(read)
    assert (reject.source, reject.line, reject.case) == (str(other), 3, "a")
    assert "a.csv, line 2" in reject.message


def test_rows_without_ids_are_called_after_file_and_line(tmp_path: Path) -> None:
    path = written.text(tmp_path / "cohort.csv", "lvef\n35\n\n40\n")
    source = written.source(path)
    assert list(written.table(source.chunks(10))) == ["cohort-2", "cohort-4"]
    assert not source.has_ids
    lines = written.text(tmp_path / "more.ndjson", '{"lvef": 30}\n{"id": "x", "lvef": 31}\n')
    assert list(written.table(written.chunks(lines))) == ["more-1", "x"]


def test_a_folder_of_parquet_is_read_in_the_order_of_its_names(tmp_path: Path) -> None:
    folder = tmp_path / "out.parquet"
    (folder / "more").mkdir(parents=True)
    (folder / "_SUCCESS").write_text("")
    pl.DataFrame({"id": ["b"], "lvef": [40]}).write_parquet(folder / "more" / "b.parquet")
    pl.DataFrame({"id": ["a"], "lvef": [35.5]}).write_parquet(folder / "a.parquet")
    source = written.source(folder)
    assert source.rows == 2
    assert written.table(source.chunks(1)) == {"a": {"lvef": 35.5}, "b": {"lvef": 40.0}}


def test_a_partitioned_folder_is_refused_and_one_of_its_partitions_read(tmp_path: Path) -> None:
    partition = tmp_path / "out.parquet" / "setting=community"
    partition.mkdir(parents=True)
    pl.DataFrame({"id": ["a"], "lvef": [40]}).write_parquet(partition / "a.parquet")
    with pytest.raises(UnreadableInputError, match=r"the folder is partitioned by “setting”.* \(setting=community\)"):
        written.source(partition.parent)
    assert written.table(written.chunks(partition)) == {"a": {"lvef": 40.0}}


def test_what_a_batch_run_leaves_in_a_folder_is_not_taken_for_input(tmp_path: Path) -> None:
    folder = tmp_path / "cases"
    (folder / "ranked.csv.parts").mkdir(parents=True)
    written.text(folder / "ranked.csv.parts" / "0.parquet", "")
    written.text(folder / "ranked.csv.rejects.ndjson", "{}")
    written.text(folder / "_hidden.yaml", "")
    written.text(folder / "a.yaml", "findings:\n  lvef: 35\n")
    assert written.table(written.chunks(folder)) == {"a": {"lvef": 35.0}}


def test_separators_inside_quotes_are_not_counted(tmp_path: Path) -> None:
    path = written.text(tmp_path / "a.csv", 'id;"EF, biplane, Simpson, %";fever\na;35;yes\n')
    assert written.table(written.chunks(path)) == {"a": {"fever": True}}


def test_age_and_sex_are_no_findings_whatever_their_column_is_called(tmp_path: Path) -> None:
    for name in ("age", "age_years"):
        read = written.chunks(written.text(tmp_path / f"{name}.csv", f"id,{name},sex,lvef\na,60,female,\nb,60,male,35\n"))
        assert list(written.table(read)) == ["b"]
        assert [reject.message for reject in written.rejects(read)] == ["nothing is known: the row has no findings"]


def test_the_fingerprint_follows_the_input(tmp_path: Path) -> None:
    path = written.text(tmp_path / "a.csv", "id,lvef\na,35\n")
    before = written.source(path).fingerprint
    assert written.source(path).fingerprint == before
    written.text(path, "id,lvef\na,35\nb,40\n")
    assert written.source(path).fingerprint != before


CELLS = st.sampled_from(["", "35", "999", "<40", "yes", "0", "x\ny", "é"])
ROWS = st.lists(st.one_of(st.tuples(st.sampled_from("abcdefgh"), CELLS, CELLS), st.just(("broken",)), st.just(())), max_size=30)


@given(rows=ROWS, size=st.integers(1, 12), other=st.integers(1, 12))
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_the_size_of_the_chunks_changes_nothing(tmp_path: Path, rows: list[tuple[str, ...]], size: int, other: int) -> None:
    text = "".join(",".join(f'"{cell}"' if "\n" in cell else cell for cell in row) + "\n" for row in [("id", "lvef", "fever"), *rows])
    path = written.text(tmp_path / "any.csv", text)
    one, two = written.chunks(path, size=size), written.chunks(path, size=other)
    assert written.table(one) == written.table(two)
    assert written.rejects(one) == written.rejects(two)
    assert sum(chunk.rows for chunk in one) == len([row for row in rows if any(row)])
    source = written.source(path)
    for first in range(len(one) + 1):
        assert_same(list(source.chunks(size, first=first)), one[first:])
