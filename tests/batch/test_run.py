"""A batch run: one answer whatever the parts, stopped or not; refused rows beside it; nothing half-written."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from mrddx import library
from mrddx.batch.output import BETWEEN, rounded, write_answers
from mrddx.batch.parts import Parts, StoppedRunError, Tally
from mrddx.batch.records import Chunk, Reject, column_type
from mrddx.batch.run import Job, Progress, StoppedError, TooManyRejectsError, run
from mrddx.facts.vocabulary import atoms
from mrddx.inference.columnar import Explain, Plan

TYPES = {finding.id: column_type(finding) for finding in atoms()}


def library_table(count: int) -> pl.DataFrame:
    cases = library.cases()[:count]
    rows = [case.values() for case in cases]
    names = sorted({name for row in rows for name in row})
    columns = (pl.Series(name, [row.get(name) for row in rows], dtype=TYPES[name]) for name in names)
    return pl.DataFrame([pl.Series("id", [case.id for case in cases]), *columns])


@dataclass
class Table:
    """A source over a typed table. ``stop_at`` sends this process SIGINT before that chunk is read; ``refuse`` are rows that are refused."""

    frame: pl.DataFrame
    stop_at: int | None = None
    refuse: frozenset[int] = frozenset()
    name: str = "table"
    fingerprint: str = "table 1"
    read: list[int] = field(default_factory=list)

    @property
    def rows(self) -> int:
        return self.frame.height

    def chunks(self, size: int, *, first: int = 0) -> Iterator[Chunk]:
        for number, start in enumerate(range(0, self.frame.height, size)):
            if number < first:
                continue
            if number == self.stop_at:
                os.kill(os.getpid(), signal.SIGINT)
            self.read.append(number)
            rows = range(start, min(start + size, self.frame.height))
            bad = [row for row in rows if row in self.refuse]
            rejects = tuple(Reject("table", row + 1, None, "lvef", "no number", "write a number") for row in bad)
            yield Chunk(number, len(rows), self.frame[[row for row in rows if row not in self.refuse]], rejects, {"a doubt": 1})


@pytest.fixture(scope="module")
def table() -> pl.DataFrame:
    return library_table(23)


@pytest.fixture(scope="module")
def expected(table: pl.DataFrame) -> pl.DataFrame:
    return rounded(Plan().assess(table))


def test_the_answer_is_the_plans_whatever_the_parts(tmp_path: Path, table: pl.DataFrame, expected: pl.DataFrame) -> None:
    for size in (5, 100):
        tally = run(Job(Table(table), tmp_path / f"{size}.parquet", rows_per_part=size))
        assert_frame_equal(pl.read_parquet(tmp_path / f"{size}.parquet"), expected)
        assert (tally.rows, tally.cases, tally.refused) == (23, 23, 0)
        assert sum(tally.first.values()) == 23
    assert sorted(os.listdir(tmp_path)) == ["100.parquet", "5.parquet"]  # nothing else is left


def test_one_case_gets_the_same_answer_alone(table: pl.DataFrame, expected: pl.DataFrame) -> None:
    for number in (0, 11, 22):
        assert_frame_equal(rounded(Plan().assess(table[number : number + 1])), expected[number : number + 1])


def test_every_format_says_the_same(tmp_path: Path, table: pl.DataFrame, expected: pl.DataFrame) -> None:
    for suffix in ("csv", "tsv", "ndjson", "jsonl"):
        run(Job(Table(table), tmp_path / f"out.{suffix}", rows_per_part=9))
    flat = expected.with_columns(pl.col(name).list.join(BETWEEN) for name, kind in expected.schema.items() if isinstance(kind, pl.List))
    for suffix, separator in (("csv", ","), ("tsv", "\t")):
        found = pl.read_csv(tmp_path / f"out.{suffix}", separator=separator, schema=flat.schema)
        assert_frame_equal(found.with_columns(pl.col(pl.String).fill_null("")), flat)
    for suffix in ("ndjson", "jsonl"):
        lines = [json.loads(line) for line in (tmp_path / f"out.{suffix}").read_text(encoding="utf-8").splitlines()]
        assert lines == expected.to_dicts()


def test_a_stopped_run_goes_on_and_gives_the_same_bytes(tmp_path: Path, table: pl.DataFrame) -> None:
    whole, stopped = Job(Table(table), tmp_path / "whole.parquet", rows_per_part=4), Table(table, stop_at=3)
    run(whole)
    job = Job(stopped, tmp_path / "out.parquet", rows_per_part=4)
    with pytest.raises(StoppedError, match="stopped after 4 finished parts"):  # the one in hand is finished
        run(job)
    assert not job.output.exists()
    again = Table(table)
    heard: list[int | str] = []
    tally = run(replace(job, source=again, resume=True), Progress(heard.append, lambda: heard.append("writing")))
    assert again.read == [4, 5]
    assert heard == [16, 4, 3, "writing"]
    assert tally.rows == 23
    assert job.output.read_bytes() == whole.output.read_bytes()


def test_parts_of_another_job_are_not_mixed_in(tmp_path: Path, table: pl.DataFrame) -> None:
    job = Job(Table(table, stop_at=2), tmp_path / "out.csv", rows_per_part=4)
    with pytest.raises(StoppedError):
        run(job)
    for other, what in (
        (replace(job, source=Table(table, fingerprint="table 2"), resume=True), "another input"),
        (replace(job, source=Table(table), explain=Explain.ALL, top=3, resume=True), "another explain and top"),
        (replace(job, source=Table(table)), "go on with --resume"),
    ):
        with pytest.raises(StoppedRunError, match=what):
            run(other)


def test_refused_rows_are_listed_and_the_rest_goes_on(tmp_path: Path, table: pl.DataFrame, expected: pl.DataFrame) -> None:
    job = Job(Table(table, refuse=frozenset((0, 7, 22))), tmp_path / "out.parquet", rows_per_part=5)
    tally = run(job)
    assert (tally.rows, tally.cases, tally.refused) == (23, 20, 3)
    assert tally.rejects == {"lvef": 3}
    assert tally.warnings == {"a doubt": 5}
    listed = [json.loads(line) for line in job.rejects.read_text(encoding="utf-8").splitlines()]
    assert [reject["line"] for reject in listed] == [1, 8, 23]
    assert listed[0] == {"source": "table", "line": 1, "case": None, "column": "lvef", "message": "no number", "mend": "write a number"}
    assert_frame_equal(pl.read_parquet(job.output), expected.filter(~pl.arange(0, 23).is_in([0, 7, 22])))
    run(replace(job, source=Table(table)))
    assert not job.rejects.exists()  # a list of an earlier run would be wrong now


def test_too_many_refused_rows_stop_the_run(tmp_path: Path, table: pl.DataFrame) -> None:
    job = Job(Table(table, refuse=frozenset((0, 1, 7))), tmp_path / "out.parquet", rows_per_part=2, max_rejects=1)
    with pytest.raises(TooManyRejectsError, match="2 rows refused, more than the 1 allowed"):
        run(job)
    assert not job.output.exists()
    assert len(job.rejects.read_text(encoding="utf-8").splitlines()) == 2
    tally = run(replace(job, source=Table(table, refuse=frozenset((0, 1, 7))), max_rejects=3, resume=True))
    assert tally.refused == 3


def test_a_name_without_a_format_is_refused_before_anything_is_done(tmp_path: Path, table: pl.DataFrame) -> None:
    with pytest.raises(ValueError, match=r"out\.xlsx: the name does not tell the format; end it with \.parquet, \.ndjson"):
        run(Job(Table(table), tmp_path / "out.xlsx"))
    assert not list(tmp_path.iterdir())


def test_what_fails_half_way_leaves_the_earlier_output_as_it_was(tmp_path: Path, expected: pl.DataFrame) -> None:
    def failing() -> Iterator[pl.DataFrame]:
        yield expected
        raise OSError(28, "No space left on device")

    for suffix in ("parquet", "csv", "ndjson"):
        output = tmp_path / f"out.{suffix}"
        output.write_text("earlier")
        with pytest.raises(OSError, match="No space left"):
            write_answers(output, failing())
        assert output.read_text() == "earlier"
    assert len(list(tmp_path.iterdir())) == 3


def test_a_part_without_its_tally_is_no_part(tmp_path: Path, expected: pl.DataFrame) -> None:
    parts = Parts(tmp_path / "parts", {"input": "x"})
    assert parts.begin(resume=False) == 0
    parts.write(0, expected, (), Tally(rows=23, cases=23))
    parts.write(1, expected, (), Tally(rows=23, cases=23))
    (tmp_path / "parts" / "part-000000.json").unlink()
    assert parts.done() == 0  # killed between the frame and its tally: the part is done again


def test_a_damaged_part_is_done_again(tmp_path: Path, table: pl.DataFrame) -> None:
    whole = Job(Table(table), tmp_path / "whole.parquet", rows_per_part=4)
    run(whole)
    job = Job(Table(table, stop_at=3), tmp_path / "out.parquet", rows_per_part=4)
    with pytest.raises(StoppedError):
        run(job)
    damaged = job.parts / "part-000001.arrow"
    damaged.write_bytes(damaged.read_bytes()[:-1000])
    again = Table(table)
    run(replace(job, source=again, resume=True))
    assert again.read == [1, 2, 3, 4, 5]
    assert job.output.read_bytes() == whole.output.read_bytes()


def test_two_runs_do_not_write_one_output(tmp_path: Path, table: pl.DataFrame) -> None:
    job = Job(Table(table), tmp_path / "out.parquet", rows_per_part=4)

    def while_it_runs(_: int) -> None:
        with pytest.raises(StoppedRunError, match="another run is at work"):
            run(replace(job, source=Table(table)))

    assert run(job, Progress(while_it_runs)).cases == 23
    assert run(job).cases == 23  # and when it has ended, another may


def test_going_on_does_not_get_round_the_limit_of_refused_rows(tmp_path: Path, table: pl.DataFrame) -> None:
    job = Job(Table(table, refuse=frozenset((20, 21, 22))), tmp_path / "out.parquet", rows_per_part=10, max_rejects=2)
    for resume in (False, True):
        with pytest.raises(TooManyRejectsError):
            run(replace(job, resume=resume))
    assert not job.output.exists()


def test_a_table_without_rows_gives_an_output_without_rows(tmp_path: Path, table: pl.DataFrame, expected: pl.DataFrame) -> None:
    for suffix in ("parquet", "csv", "ndjson"):
        assert run(Job(Table(table[:0]), tmp_path / f"out.{suffix}")) == Tally()
    assert pl.read_parquet(tmp_path / "out.parquet").schema == expected.schema
    assert (tmp_path / "out.csv").read_text(encoding="utf-8").strip() == ",".join(expected.columns)
    assert (tmp_path / "out.ndjson").read_text(encoding="utf-8") == ""


def test_tallies_add_up() -> None:
    one = Tally(3, 2, 1, {"lvef": 1}, {}, {"marfan": 2}, {"acute": 1}, {})
    two = Tally(5, 5, 0, {}, {"range": 2}, {"marfan": 1, "lupus": 4}, {"acute": 2}, {"infection": 1})
    assert one + two == Tally(8, 7, 1, {"lvef": 1}, {"range": 2}, {"marfan": 3, "lupus": 4}, {"acute": 3}, {"infection": 1})
