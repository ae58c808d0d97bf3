"""What a session says, as lines with a style, and the list as it stands on the screen."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..facts.case import CaseValue
from ..facts.findings import Choice, Choices, Quantity
from ..facts.vocabulary import atom
from ..inference.assessment import Assessment
from ..reports import words

_BAR = 12
_HANG = 2
_ASCII = str.maketrans({
    "▲": "^", "▼": "v", "█": "#", "·": ".", "“": '"', "”": '"', "’": "'", "–": "-", "—": "-", "…": "...", "µ": "u", "μ": "u", "°": " deg ", "²": "2", "³": "3",
    "β": "beta", "α": "alpha", "≥": ">=", "≤": "<=", "×": "x", "→": "->", "⁹": "9", "−": "-", "\u00a0": " ", "Σ": "sum",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Out:
    """A line to show and how: plain, ``alert``, ``lead``, ``good``, ``bad``, ``ask``, ``warn`` or ``dim``."""

    text: str = ""
    style: str = ""


def ascii_only(text: str) -> str:
    """The text in ASCII: signs spelled out, accents left off, ``?`` for what has no likeness.

    >>> ascii_only("▲2 “Sjögren” 140 µmol/L")
    '^2 "Sjogren" 140 umol/L'
    """
    plain = unicodedata.normalize("NFKD", text.translate(_ASCII))
    return "".join(character for character in plain if not unicodedata.combining(character)).encode("ascii", "replace").decode("ascii")


def wrapped(lines: Iterable[Out], width: int) -> Iterator[Out]:
    """Lines cut to a width, each hanging under its own indent; a number stays with its per cent sign."""
    for line in lines:
        indent = len(line.text) - len(line.text.lstrip())
        text = line.text.strip().replace(" %", "\u00a0%")
        parts = textwrap.wrap(text, max(width, 20), initial_indent=" " * indent, subsequent_indent=" " * (indent + _HANG)) or [""]
        yield from (Out(part.replace("\u00a0", " "), line.style) for part in parts)


def shown(id: str, value: CaseValue) -> str:
    """A value as a clinician writes it."""
    finding = atom(id)
    match finding:
        case Quantity():
            return finding.show(float(value)).strip() if not isinstance(value, list) else ""
        case Choice():
            return finding.options[str(value)]
        case Choices():
            return ", ".join(value) if isinstance(value, list) else "none"
    return "yes" if value else "no"


def panel(assessment: Assessment, before: Mapping[str, int], *, rows: int, width: int) -> list[Out]:
    """The list on at most ``rows`` lines: alerts on top, tempo and mechanism, then the causes with how far each has moved since ``before``."""
    alerts = [Out(f"ALERT {alert.text}", "alert") for alert in assessment.alerts]
    severity = assessment.severity.grade or "not graded"
    layers = f"Tempo {words.tempo_line(assessment)} | Mechanism {words.mechanism_line(assessment)} | {severity}"
    head = list(wrapped([*alerts, Out(layers, "lead")], width))
    room = max(rows - len(head), 3)
    if len(head) + 3 > rows:  # alerts go before all else; they are cut to a line each before the list is
        head = [Out(_cut(line.text, width), line.style) for line in (*alerts, Out(layers, "lead"))]
        room = max(rows - len(head), 3)
    listed = assessment.differential[:room]
    return head + [Out(_cut(_row(assessment, place, before, width), width), "lead" if place == 0 else "") for place in range(len(listed))]


def _row(assessment: Assessment, place: int, before: Mapping[str, int], width: int) -> str:
    ranked = assessment.differential[place]
    filled = round(ranked.probability * _BAR)
    bar = f" {'█' * filled}{'·' * (_BAR - filled)}" if width >= 66 else ""
    return f"{ranked.rank:>2}. {_moved(before.get(ranked.cause), ranked.rank):<4}{words.percent(ranked.probability):>5}{bar} {ranked.name}"


def _moved(before: int | None, now: int) -> str:
    if before is None or before == now:
        return ""
    return f"▲{before - now}" if before > now else f"▼{now - before}"


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: max(width - 3, 1)].rstrip()}..."
