"""One condition, three readings, one verdict: experta, Polars and English agree on every rule, for ever."""

from __future__ import annotations

import io

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mrddx.facts.case import Case
from mrddx.facts.conditions import Condition, Known, Value
from mrddx.facts.findings import Choice, Quantity
from mrddx.facts.vocabulary import atoms
from mrddx.inference.columnar.stages import Stages
from mrddx.inference.engine import CaseEngine
from mrddx.inference.knowledge import knowledge_base
from mrddx.library import case_names, case_text
from mrddx.readers.case_file import read_case

from ..strategies import conditions, reported

SCHEMA = {finding.id: pl.Float64 if isinstance(finding, Quantity) else pl.String if isinstance(finding, Choice) else pl.Boolean for finding in atoms()}


def columnar(rules: dict[str, Condition], rows: list[dict[str, Value]]) -> list[dict[str, bool | None]]:
    stages = Stages(list({condition.key: condition for condition in rules.values()}.values()))
    table = pl.DataFrame([{name: row.get(name) for name in SCHEMA} for row in rows], schema=SCHEMA)
    verdicts = stages.verdicts(stages.concluded(table))
    return verdicts.select(pl.col(condition.key).alias(name) for name, condition in rules.items()).to_dicts()


@given(st.lists(conditions(), min_size=1, max_size=4), reported())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_random_conditions_agree(nested: list[Condition], values: dict[str, Value]) -> None:
    rules = {str(number): condition for number, condition in enumerate(nested)}
    run = CaseEngine(rules, values).run(values)
    polars = columnar(rules, [values])[0]
    for name, condition in rules.items():
        english = condition.read(Known(run.values)).verdict
        assert run.firings.get(name) is english
        assert polars[name] is english


@pytest.fixture(scope="module")
def whole_engine() -> CaseEngine:
    return CaseEngine(knowledge_base().rules)


@given(values=reported(most=45))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
def test_every_rule_agrees_on_random_patients(whole_engine: CaseEngine, values: dict[str, Value]) -> None:
    rules = dict(knowledge_base().rules)
    run = whole_engine.run(values)
    polars = columnar(rules, [values])[0]
    known = Known(run.values)
    for name, condition in rules.items():
        english = condition.read(known).verdict
        assert run.firings.get(name) is english, name
        assert polars[name] is english, name


def test_every_rule_agrees_on_library_cases() -> None:
    rules = dict(knowledge_base().rules)
    cases: list[Case] = [read_case(io.StringIO(case_text(name)), name=name).case for name in case_names()[::3]]
    rows = [case.values() for case in cases]
    for values, polars in zip(rows, columnar(rules, rows), strict=True):
        run = CaseEngine(rules, values).run(values)
        known = Known(run.values)
        for name, condition in rules.items():
            assert run.firings.get(name) is polars[name] is condition.read(known).verdict, name


@given(values=reported())
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
def test_a_pruned_engine_concludes_the_same(whole_engine: CaseEngine, values: dict[str, Value]) -> None:
    whole = whole_engine.run(values)
    pruned = CaseEngine(knowledge_base().rules, values).run(values)
    assert pruned.firings == whole.firings
    assert pruned.values == whole.values
