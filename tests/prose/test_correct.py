"""Slips of the pen: a close match is offered, and never taken by itself."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mrddx.prose import correct, read_text

from .said import read_set, said


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("vegitation", "vegetation"),
        ("severe mitral regurgitaton", "regurgitation"),
        ("holosistolic murmur", "holosystolic"),
        ("fevver", "fever"),
        ("prolaspe of P2", "prolapse"),
    ],
)
def test_a_slip_is_offered_and_not_taken(typed: str, meant: str) -> None:
    reading = read_text(typed)
    correction = correct(reading)
    assert correction is not None
    assert meant in correction.text.casefold()
    assert meant in {put for _, put in correction.words}
    assert read_set(correction.text) - read_set(typed)
    assert reading.text == typed


def test_an_offer_is_nothing_until_it_is_taken() -> None:
    assert "vegetation" not in said("A large vegitation.")
    correction = correct(read_text("A large vegitation."))
    assert correction is not None
    assert said(correction.text)["vegetation"] is True


def test_every_word_that_was_put_in_is_named() -> None:
    correction = correct(read_text("vegitation and fevver"))
    assert correction is not None
    assert correction.words == (("vegitation", "vegetation"), ("fevver", "fever"))
    assert correction.text == "vegetation and fever"


@pytest.mark.parametrize("text", ["No fever.", "", "the of and", "1234", "Zbrskl qwpt.", "EF 30 %", "She lives in a small house."])
def test_nothing_to_offer(text: str) -> None:
    assert correct(read_text(text)) is None


def test_the_rest_of_the_text_stays_as_it_is() -> None:
    correction = correct(read_text("EF 30 %,  no fevver.\nFlail P2."))
    assert correction is not None
    assert correction.text == "EF 30 %,  no fever.\nFlail P2."


LETTERS = st.sampled_from([*"aeiorstnlfvegm ,."])


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(["vegitation", "fevver", "no", "prolaspe", "EF", "30 %", ",", "murmurr", "xqz"]), max_size=8).map(" ".join)
    | st.text(LETTERS, max_size=40)
)
def test_what_is_offered_says_more_and_changes_those_words_only(text: str) -> None:
    correction = correct(read_text(text))
    if correction is not None:
        assert read_set(correction.text) - read_set(text)
        assert correction.words
        assert all(typed in text and put in correction.text for typed, put in correction.words)
        assert len(correction.text) - len(text) == sum(len(put) - len(typed) for typed, put in correction.words)
