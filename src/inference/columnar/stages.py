"""The first stages over a table: what follows from what is reported, then a verdict for every condition of the rules.

Each stage is a list of Polars expressions, built once for a knowledge base. A condition that several others contain is a
column of its own, so that it is evaluated once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

import polars as pl

from ...facts.conditions import Condition, Points
from ...facts.derived import FORMULAS
from ...facts.findings import Choice, Finding, Quantity, YesNo
from ...facts.vocabulary import atoms
from ..columns import computed, derived, expression
from ..order import conclusions, levels

_SHARED = "§"  # before the key of a condition that stands for itself in a column; no finding's id begins so


class Stages:
    """From typed findings to concluded findings to verdicts. ``goals`` are the conditions to decide, each once."""

    def __init__(self, goals: Sequence[Condition]) -> None:
        self.goals = tuple(goals)
        self._types = {finding.id: _type(finding) for finding in atoms()}
        self._shared = {key for key, count in _uses(goals).items() if count > 1}
        self._made: set[str] = set()
        self._steps = [step for step in self._written() if step]
        self._verdicts = [self._read(goal).alias(goal.key) for goal in self.goals]

    def concluded(self, cases: pl.DataFrame) -> pl.DataFrame:
        """Every finding, reported or concluded, with the columns that later stages share. Columns that are not there are unknown."""
        there = set(cases.columns)
        table = cases.with_columns(_known(id, kind) if id in there else pl.lit(None, dtype=kind).alias(id) for id, kind in self._types.items())
        for step in self._steps:
            table = table.with_columns(step)
        return table

    def verdicts(self, concluded: pl.DataFrame) -> pl.DataFrame:
        """A nullable Boolean column for each goal, named by its key."""
        return concluded.select(self._verdicts)

    def _written(self) -> Iterator[list[pl.Expr]]:
        for finding in dict.fromkeys(formula.finding.id for formula in FORMULAS):
            yield from self._share(formula.when for formula in FORMULAS if formula.finding.id == finding)
            yield [self._filled(finding, pl.coalesce([computed(formula, self._read) for formula in FORMULAS if formula.finding.id == finding]))]
        for level in levels():
            yield from self._share(chain.from_iterable((derivation.present_if, derivation.absent_if) for derivation in level))
            yield [self._filled(derivation.finding.id, derived(derivation, self._read)) for derivation in level]
        yield from self._share(self.goals)

    def _filled(self, finding: str, drawn: pl.Expr) -> pl.Expr:
        return (pl.coalesce(pl.col(finding), drawn) if finding in self._types else drawn).alias(finding)

    def _share(self, conditions: Iterable[Condition | None]) -> Iterator[list[pl.Expr]]:
        """Columns for what these conditions share with others, inner ones first."""
        by_depth: dict[int, dict[str, Condition]] = {}
        for condition in conditions:
            if condition is not None:
                self._collect(condition, by_depth)
        for depth in sorted(by_depth):
            yield [expression(each, self._read).alias(_SHARED + key) for key, each in by_depth[depth].items()]
            self._made.update(by_depth[depth])

    def _collect(self, condition: Condition, by_depth: dict[int, dict[str, Condition]]) -> int:
        depth = 1 + max((self._collect(part, by_depth) for part in condition.parts), default=0)
        if condition.key in self._shared and condition.key not in self._made:
            by_depth.setdefault(depth, {}).setdefault(condition.key, condition)
        return depth

    def _read(self, condition: Condition) -> pl.Expr:
        return pl.col(_SHARED + condition.key) if condition.key in self._made else expression(condition, self._read)


def _uses(goals: Sequence[Condition]) -> Counter[str]:
    """How often each condition is read by another, a derivation or a formula. A score reads its items twice."""
    uses: Counter[str] = Counter()
    drawn = [condition for each in conclusions() for condition in (each.present_if, each.absent_if) if condition is not None]
    waiting = [*goals, *drawn, *(formula.when for formula in FORMULAS)]
    while waiting:
        condition = waiting.pop()
        uses[condition.key] += 0 if isinstance(condition, YesNo) else 1
        if uses[condition.key] == 1:  # what stands inside a shared condition is read once
            waiting += condition.parts * (2 if isinstance(condition, Points) else 1)
    return uses


def _known(id: str, kind: pl.DataType) -> pl.Expr:
    """A column that is there; what is no number is unknown, as null is."""
    return pl.col(id).cast(kind).fill_nan(None) if kind == pl.Float64 else pl.col(id).cast(kind)


def _type(finding: Finding) -> pl.DataType:
    """The type of a finding's column: options as an enumeration, which compares as fast as a number."""
    return pl.Float64() if isinstance(finding, Quantity) else pl.Enum(list(finding.options)) if isinstance(finding, Choice) else pl.Boolean()
