"""Short ways to ask what the reader makes of a text."""

from __future__ import annotations

from collections.abc import Sequence

from mrddx.facts.case import CaseValue
from mrddx.prose import Status, read_text, settle
from mrddx.prose.lexicon import Lexicon
from mrddx.prose.matching import Match, matches, most_exact
from mrddx.prose.tokens import Token
from mrddx.prose.words import thesaurus


def exact(tokens: Sequence[Token], known: Lexicon) -> list[Match]:
    """The phrases that tokens say, the more exact instead of the less."""
    return most_exact(matches(tokens, thesaurus(), known))


def said(text: str) -> dict[str, CaseValue]:
    """What a text makes known."""
    return dict(settle(read_text(text)).findings)


def ways(text: str, finding: str) -> set[tuple[CaseValue, Status]]:
    """The values and the manner of every mention of a finding."""
    return {(value, mention.status) for mention in read_text(text).mentions if mention.finding == finding and not isinstance(value := mention.value, list)}


def way(text: str, finding: str) -> tuple[CaseValue, Status]:
    """The value and the manner of the only way in which a finding is mentioned."""
    (one,) = ways(text, finding)
    return one


def read_set(text: str) -> set[tuple[str, str, Status]]:
    """Every mention of a text, wherever it stands."""
    return {(mention.finding, str(mention.value), mention.status) for mention in read_text(text).mentions}
