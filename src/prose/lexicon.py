"""The lexicon: which words mean which finding.

It is made of the vocabulary (ids, labels, synonyms, the spellings of options) and of the phrases in
``facts/lexicon/*.toml``, so that a new finding needs no code. A phrase is a set of words: they may stand in any order
and a few others may stand between them.
"""

from __future__ import annotations

import itertools
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

from ..facts import claims, criteria, derived, patient
from ..facts.findings import Choice, Choices, Finding, Quantity, YesNo
from ..facts.vocabulary import FINDINGS, close_matches
from .tokens import tokens_of, words_of
from .words import STOP_WORDS, plain, thesaurus

Said = bool | str | None
"""What a phrase says of its finding: present, absent, an option; None where it only names it."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that together mean a finding.

    ``finding`` is None for words that are known to mean nothing here, and keep others from being read into them
    ("rheumatic fever" is no fever). ``together`` asks for the words side by side, in order; what is ``beside`` others leaves them to be read too.
    """

    names: tuple[str, ...]
    finding: Finding | None
    says: Said = None
    together: bool = False
    beside: bool = False


@dataclass(frozen=True)
class Lexicon:
    """All phrases, filed under the rarest of their words; all words by stem, as written; which finding means the past of another.

    ``pairs`` says which number of a pair (120/80) is whose, ``titres`` which quantities are written 1:640, and ``alone`` of which quantity a
    unit speaks that stands without a name (38.4 °C). ``wider`` names options that leave open what others say ("a staphylococcus"),
    ``always`` findings that are about an earlier or a later time themselves, and ``by_unit`` what the unit of a time says besides (a duration
    told in months: an onset over months). What ``yields_to`` another finding is left to be drawn from it where that is known,
    and what ``needs_unit`` is read only with one.
    """

    filed: Mapping[str, tuple[Phrase, ...]]
    words: Mapping[str, frozenset[str]]
    past: Mapping[str, str]
    pairs: Mapping[str, int]
    titres: frozenset[str]
    alone: Mapping[str, str]
    wider: Mapping[str, Mapping[str, frozenset[str]]]
    always: frozenset[str]
    by_unit: Mapping[str, tuple[str, Mapping[str, str]]]
    yields_to: Mapping[str, str]
    needs_unit: frozenset[str]

    def candidates(self, names: frozenset[str]) -> Iterator[Phrase]:
        """The phrases of which every word is among ``names``."""
        for name in sorted(names):
            for phrase in self.filed.get(name, ()):
                if names.issuperset(phrase.names):
                    yield phrase


@cache
def lexicon() -> Lexicon:
    """The lexicon, built on first use.

    Raises:
        ValueError: a file of phrases names a finding or an option that does not exist.
    """
    entries: dict[str, dict[str, Any]] = {}
    for id, entry in _entries():
        _merge(entries.setdefault(id, {}), entry)
    beside = frozenset(entries.pop("_beside")["findings"])
    nothing = [phrase for text in entries.pop("_nothing", {}).get("says", ()) for phrase in _phrases(text, None, None)]
    phrases = nothing + [phrase for finding in FINDINGS.values() for phrase in _of(finding, entries.get(finding.id, {}))]
    phrases = [phrase for phrase in dict.fromkeys(phrases) if phrase.names]
    phrases = [replace(phrase, beside=True) if phrase.finding is not None and phrase.finding.id in beside else phrase for phrase in phrases]
    common = Counter(name for phrase in phrases for name in phrase.names)
    filed: dict[str, list[Phrase]] = defaultdict(list)
    for phrase in phrases:
        filed[min(phrase.names, key=lambda name: (common[name], name))].append(phrase)
    past = {id: entry["past"] for id, entry in entries.items() if "past" in entry}
    titres = frozenset(id for id, entry in entries.items() if entry.get("titre"))
    needs_unit = frozenset(id for id, entry in entries.items() if entry.get("needs_unit"))
    yields_to = {id: entry["yields_to"] for id, entry in entries.items() if "yields_to" in entry}
    by_unit = {told.pop("of"): (id, told) for id, entry in entries.items() if (told := dict(entry.get("by_unit", {})))}
    always = frozenset(id for id, entry in entries.items() if entry.get("always"))
    wider = {id: {option: frozenset(narrow) for option, narrow in entry["wider"].items()} for id, entry in entries.items() if "wider" in entry}
    alone = {unit: id for id, entry in entries.items() for unit in entry.get("alone", ())}
    pairs = {id: entry["pair"] for id, entry in entries.items() if "pair" in entry}
    return Lexicon({name: tuple(filed[name]) for name in filed}, _written(entries), past, pairs, titres, alone, wider, always, by_unit, yields_to, needs_unit)


_KEYS = frozenset(("yes", "no", "about", "past", "pair", "titre", "alone", "wider", "always", "by_unit", "yields_to", "needs_unit", "ignore"))


def _merge(entry: dict[str, Any], more: Mapping[str, Any]) -> None:
    """Add what another file says of the same finding."""
    for key, value in more.items():
        entry[key] = [*entry.get(key, ()), *value] if isinstance(value, list) else value


def _written(entries: Mapping[str, Mapping[str, Any]]) -> dict[str, frozenset[str]]:
    """Every word of the vocabulary and of the phrases, by its stem, in the forms that are written."""
    texts = [text for finding in FINDINGS.values() for text in (*_names(finding, {}), *getattr(finding, "spellings", ()))]
    texts += [text for entry in entries.values() for told in entry.values() if isinstance(told, list) for text in told]
    written: dict[str, set[str]] = defaultdict(set)
    for text in texts:
        for word in words_of(text):
            written[plain(word)].add(word)
    return {stem: frozenset(words) for stem, words in written.items()}


def _entries() -> Iterator[tuple[str, dict[str, Any]]]:
    """The entries of the files of phrases, checked against the vocabulary."""
    folder = files("mrddx.facts").joinpath("lexicon")
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml"):
            for id, entry in tomllib.loads(file.read_text(encoding="utf-8")).items():
                _check(file.name, id, entry)
                yield id, entry


def _check(file: str, id: str, entry: Mapping[str, Any]) -> None:
    if id in ("_nothing", "_beside"):
        return
    if id not in FINDINGS:
        raise ValueError(f"{file}: there is no finding {id!r}; did you mean {', '.join(close_matches(id))}?")
    strange = set(entry) - _KEYS - set(getattr(FINDINGS[id], "options", ()))
    if strange:
        raise ValueError(f"{file}: {id} has no option {sorted(strange)[0]!r}")
    if (past := entry.get("past")) is not None and past not in FINDINGS:
        raise ValueError(f"{file}: {id} has the past {past!r}, and there is no such finding")


def _of(finding: Finding, entry: Mapping[str, Any]) -> Iterator[Phrase]:
    """The phrases of one finding."""
    names = [*_names(finding, entry), *entry.get("about", ())]
    match finding:
        case YesNo():
            yield from _all([*names, *entry.get("yes", ())], finding, True)
            yield from _all([*_negative(finding, entry), *entry.get("no", ())], finding, False)
        case Quantity():
            yield from _all(names, finding, None)
        case Choice() | Choices():
            yield from _of_options(finding, names, entry)


def _negative(finding: YesNo, entry: Mapping[str, Any]) -> list[str]:
    """What the vocabulary calls the absence of a finding, unless it says so by a word of negation, which is read by itself."""
    words = {token.text.casefold() for token in tokens_of(finding.negative)}
    said = finding.negative and words.isdisjoint(("no", "not", "without", "never", "nothing")) and finding.negative not in entry.get("ignore", ())
    said = said and len(thesaurus().names(finding.negative)) > 1
    return [finding.negative] if said else []


def _of_options(finding: Choice | Choices, names: list[str], entry: Mapping[str, Any]) -> Iterator[Phrase]:
    """The name alone, each name with each option, and the phrases that mean an option by themselves."""
    yield from _all(names, finding, None)
    plain_names = list(dict.fromkeys(expanded for name in names for expanded in _expanded(name.removeprefix("="))))
    yield from _all(entry.get("no", ()), finding, "none" if "none" in finding.options else False)
    for spelling, option in finding.spellings.items():
        spelling = spelling.replace("_", " ")
        for name in plain_names:
            least = len(thesaurus().names(name))
            yield from (phrase for phrase in _phrases(f"{name} {spelling}", finding, option) if len(phrase.names) > least)
    for option in finding.options:
        yield from _all(entry.get(option, ()), finding, option)


_NOT_READ = (derived.catalogue, criteria.catalogue, claims.catalogue)


def _names(finding: Finding, entry: Mapping[str, Any]) -> list[str]:
    """What the vocabulary calls a finding. Findings drawn from others, and labels handed down, are read by their phrases and synonyms only."""
    ignored = {word.casefold() for word in entry.get("ignore", ())}
    if finding in patient.catalogue.findings[:3]:  # age and sex have a reader of their own
        return []
    label = "" if any(finding in catalogue.findings for catalogue in _NOT_READ) else re.sub(r"\([^)]*\)", "", finding.label)
    return [name for name in (label, *finding.synonyms) if name and name.casefold() not in ignored]


def _all(texts: Any, finding: Finding | None, says: Said) -> Iterator[Phrase]:
    for text in texts:
        yield from _phrases(text, finding, says)


def _phrases(text: str, finding: Finding | None, says: Said) -> Iterator[Phrase]:
    """The phrases of a text: ``(thick|stiff) leaflet`` is two; ``=`` in front asks for the words side by side."""
    together = text.startswith("=")
    for expanded in _expanded(text.removeprefix("=")):
        yield Phrase(_asked(expanded, together=together), finding, says, together)


def _expanded(text: str) -> Iterator[str]:
    """The texts that one with alternatives stands for: ``(thick|stiff) leaflet``."""
    parts = [part[1:-1].split("|") if part.startswith("(") else [part] for part in re.split(r"(\([^)]*\|[^)]*\))", text) if part.strip()]
    yield from (" ".join(choice) for choice in itertools.product(*parts))


def _asked(text: str, *, together: bool) -> tuple[str, ...]:
    """The terms that a phrase asks for. A single word is asked for as it is: its synonyms alone could mean much else ("depression", "weakness")."""
    names = thesaurus().names(text, all_words=together)
    if len(names) > 1:
        return names
    words = [word for word in words_of(text) if together or word.casefold() not in STOP_WORDS]
    return (plain(words[0]),) if len(words) == 1 else names
