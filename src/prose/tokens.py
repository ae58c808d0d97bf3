"""Cuts text into tokens, sentences and headed blocks, each with its place in the text.

Clinical text is half prose, half list: a line break ends a sentence in a list of measurements and means nothing in a
wrapped paragraph. Which of the two it is, the shape of the lines tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LONGEST = 90
_TOKEN = re.compile(r"\([-+?]\)|[-+−]ve\b|\d+(?:[.,]\d+)*\+?|[^\W\d_]+(?:['’](?:t|s)\b)?(?:\d+[^\W_]*)?|\S")
_SENTENCE_END = re.compile(r"[.!?]+[\"')\]]*(?=\s+[\"'(\[]*(?:[A-Z0-9?]|[a-z]{1,2}[A-Z])|\s*$)")
_NOT_AN_END = re.compile(r"(?:^|\s)(?:Dr|Mr|Mrs|Ms|Prof|St|vs|[Aa]pprox|ca|e\.g|i\.e|no|[Ff]ig|resp|max|min|incl|esp|spp?|st\.p|[A-Z])\.$")
_BULLET = re.compile(r"\s*(?:[-*•–·>]\s+|\(?\d{1,2}[.)]\s+)")
_HEADING = re.compile(r"\s*([A-Z][A-Za-z /&()'-]{1,48}?)\s*:(?=\s|$)")
_COLUMNS = re.compile(r"\S(?: {3,}|\t)\S")
_SHOUTED = re.compile(r"\s*([A-Z][A-Z /&()'-]{2,60})\s*$")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a mark, with its place in the text."""

    text: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum()

    @property
    def is_number(self) -> bool:
        return self.text[0].isdigit()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a line of a list: its tokens and the heading that it stands under, in lower case."""

    tokens: tuple[Token, ...]
    heading: str

    @property
    def start(self) -> int:
        return self.tokens[0].start

    @property
    def end(self) -> int:
        return self.tokens[-1].end


def tokens_of(text: str, start: int = 0) -> list[Token]:
    """The tokens of a text that stands at ``start`` of a longer one."""
    return [Token(found[0], start + found.start(), start + found.end()) for found in _TOKEN.finditer(text)]


def words_of(text: str) -> list[str]:
    """The words and numbers of a text, as written."""
    return [found for found in _TOKEN.findall(text) if found[0].isalnum()]


def sentences(text: str) -> list[Sentence]:
    """The sentences of a text, in order. None is empty."""
    found = []
    heading = ""
    for block, start in _blocks(text):
        if title := _HEADING.match(block) or _SHOUTED.match(block):
            heading = title[1].casefold().strip()
        elif start and text[:start].endswith("\n\n") and not _BULLET.match(block):
            heading = heading if _headed_alone(text, start) else ""
        for first, last in _cuts(block):
            found += [Sentence(part, heading) for part in _parts(tokens_of(block[first:last], start + first))]
    return found


def _parts(tokens: list[Token]) -> Iterator[tuple[Token, ...]]:
    """The tokens in parts of a bearable length, cut at a comma or semicolon where there is one."""
    while len(tokens) > _LONGEST:
        marks = [place for place in range(_LONGEST // 2, _LONGEST) if tokens[place].text in (",", ";")]
        cut = (marks[-1] if marks else _LONGEST - 1) + 1
        yield tuple(tokens[:cut])
        tokens = tokens[cut:]
    if tokens:
        yield tuple(tokens)


def _headed_alone(text: str, start: int) -> bool:
    """Whether the line above the blank one is a heading and nothing more: what follows stands under it."""
    above = text[:start].rstrip().rpartition("\n")[2]
    return bool(_SHOUTED.match(above) or above.rstrip().endswith(":"))


def _cuts(block: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in _SENTENCE_END.finditer(block):
        if not _NOT_AN_END.search(block[start : end.start() + 1]):
            yield start, end.end()
            start = end.end()
    if block[start:].strip():
        yield start, len(block)


def _blocks(text: str) -> Iterator[tuple[str, int]]:
    """The parts of a text that a line break cannot be inside of by accident, each with its place."""
    lines = text.splitlines(keepends=True)
    width = max((len(line.rstrip()) for line in lines), default=0)
    block, start, place = "", 0, 0
    for number, line in enumerate(lines):
        if block and _begins(line, lines[number - 1], width):
            yield block, start
            block, start = "", place
        block += line
        place += len(line)
    if block:
        yield block, start


def _begins(line: str, above: str, width: int) -> bool:
    """Whether a line begins something new, and does not carry on the line above."""
    if _COLUMNS.search(line) or _COLUMNS.search(above):
        return True
    if not line.strip() or not above.strip() or _BULLET.match(line) or _HEADING.match(line) or _SHOUTED.match(line) or _SHOUTED.match(above):
        return True
    return len(above.rstrip()) < 0.6 * width or width < 50 or bool(re.match(r"\s*[A-Z0-9]", line) and len(above.rstrip()) < 0.75 * width)
