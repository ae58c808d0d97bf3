"""The estimated filtration rate by CKD-EPI 2021: worked values, the break of its curve, and one value whoever computes it."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mrddx.facts.conditions import Value
from mrddx.facts.derived import FORMULAS, egfr_creatinine
from mrddx.facts.findings import Choice, Quantity
from mrddx.facts.vocabulary import atoms
from mrddx.inference.ahead import installed_network
from mrddx.inference.columnar.stages import Stages
from mrddx.inference.engine import CaseEngine
from mrddx.inference.whatif import WhatIf
from mrddx.rules.settings import setting

SCHEMA = {finding.id: pl.Float64 if isinstance(finding, Quantity) else pl.String if isinstance(finding, Choice) else pl.Boolean for finding in atoms()}


def published(creatinine: float, age: float, *, female: bool) -> float:
    """142 x min(Scr/κ, 1)^α x max(Scr/κ, 1)^-1.200 x 0.9938^age (x 1.012 in women), as Inker 2021 prints it."""
    kappa, alpha = (0.7, -0.241) if female else (0.9, -0.302)
    ratio = creatinine / kappa
    return float(142 * min(ratio, 1) ** alpha * max(ratio, 1) ** -1.2 * 0.9938**age * (1.012 if female else 1))


def by_experta(values: dict[str, Value]) -> Value | None:
    return CaseEngine({"low": egfr_creatinine < 60}, values).run(values).values.get("egfr_creatinine")


def by_polars(rows: list[dict[str, Value]]) -> list[float | None]:
    table = pl.DataFrame([{name: row.get(name) for name in SCHEMA} for row in rows], schema=SCHEMA)
    return Stages([]).concluded(table)["egfr_creatinine"].to_list()


def by_whatif(values: dict[str, Value]) -> Value | None:
    return WhatIf(installed_network(), values, setting("hospital")).values.get("egfr_creatinine")


def patient(creatinine: float, age: float, sex: str) -> dict[str, Value]:
    return {"creatinine": creatinine, "age_years": age, "sex": sex}


# Rounded as a laboratory prints them.
WORKED = [
    (1.0, 50.0, "male", 92), (1.0, 50.0, "female", 69), (0.7, 30.0, "female", 119), (0.9, 30.0, "male", 118), (0.5, 25.0, "female", 133),
    (0.6, 70.0, "male", 104), (1.5, 65.0, "male", 51), (1.5, 65.0, "female", 38), (3.0, 80.0, "male", 20), (10.0, 60.0, "female", 4),
]  # fmt: skip


@pytest.mark.parametrize(("creatinine", "age", "sex", "expected"), WORKED)
def test_worked_values(creatinine: float, age: float, sex: str, expected: int) -> None:
    value = by_experta(patient(creatinine, age, sex))
    assert value == pytest.approx(published(creatinine, age, female=sex == "female"), abs=1e-9)
    assert round(float(value or 0)) == expected


def test_a_table_of_cases_has_the_worked_values_too() -> None:
    rows = [patient(creatinine, age, sex) for creatinine, age, sex, _ in WORKED]
    assert by_polars(rows) == pytest.approx([published(creatinine, age, female=sex == "female") for creatinine, age, sex, _ in WORKED], rel=1e-12)


@pytest.mark.parametrize(("sex", "kappa", "top"), [("female", 0.7, 142 * 1.012), ("male", 0.9, 142.0)])
def test_at_the_break_of_the_curve_both_sides_meet(sex: str, kappa: float, top: float) -> None:
    at, below, above = (float(by_whatif(patient(kappa + step, 40.0, sex)) or 0) for step in (0, -1e-9, 1e-9))
    assert at == pytest.approx(top * 0.9938**40)
    assert below == pytest.approx(at, abs=1e-4)
    assert above == pytest.approx(at, abs=1e-4)
    assert below > at > above


@pytest.mark.parametrize(
    "values",
    [
        {"creatinine": 1.0, "age_years": 17.9, "sex": "male"}, {"creatinine": 1.0, "age_years": 4.0, "sex": "female"}, {"creatinine": 1.0, "age_years": 50.0},
        {"creatinine": 1.0, "sex": "male"}, {"age_years": 50.0, "sex": "male"}, {"creatinine": 1.0, "age_group": "elderly", "sex": "male"}, {},
    ],
)
def test_no_value_for_a_child_or_where_something_is_unknown(values: dict[str, Value]) -> None:
    assert by_experta(values) is by_whatif(values) is by_polars([values])[0] is None


def test_a_grown_up_begins_at_eighteen() -> None:
    assert by_whatif(patient(0.8, 18.0, "female")) == pytest.approx(published(0.8, 18, female=True))


def test_what_was_reported_stands() -> None:
    values: dict[str, Value] = {**patient(1.0, 50.0, "male"), "egfr_creatinine": 44.0}
    assert by_experta(values) == by_whatif(values) == by_polars([values])[0] == 44.0


def test_what_follows_from_it_follows() -> None:
    low = CaseEngine({"low": egfr_creatinine < 60}, patient(3.0, 80.0, "male")).run(patient(3.0, 80.0, "male"))
    assert low.firings == {"low": True}
    assert low.values["gfr_below_60"] is True
    assert {"egfr_creatinine", "gfr_below_60"} <= low.derived


patients = st.builds(patient, st.floats(0.1, 40), st.floats(0, 110), st.sampled_from(["female", "male"]))


@given(st.lists(patients, min_size=4, max_size=4))
@settings(max_examples=5, deadline=None)
def test_experta_polars_and_what_if_agree(rows: list[dict[str, Value]]) -> None:
    columns = by_polars(rows)
    for values, column in zip(rows, columns, strict=True):
        reference = by_whatif(values)
        assert column == (None if reference is None else pytest.approx(reference, rel=1e-12))
    assert by_experta(rows[0]) == by_whatif(rows[0])


@given(patients, st.floats(1.01, 3))
@settings(deadline=None)
def test_more_creatinine_or_more_years_never_mean_a_better_kidney(values: dict[str, Value], factor: float) -> None:
    formula = FORMULAS[0] if values["sex"] == "female" else FORMULAS[1]
    here = formula.value(values)
    assert formula.value({**values, "creatinine": float(values["creatinine"]) * factor}) < here
    assert formula.value({**values, "age_years": float(values["age_years"]) * factor + 1}) < here


def test_every_formula_says_what_it_reads_and_where_it_is_from() -> None:
    for formula in FORMULAS:
        assert formula.reads() == {"creatinine", "age_years", "sex"}
        assert formula.basis
