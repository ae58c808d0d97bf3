"""What can speak for or against: of the rules that say the same thing, which verdict counts.

A *unit* is a group of rules of which one counts. Its outcomes (a rule with a verdict) are put in the order of their
strength; a row's code is the number of its strongest outcome, from 1, and 0 where no rule of the unit is decided. So a
weight, a rule or a sentence is one look-up by code.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import polars as pl

from ...facts.conditions import Condition
from ...rules.model import Evidence, LayerEvidence, LayerValue
from ..voices import Voice

Codes = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float64]
_BYTE = 256


@dataclass(frozen=True, slots=True)
class Outcome:
    """A rule with its verdict, and how strongly that counts within its unit."""

    rule: str
    condition: Condition
    verdict: bool
    strength: float


@dataclass(frozen=True, slots=True)
class Unit:
    """Outcomes of which the strongest counts, strongest first."""

    outcomes: tuple[Outcome, ...]

    def code(self) -> pl.Expr:
        """The number of the outcome that counts, as UInt8, from verdict columns named by the conditions' keys."""
        coded = pl.lit(0, pl.UInt8)
        for number, outcome in reversed(list(enumerate(self.outcomes, start=1))):
            verdict = pl.col(outcome.condition.key)
            coded = pl.when(verdict if outcome.verdict else ~verdict).then(pl.lit(number, pl.UInt8)).otherwise(coded)
        return coded

    def table(self, weight: Callable[[Outcome], float]) -> Floats:
        """A number for each code; nothing decided is zero."""
        return np.array([0.0, *map(weight, self.outcomes)])


@dataclass(frozen=True, slots=True)
class CauseVoice:
    """One voice of a cause: the numbers of its units in the cause's list, those of findings and that of formal verdicts, if it has one."""

    members: tuple[int, ...]
    verdict: int | None


@dataclass(frozen=True, slots=True)
class CauseUnits:
    """All units of one cause, and how they speak together."""

    cause: str
    units: tuple[Unit, ...]
    voices: tuple[CauseVoice, ...]


def cause_units(cause: str, rules: Mapping[str, Evidence], voices: Sequence[Voice]) -> CauseUnits:
    """The units of a cause: a group of signs each, and the formal verdicts that were made from them."""
    units: list[Unit] = []

    def add(names: Iterable[str]) -> int:
        units.append(unit(Outcome(name, rules[name].sign.condition, verdict, rules[name].weight(verdict)) for name in names for verdict in (True, False)))
        return len(units) - 1

    spoken = [CauseVoice(tuple(add(group) for group in voice.groups), add(voice.verdicts) if voice.verdicts else None) for voice in voices]
    return CauseUnits(cause, tuple(units), tuple(spoken))


def layer_units(rules: Mapping[str, LayerEvidence[LayerValue]], values: Sequence[LayerValue]) -> tuple[Unit, ...]:
    """The units of a layer. A verdict is as strong as the weights that it gives to the layer's values lie apart."""
    groups: dict[str, list[str]] = {}
    for name, rule in rules.items():
        groups.setdefault(rule.group or f"\0{name}", []).append(name)

    def strength(name: str, verdict: bool) -> float:
        weights = [rules[name].weight(value, verdict) for value in values]
        return max(weights) - min(weights)

    return tuple(
        unit(Outcome(name, rules[name].condition, verdict, strength(name, verdict)) for name in names for verdict in (True, False)) for names in groups.values()
    )


def unit(outcomes: Iterable[Outcome]) -> Unit:
    """A unit of these outcomes. Of equal strength the first rule by name counts."""
    found = tuple(outcomes)
    alone = len({outcome.rule for outcome in found}) == 1  # then the order is free, and one for all, so that causes share the code
    return Unit(found if alone else tuple(sorted(found, key=lambda outcome: (-abs(outcome.strength), outcome.rule))))


class Coder:
    """Finds the codes of many units at once; units that ask the same in the same order share theirs."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self._place = [tuple((outcome.condition.key, outcome.verdict) for outcome in unit.outcomes) for unit in units]
        distinct = dict(zip(self._place, units, strict=True))
        self._expressions = [unit.code().alias(str(number)) for number, unit in enumerate(distinct.values())]
        self._number = {asked: number for number, asked in enumerate(distinct)}

    def codes(self, verdicts: pl.DataFrame) -> list[Codes]:
        """For each unit its code in every row. The arrays are not to be written to."""
        columns = [column.to_numpy() for column in verdicts.select(self._expressions)]
        return [columns[self._number[asked]] for asked in self._place]


class Sum:
    """Adds up what units give, by their codes. Units are taken together while their codes fit into one byte: one look-up for all of them.

    ``tables`` holds for each unit what each code adds: a number, or a row of numbers.
    """

    def __init__(self, tables: Sequence[Floats]) -> None:
        self._shape = tables[0].shape[1:] if tables else ()
        self._packs = [_packed(places, tables) for places in _together([len(table) for table in tables])]

    def of(self, found: Sequence[Codes], size: int) -> Floats:
        """The sum in every row."""
        total = np.zeros((size, *self._shape))
        for units, table in self._packs:
            joint = np.zeros(size, dtype=np.uint8)
            for number, step in units:
                joint += found[number] * step
            total += table.take(joint, axis=0)
        return total


def _together(sizes: Sequence[int]) -> Iterator[list[int]]:
    """The places of units whose codes go into one byte together, small ones with small ones."""
    held: list[int] = []
    product = 1
    for place in sorted(range(len(sizes)), key=lambda place: sizes[place]):
        if held and product * sizes[place] > _BYTE:
            yield held
            held, product = [], 1
        held.append(place)
        product *= sizes[place]
    if held:
        yield held


def _packed(places: Sequence[int], tables: Sequence[Floats]) -> tuple[list[tuple[int, np.uint8]], Floats]:
    """The units with the step of each in the joint code, and what each joint code adds."""
    steps, table = [], np.zeros((1, *tables[places[0]].shape[1:]))
    for place in places:
        steps.append((place, np.uint8(len(table))))
        table = np.concatenate([table + row for row in tables[place]])
    return steps, table


class CauseSum:
    """The evidence of one cause. Of a formal verdict and what it was made from, what says more counts."""

    def __init__(self, cause: CauseUnits) -> None:
        tables = [unit.table(lambda outcome: outcome.strength) for unit in cause.units]
        free = [number for voice in cause.voices if voice.verdict is None for number in voice.members]
        self._free, self._sum = free, Sum([tables[number] for number in free])
        self._judged = [(members, Sum([tables[number] for number in members]), verdict, tables[verdict]) for members, verdict in judged(cause)]

    def of(self, found: Sequence[Codes], size: int) -> tuple[Floats, list[npt.NDArray[np.bool_]]]:
        """The sum in every row, and for each voice with a formal verdict where that verdict is louder."""
        total, louder = self._sum.of([found[number] for number in self._free], size), []
        for members, summed, number, table in self._judged:
            together, verdict = summed.of([found[member] for member in members], size), table.take(found[number])
            louder.append(np.abs(verdict) > np.abs(together))
            total += np.where(louder[-1], verdict, together)
        return total, louder


def counted(found: Sequence[Codes], cause: CauseUnits, louder: Sequence[npt.NDArray[np.bool_]]) -> list[Codes]:
    """The codes of a cause's units where they count; 0 where a formal verdict, or what it was made from, says more."""
    codes = list(found)
    for (members, verdict), speaks in zip(judged(cause), louder, strict=True):
        codes[verdict] = np.where(speaks, found[verdict], np.uint8(0))
        for number in members:
            codes[number] = np.where(speaks, np.uint8(0), found[number])
    return codes


def judged(cause: CauseUnits) -> list[tuple[tuple[int, ...], int]]:
    """The voices with a formal verdict: the numbers of the units that it was made from, and its own."""
    return [(voice.members, voice.verdict) for voice in cause.voices if voice.verdict is not None]
