"""The strongest reasons for and against a cause, in every row: which rules, and in what words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic

import numpy as np
import numpy.typing as npt
import polars as pl

from ...facts.conditions import Condition
from ...rules.model import LayerValue
from ..assessment import FIT_SHOWN, fit_sentence
from ..ranking import UNEXPLAINED
from .ranking import LayerRanked, LayerRanker, Ranked, Ranker
from .sentences import Rows, Sentences, Texts, grouped
from .units import Floats, Unit

LEAST = 1e-9
"""A weight nearer to zero than this is the noise of adding, and no reason."""
_NOTHING = -1
_FITS = ("tempo", "mechanism")
Numbers = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Reasons:
    """The reasons of one place in the list for every row: sentences and rule ids, strongest first, each a list column."""

    texts: pl.Series
    rules: pl.Series


@dataclass(frozen=True, slots=True)
class _Lines:
    """The rules that may be named for one cause: ids, conditions (or the layer whose fit it is), and for each unit the number of its rule by code."""

    rules: tuple[str, ...]
    goals: tuple[Condition | str, ...]
    of_code: tuple[npt.NDArray[np.int32], ...]
    fits: tuple[int, int]


class Reasoner:
    """Finds reasons with the units and weights of a ranker. ``most`` reasons are given for each side."""

    def __init__(self, ranker: Ranker, most: int) -> None:
        self._ranker = ranker
        self._most = most
        self._lines = {cause: _lines(ranker, cause) for cause in ranker.cause_units}
        self._tables = {cause: [unit.table(lambda outcome: outcome.strength) for unit in units.units] for cause, units in ranker.cause_units.items()}
        self._rules = pl.Series([rule for lines in self._lines.values() for rule in lines.rules], dtype=pl.String)
        edges = np.cumsum([0, *(len(lines.rules) for lines in self._lines.values())])
        self._first = dict(zip(self._lines, edges.tolist(), strict=False))
        self._layers = (_LayerLines(ranker.tempo, "tempo"), _LayerLines(ranker.mechanism, "mechanism"))
        goals = {goal.key: goal for lines in self._lines.values() for goal in lines.goals if isinstance(goal, Condition)}
        self._goals: list[Condition | str] = [*goals.values(), *_FITS]
        place = {goal if isinstance(goal, str) else goal.key: number for number, goal in enumerate(self._goals)}
        named = [goal if isinstance(goal, str) else goal.key for lines in self._lines.values() for goal in lines.goals]
        self._goal_of = np.array([*(place[name] for name in named), _NOTHING], dtype=np.int32)  # the last one answers for nothing, which is -1

    def at(self, place: int, leading: Rows, ranked: Ranked, sentences: Sentences) -> tuple[Reasons, Reasons]:
        """The reasons for and against the cause at this place (from 0) of every row; ``leading`` holds the causes' numbers by place."""
        named = np.full((2, len(leading), self._most), _NOTHING, dtype=np.int32)
        for number, cause in enumerate(ranked.causes):
            rows = np.flatnonzero(leading[:, place] == number)
            if cause != UNEXPLAINED and len(rows):
                for side, chosen in enumerate(self._chosen(cause, number, rows, ranked)):
                    named[side, rows, : chosen.shape[1]] = chosen
        texts = self._texts(named, ranked, sentences)
        return self._listed(named[0], texts[0]), self._listed(named[1], texts[1])

    def _chosen(self, cause: str, number: int, rows: Rows, ranked: Ranked) -> Iterator[Numbers]:
        """The numbers of the strongest rules for and against, or nothing, by row."""
        lines, found = self._lines[cause], self._ranker.counted(cause, rows, ranked)
        weights = [table[codes] for table, codes in zip(self._tables[cause], found, strict=True)]
        rules = [of_code[codes] for of_code, codes in zip(lines.of_code, found, strict=True)]
        weights += [self._ranker.tempo.fit(number, rows, ranked.tempo_layer), self._ranker.mechanism.fit(number, rows, ranked.mechanism_layer)]
        rules += [np.full(len(rows), line, dtype=np.int32) for line in lines.fits]
        weight, rule = np.stack(weights, axis=1), np.stack(rules, axis=1)
        for signed in (weight, -weight):
            best = _strongest(signed, rule, self._most)
            strength = np.take_along_axis(signed, best, axis=1)
            yield np.where(strength > LEAST, np.take_along_axis(rule, best, axis=1) + self._first[cause], _NOTHING).astype(np.int32)

    def _texts(self, named: Numbers, ranked: Ranked, sentences: Sentences) -> Texts:
        texts = np.empty(named.shape, dtype=object)
        flat, size = texts.reshape(-1), named.shape[1] * named.shape[2]
        layers = (ranked.tempo_layer, ranked.mechanism_layer)
        for number, cells in grouped(self._goal_of[named.reshape(-1)]):
            if number != _NOTHING:
                rows, goal = cells % size // named.shape[2], self._goals[number]
                if isinstance(goal, Condition):
                    flat[cells] = sentences.of(goal, rows)
                else:
                    flat[cells] = self._layers[_FITS.index(goal)].texts(layers[_FITS.index(goal)], rows, sentences)
        return texts

    def _listed(self, named: Numbers, texts: Texts) -> Reasons:
        there = named != _NOTHING
        lengths = there.sum(axis=1)
        return Reasons(lists(pl.Series(texts[there], dtype=pl.String), lengths), lists(self._rules.gather(named[there]), lengths))


class _LayerLines(Generic[LayerValue]):
    """The sentences of a layer's fit: what its strongest rules say, weighed for the leading value against the average of the others."""

    def __init__(self, layer: LayerRanker[LayerValue], name: str) -> None:
        self._name: str = name
        rules: list[str] = sorted(layer.rules)
        self._goals: list[Condition] = [layer.rules[rule].condition for rule in rules]
        self._rule: list[Numbers] = [_by_code(unit, rules) for unit in layer.units]
        others = len(layer.values) - 1
        self._weight: list[Floats] = [np.abs(table - (table.sum(axis=1, keepdims=True) - table) / others) for table in layer.tables]

    def texts(self, layer: LayerRanked, rows: Rows, sentences: Sentences) -> Texts:
        """The sentence of the fit in each of these rows; in each some rule of the layer counts."""
        found, leader = [codes[rows] for codes in layer.found], layer.leader[rows]
        rule = np.stack([of_code[codes] for of_code, codes in zip(self._rule, found, strict=True)], axis=1)
        weight = np.stack([table[codes, leader] for table, codes in zip(self._weight, found, strict=True)], axis=1)
        best = _strongest(np.where(rule == _NOTHING, -1.0, weight), rule, FIT_SHOWN)
        named = np.take_along_axis(rule, best, axis=1)
        said = np.empty(named.shape, dtype=object)
        flat = said.reshape(-1)
        for number, cells in grouped(named.reshape(-1)):
            if number != _NOTHING:
                flat[cells] = sentences.of(self._goals[number], rows[cells // FIT_SHOWN])
        pairs = [tuple(pair) for pair in said.tolist()]
        made = {pair: fit_sentence(self._name, [text for text in pair if text is not None]) for pair in set(pairs)}
        texts = np.empty(len(rows), dtype=object)
        texts[:] = [made[pair] for pair in pairs]
        return texts


def _lines(ranker: Ranker, cause: str) -> _Lines:
    units = ranker.cause_units[cause].units
    conditions: dict[str, Condition | str] = {outcome.rule: outcome.condition for unit in units for outcome in unit.outcomes}
    conditions |= {f"{fit}_fit": fit for fit in _FITS}
    names = sorted(conditions)
    return _Lines(
        tuple(f"{cause}.{name}" for name in names), tuple(conditions[name] for name in names), tuple(_by_code(unit, names) for unit in units),
        (names.index("tempo_fit"), names.index("mechanism_fit")),
    )


def _by_code(unit: Unit, names: Sequence[str]) -> Numbers:
    """The place of each outcome's rule among these names, by code."""
    return np.array([_NOTHING, *(names.index(outcome.rule) for outcome in unit.outcomes)], dtype=np.int32)


def _strongest(weight: Floats, rule: Numbers, most: int) -> Rows:
    """The columns with the greatest weights by row, greatest first; of equal ones the first by rule."""
    return np.asarray(np.lexsort((rule, -weight), axis=1)[:, :most])


def lists(values: pl.Series, lengths: Sequence[int] | npt.NDArray[np.intp]) -> pl.Series:
    """Flat values as a list column, each row taking its length of them."""
    import pyarrow as pa

    offsets = np.concatenate(([0], np.cumsum(lengths))).astype(np.int64)
    return pl.Series(pa.LargeListArray.from_arrays(pa.array(offsets), values.to_arrow()), dtype=pl.List(pl.String))
