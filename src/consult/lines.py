"""What a line of findings says: explicit values (``lvef: 30``), the clinician's own words, and what was not understood."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ..facts.case import CaseValue, find
from ..facts.findings import Finding
from ..prose import Contradiction, Mention, Status, correct, read_text, settle
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
    known: dict[str, Known | None] = {}
    problems: list[str] = []
    free: list[str] = []
    for piece in re.split(r"[,;]\s+(?=[a-z_]+\s*[:=])|\n", line):
        explicit = _explicit(piece)
        if explicit is None:
            free.append(piece)
            continue
        finding, value, wrong = explicit
        if wrong:
            problems.append(wrong)
        else:
            known[finding.id] = None if value is None else Known(value, piece.strip())
    return _read_words("; ".join(free) if len(free) > 1 else "".join(free), known, problems)


def _explicit(piece: str) -> tuple[Finding, CaseValue | None, str] | None:
    """A finding's id with a value, if that is what a piece is: the finding, the value (None: unknown) and what is wrong with it."""
    parts = _EXPLICIT.fullmatch(piece)
    finding = find(parts[1]) if parts else None
    if parts is None or finding is None:
        return None
    marked = re.match(rf"\s*{re.escape(parts[1])}\s*[:=]", piece) is not None
    if parts[2].casefold() in _NOT_KNOWN:
        return finding, None, ""
    reading = read_value(finding, parts[2])
    if reading.value is not None:
        return finding, reading.value, ""
    if not marked:
        return None
    problem = reading.problems[0]
    return finding, None, f"{finding.id}: {problem.message}; {problem.mend}"


def _read_words(text: str, known: dict[str, Known | None], problems: list[str]) -> LineRead:
    reading = read_text(text)
    settled = settle(reading)
    known |= {id: Known(value, reading.quote(settled.grounds[id])) for id, value in settled.findings.items()}
    remarks = {id: mention.remark for id, mention in settled.grounds.items() if mention.remark}
    corrected = correct(reading)
    return LineRead(
        known, remarks, tuple((mention.finding, reading.quote(mention), why(mention)) for mention in settled.open),
        tuple((each.finding, _quotes(reading.quote, each)) for each in settled.contradictions), tuple(problems),
        tuple(_left(reading.quote(passage) for passage in reading.left)), corrected.text if corrected else "", corrected.words if corrected else (),
    )  # fmt: skip


def _quotes(quote: object, contradiction: Contradiction) -> tuple[str, ...]:
    assert callable(quote)
    return tuple(str(quote(mention)) for mention in contradiction.mentions)


def _left(passages: Iterator[str]) -> Iterator[str]:
    yield from (passage for passage in passages if re.search(r"[^\W_]{2}", passage))


def why(mention: Mention) -> str:
    """Why a finding that a text names stays unknown."""
    return {
        Status.UNCERTAIN: "uncertain", Status.FAMILY: "said of a relative", Status.PAST: "said of the past", Status.HYPOTHETICAL: "said of what might be",
        Status.LATER: "said of the time after treatment", Status.TREATMENT: "the treatment that followed",
    }[mention.status]  # fmt: skip
