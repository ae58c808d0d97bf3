"""Numbers with their units, as clinicians write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mrddx.facts.units import split_number
from mrddx.prose.figures import Figure, figures

from .said import said


def pairs(text: str) -> list[tuple[str, str]]:
    """The figures of a text: what a value reader takes, and the unit."""
    return [(figure.text, figure.unit) for figure in figures(text)]


def one(text: str) -> Figure:
    (figure,) = figures(text)
    return figure


def number(text: str) -> tuple[float, str]:
    """The one number of a text as the value reader splits it."""
    split = split_number(one(text).text)
    assert split is not None
    return split


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("EF 30%", (30, "%")), ("EF 30 %", (30, "%")), ("EF 30 percent", (30, "percent")), ("creatinine 4.5 mg/dL", (4.5, "mg/dL")),
        ("creatinine 4,5 mg/dL", (4.5, "mg/dL")), ("LVEDD 56mm", (56, "mm")), ("LVEDD 5.6 cm", (5.6, "cm")), ("rate 72/min", (72, "/min")),
        ("EROA 0.4 cm²", (0.4, "cm²")), ("temperature 38.4 °C", (38.4, "°C")), ("LVEF 30", (30, "")),
    ],
)  # fmt: skip
def test_a_number_and_its_unit(text: str, expected: tuple[float, str]) -> None:
    assert number(text) == expected


@pytest.mark.parametrize(
    ("text", "middle"),
    [("EF 60-65%", 62.5), ("EF 60–65 %", 62.5), ("EF 60 to 65 %", 62.5), ("EF 60% to 65%", 62.5), ("RVSP between 50 and 60 mmHg", 55), ("EF 25-30", 27.5)],
)
def test_a_range_is_one_figure(text: str, middle: float) -> None:
    assert number(text)[0] == middle


def test_from_one_to_the_other_is_the_other() -> None:
    assert number("EF fell from 60 to 30 %") == (30, "%")
    assert number("creatinine rose from 1.2 to 4.5 mg/dL") == (4.5, "mg/dL")


def test_two_numbers_with_and_are_two() -> None:
    first, *_ = pairs("LVEDD 56 and LVESD 40 mm")
    assert first[0].startswith("56")
    assert said("LVEDD 56 mm and LVESD 40 mm") == {"lvedd": 56.0, "lvesd": 40.0}


@pytest.mark.parametrize("text", ["BP 120/80", "BP 120/80 mmHg", "BP 120 over 80", "BP 120 / 80 mm Hg"])
def test_a_blood_pressure_is_a_pair(text: str) -> None:
    first, second = figures(text)
    assert [(first.text, first.pair), (second.text, second.pair)] == [("120", 1), ("80", 2)]
    assert (first.start, first.end) == (second.start, second.end)


def test_one_pressure_is_not_both() -> None:
    assert said("BP 120/80 mmHg") == {"systolic_bp": 120.0, "diastolic_bp": 80.0}
    assert said("systolic blood pressure 85 mmHg") == {"systolic_bp": 85.0}
    assert "diastolic_bp" not in said("blood pressure 85 mmHg systolic")


@pytest.mark.parametrize("text", ["ANA 1:640", "ANA 1 : 640"])
def test_a_titre(text: str) -> None:
    assert pairs(text) == [("640", "1:")]


@pytest.mark.parametrize("text", ["platelets 150,000/µL", "platelets 150,000 /uL"])
def test_thousands(text: str) -> None:
    assert number(text)[0] == 150_000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("three days ago", (3, "days")),
        ("two weeks ago", (2, "weeks")),
        ("Ten years", (10, "years")),
        ("a year ago", (1, "year")),
        ("half a year ago", (0.5, "year")),
    ],
)
def test_number_words_of_time(text: str, expected: tuple[float, str]) -> None:
    assert number(text) == expected
    assert one(text).is_time


@pytest.mark.parametrize(("text", "expected"), [("EF thirty percent", 30), ("EF thirty-five per cent", 35), ("EF sixty five %", 65)])
def test_number_words_of_shares(text: str, expected: float) -> None:
    assert number(text) == (expected, "%")


@pytest.mark.parametrize("text", ["grade 3/6", "grade III/VI", "3 out of 6", "grade 3 of 6", "grade iii/vi"])
def test_out_of_six(text: str) -> None:
    assert pairs(text) == [("3/6", "/6")]


@pytest.mark.parametrize("unit", ["days", "Days", "DAYS", "d", "wks", "Months", "yr"])
def test_a_time_is_a_time_however_it_is_written(unit: str) -> None:
    assert one(f"MI 3 {unit} ago").is_time


@pytest.mark.parametrize("text", ["flail P2", "A2 and P3 prolapse", "T1 mapping", "no number at all", ""])
def test_what_is_no_number(text: str) -> None:
    assert pairs(text) == []


@pytest.mark.parametrize("text", ["EF >55 %", "EF over 55 %", "EF about 55 %", "EF < 55 %"])
def test_a_sign_does_not_hide_the_number(text: str) -> None:
    assert number(text) == (55, "%")


def test_a_short_word_is_no_unit_within_another() -> None:
    assert said("heart rate 80 and regular") == {"heart_rate": 80.0}


def test_a_date_is_no_ejection_fraction() -> None:
    assert "lvef" not in said("LVEF on 12/03/2019 was not measured")


@pytest.mark.parametrize("text", ["fıfty % EF", "MI sıx days ago", "MI ſix days ago", "EF ³⁰ %", "EF ٣٠ %", "1:٣٠", "Ⅲ/VI"])
def test_letters_that_look_like_others_do_no_harm(text: str) -> None:
    assert all(figure.text for figure in figures(text))


@given(
    st.lists(st.sampled_from([*"0123456789.,/-:<>%() ıſ", "to", "and", "of", "mg/dL", "days", " over ", "from ", "III/VI", "six", "fifty", "mmHg", "\n"])).map(
        "".join
    )
)
def test_every_figure_lies_in_the_text(text: str) -> None:
    for figure in figures(text):
        assert 0 <= figure.start < figure.end <= len(text)
        assert any(character.isdigit() or character.isalpha() for character in text[figure.start : figure.end])
        assert split_number(figure.text) is not None
