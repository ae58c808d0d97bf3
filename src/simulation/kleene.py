"""A table of patients in numpy, and the conditions of the rules read over it: unknown stays unknown.

A yes/no is 1 present, -1 absent, 0 unknown, so that *and* is the smaller, *or* the larger and *not* the negative of two verdicts.
"""

from __future__ import annotations

import functools
import operator
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any as Whatever

import numpy as np
from numpy.typing import NDArray

from ..facts.conditions import All, Any, Condition, Not, Points
from ..facts.derivation import Derivation
from ..facts.findings import Between, Choice, Compare, Finding, OneOf, Quantity, YesNo
from ..inference.order import behind, conclusions

Verdicts = NDArray[np.int8]
Numbers = NDArray[Whatever]
Rows = NDArray[np.intp] | slice
EVERY = slice(None)
_COMPARE: dict[str, Callable[[Numbers, float], Numbers]] = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}


@cache
def derivations() -> Mapping[str, Derivation]:
    """How findings follow from others, by the id of what follows."""
    return {derivation.finding.id: derivation for derivation in conclusions()}


class Table:
    """What is reported of some patients, a column for each finding. ``columns`` holds int8 for a yes/no, the option's place (-1 unknown) or floats (NaN)."""

    def __init__(self, rows: int) -> None:
        self.rows = rows
        self.columns: dict[str, Numbers] = {}
        self._concluded: dict[str, Verdicts] = {}

    def column(self, finding: Finding) -> Numbers:
        """The column of a finding, unknown in every row when it is first asked for."""
        if finding.id not in self.columns:
            unknown, kind = (np.nan, np.float64) if isinstance(finding, Quantity) else (-1 if isinstance(finding, Choice) else 0, np.int8)
            self.columns[finding.id] = np.full(self.rows, unknown, kind)
        return self.columns[finding.id]

    def known(self, finding: Finding, rows: Rows = EVERY) -> NDArray[np.bool_]:
        """Where a finding is reported."""
        values = self.column(finding)[rows]
        return np.asarray(~np.isnan(values) if isinstance(finding, Quantity) else values != (-1 if isinstance(finding, Choice) else 0))

    def verdict(self, condition: Condition, rows: Rows = EVERY) -> Verdicts:
        """The verdicts of a condition, with all that follows from what is reported. Computed quantities are left unknown.

        Raises:
            TypeError: there is no reading of such a condition.
        """
        match condition:
            case YesNo():
                return self._yes_no(condition, rows)
            case Compare() | Between() | OneOf():
                return self._single(condition, rows)
            case Not(part):
                return -self.verdict(part, rows)
            case All(parts):
                return functools.reduce(np.minimum, (self.verdict(part, rows) for part in parts))
            case Any(parts):
                return functools.reduce(np.maximum, (self.verdict(part, rows) for part in parts))
            case Points(items, threshold):
                scored = [(self.verdict(item, rows), points) for item, points in items]
                sure = sum(points * (verdict == 1).astype(np.int8) for verdict, points in scored)
                reach = sum(points * (verdict != -1).astype(np.int8) for verdict, points in scored)
                return np.asarray(sure >= threshold, np.int8) - np.asarray(reach < threshold, np.int8)
        raise TypeError(f"no reading over a table for {type(condition).__name__}")

    def support(self, derivation: Derivation, value: bool, rows: Rows = EVERY) -> Verdicts:
        """1 where what is known makes the derived finding this value, else 0."""
        condition = derivation.present_if if value else derivation.absent_if
        return self._unknown(rows) if condition is None else np.maximum(self.verdict(condition, rows), 0)

    def conclude(self, derivation: Derivation, present: Verdicts, absent: Verdicts) -> None:
        """Keep what is known of a derived finding, given its support, once nothing that it follows from will change."""
        self._concluded[derivation.finding.id] = self._known_or_drawn(derivation, present, absent, EVERY)

    def _yes_no(self, finding: YesNo, rows: Rows) -> Verdicts:
        if finding.id in self._concluded:
            return self._concluded[finding.id][rows]
        derivation = derivations().get(finding.id)
        if derivation is None or self.columns.keys().isdisjoint(behind(finding.id) - {finding.id}):
            return self.columns[finding.id][rows] if finding.id in self.columns else self._unknown(rows)
        return self._known_or_drawn(derivation, self.support(derivation, True, rows), self.support(derivation, False, rows), rows)

    def _known_or_drawn(self, derivation: Derivation, present: Verdicts, absent: Verdicts, rows: Rows) -> Verdicts:
        first, second = (-absent, present) if derivation.absent_wins else (present, -absent)
        drawn = np.where(first != 0, first, second)
        if derivation.finding.id not in self.columns:
            return drawn
        reported = self.columns[derivation.finding.id][rows]
        return np.where(reported != 0, reported, drawn)

    def _single(self, atom: Compare | Between | OneOf, rows: Rows) -> Verdicts:
        if atom.finding_id not in self.columns:
            return self._unknown(rows)
        values = self.columns[atom.finding_id][rows]
        match atom:
            case Compare(_, sign, bound):
                holds, known = _COMPARE[sign](values, bound), ~np.isnan(values)
            case Between(_, low, high):
                holds, known = (values >= low) & (values <= high), ~np.isnan(values)
            case OneOf(choice, wanted):
                holds, known = np.array([option in wanted for option in choice.options])[values], values >= 0
        return np.asarray(np.where(known, np.where(holds, 1, -1), 0), np.int8)

    def _unknown(self, rows: Rows) -> Verdicts:
        return np.zeros(self.rows if isinstance(rows, slice) else len(rows), np.int8)
