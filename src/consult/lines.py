"""What a line of findings says: explicit values (``lvef: 30``), the clinician's own words, and what was not understood."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ..facts.case import CaseValue, find
from ..facts.findings import Choices, Finding
from ..prose import Mention, Status, correct, read_text, settle
from ..readers.values import read_value
from .state import Known

_EXPLICIT = re.compile(r"\s*([a-z][a-z0-9_]*(?:\.[A-Za-z0-9_]+)?)\s*(?:[:=]\s*|\s+)(.+?)\s*")
_NOT_KNOWN = frozenset(("u", "unknown", "?"))


@dataclass(frozen=True)
class LineRead:
    """A line of findings: what it makes known (None: unknown again), what it names and leaves open, and what was not understood.

    ``offer`` is the line with close matches put in, and what they would add: offered, never taken unasked.
    """

    known: Mapping[str, Known | None] = field(default_factory=dict)
    remarks: Mapping[str, str] = field(default_factory=dict)
    open: tuple[tuple[str, str, str], ...] = ()
    contradictions: tuple[tuple[str, tuple[str, ...]], ...] = ()
    problems: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    offer: str = ""
    corrections: tuple[tuple[str, str], ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing at all was understood."""
        return not (self.known or self.open or self.contradictions or self.problems)


def read_line(line: str) -> LineRead:
    """Read a line of findings."""
    told: list[tuple[str, Known | None]] = []
    problems: list[str] = []
    free: list[str] = []
    pieces = re.split(r"(?<!\d)[,;]\s*|[,;]\s+|[,;](?!\d)|\n", line)
    while pieces:
        piece = pieces.pop(0)
        explicit = _explicit(piece)
        if explicit is None:
            free.append(piece)
            continue
        finding, value, wrong = explicit
        while isinstance(finding, Choices) and isinstance(value, list) and pieces and isinstance(more := read_value(finding, pieces[0]).value, list):
            value = [*value, *more]
            piece = f"{piece}, {pieces.pop(0)}"
        if wrong:
            problems.append(wrong)
        else:
            told.append((finding.id, None if value is None else Known(value, piece.strip())))
    return _read_words(", ".join(piece.strip() for piece in free if piece.strip()), told, problems)


def _explicit(piece: str) -> tuple[Finding, CaseValue | None, str] | None:
    """A finding's id with a value, if that is what a piece is: the finding, the value (None: unknown) and what is wrong with it."""
    parts = _EXPLICIT.fullmatch(piece)
    finding = find(parts[1]) if parts else None
    if parts is None or finding is None or not parts[2].strip(" :="):
        return None
    marked = re.match(rf"\s*{re.escape(parts[1])}\s*[:=]", piece) is not None
    if parts[2].casefold() in _NOT_KNOWN:
        return finding, None, ""
    reading = read_value(finding, parts[2])
    if reading.value is not None:
        return finding, reading.value, ""
    if not marked:
        return None
    return finding, None, "; ".join(f"{finding.id}: {problem.message}; {problem.mend}" for problem in reading.problems[:1]) or f"{finding.id}: no value"


def _read_words(text: str, told: list[tuple[str, Known | None]], problems: list[str]) -> LineRead:
    """What the clinician's own words say, beside what was told by id."""
    reading = read_text(text)
    settled = settle(reading)
    told = [*told, *((id, Known(value, reading.quote(settled.grounds[id]))) for id, value in settled.findings.items())]
    twice = {each.finding: tuple(reading.quote(mention) for mention in each.mentions) for each in settled.contradictions}
    known: dict[str, Known | None] = {}
    for id, said in told:
        if id in known and _value(known[id]) != _value(said):
            twice[id] = tuple(each.words if each else "unknown" for name, each in told if name == id)
        known[id] = said
    known = {id: said for id, said in known.items() if id not in twice}
    corrected = correct(reading)
    return LineRead(
        known, {id: mention.remark for id, mention in settled.grounds.items() if mention.remark},
        tuple((mention.finding, reading.quote(mention), why(mention)) for mention in settled.open), tuple(twice.items()), tuple(problems),
        tuple(_left(reading.quote(passage) for passage in reading.left)), corrected.text if corrected else "", corrected.words if corrected else (),
    )  # fmt: skip


def _value(said: Known | None) -> object:
    return said.value if said else None


def _left(passages: Iterator[str]) -> Iterator[str]:
    yield from (passage for passage in passages if re.search(r"[^\W_]{2}", passage))


def why(mention: Mention) -> str:
    """Why a finding that a text names stays unknown."""
    return {
        Status.UNCERTAIN: "uncertain", Status.FAMILY: "said of a relative", Status.PAST: "said of the past", Status.HYPOTHETICAL: "said of what might be",
        Status.LATER: "said of the time after treatment", Status.TREATMENT: "the treatment that followed",
    }[mention.status]  # fmt: skip
