"""Simulated cases in every form: the same cases, whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import polars as pl
import pyarrow.parquet as pq
import pytest

from mrddx.facts.case import Case
from mrddx.readers.case_file import read_case
from mrddx.simulation import draw
from mrddx.simulation.draw import Simulation
from mrddx.simulation.write import OutputError, documents, write

CASES = 12
SIMULATION = Simulation(5, "low_income")


@cache
def table() -> pl.DataFrame:
    """The cases that are written, drawn once."""
    return SIMULATION.block(0).head(CASES)


@pytest.fixture(autouse=True)
def _drawn_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(draw, "BLOCK", 20)
    monkeypatch.setattr(Simulation, "blocks", lambda _, cases: (table().head(cases).slice(first, 10) for first in range(0, cases, 10)))


@cache
def expected() -> list[Case]:
    return [Case.model_validate(document) for document in documents(table())]


def test_parquet_holds_the_typed_table(tmp_path: Path) -> None:
    write(SIMULATION, CASES, tmp_path / "cases.parquet")
    assert pl.read_parquet(tmp_path / "cases.parquet").equals(table())


def test_parquet_says_what_it_is(tmp_path: Path) -> None:
    write(SIMULATION, CASES, tmp_path / "cases.parquet")
    assert b"not a patient. Seed 5, setting low_income" in pq.read_schema(tmp_path / "cases.parquet").metadata[b"mrddx"]


@pytest.mark.parametrize("suffix", ["parquet", "csv"])
def test_the_same_seed_gives_the_same_bytes(suffix: str, tmp_path: Path) -> None:
    first, second = (tmp_path / f"{name}.{suffix}" for name in "ab")
    for path in (first, second):
        write(SIMULATION, 5, path)
    assert first.read_bytes() == second.read_bytes()


def test_ndjson_holds_a_case_document_a_line(tmp_path: Path) -> None:
    write(SIMULATION, CASES, tmp_path / "cases.ndjson")
    lines = (tmp_path / "cases.ndjson").read_text(encoding="utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    assert [document["id"] for document in found] == [case.id for case in expected()]
    assert [document["known"]["cause"] for document in found] == [case.known.cause for case in expected() if case.known is not None]
    assert [len(document["findings"]) for document in found] == [len(case.findings) for case in expected()]


def test_a_folder_holds_case_files_that_read_back_as_the_cases(tmp_path: Path) -> None:
    write(SIMULATION, CASES, tmp_path / "cases")
    files = sorted((tmp_path / "cases").iterdir())
    assert [file.name for file in files] == [f"{case.id}.yaml" for case in expected()]
    for file, case in zip(files, expected(), strict=True):
        reading = read_case(file)
        assert reading.case.values() == case.values()
        assert reading.case.known == case.known
        assert not reading.issues


def test_csv_is_written_as_people_write(tmp_path: Path) -> None:
    write(SIMULATION, CASES, tmp_path / "cases.csv")
    text = pl.read_csv(tmp_path / "cases.csv", infer_schema=False)
    assert text.columns == table().columns
    assert text["age_years"].to_list() == [str(int(age)) for age in table()["age_years"]]
    assert text["fever"].to_list() == [{True: "yes", False: "no", None: None}[fever] for fever in table()["fever"]]


@pytest.mark.parametrize("name", ["cases.xlsx", "cases.parquet.gz"])
def test_another_suffix_is_refused_with_those_that_are_known(name: str, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"name a file with one of \.parquet, \.ndjson, \.jsonl, \.csv, or a folder"):
        write(SIMULATION, CASES, tmp_path / name)


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text("id: mine")
    with pytest.raises(OutputError, match="with something in it; name a new folder"):
        write(SIMULATION, CASES, tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["mine.yaml"]


def test_a_folder_in_the_place_of_a_file_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "cases.csv").mkdir()
    with pytest.raises(OutputError, match="that is a folder; name a new file"):
        write(SIMULATION, CASES, tmp_path / "cases.csv")


@pytest.mark.parametrize("name", ["cases.parquet", "cases.csv", "cases.ndjson", "cases"])
def test_what_breaks_off_leaves_what_was_there(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaking(_: Simulation, __: int) -> Iterator[pl.DataFrame]:
        yield table()
        raise KeyboardInterrupt

    output = tmp_path / name
    if output.suffix:
        output.write_text("before")
    monkeypatch.setattr(Simulation, "blocks", breaking)
    with pytest.raises(KeyboardInterrupt):
        write(SIMULATION, CASES, output)
    assert [file.name for file in tmp_path.iterdir()] == ([name] if output.suffix else [])
    assert not output.suffix or output.read_text() == "before"


def test_progress_counts_the_cases(tmp_path: Path) -> None:
    seen: list[int] = []
    write(SIMULATION, CASES, tmp_path / "cases.csv", progress=seen.append)
    assert seen == [10, 2]


def test_no_cases_make_an_empty_folder_and_an_empty_file(tmp_path: Path) -> None:
    write(SIMULATION, 0, tmp_path / "cases")
    write(SIMULATION, 0, tmp_path / "cases.ndjson")
    assert list((tmp_path / "cases").iterdir()) == []
    assert (tmp_path / "cases.ndjson").read_bytes() == b""
