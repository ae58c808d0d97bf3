"""Numbers as people write them: whole years, whole percent, a decimal where the knowledge tells values apart by one.

The limits that the rules set on a quantity cut its range into cells; within a cell no rule tells two values apart.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from ..facts.conditions import Condition
from ..facts.findings import Between, Compare, Quantity
from ..inference.knowledge import knowledge_base
from ..inference.order import conclusions
from ..inference.witness import Interval

_TIME_UNITS = frozenset(("a", "mo", "wk", "d"))
_MOST_DECIMALS = 4
_SLACK = 1e-6
_UP, _WIDE_UP, _SHARE = 0.5, 10.0, 0.4
_FROM_NOTHING = 0.15
_WIDE_RANGE = 100


@dataclass(frozen=True, slots=True)
class Grid:
    """Numbers that a quantity may have in a cell: ``first`` to ``first + steps - 1``, each divided by ``10 ** decimals``.

    ``lean`` is 0 where all are alike, 1 where the least is likeliest, -1 where the greatest is.
    """

    first: int
    steps: int
    decimals: int
    lean: int

    @property
    def width(self) -> float:
        """How much of the quantity's range the grid takes."""
        return float(self.steps / 10**self.decimals)

    @property
    def middle(self) -> float:
        """A number of the grid."""
        return float((self.first + self.steps // 2) / 10**self.decimals)

    def pick(self, chance: NDArray[np.float64]) -> NDArray[np.float64]:
        """A number for each chance between 0 and 1."""
        far = chance**2 if self.lean else chance
        place = np.minimum((far * self.steps).astype(np.int64), self.steps - 1)
        return np.asarray((self.first + (place if self.lean >= 0 else self.steps - 1 - place)) / 10**self.decimals)

    def holds(self, values: NDArray[np.float64]) -> NDArray[np.bool_]:
        """Where values lie among the numbers of the grid; not where they are unknown."""
        scaled = values * 10**self.decimals
        return np.asarray((scaled >= self.first - _SLACK) & (scaled <= self.first + self.steps - 1 + _SLACK))


@cache
def limits() -> Mapping[str, tuple[Interval, ...]]:
    """For each quantity that a rule or a conclusion reads, its range cut at every limit that is set on it."""
    quantities: dict[str, Quantity] = {}
    cuts: dict[str, set[tuple[float, bool]]] = {}
    for condition in _conditions():
        for atom in condition.atoms():
            if isinstance(atom, Compare | Between):
                quantities[atom.quantity.id] = atom.quantity
                cuts.setdefault(atom.quantity.id, set()).update(_cuts(atom))
    return {id: tuple(_cells(quantity, sorted(cuts[id]))) for id, quantity in quantities.items()}


def cells(quantity: Quantity, allowed: Interval) -> list[Interval]:
    """The cells of a quantity that lie in an interval."""
    return [part for cell in _limits_of(quantity) if not (part := cell.also(allowed)).empty]


@cache
def grid(quantity: Quantity, cell: Interval) -> Grid | None:
    """The numbers that are drawn in a cell, or None where it holds none that people would write: nobody notes a dose of nothing."""
    if cell.low == cell.high == quantity.low:
        return None
    low, high, lean = _natural(quantity, cell)
    for decimals in range(_decimals(quantity), _MOST_DECIMALS + 1):
        scale = 10**decimals
        first, last = math.ceil(round(low * scale, 6)), math.floor(round(high * scale, 6))
        first += not cell.holds(first / scale)
        last -= not cell.holds(last / scale)
        if first <= last:
            return Grid(first, last - first + 1, decimals, lean)
    return None


def _limits_of(quantity: Quantity) -> tuple[Interval, ...]:
    return limits().get(quantity.id, (Interval(quantity.low, quantity.high),))


def _conditions() -> Iterator[Condition]:
    yield from knowledge_base().rules.values()
    for derivation in conclusions():
        yield from (condition for condition in (derivation.present_if, derivation.absent_if) if condition is not None)


def _cuts(atom: Compare | Between) -> set[tuple[float, bool]]:
    """Where an atom cuts: a bound, and whether the bound itself belongs to the upper side."""
    if isinstance(atom, Between):
        return {(atom.low, True), (atom.high, False)}
    return {(atom.bound, atom.sign in (">=", "<"))}


def _cells(quantity: Quantity, cuts: list[tuple[float, bool]]) -> Iterator[Interval]:
    low, low_in = quantity.low, True
    # (bound, False) sorts before (bound, True), but the value itself goes below the first and above the second: cut above last.
    for bound, upper in sorted(cuts, key=lambda cut: (cut[0], not cut[1])):
        cell = Interval(low, bound, low_in, not upper)
        if not cell.empty:
            yield cell
        low, low_in = bound, upper
    last = Interval(low, quantity.high, low_in, True)
    if not last.empty:
        yield last


def _decimals(quantity: Quantity) -> int:
    """Decimals that are usual: none in times and counts, more in measures of small range or with finer limits."""
    if quantity.unit in _TIME_UNITS:
        return 0
    bounds = [bound for cell in _limits_of(quantity) for bound in (cell.low, cell.high)]
    finest = max(len(f"{bound:g}".partition(".")[2]) for bound in bounds)
    usual = 0 if quantity.unit == "1" or quantity.high > 50 else 2 if quantity.high <= 5 else 1
    return max(finest, usual)


def _natural(quantity: Quantity, cell: Interval) -> tuple[float, float, int]:
    """A cell at the end of the plausible range is drawn near its limit: few ventricles are as large as could be."""
    if cell.high == quantity.high and cell.low > quantity.low:
        usual = cell.low * (_WIDE_UP if quantity.high > _WIDE_RANGE * cell.low else _UP) if cell.low > 0 else _FROM_NOTHING * quantity.high
        return cell.low, cell.low + min(usual, _SHARE * (cell.high - cell.low)), 1
    if cell.high == quantity.high:
        return cell.low, cell.low + _FROM_NOTHING * (cell.high - cell.low), 1
    if cell.low == quantity.low and cell.low < cell.high:
        return cell.high - _SHARE * (cell.high - cell.low), cell.high, -1
    return cell.low, cell.high, 0
