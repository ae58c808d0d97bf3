"""Type-ahead: findings by label, id and synonym with their question as hint, options, commands and causes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document

from ..facts import criteria, derived
from ..facts.findings import Choice, Choices, Finding
from ..facts.vocabulary import FINDINGS
from ..inference.knowledge import knowledge_base
from .consultation import COMMANDS
from .page import ascii_only

_MOST = 24
_OF_CAUSES = ("why not ", "why ", "versus ")


@dataclass(frozen=True, slots=True)
class _Name:
    """A way to write a finding, and its words for matching."""

    text: str
    words: tuple[str, ...]
    finding: Finding


class FindingCompleter(Completer):
    """Completes the finding that is being typed: what stands after the last comma or semicolon. ``ascii`` keeps every sign out that is not."""

    def __init__(self, *, ascii: bool = False) -> None:
        self._ascii = ascii

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:  # noqa: ARG002
        """The completions, those that begin with what was typed first."""
        for completion in self._completions(document):
            if self._ascii:
                text, meta = ascii_only(completion.text), ascii_only(completion.display_meta_text)
                completion = Completion(text, completion.start_position, display_meta=meta)
            yield completion

    def _completions(self, document: Document) -> Iterator[Completion]:
        line = document.text_before_cursor
        piece = re.split(r"[,;]\s*", line)[-1]
        for command in _OF_CAUSES:
            if line.casefold().startswith(command):
                yield from _causes(line[len(command) :].split(" ")[-1])
                return
        if line == piece:
            yield from _commands(piece)
        yield from _findings(piece.removeprefix("what if ").removeprefix("drop "))


def _commands(piece: str) -> Iterator[Completion]:
    for command in COMMANDS:
        if piece and command.words.startswith(piece.casefold()) and command.words != piece:
            yield Completion(command.words, -len(piece), display_meta=command.help)


def _causes(piece: str) -> Iterator[Completion]:
    for id, cause in knowledge_base().causes.items():
        if id.startswith(piece.casefold()) or (piece and piece.casefold() in cause.name.casefold()):
            yield Completion(id, -len(piece), display_meta=cause.name)


def _findings(piece: str) -> Iterator[Completion]:
    typed = _words(piece)
    if not typed or len("".join(typed)) < 2:
        return
    found = [name for name in _names() if _fits(typed, name.words)]
    found.sort(key=lambda name: (not name.text.casefold().startswith(piece.casefold()), len(name.text), name.text))
    seen: set[str] = set()
    for name in found:
        if name.finding.id not in seen and len(seen) < _MOST:
            seen.add(name.finding.id)
            yield Completion(name.text, -len(piece), display_meta=name.finding.question)
    yield from _options(piece)


def _options(piece: str) -> Iterator[Completion]:
    """The options of a finding whose name was typed in full."""
    for name in _names():
        named = re.match(rf"{re.escape(name.text)}(?:\s*[:=]\s*|\s+)", piece, re.IGNORECASE)
        if isinstance(name.finding, Choice | Choices) and named:
            rest = piece[named.end() :]
            for option in name.finding.options:
                if option.casefold().startswith(rest.casefold()):
                    yield Completion(option, -len(rest), display_meta=name.finding.question)
            return


def _fits(typed: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether every typed word begins a word of the name, in order."""
    place = 0
    for word in typed:
        while place < len(words) and not words[place].startswith(word):
            place += 1
        if place == len(words):
            return False
        place += 1
    return True


@cache
def _names() -> tuple[_Name, ...]:
    hidden = {*derived.catalogue.findings, *criteria.catalogue.findings}
    return tuple(
        _Name(text, _words(text), finding)
        for finding in FINDINGS.values()
        if finding not in hidden
        for text in dict.fromkeys((re.sub(r" \(.*?\)", "", finding.label), finding.id, *finding.synonyms))
    )


def _words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[a-z0-9]+", text.casefold()))
