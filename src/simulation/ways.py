"""What a patient must have for a condition to hold, or not to hold: the ways to report it.

A way names findings and what each is. Where a conclusion is wanted, it is reported by its own name, if people do so, or
through the findings that it follows from; a conclusion that exists for the rules only is drawn from findings wherever it can be.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, islice, product

from ..facts import criteria, derived, echo_valve, patient
from ..facts.conditions import All, Any, Condition, Not, Points, Value
from ..facts.findings import Between, Choice, Compare, Finding, OneOf, Quantity, YesNo
from ..facts.vocabulary import atom
from ..inference.witness import Concluded, Interval
from .details import NEVER
from .kleene import derivations
from .numbers import Grid, cells, grid

Allowed = bool | Interval | frozenset[str]
Draft = Mapping[str, Allowed]
Part = bool | Grid | str
MOST = 24
"""How many ways a condition keeps; of more, some are left out evenly."""
_TRIED = 600
_FOR_RULES_ONLY = frozenset(finding.id for finding in derived.catalogue.findings)
_VERDICTS = frozenset(finding.id for finding in criteria.catalogue.findings)
_NEVER = frozenset((patient.age_group.id, echo_valve.carpentier_reported.id))
ALWAYS_KNOWN = frozenset((patient.age_years.id, patient.sex.id))
_OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<"}


@dataclass(frozen=True, eq=False)
class Way:
    """Findings to report: each a yes/no, an option, or numbers of one cell.

    ``asks`` is what age and sex must be for it; they are known and not reported anew. ``share`` is how much of the ways to say the same it is:
    of a number's range what its cell takes, of options one.
    """

    reports: Mapping[str, Part]
    asks: tuple[Condition, ...] = ()
    share: float = 1.0

    def example(self) -> dict[str, Value]:
        """One patient who is so."""
        return {id: part.middle if isinstance(part, Grid) else part for id, part in self.reports.items()}


def ways(condition: Condition, want: bool) -> list[Way]:
    """The ways in which the condition has this verdict, each consistent in itself; none where nothing that is reported can give it."""
    found: dict[tuple[object, ...], Way] = {}
    for draft in islice(_drafts(condition, want), _TRIED):
        for way in _split(draft):
            found.setdefault((*sorted(way.reports.items(), key=lambda item: item[0]), *(each.key for each in way.asks)), way)
    kept = [way for way in found.values() if _gives(way, condition, want)]
    return kept if len(kept) <= MOST else [kept[number * len(kept) // MOST] for number in range(MOST)]


def _drafts(condition: Condition, want: bool) -> Iterator[Draft]:
    match condition:
        case Not(part):
            yield from _drafts(part, not want)
        case YesNo():
            yield from _of_yes_no(condition, want)
        case Compare() | Between() | OneOf():
            yield from _of_single(condition, want)
        case All(parts) | Any(parts):
            if isinstance(condition, All) is want:
                yield from _together(parts, want)
            else:
                for part in parts:
                    yield from _drafts(part, want)
        case Points(items, threshold):
            yield from _of_points(items, threshold, want)


def _of_yes_no(finding: YesNo, want: bool) -> Iterator[Draft]:
    derivation = None if finding.id in _VERDICTS else derivations().get(finding.id)
    support = None if derivation is None else derivation.present_if if want else derivation.absent_if
    if finding.id not in _FOR_RULES_ONLY or support is None:
        yield {finding.id: want}
    if support is not None:
        yield from _drafts(support, True)


def _of_single(single: Compare | Between | OneOf, want: bool) -> Iterator[Draft]:
    id = single.finding_id
    if id in _NEVER:
        return
    match single:
        case OneOf(choice, wanted):
            yield {id: frozenset(wanted) if want else frozenset(choice.options).difference(wanted)}
        case Between(quantity, low, high):
            yield from [{id: Interval(low, high)}] if want else [
                {id: Interval(quantity.low, low, high_in=False)}, {id: Interval(high, quantity.high, low_in=False)},
            ]
        case Compare(quantity, sign, bound):
            sign = sign if want else _OPPOSITE[sign]
            below = Interval(quantity.low, bound, high_in=sign == "<=")
            yield {id: below if sign.startswith("<") else Interval(bound, quantity.high, low_in=sign == ">=")}


def _of_points(items: tuple[tuple[Condition, int], ...], threshold: int, want: bool) -> Iterator[Draft]:
    """A score is reached by the fewest items that suffice; that it is not reached is known once every item fails."""
    if not want:
        yield from _together([item for item, _ in items], False)
        return
    for size in range(1, len(items) + 1):
        for some in combinations(items, size):
            if sum(points for _, points in some) >= threshold > sum(points for _, points in some[1:]):
                yield from _together([item for item, _ in some], True)


def _together(conditions: Iterable[Condition], want: bool) -> Iterator[Draft]:
    each = [list(islice(_drafts(condition, want), _TRIED)) for condition in conditions]
    for drafts in islice(product(*each), _TRIED):
        joined = _joined(drafts)
        if joined is not None:
            yield joined


def _joined(drafts: Iterable[Draft]) -> Draft | None:
    """Drafts as one, or None where they exclude each other."""
    joined: dict[str, Allowed] = {}
    for draft in drafts:
        for id, allowed in draft.items():
            known = joined.get(id, allowed)
            both = known.also(allowed) if isinstance(known, Interval) and isinstance(allowed, Interval) else (
                known & allowed if isinstance(known, frozenset) and isinstance(allowed, frozenset) else known if known is allowed else None
            )
            if both is None or both == frozenset() or (isinstance(both, Interval) and both.empty):
                return None
            joined[id] = both
    return joined


def _split(draft: Draft) -> Iterator[Way]:
    """A draft as ways: one for each option, and for each cell of a number."""
    asks = tuple(_asked(atom(id), allowed) for id, allowed in draft.items() if id in ALWAYS_KNOWN)
    ids = [id for id in draft if id not in ALWAYS_KNOWN]
    for parts in islice(product(*(_parts(atom(id), draft[id]) for id in ids)), _TRIED):
        yield Way({id: part for id, (part, _) in zip(ids, parts, strict=True)}, asks, math.prod(share for _, share in parts))


def _asked(finding: Finding, allowed: Allowed) -> Condition:
    if isinstance(finding, Choice) and isinstance(allowed, frozenset):
        return finding.is_(*(option for option in finding.options if option in allowed))
    assert isinstance(finding, Quantity)
    assert isinstance(allowed, Interval)
    above = finding >= allowed.low if allowed.low_in else finding > allowed.low
    return above & (finding <= allowed.high if allowed.high_in else finding < allowed.high)


def _parts(finding: Finding, allowed: Allowed) -> list[tuple[Part, float]]:
    """What a finding may be, each with its share of all that it may be."""
    if isinstance(allowed, bool):
        return [(allowed, 1.0)]
    if isinstance(allowed, frozenset):
        assert isinstance(finding, Choice)
        return _shared([option for option in finding.options if option in allowed - NEVER.get(finding.id, frozenset())], next(iter(finding.options)))
    assert isinstance(finding, Quantity)
    grids = [numbers for cell in cells(finding, allowed) if (numbers := grid(finding, cell)) is not None]
    return [(numbers, numbers.width / sum(each.width for each in grids)) for numbers in grids]


def _shared(options: list[str], usual: str) -> list[tuple[Part, float]]:
    """Options with their shares. The first that a choice names is the usual one (sinus rhythm, a normal gene) and takes half."""
    others = len(options) - (usual in options)
    return [(option, 1.0 if not others else 0.5 if option == usual else (0.5 if usual in options else 1.0) / others) for option in options]


def _gives(way: Way, condition: Condition, want: bool) -> bool:
    """Whether the way says what it should: by itself, or beside an age and sex that it asks for."""
    if way.asks:
        return bool(way.reports)
    return condition.verdict(Concluded(way.example(), derivations())) is want

