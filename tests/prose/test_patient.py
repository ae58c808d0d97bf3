"""Age and sex, as a text opens with them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mrddx.facts.patient import age_years
from mrddx.prose.patient import read_patient


def patient(text: str) -> dict[str, float | str]:
    return {id: value for id, value, _, _ in read_patient(text)}


@pytest.mark.parametrize(
    ("text", "age", "sex"),
    [
        ("62F with dyspnoea", 62, "female"), ("62 F", 62, "female"), ("62M", 62, "male"), ("62 yo M", 62, "male"), ("62 y/o woman", 62, "female"),
        ("A 69-year-old woman", 69, "female"), ("a 69 year old retired teacher, man", 69, "male"), ("Man of 83", 83, "male"), ("Woman, 61,", 61, "female"),
        ("Female, aged 45", 45, "female"), ("83-year-old gentleman", 83, "male"), ("7-year-old girl", 7, "female"), ("12 year-old boy", 12, "male"),
    ],
)  # fmt: skip
def test_age_and_sex(text: str, age: float, sex: str) -> None:
    assert patient(text) == {"age_years": age, "sex": sex}


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("15-month-old girl", 15 / 12),
        ("6 week old boy", 6 * 7 / 365.25),
        ("3-day-old girl", 3 / 365.25),
        ("2 months old", 2 / 12),
        ("Age: 70", 70),
        ("aged 70", 70),
    ],
)
def test_the_unit_of_an_age(text: str, years: float) -> None:
    assert patient(text)["age_years"] == pytest.approx(years)


@pytest.mark.parametrize(
    ("text", "sex"),
    [("Sex: female", "female"), ("Gender M", "male"), ("The woman was admitted.", "female"), ("He has a murmur.", "male"), ("Her murmur is new.", "female")],
)
def test_sex_alone(text: str, sex: str) -> None:
    assert patient(text) == {"sex": sex}


def test_pronouns_that_differ_tell_nothing() -> None:
    assert patient("She said that he snores.") == {}


@pytest.mark.parametrize("text", ["EF 30 % and a new murmur", "flail P2", "vegetation 12 mm", "symptoms for 3 years", "BP 120/80", "", "MI 5 years ago"])
def test_what_is_no_age(text: str) -> None:
    assert patient(text) == {}


@pytest.mark.parametrize("text", ["Her mother died aged 50", "Her father, a 70-year-old man, has a murmur"])
def test_the_age_of_a_relative_is_not_the_patients(text: str) -> None:
    assert "age_years" not in patient(text)


def test_the_first_age_counts() -> None:
    assert patient("A 62-year-old woman, operated on as a 40-year-old woman")["age_years"] == 62


@pytest.mark.parametrize("text", ["Age 200.", "300F with EF 30 %", "999-year-old man", "aged 131"])
def test_an_age_that_nobody_reaches_is_not_read(text: str) -> None:
    age = patient(text).get("age_years", 0.0)
    assert isinstance(age, float)
    assert age <= age_years.high


@pytest.mark.parametrize("text", ["5 year old gırl", "5-year-old gentlemaN", "Woman of ٨٣"])
def test_letters_that_look_like_others_do_no_harm(text: str) -> None:
    assert patient(text).get("sex") in (None, "female", "male")


@given(
    st.lists(
        st.sampled_from(
            ["62", "F", "M", "yo", "year-old", "woman", "man", "she", "his", "aged", "mother", "months", ",", ".", "7", "Sex:", "female", "old", "999"]
        )
    ).map(" ".join)
)
def test_ages_and_sexes_are_plausible_and_in_the_text(text: str) -> None:
    found = read_patient(text)
    assert len({id for id, *_ in found}) == len(found)
    for id, value, start, end in found:
        assert 0 <= start < end <= len(text)
        if id == "sex":
            assert value in ("female", "male")
        else:
            assert isinstance(value, float)
            assert age_years.low <= value <= age_years.high
