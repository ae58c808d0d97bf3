"""What stands on the screen: widths, plain ASCII, values as they are written, and the list with its alerts and movements."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mrddx.consult.page import Out, ascii_only, panel, shown, wrapped
from mrddx.facts.case import Case, CaseValue
from mrddx.inference.ahead import assess_quickly
from mrddx.inference.assessment import Assessment

from ..inference.library import library_case
from ..strategies import ATOMS, values_of
from .sessions import PRINTABLE


@cache
def rupture() -> Assessment:
    return assess_quickly(library_case("pmr-88f-silent-small-mi"))


def places(assessment: Assessment) -> dict[str, int]:
    return {ranked.cause: ranked.rank for ranked in assessment.differential}


@pytest.mark.parametrize(
    ("id", "value", "words"),
    [
        ("lvef", 30.0, "30 %"), ("age_years", 70.0, "70 years"), ("fever", True, "yes"), ("fever", False, "no"), ("mr_grade", "severe", "severe"),
        ("flail_segments", ["P1", "P2"], "P1, P2"), ("flail_segments", False, "none"), ("flail_segments.P2", True, "yes"),
    ],
)  # fmt: skip
def test_a_value_is_shown_as_it_is_written(id: str, value: CaseValue, words: str) -> None:
    assert shown(id, value) == words


@given(st.sampled_from(ATOMS), st.data())
@settings(max_examples=100, deadline=None)
def test_any_value_is_shown_in_words(finding: object, data: st.DataObject) -> None:
    one = next(each for each in ATOMS if each is finding)
    assert shown(one.id, data.draw(values_of(one))).strip()


@given(st.text())
def test_ascii_is_ascii_whatever_was_typed(text: str) -> None:
    assert ascii_only(text).isascii()


def test_ascii_says_the_same() -> None:
    assert ascii_only("“Behçet” ▼3 ██·· ≥ 38 °C, 1.5 × 10⁹/L – α…") == '"Behcet" v3 ##.. >= 38  deg C, 1.5 x 109/L - alpha...'


@given(st.lists(st.tuples(st.integers(0, 6), st.text(PRINTABLE, max_size=200))), st.integers(20, 100))
def test_no_line_is_wider_than_the_width(lines: list[tuple[int, str]], width: int) -> None:
    outs = [Out(" " * indent + text, "dim") for indent, text in lines]
    fitted = list(wrapped(outs, width))
    assert all(len(out.text) <= width for out in fitted)
    assert {out.style for out in fitted} <= {"dim"}


def test_a_line_hangs_under_its_indent_and_loses_no_word() -> None:
    text = "  + vegetation = yes “a large mobile vegetation on the anterior leaflet” and so on"
    lines = [out.text for out in wrapped([Out(text)], 40)]
    assert len(lines) > 1
    assert lines[0].startswith("  + ")
    assert all(line.startswith("    ") and line[4] != " " for line in lines[1:])
    assert " ".join(" ".join(lines).split()) == " ".join(text.split())


def test_a_number_stays_with_its_per_cent_sign() -> None:
    for width in range(20, 40):
        lines = [out.text for out in wrapped([Out("The ejection fraction is now 30 % and was 45 % at first")], width)]
        assert not [line for line in lines if line.lstrip().startswith("%")]


def test_an_empty_line_stays() -> None:
    assert list(wrapped([Out(), Out("a")], 40)) == [Out(), Out("a")]


def test_alerts_stand_on_top_then_tempo_and_mechanism_then_the_list() -> None:
    lines = panel(rupture(), {}, rows=20, width=79)
    texts = [line.text for line in lines]
    assert texts[0].startswith("ALERT Consider acute severe regurgitation")
    layers = next(place for place, text in enumerate(texts) if text.startswith("Tempo acute"))
    first = next(place for place, text in enumerate(texts) if text.startswith(" 1. "))
    assert 0 < layers < first
    assert {line.style for line in lines[:layers]} == {"alert"}
    assert texts[first].endswith("Papillary muscle rupture after infarction")
    assert lines[first].style == "lead"


@pytest.mark.parametrize("rows", range(6, 30))
def test_the_list_takes_no_more_rows_than_it_is_given_but_shows_every_alert_and_three_causes(rows: int) -> None:
    assessment = rupture()
    lines = panel(assessment, {}, rows=rows, width=79)
    assert len(lines) <= max(rows, len(assessment.alerts) + 4)
    assert sum(line.text.startswith("ALERT") for line in lines) == len(assessment.alerts)
    assert [line.text[:4] for line in lines[-3:]][-1] >= " 3. "


@pytest.mark.parametrize("width", [20, 40, 65, 66, 79, 99])
def test_the_list_keeps_to_the_width(width: int) -> None:
    assert max(len(line.text) for line in panel(rupture(), {}, rows=18, width=width)) <= width


def test_movements_are_marked_by_how_far_they_went() -> None:
    before = assess_quickly(Case(id="x", findings={"mr_grade": "severe"}))
    after = assess_quickly(Case(id="x", findings={"mr_grade": "severe", "vegetation": True, "fever": True}))
    was, now = places(before), places(after)
    rows = {line.text[:2].strip(): line.text for line in panel(after, was, rows=40, width=79) if line.text[2:3] == "."}
    for ranked in after.differential[:10]:
        moved = was[ranked.cause] - now[ranked.cause]
        mark = f"▲{moved}" if moved > 0 else f"▼{-moved}" if moved < 0 else ""
        assert rows[str(ranked.rank)][4:8].strip() == mark
    assert after.differential[0].cause.startswith("endocarditis")


def test_nothing_has_moved_on_the_first_drawing_and_where_nothing_changed() -> None:
    for before in ({}, places(rupture())):
        assert not [line for line in panel(rupture(), before, rows=20, width=79) if "▲" in line.text or "▼" in line.text]
