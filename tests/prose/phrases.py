"""The phrases of the lexicon as they are written in its files, one by one."""

from __future__ import annotations

import itertools
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from mrddx.facts.findings import Choice, Choices, YesNo
from mrddx.facts.vocabulary import FINDINGS

NOTHING = "_nothing"
NOT_PHRASES = ("past", "pair", "titre", "alone", "ignore")


@dataclass(frozen=True)
class Written:
    """A phrase of the lexicon: the finding that it is written for (None: it means nothing), under which key, and its words."""

    file: str
    finding: str | None
    key: str
    text: str

    def __str__(self) -> str:
        return f"{self.file} [{self.finding}] {self.key}: {self.text!r}"


def entries() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Every entry of a finding, and of what means nothing, in every file of the lexicon: file, finding, entry."""
    for file in sorted(files("mrddx.facts").joinpath("lexicon").iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml"):
            for id, entry in tomllib.loads(file.read_text(encoding="utf-8")).items():
                if id == NOTHING or not id.startswith("_"):
                    yield file.name, id, entry


@cache
def written() -> tuple[Written, ...]:
    """Every phrase of the files: ``(thick|stiff) leaflet`` is two."""
    return tuple(
        Written(file, None if id == NOTHING else id, key, phrase)
        for file, id, entry in entries()
        for key, texts in entry.items()
        if key not in NOT_PHRASES and isinstance(texts, list)
        for text in texts
        for phrase in each(text)
    )


@cache
def synonyms() -> tuple[Written, ...]:
    """Every synonym of the vocabulary that the lexicon does not ignore."""
    ignored = {(id, word.casefold()) for _, id, entry in entries() for word in entry.get("ignore", ())}
    return tuple(
        Written("vocabulary", id, "synonym", synonym)
        for id, finding in FINDINGS.items()
        if id not in ("age_years", "age_group", "sex")
        for synonym in finding.synonyms
        if (id, synonym.casefold()) not in ignored
    )


def each(text: str) -> Iterator[str]:
    """The phrases of a text with choices in brackets."""
    parts = re.split(r"\(([^)|]*\|[^)]*)\)", text.removeprefix("="))
    choices = [part.split("|") if place % 2 else [part] for place, part in enumerate(parts)]
    yield from (" ".join(re.sub("[()]", " ", " ".join(chosen)).split()) for chosen in itertools.product(*choices))


def options_of(id: str) -> set[str]:
    """What a finding's phrases may stand under: its options, or yes and no."""
    finding = FINDINGS[id]
    return set(finding.options) if isinstance(finding, Choice | Choices) else {"yes", "no"} if isinstance(finding, YesNo) else set()
