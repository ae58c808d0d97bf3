"""The second reading of a condition: one nullable Boolean Polars expression over a table of cases.

A column is named by the finding's id (``flail_segments.P2`` for an option) and holds a Boolean, a number or an option;
null is unknown. Polars' ``&``, ``|`` and ``~`` on nulls are already Kleene's.
"""

from __future__ import annotations

import functools
import operator
from collections.abc import Callable

import polars as pl

from ..facts.conditions import All, Any, Condition, Not, Points
from ..facts.derivation import Derivation, Formula
from ..facts.findings import Between, Compare, OneOf, YesNo

Read = Callable[[Condition], pl.Expr]
_COMPARE: dict[str, Callable[[pl.Expr, float], pl.Expr]] = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}


def expression(condition: Condition, part: Read | None = None) -> pl.Expr:
    """The condition as a Polars expression: true, false, or null where it is undecided. ``part`` reads what stands inside it, if not this function."""
    read = part or expression
    match condition:
        case YesNo():
            return pl.col(condition.id)
        case Compare(quantity, sign, bound):
            return _COMPARE[sign](pl.col(quantity.id), bound)
        case Between(quantity, low, high):
            return pl.col(quantity.id).is_between(low, high)
        case OneOf(choice, wanted):
            return pl.col(choice.id).is_in(list(wanted))
        case All(parts):
            return functools.reduce(operator.and_, map(read, parts))
        case Any(parts):
            return functools.reduce(operator.or_, map(read, parts))
        case Not(inner):
            return ~read(inner)
        case Points(items, threshold):
            sure = pl.sum_horizontal(_points(read(item).fill_null(False), points) for item, points in items)
            reach = pl.sum_horizontal(_points(read(item).fill_null(True), points) for item, points in items)
            return pl.when(sure >= threshold).then(True).when(reach < threshold).then(False).otherwise(None)
    raise TypeError(f"no columnar reading for {type(condition).__name__}")


def _points(holds: pl.Expr, points: int) -> pl.Expr:
    return pl.when(holds).then(pl.lit(points, pl.UInt16)).otherwise(pl.lit(0, pl.UInt16))


def derived(derivation: Derivation, read: Read = expression) -> pl.Expr:
    """What is drawn of a finding: true, false, or null."""
    present = read(derivation.present_if) if derivation.present_if is not None else pl.lit(None, pl.Boolean)
    absent = read(derivation.absent_if) if derivation.absent_if is not None else pl.lit(None, pl.Boolean)
    if derivation.absent_wins:
        return pl.when(absent).then(False).when(present).then(True).otherwise(None)
    return pl.when(present).then(True).when(absent).then(False).otherwise(None)


def computed(formula: Formula, read: Read = expression) -> pl.Expr:
    """The value of a computed quantity, null where an input or its condition is missing."""
    quantity, scale, below, above = formula.broken_power
    ratio = pl.col(quantity.id) / scale
    time, base = formula.exponential
    amount = formula.factor * ratio ** pl.when(ratio < 1).then(below).otherwise(above) * pl.lit(base) ** pl.col(time.id)
    return pl.when(read(formula.when)).then(amount)
