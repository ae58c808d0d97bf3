"""Close matches for words that were not understood: offered, never taken."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz, process

from .lexicon import lexicon
from .reader import TextReading, read_text
from .tokens import tokens_of
from .words import STOP_WORDS, plain

_NEAR = 82
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Correction:
    """A text with close matches put in, and each word with what was put for it."""

    text: str
    words: tuple[tuple[str, str], ...]


def correct(reading: TextReading) -> Correction | None:
    """The text with the nearest known words in place of unknown ones, if that makes more findings understood."""
    text, words = reading.text, []
    for passage in reversed(reading.left):
        for token in reversed(tokens_of(text[passage.start : passage.end], passage.start)):
            if (nearest := _nearest(token.text)) is not None:
                text = text[: token.start] + nearest + text[token.end :]
                words.append((token.text, nearest))
    if not words:
        return None
    before = {(mention.finding, str(mention.value)) for mention in reading.mentions}
    after = {(mention.finding, str(mention.value)) for mention in read_text(text).mentions}
    return Correction(text, tuple(reversed(words))) if after - before else None


def _nearest(word: str) -> str | None:
    """The known word that an unknown one is probably a slip for."""
    if len(word) < _SHORTEST or not word.isalpha() or word.casefold() in STOP_WORDS or plain(word) in lexicon().words:
        return None
    found = process.extractOne(word.casefold(), _surface(), scorer=fuzz.ratio, score_cutoff=_NEAR)
    return found[0] if found else None


@cache
def _surface() -> tuple[str, ...]:
    """The words of the lexicon as they are written."""
    return tuple(sorted({word.casefold() for words in lexicon().words.values() for word in words if len(word) >= _SHORTEST}))
