"""What the words around a finding make of it: absent, uncertain, the family's, past, hypothetical, later.

The ConText algorithm is medspaCy's; the words that it looks for are ours (``context.toml``). Two habits of clinical
lists are added: a comma ends the reach of a "no" unless the list is closed by "or", and words that belong to the
finding itself ("no murmur before") do not change it.
"""

from __future__ import annotations

import logging
import re
import tomllib
import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache
from importlib.resources import files
from typing import Any

from .matching import Match
from .tokens import Sentence, Token, tokens_of
from .words import STOP_WORDS


class Status(Enum):
    """How a finding was mentioned. Only what is ``SAID`` counts; the rest is shown and stays unknown."""

    SAID = "said"
    UNCERTAIN = "uncertain"
    FAMILY = "of the family"
    PAST = "in the past"
    HYPOTHETICAL = "only if"
    LATER = "afterwards"
    TREATMENT = "the treatment that followed"


_RANK = {"HYPOTHETICAL": Status.HYPOTHETICAL, "FAMILY": Status.FAMILY, "UNCERTAIN": Status.UNCERTAIN, "PAST": Status.PAST, "LATER": Status.LATER}
_LISTING = frozenset((
    "denies", "denied", "denying", "deny", "negative for", "history of", "hx of", "no history of", "family history", "neither", "differential includes",
    "differential", "ddx",
))  # fmt: skip


_SPANS = frozenset((
    "hours", "days", "week", "weeks", "month", "months", "years", "few", "several", "two", "three", "four", "five", "six", "ten", "twelve",
))  # fmt: skip
_READ = frozenset(("ABSENT", *_RANK))
_DENYING = frozenset((
    "no", "not", "never", "without", "non", "nor", "neither", "none", "absent", "absence", "lack", "lacks", "lacking", "free", "negative", "nobody", "nothing",
    "denies", "normal",
))  # fmt: skip
_QUALIFYING = frozenset(("new", "further", "more", "other", "additional", "recurrent", "residual", "previous", "prior", "earlier", "past", "known"))
_PREDICATES = frozenset(("negative", "absent", "denied", "excluded", "-ve"))


@cache
def _pipeline() -> tuple[Any, Any]:
    """A spaCy vocabulary and medspaCy's ConText with our rules. Its loggers would print the patient's words: they are silenced."""
    logging.getLogger("PyRuSH").setLevel(logging.CRITICAL)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # spaCy 3.7 brings a package that imports what click has renamed
        import spacy
        from medspacy.context import ConText, ConTextRule

    nlp = spacy.blank("en")
    nlp.tokenizer = lambda text: _doc(nlp.vocab, text.split(" "))
    data = _data()
    rules = [
        ConTextRule(
            _spaced(literal), group["category"], direction=group["direction"], max_scope=data["scope"].get(literal),
            terminated_by={end.upper() for end in group["ends"]},
        )
        for group in data["rules"]
        for literal in group["literals"]
    ]
    ends: dict[str, set[str]] = {}
    for end, literals in data["ends"].items():
        for literal in literals:
            ends.setdefault(literal, set()).add(end.upper())
    by_ends = sorted({frozenset(named) for named in ends.values()}, key=sorted)
    names = {named: "+".join(sorted(named)) for named in by_ends}
    for rule in rules:
        rule.terminated_by = {names[named] for named in by_ends if named & rule.terminated_by}
    # A rule of direction TERMINATE would end every other; one that is named in ``terminated_by`` ends those that name it, and modifies nothing here.
    rules += [ConTextRule(_spaced(literal), names[frozenset(named)], direction="BIDIRECTIONAL") for literal, named in ends.items()]
    rules += [ConTextRule(rule["name"], rule["category"], pattern=rule["pattern"], direction=rule["direction"]) for rule in data["patterns"]]
    categories = {rule.category for rule in rules}
    context = ConText(nlp, rules=None, input_span_type="group", span_group_name="findings", span_attrs={category: {} for category in categories})
    context.add(rules)
    return nlp.vocab, context


@dataclass(frozen=True)
class Treatment:
    """Findings that may be the treatment of what a text tells, what says that they are, and what says that they were there before."""

    findings: frozenset[str]
    done: re.Pattern[str]
    dated: re.Pattern[str]

    def follows(self, finding: str, text: str) -> bool:
        """Whether a finding is said in this sentence as the treatment that followed."""
        return finding in self.findings and bool(self.done.search(text)) and not self.dated.search(text)


@cache
def treatment() -> Treatment:
    """The rules on treatment of ``context.toml``."""
    data = _data()["treatment"]
    done, dated = (re.compile(rf"\b(?:{'|'.join(map(re.escape, data[key]))})\b", re.IGNORECASE) for key in ("done", "dated"))
    return Treatment(frozenset(data["findings"]), done, re.compile(rf"{dated.pattern}|\b(?:19|20)\d\d\b", re.IGNORECASE))


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads(files(__package__).joinpath("context.toml").read_text(encoding="utf-8"))


def _spaced(literal: str) -> str:
    return " ".join(token.text for token in tokens_of(literal))


def _doc(vocab: Any, words: Sequence[str]) -> Any:
    from spacy.tokens import Doc

    return Doc(vocab, words=list(words))


@dataclass(frozen=True, slots=True)
class Manner:
    """How a match is mentioned: whether it is negated, its status, and the places of the words that make it so."""

    negated: bool
    status: Status
    places: frozenset[int]


def manners(sentence: Sentence, found: Sequence[Match]) -> list[Manner]:
    """For each match of a sentence: how it is mentioned."""
    vocab, context = _pipeline()
    doc = _doc(vocab, list(_words(sentence)))
    doc[0].is_sent_start = True
    for token in doc[1:]:
        token.is_sent_start = False
    spans = [_target(doc, match) for match in found]
    doc.spans["findings"] = list({(span.start, span.end): span for span in spans}.values())
    context(doc)
    modifiers: dict[tuple[int, int], list[Any]] = {(target.start, target.end): [] for target in doc.spans["findings"]}
    for target, modifier in doc._.context_graph.edges:
        modifiers[(target.start, target.end)].append(modifier)
    judged = [_judge(doc, match, span, modifiers[(span.start, span.end)]) for match, span in zip(found, spans, strict=True)]
    headed = next((status for name, status in _RANK.items() if sentence.heading in _data()["headings"].get(name, ())), None)
    return [replace(manner, status=headed) if headed and manner.status is Status.SAID else manner for manner in judged]


def _words(sentence: Sentence) -> Iterator[str]:
    """The words as the rules know them: a question mark after its word is another than one before it, "valve: none" says what "no valve"
    does not, and the past week is the present."""
    before: Token | None = None
    for token, after in zip(sentence.tokens, (*sentence.tokens[1:], None), strict=True):
        asks_behind = token.text == "?" and before is not None and before.text not in (",", ";", ":", "(")
        if asks_behind and (after is None or after.start > token.end or not after.is_word):
            yield "(?)"
        elif token.text.casefold() in ("no", "none", "nil") and before is not None and before.text == ":" and (after is None or not after.is_word):
            yield "(-)"
        elif token.text.casefold() in ("past", "last", "previous") and after is not None and (after.is_number or after.text.casefold() in _SPANS):
            yield "(recent)"
        else:
            yield token.text
        before = token


def _target(doc: Any, match: Match) -> Any:
    """The last unbroken run of a match's words: what negates it stands before or after that."""
    first = match.last
    while first - 1 in match.places:
        first -= 1
    return doc[first : match.last + 1]


def _judge(doc: Any, match: Match, span: Any, modifiers: Sequence[Any]) -> Manner:
    active: dict[str, set[int]] = {}
    for modifier in modifiers:
        start, end = modifier.modifier_span
        if not _own(doc, start, end, modifier.category, match) and modifier.category in _READ and _reaches(doc, start, end, span, modifier.category):
            active.setdefault(modifier.category, set()).update(range(start, end))
    if "UNCERTAIN" in active:
        active.pop("ABSENT", None)
    elif any(_qualified(doc, place, match) for place in active.get("ABSENT", ())):
        active["UNCERTAIN"] = active.pop("ABSENT")
    status = next((status for name, status in _RANK.items() if name in active), Status.SAID)
    return Manner("ABSENT" in active, status, frozenset().union(*active.values()))


def _own(doc: Any, start: int, end: int, category: str, match: Match) -> bool:
    """Whether the words of a modifier belong to the finding itself ("no murmur before"); of "no history of" it is the "no" that counts."""
    shared = match.places & set(range(start, end))
    return bool(shared) and (category != "ABSENT" or any(doc[place].text.casefold() in _DENYING for place in shared))


def _qualified(doc: Any, place: int, match: Match) -> bool:
    """Whether a "no" denies only what is new, known or earlier of a finding: "no new murmur" leaves it open whether there is one."""
    after = place + 1
    return after < len(doc) and after not in match.places and doc[place].text.casefold() == "no" and doc[after].text.casefold() in _QUALIFYING


def _attributed(doc: Any, end: int) -> bool:
    """Whether a word that could close a statement ("cultures negative") belongs to what follows it ("negative cultures")."""
    return end < len(doc) and doc[end].text[0].isalnum() and doc[end].text.casefold() not in STOP_WORDS | {"but", "except"}


def _reaches(doc: Any, start: int, end: int, span: Any, category: str) -> bool:
    """Whether a comma between a modifier and its finding lets the modifier through: in a list that is closed by "or", it does."""
    if category in ("FAMILY", "LATER", "HYPOTHETICAL"):
        return True
    between = range(end, span.start) if end <= span.start else range(span.end, start)
    if category == "ABSENT" and end > span.start and doc[start:end].text.casefold() in _PREDICATES and _attributed(doc, end):
        return False
    commas = [place for place in between if doc[place].text == ","]
    if not commas:
        return True
    if (category == "PAST" and end <= span.start) or doc[start:end].text.casefold() in _LISTING:
        return not any(doc[place].text[0].isdigit() for place in between)
    if end > span.start:
        return any(doc[place].text.casefold() in ("and", "or", "nor") for place in range(commas[-1], start))
    rest = [doc[place].text.casefold() for place in range(commas[0], len(doc))]
    stop = next((place for place, word in enumerate(rest) if word in (";", "but", "with", "is", "was", "has") or word[0].isdigit()), len(rest))
    return span.start < commas[0] + stop and any(word in ("or", "nor") for word in rest[:stop])
