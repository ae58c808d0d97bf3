"""What can speak for or against: of the rules that say the same thing, which verdict counts.

A *unit* is a group of rules of which one counts. Its outcomes (a rule with a verdict) are put in the order of their
strength; a row's code is the number of its strongest outcome, from 1, and 0 where no rule of the unit is decided. So a
weight, a rule or a sentence is one look-up by code.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import polars as pl

from ...facts.conditions import Condition
from ...rules.model import Evidence, LayerEvidence, LayerValue
from ..voices import Voice

Codes = npt.NDArray[np.uint8]


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

    def table(self, weight: Callable[[Outcome], float]) -> npt.NDArray[np.float64]:
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


def let_speak(found: Sequence[Codes], cause: CauseUnits, tables: Sequence[npt.NDArray[np.float64]]) -> tuple[npt.NDArray[np.float64], list[Codes]]:
    """The sum of a cause's evidence in every row, and the codes that counted: of a formal verdict and what it was made from, what says less is 0."""
    total, counted = np.zeros(len(found[0])), list(found)
    for voice in cause.voices:
        weights = [tables[number][found[number]] for number in voice.members]
        if voice.verdict is None:
            for weight in weights:
                total += weight
            continue
        together, verdict = sum(weights, start=np.zeros(len(total))), tables[voice.verdict][found[voice.verdict]]
        louder = np.abs(verdict) > np.abs(together)
        counted[voice.verdict] = np.where(louder, found[voice.verdict], np.uint8(0))
        for number in voice.members:
            counted[number] = np.where(louder, np.uint8(0), found[number])
        total += np.where(louder, verdict, together)
    return total, counted
