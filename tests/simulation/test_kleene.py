"""A condition over a table says what it says of each patient."""

from __future__ import annotations

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mrddx.facts.conditions import Condition, Value
from mrddx.facts.findings import Choice, Quantity
from mrddx.facts.vocabulary import atom
from mrddx.inference.witness import Concluded
from mrddx.simulation.kleene import Table, derivations

from ..strategies import conditions, reported, rule_conditions

SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much)
VERDICTS = {True: 1, False: -1, None: 0}


def table_of(patients: list[dict[str, Value]]) -> Table:
    table = Table(len(patients))
    for row, values in enumerate(patients):
        for id, value in values.items():
            finding = atom(id)
            if isinstance(finding, Choice):
                table.column(finding)[row] = list(finding.options).index(str(value))
            else:
                table.column(finding)[row] = value if isinstance(finding, Quantity) else 1 if value else -1
    return table


@given(conditions(), st.lists(reported(), min_size=1, max_size=4))
@settings(max_examples=25, deadline=None, suppress_health_check=SLOW)
def test_a_condition_over_a_table_is_its_verdict_in_each_row(condition: Condition, patients: list[dict[str, Value]]) -> None:
    expected = [VERDICTS[condition.verdict(Concluded(values, derivations()))] for values in patients]
    assert table_of(patients).verdict(condition).tolist() == expected


@given(st.lists(rule_conditions(), min_size=1, max_size=10), st.lists(reported(), min_size=1, max_size=4))
@settings(max_examples=20, deadline=None, suppress_health_check=SLOW)
def test_a_rule_over_some_rows_is_its_verdict_in_them(rules: list[tuple[str, Condition]], patients: list[dict[str, Value]]) -> None:
    rows = np.arange(len(patients))[::-1]
    for rule, condition in rules:
        expected = [VERDICTS[condition.verdict(Concluded(patients[row], derivations()))] for row in rows]
        assert table_of(patients).verdict(condition, rows).tolist() == expected, rule
