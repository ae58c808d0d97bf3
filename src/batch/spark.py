"""The columnar plan on a Spark cluster: the plan takes an Arrow table and gives one, and Spark carries tables to it.

    from mrddx.batch.spark import assess
    assess(spark.read.parquet("cases/")).write.parquet("answers/")

Needs ``mrddx[spark]`` on the driver and on every worker. See ``docs/batch.md`` for a cluster.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, partial
from typing import TYPE_CHECKING

import polars as pl
import pyarrow as pa

from ..facts.findings import Choice, Finding, Quantity
from ..facts.vocabulary import atoms, close_matches
from ..inference.columnar import Explain, Plan, TableError
from .output import rounded
from .records import ID, SETTING

if TYPE_CHECKING:
    from pyspark.sql import DataFrame
    from pyspark.sql.types import DataType

ROWS_AT_ONCE = 50_000
"""Spark sends ten thousand rows at a time; the plan is faster with more, and needs some 10 kB of memory for each."""
_DOT = "__"
_NUMBERS = ("byte", "short", "integer", "long", "float", "double")


def assess(cases: DataFrame, *, setting: str | None = None, top: int = 5, explain: str = "top") -> DataFrame:
    """The answer for each case, as ``mrddx batch`` gives it.

    ``cases`` has a string column ``id``, perhaps ``setting``, and columns named by the ids of findings: boolean, numeric in the finding's own
    unit, or string with an option's id. Null is unknown. The order of rows is Spark's.

    Raises:
        TableError: a column is no finding, or not of its finding's type; before any row is read.
    """
    _check(cases)
    schema = ", ".join(f"`{name}` {_sql_type(kind)}" for name, kind in Plan(top=top, explain=explain).nothing.schema.items())
    plain = cases.toDF(*(name.replace(".", _DOT) for name in cases.columns))  # Spark takes a dot for a field inside a column
    return plain.mapInArrow(partial(assess_batches, setting=setting, top=top, explain=explain), schema)


def assess_batches(batches: Iterable[pa.RecordBatch], *, setting: str | None = None, top: int = 5, explain: str = "top") -> Iterator[pa.RecordBatch]:
    """From Arrow batches of cases to Arrow batches of answers: what any engine that speaks Arrow can call."""
    plan = _plan(top, Explain(explain))
    for table in _gathered(batches, ROWS_AT_ONCE):
        answers = rounded(plan.assess(_typed(table), setting)).to_arrow(compat_level=pl.CompatLevel.oldest())
        yield from answers.cast(pa.schema([(field.name, _plain(field.type)) for field in answers.schema])).to_batches()


@cache
def _plan(top: int, explain: Explain) -> Plan:
    """One plan a worker process."""
    return Plan(top=top, explain=explain)


def _gathered(batches: Iterable[pa.RecordBatch], rows: int) -> Iterator[pa.Table]:
    """Batches put together until they have this many rows, or are the last."""
    held: list[pa.RecordBatch] = []
    for batch in batches:
        held.append(batch)
        if sum(len(each) for each in held) >= rows:
            yield pa.Table.from_batches(held)
            held = []
    if held:
        yield pa.Table.from_batches(held)


def _typed(table: pa.Table) -> pl.DataFrame:
    frame = pl.DataFrame(pl.from_arrow(table)).rename(lambda name: name.replace(_DOT, "."))
    numbers = [finding for finding in atoms() if isinstance(finding, Quantity) and finding.id in frame.columns]
    frame = frame.with_columns(pl.col(finding.id).cast(pl.Float64).fill_nan(None) for finding in numbers)
    for finding in numbers:
        if len(strange := frame[finding.id].filter(~frame[finding.id].is_between(finding.low, finding.high))):
            bounds = f"{finding.low:g} to {finding.high:g} {finding.unit}"
            raise TableError(f"{finding.id!r} holds {strange[0]:g}, outside the plausible {bounds}; correct those rows, or make the value null")
    return frame


def _plain(kind: pa.DataType) -> pa.DataType:
    """The type without 64-bit offsets, which Spark does not read."""
    return pa.list_(pa.string()) if pa.types.is_large_list(kind) else pa.string() if pa.types.is_large_string(kind) else kind


def _check(cases: DataFrame) -> None:
    """Refuse what the workers would refuse, before they start."""
    types = {field.name: field.dataType for field in cases.schema.fields}
    if ID not in types:
        raise TableError("the table has no column 'id'; name each case, for example with monotonically_increasing_id()")
    findings = {finding.id: finding for finding in atoms()}
    for name, kind in types.items():
        if name in (ID, SETTING):
            continue
        if name not in findings:
            near = close_matches(name, 1)
            raise TableError(f"{name!r} is no finding; {f'did you mean {near[0]}? Else ' if near else ''}drop the column, or rename it to a finding's id")
        if not _fits(findings[name], kind):
            raise TableError(f"{name!r} is {kind.simpleString()}, and this finding is {_wanted(findings[name])}; cast the column")


def _fits(finding: Finding, kind: DataType) -> bool:
    name = kind.typeName()
    return name in _NUMBERS if isinstance(finding, Quantity) else name == ("string" if isinstance(finding, Choice) else "boolean")


def _wanted(finding: Finding) -> str:
    if isinstance(finding, Quantity):
        return f"a number in {finding.unit}"
    return f"one of {', '.join(finding.options)}" if isinstance(finding, Choice) else "boolean"


def _sql_type(kind: pl.DataType) -> str:
    return "array<string>" if isinstance(kind, pl.List) else "double" if isinstance(kind, pl.Float64) else "string"
