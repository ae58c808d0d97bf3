"""One stem for all forms, one name for synonyms, abbreviations written out: on both sides the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mrddx.prose.tokens import tokens_of
from mrddx.prose.words import STOP_WORDS, plain, thesaurus


def spoken(text: str) -> set[str]:
    """Every name that the words of a text go by."""
    return {term.name for term in thesaurus().terms(tokens_of(text))}


def asked(phrase: str) -> set[str]:
    return set(thesaurus().names(phrase))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("oedema", "edema"), ("haemolysis", "hemolysis"), ("tumour", "tumor"), ("ischaemia", "ischemia"), ("fibre", "fiber"), ("centre", "center"),
        ("prolapsing", "prolapsed"), ("vegetations", "vegetation"), ("murmurs", "Murmur"), ("FEVER", "fever"), ("patient's", "patient"),
        ("patient’s", "patient"),
        ("stabilised", "stabilized"), ("visualisation", "visualization"),
    ],
)  # fmt: skip
def test_forms_of_one_word(one: str, other: str) -> None:
    assert plain(one) == plain(other)


@pytest.mark.parametrize(("one", "other"), [("MAD", "mad"), ("AS", "as"), ("SAM", "sam"), ("LAD", "lad"), ("PE", "pe"), ("mitral", "aortic"), ("P2", "P3")])
def test_words_that_are_kept_apart(one: str, other: str) -> None:
    assert plain(one) != plain(other)


@given(st.text(min_size=1))
def test_a_word_has_a_plain_form_whatever_it_is(word: str) -> None:
    assert isinstance(plain(word), str)


@given(st.text())
def test_terms_lie_among_the_tokens(text: str) -> None:
    tokens = tokens_of(text)
    for term in thesaurus().terms(tokens):
        assert term.name
        assert 0 <= term.first <= term.last < len(tokens)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("MR", "mitral regurgitation"), ("mitral insufficiency", "mitral regurgitation"), ("EF", "ejection fraction"),
        ("heart attack", "myocardial infarction"),
        ("AF", "atrial fibrillation"), ("torn chordae", "ruptured chords"), ("breathless", "shortness of breath"), ("pansystolic", "holosystolic"),
        ("pyrexia", "fever"), ("posteriorly", "posterior"), ("cusp", "leaflet"), ("renal", "kidney"),
    ],
)  # fmt: skip
def test_what_stands_for_what(written: str, meant: str) -> None:
    assert asked(written) == asked(meant)
    assert asked(meant) <= spoken(written) | spoken(meant)
    assert asked(written) <= spoken(written)


def test_capitals_tell_an_abbreviation_from_a_word() -> None:
    assert asked("aortic stenosis") <= spoken("AS")
    assert not asked("aortic stenosis") & spoken("as")
    assert asked("mitral ring disjunction") <= spoken("MAD")
    assert not asked("mitral ring disjunction") & spoken("mad")


def test_stop_words_are_no_part_of_a_phrase() -> None:
    assert asked("the rupture of the chordae") == asked("rupture chordae")
    assert asked("the of and") == set()


def test_an_abbreviation_holds_the_places_of_its_word() -> None:
    mitral = next(term for term in thesaurus().terms(tokens_of("severe MR")) if term.name == plain("mitral"))
    assert (mitral.first, mitral.last) == (1, 1)


def test_a_synonym_of_several_words_holds_all_their_places() -> None:
    infarction = [term for term in thesaurus().terms(tokens_of("old heart attack")) if term.name == plain("infarction")]
    assert (1, 2) in {(term.first, term.last) for term in infarction}


def test_a_phrase_asks_for_no_word_twice() -> None:
    names = thesaurus().names("mitral valve of the mitral valve")
    assert len(names) == len(set(names))


@pytest.mark.parametrize("group", [("anterior", "posterior"), ("left", "right"), ("mild", "severe"), ("mitral", "aortic"), ("A1", "P2")])
def test_rivals_know_each_other(group: tuple[str, str]) -> None:
    one, other = (thesaurus().names(word)[0] for word in group)
    assert other in thesaurus().rivals[one]
    assert one in thesaurus().rivals[other]


def test_no_word_is_its_own_rival() -> None:
    assert not [name for name, rivals in thesaurus().rivals.items() if name in rivals]


def test_a_word_of_negation_is_never_a_stop_word() -> None:
    assert {"no", "not", "without"}.isdisjoint(STOP_WORDS)
