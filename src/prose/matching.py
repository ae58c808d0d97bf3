"""Finds the phrases of the lexicon in a sentence."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..facts.findings import Choices
from .lexicon import Lexicon, Phrase
from .tokens import Token
from .words import STOP_WORDS, Term, Thesaurus, plain

_JOINING = frozenset(("/", "-", "–", "to", "&", "and", "or", "both"))
_PASSED = frozenset((",", *_JOINING))
_WALLS = frozenset((";",))


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
    """Every phrase of the lexicon that a sentence says, those that mean no finding among them."""
    places: dict[str, list[Term]] = {}
    for term in words.terms(tokens):
        places.setdefault(term.name, []).append(term)
    spans: dict[tuple[int, int], set[str]] = {}
    for name, terms in places.items():
        for term in terms:
            spans.setdefault((term.first, term.last), set()).add(name)
    found = [match for phrase in known.candidates(frozenset(places)) for match in _all(phrase, tokens, places, words, spans)]
    return [match for match in found if not _of_another(match, tokens, places, words)]


def _all(
    phrase: Phrase, tokens: Sequence[Token], places: dict[str, list[Term]], words: Thesaurus, spans: Mapping[tuple[int, int], set[str]],
) -> Iterable[Match]:
    """Every place of a phrase: each of its words there, and the nearest of each of its others."""
    tried: set[tuple[Term, ...]] = set()
    foreign = _foreign(phrase, words)
    for name in phrase.names if any(len(places[name]) > 1 for name in phrase.names) else phrase.names[:1]:
        for anchor in places[name]:
            near = functools.partial(_distance, other=anchor, tokens=tokens)
            chosen = tuple(anchor if each == name else min(places[each], key=near) for each in phrase.names)
            whole = all(foreign.isdisjoint(spans[term.first, term.last]) and words.implied.issuperset({*term.whole} - {*phrase.names}) for term in chosen)
            if chosen not in tried and whole:
                match = _match(phrase, chosen, tokens, words)
                if match is not None:
                    yield match
            tried.add(chosen)


def _foreign(phrase: Phrase, words: Thesaurus) -> set[str]:
    """The words that an abbreviation must not stand for as well to lend a word to this phrase: the "regurgitation" of TR is not the mitral valve's."""
    rivals = {rival for name in phrase.names for rival in words.rivals.get(name, ())} - set(phrase.names)
    subject = words.subject
    if phrase.finding is not None and phrase.finding.kind == subject.kind and (subject.own | subject.others).isdisjoint(phrase.names):
        rivals |= subject.others
    return rivals


def _distance(one: Term, other: Term, tokens: Sequence[Token]) -> tuple[int, int]:
    """How far two words stand apart; a comma or a semicolon between them counts for several words."""
    first, second = sorted((one, other), key=lambda term: term.first)
    marks = sum(2 if tokens[place].text == "," else 9 for place in range(first.last + 1, second.first) if tokens[place].text in (",", ";", "."))
    return max(0, second.first - first.last) + marks, one.first


def _match(phrase: Phrase, chosen: Sequence[Term], tokens: Sequence[Token], words: Thesaurus) -> Match | None:
    """The match, unless its words stand too far apart, or a rival of one of them stands between."""
    taken = {place for term in chosen for place in (range(term.first, term.last + 1) if term.last - term.first < 4 else (term.first, term.last))}
    between = [place for place in range(min(taken), max(taken)) if place not in taken]
    if phrase.together and (sum(_weight(tokens[place]) for place in between) > 0 or not _in_order(phrase, chosen)):
        return None
    if any(name in words.leading for name in phrase.names) and not _led(phrase, chosen, words):
        return None
    if any(tokens[place].text in _WALLS for place in between):
        return None
    gap = sum(_weight(tokens[place]) for place in between)
    if gap > _allowed(phrase) or _rival(phrase, taken, between, tokens, words):
        return None
    if _torn(chosen, taken, tokens, words) or _attributed(taken, between, tokens, words):
        return None
    return Match(phrase, frozenset(taken), gap)


def _weight(token: Token) -> int:
    """How much a word in between keeps two words apart."""
    if not token.is_word:
        return 1 if token.text == "," else 0
    return 0 if token.text.casefold() in STOP_WORDS else 1


def _allowed(phrase: Phrase) -> int:
    if any(name[0].isdigit() or set(name) <= set("iv") for name in phrase.names):  # a figure could belong to anything
        return 1
    return min(len(phrase.names), 3)


def _rival(phrase: Phrase, taken: set[int], between: Sequence[int], tokens: Sequence[Token], words: Thesaurus) -> bool:
    """Whether a word in between can only be meant instead of one of the phrase's own, and is not joined to it ("anterior and posterior")."""
    rivals = {rival for name in phrase.names for rival in words.rivals.get(name, ())} - set(phrase.names)
    if not rivals:
        return False
    near = [place for place in (min(taken) - 1, *between) if place >= 0]  # "anterior leaflet prolapse, posterior jet" is no posterior leaflet
    terms = words.terms([tokens[place] for place in near])
    return any(term.name in rivals and not _joined(near[term.first], taken, tokens) for term in terms)


def _in_order(phrase: Phrase, chosen: Sequence[Term]) -> bool:
    at = {term.name: term.first for term in chosen}
    return all(at[one] <= at[other] for one, other in itertools.pairwise(phrase.names))


def _led(phrase: Phrase, chosen: Sequence[Term], words: Thesaurus) -> bool:
    """Whether each word that leads another ("after infarction") stands before it: "infarction after" is another matter."""
    at = {term.name: term.first for term in chosen}
    return all(at[name] < at[after] for name, after in itertools.pairwise(phrase.names) if name in words.leading)


def _attributed(taken: set[int], between: Sequence[int], tokens: Sequence[Token], words: Thesaurus) -> bool:
    """Whether the last word is said of what follows: "impaired function, severe regurgitation" is no severely impaired function."""
    if plain(tokens[min(taken)].text) in words.attributes and any(
        tokens[place].text == "," and tokens[place + 1].text.casefold() in ("the", "a", "an", "her", "his") for place in between
    ):
        return True  # "the septum is thick, the anterior leaflet ...": the leaflet is not
    last = max(taken)
    apart = any(tokens[place].text.casefold() in (",", "and", "with") for place in between)
    if not apart or last + 1 >= len(tokens) or plain(tokens[last].text) not in words.attributes:
        return False
    after = tokens[last + 1].text
    return after[0].isalpha() and after.casefold() not in STOP_WORDS


def _torn(chosen: Sequence[Term], taken: set[int], tokens: Sequence[Token], words: Thesaurus) -> bool:
    """Whether two rivals that a phrase both asks for ("anterior and posterior leaflet") are kept apart by words of another meaning."""
    for one in chosen:
        for other in chosen:
            if other.name in words.rivals.get(one.name, ()) and one.last < other.first:
                apart = [tokens[place] for place in range(one.last + 1, other.first) if place not in taken]
                if any(_weight(token) and token.text.casefold() not in ("mitral", "valve", "leaflet") for token in apart):
                    return True
    return False


def _joined(place: int, taken: set[int], tokens: Sequence[Token]) -> bool:
    """Whether a word is joined to a word of the phrase: "anterior and posterior", "mitral and mild tricuspid"."""
    for step in (-1, 1):
        at = place + step
        if step < 0 <= at < len(tokens) and _weight(tokens[at]) > 0 and tokens[at].text != "," and at not in taken:
            at += step  # one word of its own
        joining = False
        while 0 <= at < len(tokens) and tokens[at].text.casefold() in _PASSED:
            joining = joining or tokens[at].text.casefold() in _JOINING or _listed(max(at, place), tokens)
            at += step
        if at in taken and (joining or (at != place + step and _labels(tokens[at], tokens[place]))):
            return True
    return False


def _labels(*tokens: Token) -> bool:
    """Whether tokens are the labels of scallops: P2, P3."""
    return all(len(token.text) == 2 and token.text[1].isdigit() for token in tokens)


def _listed(place: int, tokens: Sequence[Token]) -> bool:
    """Whether a list that holds this place is closed by "and" or "or" within a few words: "mitral, aortic and tricuspid"."""
    return any(token.text.casefold() in ("and", "or", "&") for token in tokens[place + 1 : place + 4])


def most_exact(found: Sequence[Match]) -> list[Match]:
    """The matches of findings without those that lie wholly inside a larger one ("posterior leaflet flail" and not "flail"), and of one finding
    in one place only the tightest."""
    by_size = sorted(found, key=lambda match: (-len(match.places), match.gap, -len(match.phrase.names), match.phrase.says is None, match.first))
    kept: list[Match] = []
    for match in by_size:
        if not any(_inside(match, other) or _same(match, other) for other in kept):
            kept.append(match)
    return sorted((match for match in kept if match.phrase.finding is not None), key=lambda match: (match.first, match.last))


def _inside(match: Match, other: Match) -> bool:
    """Whether another match says more with the same words: it has more of them, or reads more in them (AS is aortic stenosis, not stenosis)."""
    if other.phrase.finding is not None and match.phrase.finding != other.phrase.finding and (match.phrase.beside or other.phrase.beside):
        return False
    return match.places < other.places or (match.places == other.places and set(match.phrase.names) < set(other.phrase.names))


def _of_another(match: Match, tokens: Sequence[Token], places: dict[str, list[Term]], words: Thesaurus) -> bool:
    """Whether a finding of the mitral valve is said of another valve: that one is named beside it, between the same commas, and the mitral one is not."""
    finding = match.phrase.finding
    if finding is None or finding.kind != words.subject.kind or not (words.subject.own | words.subject.others).isdisjoint(match.phrase.names):
        return False
    walls = [place for place, token in enumerate(tokens) if token.text in (",", ";", ":", ".")]
    first = max((wall for wall in walls if wall < match.first), default=-1)
    last = min((wall for wall in walls if wall > match.last), default=len(tokens))
    if any(first < term.first < last for name in words.subject.own for term in places.get(name, ())):
        return False
    parts = [term.first for name in words.subject.parts for term in places.get(name, ())]
    others = [term.first for name in words.subject.others for term in places.get(name, ()) if first < term.first < last]
    return any(0 <= part - other <= 2 for other in others for part in parts)


def _same(match: Match, other: Match) -> bool:
    """Whether another match says the same of the same finding, or something else more tightly; several options may hold together."""
    if match.phrase.finding is None or match.phrase.finding != other.phrase.finding or not match.places & other.places:
        return False
    several = isinstance(match.phrase.finding, Choices) and match.phrase.says is not None and other.phrase.says is not None
    return match.phrase.says == other.phrase.says or (other.gap <= match.gap and not several)
