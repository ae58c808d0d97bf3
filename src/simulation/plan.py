"""In which order signs are drawn, what each takes for granted, and how often each way to report it is chosen.

The rarest come first, so that what is special (a flail middle scallop) is drawn before what follows from it (a flail leaflet).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np

from ..facts import patient
from ..facts.conditions import All, Any, Condition
from ..facts.findings import Finding
from ..facts.vocabulary import atom, atoms
from ..inference.ahead import installed_network
from ..inference.next_findings import EASE
from ..inference.witness import Concluded
from .details import ABSENT_ONLY_WITH, ONLY_WITH
from .kleene import derivations
from .manifestations import Manifestation, decided, implied, manifestations
from .patients import Chances, causes
from .ways import Way

_MANY_CAUSES = 10


@dataclass(frozen=True, eq=False)
class Option:
    """One way to report a sign, what must be known to hold for it, and the findings that follow from it, which must not be reported otherwise."""

    way: Way
    asks: tuple[Condition, ...]
    follows: tuple[tuple[Finding, bool], ...]


@dataclass(frozen=True, eq=False)
class Drawn:
    """One verdict of a sign, to be drawn. ``frequency``: how often the sign has it, causes by the values of its ``layer`` (one column without).

    ``given``: what must be known to hold before it is asked for; the frequency is then that among those who have it. ``rivals``: of these none
    may be known to hold. ``ease`` and ``interest``: how readily it is found out, and how much it is worth saying, 0 to 1. ``options`` are the
    ways to report it, ``chances`` how often each is chosen, causes by ways.
    """

    condition: Condition
    want: bool
    frequency: Chances
    layer: str
    given: tuple[Condition, ...]
    rivals: tuple[Condition, ...]
    ease: float
    interest: float
    options: tuple[Option, ...]
    chances: Chances


@cache
def signs() -> tuple[Drawn, ...]:
    """All that is drawn, in order."""
    found = [(one, want) for one in manifestations().values() for want in (True, False) if one.ways(want)]
    return tuple(_drawn(one, want) for one, want in sorted(found, key=lambda item: (_place(*item), item[0].condition.key, not item[1])))


@cache
def findings() -> tuple[Finding, ...]:
    """Every finding that may be reported, age and sex first, the others in the order of the vocabulary."""
    return (patient.age_years, patient.sex, *(finding for finding in atoms() if finding.id in _reported()))


@cache
def _reported() -> frozenset[str]:
    return frozenset(id for one in manifestations().values() for way in (*one.present, *one.absent) for id in way.reports)


def _drawn(one: Manifestation, want: bool) -> Drawn:
    ways = one.ways(want)
    return Drawn(
        one.condition, want, _bounded(one) if want else 1 - one.frequency, one.layer, _given(one, want), _rivals(one), max(map(_ease, ways)),
        1.0 if want else _interest(one), tuple(Option(way, (*way.asks, *_only_with(way)), tuple(_follows(way))) for way in ways), _chances(one, ways),
    )


def _place(one: Manifestation, want: bool) -> float:
    """A sign stands by how often it holds, behind all that must be known before."""
    before = (*_given(one, want), *(condition for way in one.ways(want) for condition in _only_with(way)))
    return max([one.usual, *map(_often, before)])


def _given(one: Manifestation, want: bool) -> tuple[Condition, ...]:
    """What a frequency takes for granted: all that the sign needs and that is rarer than the sign itself.

    Ten years since radiotherapy cannot be commoner than radiotherapy: that is a frequency among those who had it, and so is its opposite.
    What only the absence needs (another kind of prosthesis) must be known before absence is said.
    """
    given = [part for part in one.condition.parts if isinstance(one.condition, All) and _often(part) < one.usual]
    given += [other.condition for other in implied(one, True) if other.usual < one.usual]
    if not want:
        given += [other.condition for other in implied(one, False) if other.usual < 1 - one.usual]
    return tuple({condition.key: condition for condition in given}.values())


def _often(condition: Condition) -> float:
    """About how often a condition holds, at most: one where nothing is said of it."""
    if condition.key in manifestations():
        return manifestations()[condition.key].usual
    match condition:
        case All(parts):
            return min(map(_often, parts))
        case Any(parts):
            return min(1.0, sum(map(_often, parts)))
    return 1.0


def _bounded(one: Manifestation) -> Chances:
    """How often a sign holds, less in a silent cause that says of something which follows from the sign that it is rare there."""
    following = [other for other in implied(one, True) if other.usual >= one.usual]
    bounded = one.frequency.copy()
    for number in one.silent:
        bounded[number] *= min((other.mean[number] / other.usual for other in following), default=1.0)
    return np.minimum(bounded, one.frequency)


def _rivals(one: Manifestation) -> tuple[Condition, ...]:
    """Of signs that exclude each other, the others of the group."""
    rivals = (other for other in manifestations().values() if other is not one and (other.layer, other.one_of) == (one.layer, one.one_of))
    return tuple(other.condition for other in rivals) if one.one_of else ()


def _only_with(way: Way) -> tuple[Condition, ...]:
    """What must be known to hold for what a way reports to be said at all."""
    needed = [ONLY_WITH.get(id, ONLY_WITH.get(id.partition(".")[0])) for id in way.reports]
    needed += [ABSENT_ONLY_WITH.get(id) for id, part in way.reports.items() if part is False]
    return tuple(condition for condition in needed if condition is not None)


def _interest(one: Manifestation) -> float:
    """How much the absence of a sign is worth saying: the more causes weigh it, the more. Tempo and mechanism are asked in everybody."""
    return 1.0 if one.layer else min(1.0, one.mentions / _MANY_CAUSES)


def _ease(way: Way) -> float:
    """How readily all that a way reports is found out, 0 to 1."""
    return min(EASE[atom(id).burden] for id in way.reports)


def _chances(one: Manifestation, ways: tuple[Way, ...]) -> Chances:
    """How often each way is chosen in each cause: the more often the easier it is, and the better what else it says fits the cause."""
    weights = [np.full(len(causes()), way.share * _ease(way)) for way in ways]
    for weight, way in zip(weights, ways, strict=True):
        for key, verdict in decided(way).items():
            if key != one.condition.key:
                weight *= manifestations()[key].mean if verdict else 1 - manifestations()[key].mean
    table = np.array(weights).T
    return np.asarray(table / table.sum(axis=1, keepdims=True))


def _follows(way: Way) -> Iterator[tuple[Finding, bool]]:
    """What follows from a way among the findings that may be reported."""
    patient = Concluded(way.example(), derivations())
    for id in sorted(_above(frozenset(way.reports)) & _reported() - way.reports.keys()):
        value = patient.get(id)
        if value is not None:
            yield atom(id), bool(value)


def _above(ids: frozenset[str]) -> frozenset[str]:
    """All that is concluded from some findings, directly or through others."""
    drawn_from = installed_network().drawn_from
    found: set[str] = set()
    waiting = set(ids)
    while waiting:
        following = {derivation.finding.id for derivation in drawn_from.get(waiting.pop(), ())} - found
        found |= following
        waiting |= following
    return frozenset(found)
