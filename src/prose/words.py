"""Words as the lexicon and a text share them: one stem for all forms, one name for synonyms, abbreviations written out.

The lexicon's phrases and the reader's text go through the same function, so that what it does to a word matters less
than that it does the same on both sides.
"""

from __future__ import annotations

import re
import threading
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

import snowballstemmer

from .tokens import Token, words_of

_STEMMER = snowballstemmer.stemmer("english")
_STEMMING = threading.Lock()  # a stemmer keeps the word that it works on

_DATA: Mapping[str, Any] = tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))

STOP_WORDS = frozenset(_DATA["stop"])
"""Words that say nothing of a finding: they are no part of a phrase, and none stands in a phrase's way."""

_WORDS_TOO = frozenset(_DATA["capitals"])
_EXACT = frozenset(_DATA["exact"])


@dataclass(frozen=True, slots=True)
class Term:
    """One meaningful word of a text: its name, and the tokens that it stands for (from ``first`` to ``last``).

    ``whole``: all the words that the tokens are written out as, if they are.
    """

    name: str
    first: int
    last: int
    whole: tuple[str, ...] = ()


@cache
def plain(word: str) -> str:
    """The one form of a word: small letters, American spelling, no ending; an abbreviation that is also a word keeps its capitals.

    >>> plain("Oedema"), plain("prolapsing"), plain("tumour"), plain("MAD"), plain("mad")
    ('edema', 'prolaps', 'tumor', 'MAD', 'mad')
    """
    if (word.isupper() and word.casefold() in _WORDS_TOO) or word in _EXACT:
        return word
    letters = unicodedata.normalize("NFKD", word.casefold().replace("’", "'").removesuffix("'s").removesuffix("'"))
    return _stem("".join(letter for letter in letters if not unicodedata.combining(letter)))


@cache
def _stem(word: str) -> str:
    if word in _DATA["whole"] or word.endswith("itis"):
        return word
    word = re.sub("ae|oe", "e", word)
    word = re.sub(r"(?<=[a-z]{3})our(s|ed|ing|)$", r"or\1", word)
    word = re.sub(r"(?<=[a-z]{3})is(e[sd]?|ing|ation)$", r"iz\1", word)
    word = re.sub(r"(fib|cent|lit|met)re(s?)$", r"\1er\2", word)
    if len(word) <= 3:
        return word
    with _STEMMING:
        return str(_STEMMER.stemWord(word))


_STOPPED = frozenset(map(plain, STOP_WORDS))


@dataclass(frozen=True)
class Subject:
    """What findings of one kind are said of unless another of its sort is named: the words for it, for the others, and for what they share."""

    kind: str
    own: frozenset[str]
    others: frozenset[str]
    parts: frozenset[str]


@dataclass(frozen=True)
class Thesaurus:
    """What stands for what.

    ``written_out`` maps the stems of an abbreviation or of a synonym (one word or several) to the names of the words
    that it stands for; ``rivals`` maps a name to those of which only one can be meant (anterior, posterior).
    """

    written_out: Mapping[tuple[str, ...], tuple[str, ...]]
    rivals: Mapping[str, frozenset[str]]
    subject: Subject
    leading: frozenset[str]
    attributes: frozenset[str]
    implied: frozenset[str]
    longest: int

    def terms(self, tokens: Sequence[Token]) -> list[Term]:
        """The terms of tokens: every word under its own stem, and under the words that it stands for."""
        stems = [plain(token.text) if token.is_word else "" for token in tokens]
        found = [Term(stem, place, place) for place, stem in enumerate(stems) if stem]
        spread = [place for place, stem in enumerate(stems) if stem]
        for at, first in enumerate(spread):
            if stems[first] not in self.starts:
                continue
            for count in range(1, self.longest + 1):
                places = spread[at : at + count]
                if len(places) < count or places[-1] - first > 2 * count:
                    break
                whole = self.written_out.get(tuple(stems[place] for place in places), ())
                found += [Term(name, first, places[-1], whole) for name in whole]
        return found

    def names(self, phrase: str, *, all_words: bool = False) -> tuple[str, ...]:
        """The terms that a phrase of the lexicon asks for, stop words left out unless ``all_words`` are wanted."""
        stems = [plain(word) for word in words_of(phrase)]
        names: list[str] = []
        place = 0
        while place < len(stems):
            count, wide = self._written_out(stems, place)
            names += wide if wide else [stems[place]] if all_words or stems[place] not in _STOPPED else []
            place += count
        return tuple(dict.fromkeys(names))

    def _written_out(self, stems: Sequence[str], place: int) -> tuple[int, tuple[str, ...]]:
        """How many words from a place on are written out as one, and as what; one word, and nothing, if none are."""
        if stems[place] in self.starts:
            for count in range(min(self.longest, len(stems) - place), 0, -1):
                if wide := self.written_out.get(tuple(stems[place : place + count])):
                    return count, wide
        return 1, ()

    @cached_property
    def starts(self) -> frozenset[str]:
        """The first words of all that is written out."""
        return frozenset(words[0] for words in self.written_out)


@cache
def thesaurus() -> Thesaurus:
    """The thesaurus of ``words.toml``."""
    written_out: dict[tuple[str, ...], tuple[str, ...]] = {}
    for name, others in _DATA["same"].items():
        own = plain(name)
        for other in others:
            written_out[_stems(other)] = (own,)
    abbreviations = {_stems(short): long for short, long in _DATA["abbreviations"].items()}
    first = Thesaurus(written_out, {}, Subject("", frozenset(), frozenset(), frozenset()), frozenset(), frozenset(), frozenset(), max(map(len, written_out)))
    for short, long in abbreviations.items():
        written_out[short] = first.names(long)
    rivals: dict[str, frozenset[str]] = {}
    for group in _DATA["rivals"]:
        names = [first.names(word)[0] for word in group]
        for name in names:
            rivals[name] = rivals.get(name, frozenset()) | (frozenset(names) - {name})
    leading, attributes, implied = (frozenset(map(plain, _DATA[key])) for key in ("leading", "attributes", "implied"))
    mine, theirs, parts = (frozenset(name for word in _DATA["subject"][key] for name in first.names(word)) for key in ("own", "others", "parts"))
    return Thesaurus(written_out, rivals, Subject(_DATA["subject"]["kind"], mine, theirs, parts), leading, attributes, implied, max(map(len, written_out)))


def _stems(text: str) -> tuple[str, ...]:
    return tuple(map(plain, words_of(text)))
