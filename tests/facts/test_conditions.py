"""The condition algebra: Kleene's tables, scores as ranges, and the English reading."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mrddx.facts.conditions import Condition, Known, all_of, any_of, at_least, points
from mrddx.facts.echo_heart import lvef
from mrddx.facts.echo_valve import flail_segments, jet_direction, mr_grade
from mrddx.facts.examination import murmur_new
from mrddx.facts.history import days_since_infarction, hypertension
from mrddx.facts.symptoms import dyspnoea, fever

from ..strategies import conditions, reported

T, F, U = True, False, None


def verdict(condition: Condition, **values: bool | float | str | None) -> bool | None:
    return condition.read(Known({name: value for name, value in values.items() if value is not None})).verdict


@pytest.mark.parametrize(("left", "right", "both", "either"), [(T, T, T, T), (T, F, F, T), (T, U, U, T), (F, F, F, F), (F, U, F, U), (U, U, U, U)])
def test_and_and_or_follow_kleene(left: bool | None, right: bool | None, both: bool | None, either: bool | None) -> None:
    for a, b in ((left, right), (right, left)):
        assert verdict(fever & dyspnoea, fever=a, dyspnoea=b) is both
        assert verdict(fever | dyspnoea, fever=a, dyspnoea=b) is either


@pytest.mark.parametrize(("inner", "outer"), [(T, F), (F, T), (U, U)])
def test_not_leaves_unknown_unknown(inner: bool | None, outer: bool | None) -> None:
    assert verdict(~fever, fever=inner) is outer


@pytest.mark.parametrize(
    ("condition", "value", "expected"),
    [
        (lvef < 40, 39.9, T), (lvef < 40, 40, F), (lvef <= 40, 40, T), (lvef > 40, 40, F), (lvef >= 40, 40, T),
        (lvef.between(30, 40), 30, T), (lvef.between(30, 40), 40, T), (lvef.between(30, 40), 40.1, F), (lvef < 40, None, U),
    ],
)  # fmt: skip
def test_bounds_are_as_written(condition: Condition, value: float | None, expected: bool | None) -> None:
    assert verdict(condition, lvef=value) is expected


def test_an_option_that_is_known_answers_every_question_about_the_choice() -> None:
    assert verdict(jet_direction.is_("central"), jet_direction="central") is True
    assert verdict(jet_direction.is_("central"), jet_direction="anterior") is False
    assert verdict(mr_grade.at_least("moderate"), mr_grade="severe") is True
    assert verdict(mr_grade.at_least("moderate"), mr_grade="mild") is False


def test_a_scallop_that_is_not_named_stays_unknown() -> None:
    known = Known({"flail_segments.P2": True})
    assert flail_segments.includes("P2").read(known).verdict is True
    assert flail_segments.includes("A2").read(known).verdict is None
    assert flail_segments.includes("A2", "P2").read(known).verdict is True


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, U),
        ({"fever": T, "dyspnoea": T}, T),  # 2 sure
        ({"fever": T}, U),  # 1 sure, 3 possible
        ({"fever": F, "dyspnoea": F}, F),  # 0 sure, 1 possible
        ({"fever": F, "dyspnoea": F, "hypertension": T}, F),  # 1 sure, 1 possible
    ],
)
def test_at_least_is_a_range(values: dict[str, bool], expected: bool | None) -> None:
    assert verdict(at_least(2, of=[fever, dyspnoea, hypertension]), **values) is expected


def test_points_add_up() -> None:
    score = points({fever: 3, dyspnoea: 2, hypertension: 1}) >= 4
    assert verdict(score, fever=True, hypertension=True) is True  # 3 + 1 = 4
    assert verdict(score, fever=True, hypertension=False) is None  # 3 sure, 5 possible
    assert verdict(score, fever=False) is False  # at most 2 + 1 = 3


def test_python_truth_is_refused() -> None:
    with pytest.raises(TypeError, match="no truth value"):
        bool(fever)


def test_an_unknown_option_is_refused_where_the_rule_is_written() -> None:
    with pytest.raises(ValueError, match="no option 'upwards'"):
        jet_direction.is_("upwards")


def test_the_sentence_carries_the_patients_values() -> None:
    reading = days_since_infarction.between(1, 14).read(Known({"days_since_infarction": 4.0}))
    assert "4 days" in reading.text
    assert "1 to 14 days" in reading.text
    assert reading.values == {"days_since_infarction": 4.0}


def test_a_false_reading_says_why() -> None:
    assert "not below 40 %" in (lvef < 40).read(Known({"lvef": 60.0})).text
    assert (fever | dyspnoea).read(Known({"fever": False, "dyspnoea": False})).text == "afebrile and no dyspnoea"


def test_an_undecided_reading_names_what_is_missing() -> None:
    reading = (fever & murmur_new & (lvef < 40)).read(Known({"fever": True}))
    assert reading.verdict is None
    assert set(reading.missing) == {"murmur_new", "lvef"}


def test_a_derived_finding_says_where_it_comes_from() -> None:
    known = Known({"hypertension": True}, {"hypertension": "systolic blood pressure 190 mmHg"})
    assert "190 mmHg" in hypertension.read(known).text


@given(conditions(), reported())
def test_double_negation_and_de_morgan(condition: Condition, values: dict[str, bool | float | str]) -> None:
    known = Known(values)
    assert (~~condition).read(known).verdict is condition.read(known).verdict
    left = (~(condition & fever)).read(known).verdict
    right = (~condition | ~fever).read(known).verdict
    assert left is right


@given(conditions(), reported(), st.data())
def test_learning_more_never_undoes_a_verdict(condition: Condition, values: dict[str, bool | float | str], data: st.DataObject) -> None:
    decided = condition.read(Known(values)).verdict
    more = data.draw(reported()) | values
    if decided is not None:
        assert condition.read(Known(more)).verdict is decided


@given(conditions(), reported())
def test_a_decided_condition_misses_nothing_and_an_undecided_one_something(condition: Condition, values: dict[str, bool | float | str]) -> None:
    reading = condition.read(Known(values))
    assert bool(reading.missing) is (reading.verdict is None)
    assert set(reading.missing) <= set(condition.finding_ids()) - values.keys()


@given(conditions())
def test_wording_names_every_finding_once_at_least(condition: Condition) -> None:
    assert condition.wording()
    assert all_of(condition, fever).key != any_of(condition, fever).key
