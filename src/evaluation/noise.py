"""The noise study: how the answers hold when findings are lost, or wrong.

Findings are dropped, or turned into something else that could have been reported: a yes into a no, an option into
another, a number into the middle of another range that the rules tell apart. Each case draws from a seed of its own, so
that what befalls it does not depend on the other cases.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise
from random import Random
from typing import Literal

import numpy as np
import polars as pl

from ..facts.conditions import Value
from ..facts.findings import Quantity
from ..facts.vocabulary import atom
from ..inference.ahead import installed_answers
from .bootstrap import Estimate, estimates
from .measures import Floats, Places, Truth, rank_measures

Kind = Literal["drop", "flip"]
Ranker = Callable[[pl.DataFrame], Places]
"""From a typed table to the order of its lists."""

AMOUNTS: tuple[int | float, ...] = (1, 2, 3, 5, 0.1, 0.25, 0.5)
"""How many findings: a number of them, or a share (at least one)."""
KINDS: tuple[Kind, ...] = ("drop", "flip")
_KEPT = ("top1_strict", "top1_lenient", "top3_strict", "top3_lenient", "reciprocal_rank_strict")
_FIVE = 5


@dataclass(frozen=True, slots=True)
class NoiseLevel:
    """What a kind and an amount of noise did: means over the cases, each tried ``repetitions`` times.

    ``estimates`` has measures against the known cause as without noise, ``first_unchanged`` (the first place is the one without noise) and
    ``first_five_shared`` (the share of the first five that is still among them). ``mean_findings`` is how many findings were touched.
    """

    kind: Kind
    amount: int | float
    repetitions: int
    mean_findings: float
    estimates: Mapping[str, Estimate]


@dataclass(frozen=True, slots=True)
class Patients:
    """Cases for the study: what is known of them, their typed table, what it holds row by row, and their lists without noise."""

    truth: Truth
    typed: pl.DataFrame
    findings: Sequence[Mapping[str, Value]]
    order: Places


def noise_study(
    patients: Patients, rank: Ranker, *, seed: int, repetitions: int, amounts: Sequence[int | float] = AMOUNTS, kinds: Sequence[Kind] = KINDS
) -> Iterator[NoiseLevel]:
    """Try each kind and amount on every case, ``repetitions`` times each."""
    for kind in kinds:
        for amount in amounts:
            yield _level(patients, rank, kind, amount, seed, repetitions)


def changes(findings: Mapping[str, Value], kind: Kind, amount: int | float, chance: Random) -> dict[str, Value | None]:
    """Some findings at random, with what becomes of them; None is dropped. All that can change, if the amount asks for more."""
    able = sorted(findings) if kind == "drop" else sorted(id for id, value in findings.items() if other_values(id, value))
    chosen = chance.sample(able, min(_number(amount, len(findings)), len(able)))
    return {id: None if kind == "drop" else chance.choice(other_values(id, findings[id])) for id in chosen}


@lru_cache(maxsize=4096)
def other_values(id: str, value: Value) -> tuple[Value, ...]:
    """What could have been reported of a finding instead; nothing for a number that no rule sets a limit to."""
    finding = atom(id)
    middles = [answer.value for answer in installed_answers().to(finding)]
    if not isinstance(finding, Quantity):
        return tuple(middle for middle in middles if middle != value)
    # Each answer is the middle of its range, and the ranges follow one another: so the middles give the limits between them.
    edges = accumulate(map(float, middles), lambda low, middle: 2 * middle - low, initial=finding.low)
    ranges = zip(middles, pairwise(edges), strict=True)
    return tuple(middle for middle, (low, high) in ranges if not low <= float(value) <= high)


def _number(amount: int | float, findings: int) -> int:
    return amount if isinstance(amount, int) else max(1, math.floor(amount * findings + 0.5))


def _level(patients: Patients, rank: Ranker, kind: Kind, amount: int | float, seed: int, repetitions: int) -> NoiseLevel:
    truth, made = patients.truth, []
    for id, findings in zip(truth.ids, patients.findings, strict=True):
        chance = Random(f"{seed} {id} {kind} {amount}")
        made += [changes(findings, kind, amount, chance) for _ in range(repetitions)]
    order = rank(_changed(patients.typed[np.arange(len(truth)).repeat(repetitions)], made))
    measured = {name: vector for name, vector in rank_measures(truth.repeated(repetitions), order).items() if name in _KEPT}
    measured |= _stability(patients.order.repeat(repetitions, axis=0), order)
    by_case = {name: vector.reshape(len(truth), repetitions).mean(axis=1) for name, vector in measured.items()}
    return NoiseLevel(kind, amount, repetitions, float(np.mean([len(each) for each in made])), estimates(by_case, seed=seed))


def _changed(typed: pl.DataFrame, made: Sequence[Mapping[str, Value | None]]) -> pl.DataFrame:
    """The table with the changes made, row by row."""
    cells: dict[str, tuple[list[int], list[Value | None]]] = {}
    for row, each in enumerate(made):
        for id, value in each.items():
            rows, values = cells.setdefault(id, ([], []))
            rows.append(row)
            values.append(value)
    return typed.with_columns(typed[id].scatter(rows, pl.Series(values, dtype=typed[id].dtype)) for id, (rows, values) in cells.items())


def _stability(before: Places, after: Places) -> dict[str, Floats]:
    """How far two lists of the same cases agree at the top."""
    shared = (before[:, :_FIVE, None] == after[:, None, :_FIVE]).any(axis=2).mean(axis=1)
    return {"first_unchanged": (before[:, 0] == after[:, 0]).astype(np.float64), "first_five_shared": shared.astype(np.float64)}
