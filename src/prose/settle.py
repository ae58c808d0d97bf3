"""From the mentions of a text to what is known: one value a finding, and what the text says in two ways."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..facts.case import CaseValue
from ..facts.findings import Choice, Choices, Finding, Quantity
from ..facts.vocabulary import FINDINGS
from .context import Status
from .lexicon import lexicon
from .reader import Mention, TextReading

_SAME_WITHIN = 0.1


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A finding that a text states in ways that cannot both hold, with its mentions. It stays unknown."""

    finding: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True)
class Settled:
    """What a text makes known: ``findings`` by id, the mention that each rests on, contradictions, and what is named but stays open."""

    findings: Mapping[str, CaseValue]
    grounds: Mapping[str, Mention]
    contradictions: tuple[Contradiction, ...]
    open: tuple[Mention, ...]


def settle(reading: TextReading) -> Settled:
    """Settle every finding of a reading.

    What was said of the time after treatment counts only where nothing else is said. Where two values differ, neither is taken; but a grade
    (a later study mends it) and a number repeated within a tenth are taken as last said.
    """
    by_id: dict[str, list[Mention]] = {}
    for mention in reading.mentions:
        by_id.setdefault(mention.finding, []).append(mention)
    grounds: dict[str, Mention] = {}
    contradictions: list[Contradiction] = []
    open_: list[Mention] = []
    for id, mentions in by_id.items():
        said = [mention for mention in mentions if mention.status is Status.SAID] or [mention for mention in mentions if mention.status is Status.LATER]
        if not said:
            open_ += mentions
        elif _agree(FINDINGS[id.partition(".")[0]], said := _narrowest(id, said)):
            grounds[id] = said[-1]
        else:
            contradictions.append(Contradiction(id, tuple(said)))
    _whole_and_parts(grounds)
    if "age_years" in grounds:
        grounds.pop("age_group", None)
    for id, telling in lexicon().yields_to.items():
        if telling in grounds:
            grounds.pop(id, None)
    return Settled({id: mention.value for id, mention in grounds.items()}, grounds, tuple(contradictions), tuple(open_))


def _agree(finding: Finding, said: Sequence[Mention]) -> bool:
    values = list(dict.fromkeys(mention.value if not isinstance(mention.value, list) else tuple(mention.value) for mention in said))
    if len(values) == 1:
        return True
    match finding:
        case Quantity():
            numbers = [float(value) for value in values if isinstance(value, int | float)]
            return max(numbers) - min(numbers) <= _SAME_WITHIN * max(abs(number) for number in numbers)
        case Choice():
            return finding.ordered
    return False


def _narrowest(id: str, said: Sequence[Mention]) -> list[Mention]:
    """The mentions without those that a more exact one fills in: "a staphylococcus" and then its species."""
    wider = lexicon().wider.get(id, {})
    values = {str(mention.value) for mention in said}
    return [mention for mention in said if not values & wider.get(str(mention.value), frozenset())]


def _whole_and_parts(grounds: dict[str, Mention]) -> None:
    """An option that is present goes before a word that none is."""
    for id in [id for id, mention in grounds.items() if mention.value is False and isinstance(FINDINGS.get(id), Choices)]:
        if any(other.startswith(f"{id}.") for other in grounds):
            del grounds[id]
