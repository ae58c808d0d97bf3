"""The phrases of the lexicon: each names a finding that exists, is read as that finding, and can be denied and doubted.

The files are data: these tests ask of every phrase what a reader would.
"""

from __future__ import annotations

import re
from collections import Counter

import pytest

from mrddx.facts.findings import Choices, Quantity, YesNo
from mrddx.facts.vocabulary import FINDINGS
from mrddx.prose import Status, read_text
from mrddx.prose.lexicon import lexicon
from mrddx.prose.tokens import tokens_of
from mrddx.prose.words import plain, thesaurus

from .phrases import NOT_PHRASES, NOTHING, Written, each, entries, options_of, synonyms, written
from .said import exact

ALL = [one for one in (*written(), *synonyms()) if one.finding is not None]


def meant(one: Written) -> set[tuple[str, object]]:
    """What a phrase means if it stands alone."""
    return {(match.phrase.finding.id, match.phrase.says) for match in exact(tokens_of(one.text), lexicon()) if match.phrase.finding is not None}


def names_of(id: str) -> set[str]:
    """What the vocabulary calls a finding and its options, in small letters."""
    finding = FINDINGS[id]
    names = (finding.label, *finding.synonyms, *getattr(finding, "spellings", ()), getattr(finding, "negative", ""))
    return {name.casefold() for told in names for name in (told, re.sub(r"\([^)]*\)", "", told))}


def first(faults: list[str]) -> str:
    """Some of many faults, for a message."""
    return "\n".join([f"{len(faults)} phrases:", *faults[:40]])


class TestFiles:
    def test_every_finding_exists(self) -> None:
        assert [(file, id) for file, id, _ in entries() if id != NOTHING and id not in FINDINGS] == []

    def test_every_key_is_an_option_or_a_part_of_an_entry(self) -> None:
        strange = [
            (file, id, key)
            for file, id, entry in entries()
            for key, told in entry.items()
            if isinstance(told, list) and key not in ({"says"} if id == NOTHING else {"about", "no", *NOT_PHRASES, *options_of(id)})
        ]
        assert strange == []

    def test_a_yes_no_has_no_options_and_a_number_only_names(self) -> None:
        assert [(id, key) for _, id, entry in entries() if isinstance(FINDINGS.get(id), Quantity) for key in entry if key in ("yes", "no")] == []

    def test_the_past_is_another_finding_that_exists(self) -> None:
        assert [(id, entry["past"]) for _, id, entry in entries() if "past" in entry and not isinstance(FINDINGS.get(entry["past"]), YesNo)] == []

    def test_pairs_titres_and_lone_units_are_those_of_numbers(self) -> None:
        for _, id, entry in entries():
            if {"pair", "titre", "alone"} & set(entry):
                assert isinstance(FINDINGS[id], Quantity), id
            assert entry.get("pair", 1) in (1, 2)
        units = Counter(unit for _, _, entry in entries() for unit in entry.get("alone", ()))
        assert [unit for unit, count in units.items() if count > 1] == []

    def test_what_is_ignored_is_a_name_of_the_finding(self) -> None:
        strange = [(file, id, word) for file, id, entry in entries() for word in entry.get("ignore", ()) if word.casefold() not in names_of(id)]
        assert strange == []

    def test_no_phrase_is_empty(self) -> None:
        assert [str(one) for one in written() if not thesaurus().names(one.text)] == []

    def test_brackets_are_closed(self) -> None:
        texts = [(id, text) for _, id, entry in entries() for key, told in entry.items() if isinstance(told, list) and key not in NOT_PHRASES for text in told]
        assert [(id, text) for id, text in texts if text.count("(") != text.count(")") or any("|" in phrase for phrase in each(text))] == []

    def test_no_phrase_says_two_things_of_one_finding(self) -> None:
        says: dict[tuple[str, tuple[str, ...]], set[str]] = {}
        for one in written():
            if one.finding is not None and one.key != "about" and isinstance(FINDINGS[one.finding], YesNo):
                says.setdefault((one.finding, tuple(sorted(thesaurus().names(one.text)))), set()).add(one.key)
        assert {key: keys for key, keys in says.items() if len(keys) > 1} == {}


class TestPhrases:
    def test_every_phrase_is_read_as_its_finding(self) -> None:
        faults = [f"{one} is read as {sorted(map(str, meant(one)))}" for one in ALL if one.finding not in {id for id, _ in meant(one)}]
        assert not faults, first(faults)

    def test_every_phrase_says_what_it_is_filed_under(self) -> None:
        """Read as a sentence it may stay open ("past stroke"), but it never says the opposite, nor two things."""
        faults = []
        for one in ALL:
            if one.key in options_of(one.finding or ""):
                wanted = {"yes": "True", "no": "False"}.get(one.key, one.key)
                told = {str(mention.value) for mention in read_text(one.text).mentions if mention.finding == one.finding and mention.status is Status.SAID}
                if told - {wanted}:
                    faults.append(f"{one} says {sorted(told)}")
        assert not faults, first(faults)

    @pytest.mark.parametrize("file", sorted({file for file, id, _ in entries() if id == NOTHING}))
    def test_words_that_mean_nothing_are_kept_out_of_every_file(self, file: str) -> None:
        """What one file keeps out, another file does not let in again."""
        known = [frozenset(phrase.names) for filed in lexicon().filed.values() for phrase in filed if phrase.finding is None]
        asked = [one for one in written() if one.finding is None and one.file == file and len(thesaurus().names(one.text)) > 1]
        faults = [str(one) for one in asked if not any(names.issuperset(thesaurus().names(one.text)) for names in known)]
        assert not faults, first(faults)

    def test_every_word_of_the_phrases_is_known(self) -> None:
        faults = [str(one) for one in ALL for token in tokens_of(one.text) if token.is_word and plain(token.text) not in lexicon().words]
        assert not faults, first(faults)


SAMPLE = [
    one for one in ALL[::5] if one.key in ("yes", "about", "synonym") and isinstance(FINDINGS[one.finding or ""], YesNo) and (one.finding, True) in meant(one)
]


def read_as(text: str, one: Written) -> set[tuple[object, Status]]:
    return {(str(mention.value), mention.status) for mention in read_text(text).mentions if mention.finding == one.finding}


class TestDenied:
    """A phrase may hold a word that changes what "no" or "possible" before it means ("no longer smokes"): nearly all do not."""

    def test_after_no_it_is_absent(self) -> None:
        absent = [one for one in SAMPLE if read_as(f"no {one.text}", one) == {("False", Status.SAID)}]
        assert len(absent) >= 0.95 * len(SAMPLE), first([str(one) for one in SAMPLE if one not in absent])

    def test_after_possible_it_is_not_known(self) -> None:
        known = [str(one) for one in SAMPLE if any(status is Status.SAID for _, status in read_as(f"possible {one.text}", one))]
        assert len(known) <= 0.01 * len(SAMPLE), first(known)

    @pytest.mark.parametrize("word", ["new", "known", "previous", "past", "earlier", "prior", "recent", "further"])
    def test_no_before_such_a_word_never_makes_it_present(self, word: str) -> None:
        asked = [
            one
            for one in ALL
            if one.key in ("yes", "synonym") and one.text.casefold().startswith(f"{word} ") and isinstance(FINDINGS[one.finding or ""], YesNo)
        ]
        faults = [str(one) for one in asked if ("True", Status.SAID) in read_as(f"no {one.text}", one)]
        assert not faults, first(faults)


def test_every_finding_with_several_options_can_be_said_to_be_absent_or_is_left_out() -> None:
    """“No flail segments” makes each segment absent; it never makes one present."""
    for finding in FINDINGS.values():
        if isinstance(finding, Choices):
            for mention in read_text(f"no {finding.label}").mentions:
                assert mention.value is not True or mention.finding.partition(".")[0] != finding.id, finding.id
