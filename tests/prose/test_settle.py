"""From mentions to what is known: one value a finding, and nothing where a text says two things."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mrddx.facts.case import CaseValue
from mrddx.prose import Mention, Settled, Status, TextReading, settle

from .said import said


def settled(*mentions: tuple[str, CaseValue] | tuple[str, CaseValue, Status]) -> Settled:
    """What these mentions make known, one after the other."""
    made = [Mention(told[0], told[1], told[2] if len(told) == 3 else Status.SAID, place, place + 1) for place, told in enumerate(mentions)]
    return settle(TextReading("x" * len(made), tuple(made), ()))


def disputed(found: Settled) -> list[str]:
    return [contradiction.finding for contradiction in found.contradictions]


def test_what_is_said_once_is_known() -> None:
    found = settled(("fever", False), ("lvef", 30.0), ("mr_grade", "severe"))
    assert found.findings == {"fever": False, "lvef": 30.0, "mr_grade": "severe"}
    assert found.contradictions == ()
    assert found.open == ()


def test_what_is_said_twice_alike_is_known() -> None:
    assert settled(("fever", True), ("fever", True)).findings == {"fever": True}


def test_yes_and_no_is_a_contradiction_and_stays_unknown() -> None:
    found = settled(("fever", True), ("fever", False))
    assert found.findings == {}
    assert disputed(found) == ["fever"]
    assert [mention.value for mention in found.contradictions[0].mentions] == [True, False]


@pytest.mark.parametrize(("first", "last", "known"), [(60.0, 58.0, True), (60.0, 54.0, True), (60.0, 53.0, False), (30.0, 60.0, False), (1.0, 1.1, True)])
def test_numbers_within_a_tenth_are_one_number_as_last_said(first: float, last: float, known: bool) -> None:
    # the larger of the two decides: 60 and 54 differ by 6 = 0.1 * 60, 60 and 53 by 7
    found = settled(("lvef", first), ("lvef", last))
    assert found.findings == ({"lvef": last} if known else {})
    assert disputed(found) == ([] if known else ["lvef"])


def test_three_numbers_must_all_agree() -> None:
    assert disputed(settled(("lvef", 60.0), ("lvef", 57.0), ("lvef", 52.0))) == ["lvef"]


@pytest.mark.parametrize(("first", "last"), [("moderate", "moderate_to_severe"), ("moderate_to_severe", "severe"), ("severe", "moderate")])
def test_a_grade_is_taken_as_last_said(first: str, last: str) -> None:
    found = settled(("mr_grade", first), ("mr_grade", last))
    assert found.findings == {"mr_grade": last}
    assert found.contradictions == ()


def test_options_without_an_order_contradict_each_other() -> None:
    assert disputed(settled(("jet_direction", "anterior"), ("jet_direction", "central"))) == ["jet_direction"]


def test_options_of_a_family_stand_side_by_side() -> None:
    found = settled(("flail_segments.P2", True), ("flail_segments.P3", False))
    assert found.findings == {"flail_segments.P2": True, "flail_segments.P3": False}


def test_a_segment_that_is_there_goes_before_the_word_that_none_is() -> None:
    assert settled(("flail_segments", False), ("flail_segments.P2", True)).findings == {"flail_segments.P2": True}
    assert settled(("flail_segments", False)).findings == {"flail_segments": False}


@pytest.mark.parametrize("status", [Status.UNCERTAIN, Status.FAMILY, Status.PAST, Status.HYPOTHETICAL])
def test_what_is_not_said_of_now_stays_open(status: Status) -> None:
    found = settled(("fever", True, status))
    assert found.findings == {}
    assert [mention.status for mention in found.open] == [status]


def test_what_is_said_beside_a_doubt_is_known() -> None:
    found = settled(("fever", True, Status.UNCERTAIN), ("fever", False))
    assert found.findings == {"fever": False}
    assert found.contradictions == ()


def test_later_values_count_only_where_nothing_else_is_said() -> None:
    assert settled(("lvef", 60.0, Status.LATER)).findings == {"lvef": 60.0}
    found = settled(("lvef", 30.0), ("lvef", 60.0, Status.LATER))
    assert found.findings == {"lvef": 30.0}
    assert found.contradictions == ()


def test_two_later_values_may_differ_too() -> None:
    assert disputed(settled(("lvef", 30.0, Status.LATER), ("lvef", 60.0, Status.LATER))) == ["lvef"]


def test_every_finding_rests_on_its_mention() -> None:
    found = settled(("lvef", 60.0), ("lvef", 58.0))
    assert found.grounds["lvef"].start == 1


def test_in_a_text() -> None:
    assert said("LVEF 60 %. Later in the report: LVEF 58 %.") == {"lvef": 58.0}
    assert "fever" not in said("No fever. High fever.")
    assert said("Before the operation LVEF 30 %. At follow-up LVEF 60 %.") == {"lvef": 30.0}


MENTIONS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["fever", "vegetation", "flail_segments.P2", "flail_segments.P3"]), st.booleans(), st.sampled_from(Status)),
        st.tuples(st.just("lvef"), st.sampled_from([30.0, 31.0, 60.0]), st.sampled_from(Status)),
        st.tuples(st.just("mr_grade"), st.sampled_from(["mild", "moderate", "severe"]), st.sampled_from(Status)),
        st.tuples(st.just("flail_segments"), st.just(False), st.sampled_from(Status)),
    ),
    max_size=8,
)


@given(MENTIONS)
def test_every_finding_named_is_known_disputed_open_or_in_its_parts(mentions: list[tuple[str, CaseValue, Status]]) -> None:
    found = settled(*mentions)
    places = [set(found.findings), set(disputed(found)), {mention.finding for mention in found.open}]
    named = {id for id, *_ in mentions}
    assert named - {"flail_segments"} <= set().union(*places) <= named
    assert sum(map(len, places)) == len(set().union(*places))
    assert all(found.grounds[id].value == value for id, value in found.findings.items())
    assert all(found.grounds[id].status in (Status.SAID, Status.LATER) for id in found.findings)
