"""What a session knows: what replaces what, and the way back and forth."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mrddx.consult.state import Changed, History, Known, State, changes, state_of
from mrddx.facts.case import Case, CaseValue
from mrddx.library import case_names

from ..inference.library import library_case
from .sessions import said, values_of_state

SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large)


def learned(*steps: dict[str, CaseValue | None]) -> History:
    history = History()
    for step in steps:
        history.learn({id: None if value is None else Known(value) for id, value in step.items()})
    return history


def test_a_line_adds_to_what_is_known_and_says_what_it_changed() -> None:
    history = History()
    assert history.learn({"lvef": Known(30.0, "EF 30"), "fever": Known(False)}) == [Changed("lvef", None, 30.0), Changed("fever", None, False)]
    assert history.learn({"lvef": Known(45.0), "fever": Known(False)}) == [Changed("lvef", 30.0, 45.0)]
    assert history.learn({"fever": None}) == [Changed("fever", False, None)]
    assert values_of_state(history.now) == {"lvef": 45.0}


def test_what_changes_nothing_is_no_step() -> None:
    history = learned({"lvef": 30.0})
    assert history.learn({"lvef": Known(30.0, "in other words"), "fever": None}) == []
    assert history.undo()
    assert not history.undo()


def test_what_was_undone_is_forgotten_once_something_else_is_said() -> None:
    history = learned({"lvef": 30.0}, {"fever": True})
    history.undo()
    history.learn({"fever": Known(False)})
    assert not history.redo()
    assert values_of_state(history.now) == {"lvef": 30.0, "fever": False}


def test_there_is_no_step_before_the_first_and_none_after_the_last() -> None:
    history = learned({"lvef": 30.0})
    assert not history.redo()
    assert history.undo()
    assert (history.undo(), history.before) == (False, None)


@pytest.mark.parametrize(
    ("steps", "known"),
    [
        ([{"flail_segments": False}, {"flail_segments.P2": True}], {"flail_segments.P2": True}),
        ([{"flail_segments": ["P1", "P2"]}, {"flail_segments.P3": True}], {f"flail_segments.{each}": True for each in ("P1", "P2", "P3")}),
        ([{"flail_segments": ["P1", "P2"]}, {"flail_segments.P2": False}], {"flail_segments.P1": True, "flail_segments.P2": False}),
        ([{"flail_segments": ["P1", "P2"]}, {"flail_segments.P2": None}], {"flail_segments.P1": True}),
        ([{"flail_segments.P2": True}, {"flail_segments": False}], {"flail_segments": False}),
        ([{"flail_segments.P2": True}, {"flail_segments": ["A2"]}], {"flail_segments": ["A2"]}),
        ([{"flail_segments.P2": True}, {"flail_segments": None}], {}),
        ([{"flail_segments": False}, {"flail_segments.P2": False}], {"flail_segments": False, "flail_segments.P2": False}),
        ([{"age_group": "infant"}, {"age_years": 70.0}], {"age_years": 70.0}),
        ([{"age_years": 70.0}, {"age_group": "infant"}], {"age_group": "infant"}),
        ([{"age_years": 70.0}, {"age_group": None}], {"age_years": 70.0}),
    ],
)
def test_what_is_said_last_makes_room_for_itself(steps: list[dict[str, CaseValue | None]], known: dict[str, CaseValue]) -> None:
    assert values_of_state(learned(*steps).now) == known


def test_what_cannot_be_is_refused_and_nothing_is_taken_in() -> None:
    history = learned({"fever": True})
    with pytest.raises(ValueError, match="lvef"):
        history.learn({"lvef": Known(300.0), "sex": Known("male")})
    assert values_of_state(history.now) == {"fever": True}


def test_a_setting_stays_until_another_is_chosen() -> None:
    history = learned({"fever": True})
    history.learn({}, setting="low_income")
    history.learn({"lvef": Known(30.0)})
    assert (history.now.setting, history.now.case("x").setting) == ("low_income", "low_income")
    history.undo()
    history.undo()
    assert history.now.setting is None


def test_the_case_has_age_and_sex_in_their_places() -> None:
    case = learned({"age_years": 70.0, "sex": "male", "lvef": 30.0}).now.case("x")
    assert (case.age, case.sex, dict(case.findings)) == (70.0, "male", {"lvef": 30.0})


@pytest.mark.parametrize("name", case_names()[::15])
def test_a_case_becomes_a_state_and_the_same_case_again(name: str) -> None:
    case = library_case(name)
    state = state_of(case, {"fever": "hot"})
    assert state.case(name).values() == case.values()
    assert state.setting == case.setting
    assert {known.words for id, known in state.known.items() if id != "fever"} <= {""}


def test_an_age_in_words_becomes_the_age_that_it_is() -> None:
    assert state_of(Case(id="x", age="15 months")).known["age_years"].value == 1.25
    assert state_of(Case(id="x", age="infant")).known["age_group"].value == "infant"


def test_changes_are_told_in_the_order_in_which_they_became_known() -> None:
    before = State({"lvef": Known(30.0), "fever": Known(True)})
    after = State({"fever": Known(False), "chest_pain": Known(True)})
    assert list(changes(before, after)) == [Changed("lvef", 30.0, None), Changed("fever", True, False), Changed("chest_pain", None, True)]


@given(st.lists(said() | st.sampled_from(["undo", "redo"]), max_size=12))
@settings(max_examples=80, deadline=None, suppress_health_check=SLOW)
def test_steps_back_and_forth_go_over_the_same_states(steps: list[dict[str, Known | None] | str]) -> None:
    history = History()
    states, at = [history.now], 0
    for step in steps:
        if step == "undo":
            assert history.undo() is (at > 0)
            at = max(at - 1, 0)
        elif step == "redo":
            assert history.redo() is (at + 1 < len(states))
            at = min(at + 1, len(states) - 1)
        else:
            assert isinstance(step, dict)
            try:
                changed = history.learn(step)
            except ValueError:
                assert history.now == states[at]
                continue
            assert changed == list(changes(states[at], history.now))
            if changed:
                states[at + 1 :] = [history.now]
                at += 1
        assert history.now == states[at]
        assert history.before == (states[at - 1] if at else None)


@given(st.lists(said(), min_size=1, max_size=8))
@settings(max_examples=60, deadline=None, suppress_health_check=SLOW)
def test_undo_then_redo_restores_everything(steps: list[dict[str, Known | None]]) -> None:
    history = History()
    for step in steps:
        history.learn(step)
    last = history.now
    taken = 0
    while history.undo():
        taken += 1
    assert history.now == State()
    assert [history.redo() for _ in range(taken + 1)] == [True] * taken + [False]
    assert history.now == last


@given(said(), said())
@settings(max_examples=60, deadline=None, suppress_health_check=SLOW)
def test_what_was_said_last_is_what_is_known(first: dict[str, Known | None], last: dict[str, Known | None]) -> None:
    history = History()
    history.learn(first)
    history.learn(last)
    values = history.now.case("x").values()
    one_age = {"age_years", "age_group"} <= last.keys()  # of two ages in one line the later stands
    for id, known in last.items():
        if known is not None and not (one_age and id.startswith("age_")):
            assert values[id] == known.value
        elif known is None:
            assert id not in values
