"""The columnar plan gives what the engine gives: every verdict, score, rank and sentence, one case or many."""

from __future__ import annotations

from random import Random

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from mrddx import library
from mrddx.batch.records import column_type
from mrddx.facts.case import Case
from mrddx.facts.conditions import Value
from mrddx.facts.vocabulary import atoms
from mrddx.inference.ahead import assess_quickly
from mrddx.inference.assessment import Assessment, Assessor
from mrddx.inference.columnar import Plan, TableError
from mrddx.inference.columnar.reasons import LEAST

from ..strategies import reported

TYPES = {finding.id: column_type(finding) for finding in atoms()}
CARPENTIER = {"I", "II", "IIIa", "IIIb", "SAM"}


def typed(rows: list[dict[str, Value]], settings: list[str | None] | None = None) -> pl.DataFrame:
    """A typed table with a column for each finding that some row holds."""
    names = sorted({name for row in rows for name in row})
    columns = [pl.Series(name, [row.get(name) for row in rows], dtype=TYPES[name]) for name in names]
    setting = [pl.Series("setting", settings, dtype=pl.String)] if settings else []
    return pl.DataFrame([pl.Series("id", [f"case-{number}" for number in range(len(rows))]), *setting, *columns])


def same(row: dict[str, object], answer: Assessment, *, reasons_of: int = 1) -> None:
    """The row of the plan is the engine's answer."""
    assert row["setting"] == answer.setting
    assert row["tempo"] == (answer.tempo.verdict or "undetermined")
    assert row["carpentier"] == (answer.mechanism.verdict if answer.mechanism.verdict in CARPENTIER else "unknown")
    assert row["class"] == (answer.valve_class or "undetermined")
    assert row["severity"] == (answer.severity.grade or "undetermined")
    assert row["alerts"] == [alert.id for alert in answer.alerts]
    assert row["knowledge_sha256"] == answer.knowledge_sha256
    for name, probability in answer.tempo.probabilities.items():
        assert row[f"probability_{name}"] == pytest.approx(probability, abs=1e-12)
    for number, ranked in enumerate(answer.differential[:5], start=1):
        assert row[f"cause_{number}"] == ranked.cause
        assert row[f"probability_{number}"] == pytest.approx(ranked.probability, abs=1e-12)
        assert row[f"strength_{number}"] == pytest.approx(ranked.strength, abs=1e-9)
        if number <= reasons_of:
            for side, lines in (("for", ranked.supporting), ("against", ranked.opposing)):
                strongest = [line for line in lines if abs(line.weight) > LEAST][:3]
                assert row[f"rules_{side}_{number}"] == [line.rule for line in strongest]
                assert row[f"reasons_{side}_{number}"] == [line.text for line in strongest]


@pytest.fixture(scope="module")
def plan() -> Plan:
    return Plan(explain="all")


def test_library_cases_get_the_engines_answer(plan: Plan) -> None:
    cases = library.cases()
    table = plan.assess(typed([case.values() for case in cases], [case.setting for case in cases]))
    assessor = Assessor(prune=True)
    for number, (case, row) in enumerate(zip(cases, table.iter_rows(named=True), strict=True)):
        answer = assessor.assess(case) if number % 8 == 0 else assess_quickly(case)  # the two are held equal elsewhere
        same(row, answer, reasons_of=5)


@given(st.lists(reported(most=45), min_size=1, max_size=5))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
def test_random_patients_get_the_engines_answer(plan: Plan, rows: list[dict[str, Value]]) -> None:
    for values, row in zip(rows, plan.assess(typed(rows)).iter_rows(named=True), strict=True):
        same(row, assess_quickly(case_of(values)), reasons_of=5)


@given(reported(most=60))
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
def test_random_patients_get_the_answer_of_experta_itself(plan: Plan, values: dict[str, Value]) -> None:
    same(plan.assess(typed([values])).row(0, named=True), Assessor().assess(case_of(values)), reasons_of=5)


def case_of(values: dict[str, Value]) -> Case:
    """A case that holds these single findings. It is not checked: random findings may contradict each other."""
    return Case.model_construct(id="case-0", findings=dict(values))


@given(reported(most=20), st.randoms(use_true_random=False))
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
def test_neither_the_order_of_columns_nor_an_empty_column_matters(plan: Plan, values: dict[str, Value], random: Random) -> None:
    table = typed([values])
    empty = [pl.Series(name, [None], dtype=kind) for name, kind in TYPES.items() if name not in values]
    columns = [*table.iter_columns(), *random.sample(empty, 30)]
    random.shuffle(columns)
    assert_frame_equal(plan.assess(pl.DataFrame(columns)), plan.assess(table))


def test_a_table_of_no_rows_gives_an_answer_of_no_rows(plan: Plan) -> None:
    assert plan.assess(typed([])).height == 0
    assert plan.assess(typed([])).schema == plan.assess(typed([{"fever": True}])).schema


def test_not_a_number_is_unknown(plan: Plan) -> None:
    found = plan.assess(pl.DataFrame({"id": ["a"], "fever": [True], "lvef": [float("nan")]}))
    assert_frame_equal(found, plan.assess(typed([{"fever": True}]).with_columns(pl.lit("a").alias("id"))))


def test_what_is_no_finding_is_refused(plan: Plan) -> None:
    with pytest.raises(TableError, match="'fevr' is no finding"):
        plan.assess(pl.DataFrame({"id": ["a"], "fevr": [True]}))
    with pytest.raises(TableError, match="no column 'id'"):
        plan.assess(pl.DataFrame({"fever": [True]}))
    with pytest.raises(TableError, match="does not hold what its finding can be"):
        plan.assess(pl.DataFrame({"id": ["a"], "mr_grade": ["very bad"]}))
    with pytest.raises(TableError, match="there is no setting 'ward'"):
        plan.assess(pl.DataFrame({"id": ["a"], "setting": ["ward"], "fever": [True]}))


def test_the_setting_that_is_asked_for_goes_before_the_cases_own(plan: Plan) -> None:
    table = typed([{"fever": True}] * 2, ["low_income", None])
    assert plan.assess(table)["setting"].to_list() == ["low_income", "hospital"]
    assert plan.assess(table, "acute")["setting"].to_list() == ["acute", "acute"]


def test_fewer_causes_and_no_reasons_can_be_asked_for() -> None:
    columns = Plan(top=2, explain="none").assess(typed([{"fever": True}])).columns
    assert "cause_2" in columns
    assert "cause_3" not in columns
    assert not [name for name in columns if name.startswith(("reasons", "rules"))]
