"""The plan on a real local Spark: a partitioned Parquet folder gives what one machine gives."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl
import pyarrow as pa
import pytest
from polars.testing import assert_frame_equal

from mrddx import library
from mrddx.batch import spark as on_spark
from mrddx.batch.output import rounded
from mrddx.batch.records import column_type
from mrddx.facts.vocabulary import atoms
from mrddx.inference.columnar import Plan, TableError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

TYPES = {finding.id: column_type(finding) for finding in atoms()}


@pytest.fixture(scope="module")
def table() -> pl.DataFrame:
    cases = library.cases()
    rows = [case.values() for case in cases]
    names = sorted({name for row in rows for name in row})
    columns = (pl.Series(name, [row.get(name) for row in rows], dtype=TYPES[name]) for name in names)
    return pl.DataFrame([pl.Series("id", [case.id for case in cases]), pl.Series("setting", [case.setting for case in cases], dtype=pl.String), *columns])


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    pytest.importorskip("pyspark", reason="the extra mrddx[spark] is not installed")
    pytest.importorskip("pandas", reason="the extra mrddx[spark] is not installed")
    if shutil.which("java") is None:
        pytest.skip("Spark needs Java")
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", "2")
        .getOrCreate()
    )
    yield session
    session.stop()


@pytest.mark.filterwarnings("ignore")  # Spark's own
def test_a_partitioned_folder_gives_the_answer_of_one_machine(spark: SparkSession, table: pl.DataFrame, tmp_path: Path) -> None:
    folder = tmp_path / "cases"
    folder.mkdir()
    for number in range(4):
        table[number::4].write_parquet(folder / f"part-{number}.parquet")
    answers = on_spark.assess(spark.read.parquet(str(folder)), explain="all")
    found = pl.DataFrame(pl.from_arrow(answers.toArrow()))
    expected = rounded(Plan(explain="all").assess(table))
    assert_frame_equal(found.sort("case_id"), expected.sort("case_id"))
    with pytest.raises(TableError, match="'lvef' is string, and this finding is a number in %; cast the column"):
        on_spark.assess(spark.createDataFrame([("a", "50")], "id string, lvef string"))
    with pytest.raises(TableError, match="'lveff' is no finding; did you mean lvef"):
        on_spark.assess(spark.createDataFrame([("a", 50.0)], "id string, lveff double"))
    with pytest.raises(TableError, match="no column 'id'"):
        on_spark.assess(spark.createDataFrame([(50.0,)], "lvef double"))


def test_arrow_batches_give_the_answer_of_the_whole_table(table: pl.DataFrame) -> None:
    batches = [batch for part in (table[:50], table[50:90], table[90:]) for batch in part.to_arrow().to_batches()]
    found = pl.DataFrame(pl.from_arrow(pa.Table.from_batches(list(on_spark.assess_batches(batches)))))
    assert_frame_equal(found, rounded(Plan().assess(table)))


def test_what_is_no_number_is_unknown_and_what_cannot_be_is_refused() -> None:
    batch = pa.RecordBatch.from_pydict({"id": ["a"], "fever": [True], "lvef": pa.array([float("nan")])})
    (answer,) = on_spark.assess_batches([batch])
    assert answer.to_pylist() == rounded(Plan().assess(pl.DataFrame({"id": ["a"], "fever": [True]}))).to_dicts()
    with pytest.raises(TableError, match="'lvef' holds 550, outside the plausible 3 to 92 %; correct those rows"):
        list(on_spark.assess_batches([pa.RecordBatch.from_pydict({"id": ["a"], "lvef": [550.0]})]))


def test_whole_numbers_are_numbers() -> None:
    batch = pa.RecordBatch.from_pydict({"id": ["a"], "lvef": pa.array([30], pa.int32())})
    (answer,) = on_spark.assess_batches([batch])
    assert answer.to_pylist() == rounded(Plan().assess(pl.DataFrame({"id": ["a"], "lvef": [30.0]}))).to_dicts()
