"""Finds the phrases of the lexicon in a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .lexicon import Lexicon, Phrase
from .tokens import Token
from .words import STOP_WORDS, Term, Thesaurus

_JOINING = frozenset((",", "/", "&", "and", "or", "both"))
_WALLS = frozenset((";", "."))


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase found: the places of its tokens in the sentence, and how many other words stand between them."""

    phrase: Phrase
    places: frozenset[int]
    gap: int

    @property
    def first(self) -> int:
        return min(self.places)

    @property
    def last(self) -> int:
        return max(self.places)


def matches(tokens: Sequence[Token], words: Thesaurus, known: Lexicon) -> list[Match]:
    """The phrases that a sentence says, the more exact instead of the less: "posterior leaflet flail" and not "flail"."""
    terms = words.terms(tokens)
    places: dict[str, list[Term]] = {}
    for term in terms:
        places.setdefault(term.name, []).append(term)
    found = [match for phrase in known.candidates(frozenset(places)) for match in _all(phrase, tokens, places, words)]
    return [match for match in _most_exact(found) if not _of_another(match, tokens, places, words)]


def _all(phrase: Phrase, tokens: Sequence[Token], places: dict[str, list[Term]], words: Thesaurus) -> Iterable[Match]:
    """Every place of a phrase: its rarest word there, and the nearest of each of its others."""
    rarest = min(phrase.names, key=lambda name: len(places[name]))
    for anchor in places[rarest]:
        chosen = [anchor, *(min(places[name], key=lambda term: _distance(term, anchor)) for name in phrase.names if name != rarest)]
        match = _match(phrase, chosen, tokens, words)
        if match is not None:
            yield match


def _distance(one: Term, other: Term) -> tuple[int, int]:
    return max(0, one.first - other.last, other.first - one.last), one.first


def _match(phrase: Phrase, chosen: Sequence[Term], tokens: Sequence[Token], words: Thesaurus) -> Match | None:
    """The match, unless its words stand too far apart, or a rival of one of them stands between."""
    taken = {place for term in chosen for place in (range(term.first, term.last + 1) if term.last - term.first < 4 else (term.first, term.last))}
    between = [place for place in range(min(taken), max(taken)) if place not in taken]
    if phrase.together and (between or [term.first for term in chosen] != sorted(term.first for term in chosen)):
        return None
    if any(tokens[place].text in _WALLS for place in between):
        return None
    gap = sum(_weight(tokens[place]) for place in between)
    if gap > _allowed(phrase) or _rival(phrase, taken, between, tokens, words):
        return None
    return Match(phrase, frozenset(taken), gap)


def _weight(token: Token) -> int:
    """How much a word in between keeps two words apart."""
    if not token.is_word:
        return 1 if token.text == "," else 0
    return 0 if token.text.casefold() in STOP_WORDS else 1


def _allowed(phrase: Phrase) -> int:
    if any(len(name) < 3 or name[0].isdigit() for name in phrase.names):
        return 1
    return min(len(phrase.names), 3)


def _rival(phrase: Phrase, taken: set[int], between: Sequence[int], tokens: Sequence[Token], words: Thesaurus) -> bool:
    """Whether a word in between can only be meant instead of one of the phrase's own, and is not joined to it ("anterior and posterior")."""
    rivals = {rival for name in phrase.names for rival in words.rivals.get(name, ())} - set(phrase.names)
    if not rivals:
        return False
    for term in words.terms([tokens[place] for place in between]):
        place = between[term.first]
        if term.name in rivals and not _joined(place, taken, tokens):
            return True
    return False


def _joined(place: int, taken: set[int], tokens: Sequence[Token]) -> bool:
    """Whether only joining words stand between a word and the nearest word of the phrase on one side."""
    for step in (-1, 1):
        at = place + step
        while 0 <= at < len(tokens) and tokens[at].text.casefold() in _JOINING:
            at += step
        if at != place + step and at in taken:
            return True
    return False


def _most_exact(found: Sequence[Match]) -> list[Match]:
    """The matches without those that lie wholly inside a larger one, and of one finding in one place only the tightest."""
    by_size = sorted(found, key=lambda match: (-len(match.places), match.gap, -len(match.phrase.names), match.phrase.says is None, match.first))
    kept: list[Match] = []
    for match in by_size:
        if not any(_inside(match, other) or _same(match, other) for other in kept):
            kept.append(match)
    return sorted((match for match in kept if match.phrase.finding is not None), key=lambda match: (match.first, match.last))


def _inside(match: Match, other: Match) -> bool:
    """Whether another match says more with the same words: it has more of them, or reads more in them (AS is aortic stenosis, not stenosis)."""
    return match.places < other.places or (match.places == other.places and set(match.phrase.names) < set(other.phrase.names))


def _of_another(match: Match, tokens: Sequence[Token], places: dict[str, list[Term]], words: Thesaurus) -> bool:
    """Whether a finding of the mitral valve is said of another valve: that one is named beside it, between the same commas, and the mitral one is not."""
    finding = match.phrase.finding
    if finding is None or finding.kind != words.subject.kind or not words.subject.own.isdisjoint(match.phrase.names):
        return False
    walls = [place for place, token in enumerate(tokens) if token.text in (",", ";", ":", ".")]
    first = max((wall for wall in walls if wall < match.first), default=-1)
    last = min((wall for wall in walls if wall > match.last), default=len(tokens))
    named = {name for name in (*words.subject.own, *words.subject.others) for term in places.get(name, ()) if first < term.first < last}
    return bool(named & words.subject.others) and not named & words.subject.own


def _same(match: Match, other: Match) -> bool:
    return match.phrase.finding is not None and match.phrase.finding == other.phrase.finding and bool(match.places & other.places) and (
        other.gap <= match.gap or match.phrase.says == other.phrase.says
    )
