"""Phrases found in sentences: in any order, over small gaps, not across a rival or a wall, the longer before the shorter."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mrddx.facts.findings import Burden, Catalogue
from mrddx.prose.lexicon import Lexicon, Phrase, lexicon
from mrddx.prose.tokens import tokens_of
from mrddx.prose.words import thesaurus

from .said import exact

TOYS = Catalogue("Toys", Burden.HISTORY)
FLAIL = TOYS.yes_no("flail", "Flail", "Flail?")
FLAIL_POSTERIOR = TOYS.yes_no("flail_posterior", "Flail posterior leaflet", "Which?")
ANTERIOR_NORMAL = TOYS.yes_no("anterior_normal", "Anterior leaflet normal", "Normal?")
FEVER = TOYS.yes_no("fever", "Fever", "Fever?")
RUPTURE = TOYS.yes_no("rupture", "Rupture", "Rupture?")
MITRAL = Catalogue(thesaurus().subject.kind, Burden.HISTORY)
CALCIFIED = MITRAL.yes_no("calcified", "Calcified leaflets", "Calcified?")


def toy(*phrases: tuple[str, object]) -> Lexicon:
    """A lexicon of a few phrases; one that begins with ``=`` asks for its words side by side. None means nothing."""
    filed: dict[str, list[Phrase]] = defaultdict(list)
    findings = {finding.id: finding for finding in (*TOYS.findings, *MITRAL.findings)}
    for text, id in phrases:
        names = thesaurus().names(text.removeprefix("="))
        filed[names[-1]].append(Phrase(names, findings[str(id)] if id is not None else None, True if id is not None else None, text.startswith("=")))
    return replace(lexicon(), filed={name: tuple(filed[name]) for name in filed})


def found(text: str, *phrases: tuple[str, object]) -> list[str]:
    """The findings that a sentence names, in order."""
    return [match.phrase.finding.id for match in exact(tokens_of(text), toy(*phrases)) if match.phrase.finding is not None]


def words_of(text: str, *phrases: tuple[str, object]) -> list[list[str]]:
    tokens = tokens_of(text)
    return [[tokens[place].text for place in sorted(match.places)] for match in exact(tokens, toy(*phrases))]


POSTERIOR = ("flail posterior leaflet", "flail_posterior")
CHORDAE = ("chordae rupture", "rupture")


class TestOrderAndGaps:
    @pytest.mark.parametrize(
        "text", ["flail posterior leaflet", "posterior leaflet flail", "posterior leaflet is flail", "the posterior mitral leaflet was flail"]
    )
    def test_any_order(self, text: str) -> None:
        assert found(text, POSTERIOR) == ["flail_posterior"]

    def test_forms_and_synonyms(self) -> None:
        assert found("torn chords", CHORDAE) == ["rupture"]
        assert found("rupture of the chordae tendineae", CHORDAE) == ["rupture"]

    def test_stop_words_are_no_gap(self) -> None:
        assert found("rupture of one of the chordae", CHORDAE) == ["rupture"]

    def test_too_far_apart(self) -> None:
        assert found("rupture of an abdominal aneurysm long before anybody had ever looked at any chordae", CHORDAE) == []

    def test_a_wall_parts_words(self) -> None:
        assert found("spleen rupture; chordae", CHORDAE) == []

    def test_a_missing_word(self) -> None:
        assert found("flail leaflet", POSTERIOR) == []

    def test_every_place_is_found(self) -> None:
        assert found("fever on Monday, then chills, cough, sweat and again fever", ("fever", "fever")) == ["fever", "fever"]

    def test_the_places_are_those_of_the_words(self) -> None:
        assert words_of("the posterior leaflet is flail today", POSTERIOR) == [["posterior", "leaflet", "flail"]]


class TestSideBySide:
    @pytest.mark.parametrize(
        "phrase", ["kidney failure", "mitral regurgitation 1", "regurgitation none", "fever heart attack", "heart attack fever", "severe central regurgitation"]
    )
    def test_the_phrase_itself_is_found(self, phrase: str) -> None:
        assert found(phrase, (f"={phrase}", "fever")) == ["fever"]

    def test_not_in_another_order(self) -> None:
        assert found("failure kidney", ("=kidney failure", "fever")) == []

    def test_not_over_a_gap(self) -> None:
        assert found("kidney stones failure", ("=kidney failure", "fever")) == []


class TestRivals:
    def test_a_rival_stands_between(self) -> None:
        assert found("posterior leaflet normal, anterior flail", ("posterior leaflet flail", "flail_posterior")) == []

    def test_a_rival_that_is_joined_does_not(self) -> None:
        assert found("posterior and anterior leaflet flail", POSTERIOR) == ["flail_posterior"]

    def test_each_side_has_its_own(self) -> None:
        two = (("anterior leaflet normal", "anterior_normal"), POSTERIOR)
        assert found("anterior leaflet normal, posterior leaflet flail", *two) == ["anterior_normal", "flail_posterior"]

    def test_two_rivals_that_a_phrase_asks_for_are_not_torn_apart(self) -> None:
        both = ("anterior posterior leaflet normal", "anterior_normal")
        assert found("anterior leaflet normal, posterior leaflet flail", both) == []
        assert found("anterior and posterior leaflet normal", both) == ["anterior_normal"]

    def test_a_word_outside_is_no_rival(self) -> None:
        assert found("anterior jet; posterior leaflet flail", POSTERIOR) == ["flail_posterior"]


class TestTheMoreExact:
    def test_the_longer_swallows_the_shorter(self) -> None:
        assert found("posterior leaflet flail", ("flail", "flail"), POSTERIOR) == ["flail_posterior"]

    def test_the_shorter_stands_elsewhere(self) -> None:
        assert found("flail here; posterior leaflet flail", ("flail", "flail"), POSTERIOR) == ["flail", "flail_posterior"]

    def test_words_that_mean_nothing_swallow_too(self) -> None:
        assert found("hay fever", ("fever", "fever"), ("hay fever", None)) == []
        assert found("fever", ("fever", "fever"), ("hay fever", None)) == ["fever"]

    def test_of_the_same_words_both_findings_are_said(self) -> None:
        assert sorted(found("fever", ("fever", "fever"), ("fever", "flail"))) == ["fever", "flail"]

    def test_one_finding_in_one_place_is_one_match(self) -> None:
        assert words_of("flail posterior leaflet", POSTERIOR, ("posterior flail", "flail_posterior")) == [["flail", "posterior", "leaflet"]]


class TestAnotherValve:
    def test_said_of_the_aortic_valve(self) -> None:
        assert found("the aortic valve is calcified", ("valve calcified", "calcified")) == []

    def test_said_of_the_mitral_valve_or_of_none(self) -> None:
        assert found("the mitral valve is calcified", ("valve calcified", "calcified")) == ["calcified"]
        assert found("valve calcified", ("valve calcified", "calcified")) == ["calcified"]

    def test_another_valve_behind_a_comma(self) -> None:
        assert found("valve calcified, aortic root normal", ("valve calcified", "calcified")) == ["calcified"]

    def test_a_finding_of_another_kind_is_not_asked(self) -> None:
        assert found("rupture of the aortic valve chordae", CHORDAE) == ["rupture"]

    def test_a_phrase_that_names_the_other_valve_means_it(self) -> None:
        assert found("vegetation on the aortic valve", ("aortic valve vegetation", "calcified")) == ["calcified"]
        assert found("reversal in the pulmonary veins", ("pulmonary vein reversal", "calcified")) == ["calcified"]


WORDS = st.sampled_from(["flail", "posterior", "anterior", "leaflet", "fever", "rupture", "chordae", ",", ";", "and", "of", "the", "normal", "valve", "aortic"])


@given(st.lists(WORDS, max_size=15).map(" ".join))
def test_matches_stand_in_the_sentence_in_order(text: str) -> None:
    tokens = tokens_of(text)
    found = exact(tokens, toy(("flail", "flail"), POSTERIOR, CHORDAE, ("fever", "fever"), ("valve", "calcified")))
    assert [match.first for match in found] == sorted(match.first for match in found)
    for match in found:
        assert match.places <= set(range(len(tokens)))
        assert match.gap >= 0
        assert not [other for other in found if match.places < other.places]
