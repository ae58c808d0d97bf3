"""A line of findings: explicit values, free words, what stays open, what is not understood, and what is only offered."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mrddx.consult.lines import LineRead, read_line
from mrddx.facts.case import CaseValue, find

from ..strategies import ATOMS, values_of
from .sessions import LINES, PRINTABLE

SLOW = (HealthCheck.too_slow,)


def values(read: LineRead) -> dict[str, CaseValue | None]:
    return {id: known.value if known else None for id, known in read.known.items()}


@pytest.mark.parametrize(
    ("line", "known"),
    [
        ("lvef: 30", {"lvef": 30.0}),
        ("lvef = 30 %", {"lvef": 30.0}),
        ("lvef 30", {"lvef": 30.0}),
        ("LVEF 30", {"lvef": 30.0}),
        ("lvedd: 6.1 cm", {"lvedd": 61.0}),
        ("fever no", {"fever": False}),
        ("no fever", {"fever": False}),
        ("fever: unknown", {"fever": None}),
        ("fever ?", {"fever": None}),
        ("fever: u", {"fever": None}),
        ("age_years: 70", {"age_years": 70.0}),
        ("sex: f", {"sex": "female"}),
        ("mr_grade: severe", {"mr_grade": "severe"}),
        ("flail_segments: P1, P2", {"flail_segments": ["P1", "P2"]}),
        ("flail_segments: none", {"flail_segments": False}),
        ("flail_segments.P2: yes", {"flail_segments.P2": True}),
        ("lvef: 30, fever: no", {"lvef": 30.0, "fever": False}),
        ("lvef: 30; fever: no", {"lvef": 30.0, "fever": False}),
        ("lvef: 30\nfever: no", {"lvef": 30.0, "fever": False}),
        ("lvef: 30, s3: yes", {"lvef": 30.0, "s3": True}),
        ("lvef: 30, flail_segments.P2: yes", {"lvef": 30.0, "flail_segments.P2": True}),
        ("lvef: 30,fever: no", {"lvef": 30.0, "fever": False}),
        ("lvef: 30, no fever", {"lvef": 30.0, "fever": False}),
        ("lvef: 30; no fever", {"lvef": 30.0, "fever": False}),
        ("no fever, lvef: 30", {"lvef": 30.0, "fever": False}),
        ("prolapse: no, chest pain", {"prolapse": False, "chest_pain": True}),
    ],
)
def test_values_are_taken_as_they_are_written(line: str, known: dict[str, CaseValue | None]) -> None:
    read = read_line(line)
    assert values(read) == known
    assert not read.problems


@given(st.sampled_from(ATOMS), st.data())
@settings(max_examples=150, deadline=None, suppress_health_check=SLOW)
def test_any_finding_can_be_given_by_its_id(finding: object, data: st.DataObject) -> None:
    one = next(each for each in ATOMS if each is finding)
    value = data.draw(values_of(one))
    written = {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
    assert values(read_line(f"{one.id}: {written}")) == {one.id: value}


def test_the_words_of_each_value_are_kept() -> None:
    read = read_line("lvef: 30, fever: no")
    assert {id: known.words for id, known in read.known.items() if known} == {"lvef": "lvef: 30", "fever": "fever: no"}


def test_a_value_that_cannot_be_is_a_problem_with_its_mend() -> None:
    read = read_line("lvef: 300, fever: no")
    assert values(read) == {"fever": False}
    assert len(read.problems) == 1
    assert read.problems[0].startswith("lvef: ")
    assert "92" in read.problems[0]


@pytest.mark.parametrize(
    ("line", "finding", "why"),
    [
        ("possible vegetation", "vegetation", "uncertain"),
        ("mother had rheumatic fever", "rheumatic_fever_history", "relative"),
    ],
)
def test_what_is_not_said_of_the_patient_now_stays_open(line: str, finding: str, why: str) -> None:
    read = read_line(line)
    assert finding not in read.known
    assert [(id, why in reason) for id, _, reason in read.open] == [(finding, True)]


@pytest.mark.parametrize("line", ["lvef 30; lvef 45", "fever, no fever", "fever: yes, fever: no", "fever: yes; no fever"])
def test_a_line_that_contradicts_itself_leaves_the_finding_unknown(line: str) -> None:
    read = read_line(line)
    assert read.known == {}
    assert len(read.contradictions) == 1


def test_what_was_not_understood_is_named() -> None:
    read = read_line("no fever, quux blorp")
    assert values(read) == {"fever": False}
    assert any("quux" in each for each in read.left)
    assert read_line("quux blorp").empty


def test_a_close_word_is_offered_and_not_taken() -> None:
    read = read_line("vegitation")
    assert read.known == {}
    assert read.corrections == (("vegitation", "vegetation"),)
    assert values(read_line(read.offer)) == {"vegetation": True}


@pytest.mark.parametrize("line", ["", " ", ",", ";;", ":", "=", "?", "...", "lvef", "lvef:", "lvef: ", ": 30", "nonsense: 30"])
def test_what_says_nothing_is_empty_or_a_problem(line: str) -> None:
    assert not read_line(line).known


@given(st.text(PRINTABLE, max_size=80) | st.lists(st.sampled_from([*LINES, ",", ";", "no", "of", "?"]), max_size=6).map(" ".join))
@settings(max_examples=150, deadline=None, suppress_health_check=SLOW)
def test_any_text_can_be_read_and_only_findings_come_of_it(text: str) -> None:
    read = read_line(text)
    assert all(find(id) is not None for id in (*read.known, *(id for id, _, _ in read.open)))
    assert not {id for id, _ in read.contradictions} & read.known.keys()
