"""From verdicts to ranks: the scores of the causes and the posteriors of the layers, for a whole table at once.

The sums of ``inference.ranking``, on arrays of causes × rows, block by block: a block stays near the processor, and several
run at once.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Generic

import numpy as np
import numpy.typing as npt
import polars as pl

from ...rules.model import Cause, LayerEvidence, LayerValue, Mechanism, Tempo, ValveClass
from ...rules.settings import DEFAULT, SETTINGS, TEMPERATURE, UNEXPLAINED_SHARE, setting, setting_for
from ..assessment import DECIDED
from ..knowledge import KnowledgeBase
from ..ranking import UNEXPLAINED, share
from .units import CauseSum, CauseUnits, Coder, Codes, Floats, Sum, Unit, cause_units, counted, judged, layer_units

Numbers = npt.NDArray[np.int64]
UNDETERMINED = "undetermined"
_DIGITS = 9
_MOST = 64
"""More causes than there will be; a power of two."""
_BLOCK = 25_000
_SETTINGS = list(SETTINGS)


@dataclass(frozen=True, slots=True)
class LayerRanked:
    """A layer in every row: the code of each unit, the likelihood of each value against the mean of all, and their posterior (values × rows)."""

    found: Sequence[Codes]
    likelihood: Floats
    posterior: Floats

    @property
    def leader(self) -> Numbers:
        """The number of the likeliest value in every row."""
        return np.asarray(self.posterior.argmax(axis=0))


@dataclass(frozen=True)
class Ranked:
    """Every row ranked. Arrays are rows × causes, the causes in alphabetical order with *unexplained* among them.

    ``tempo``, ``carpentier``, ``mechanism`` and ``valve_class`` are verdicts by name. ``prior`` holds ln of the share of each cause (settings × causes),
    ``where`` the number of each row's setting in it.
    """

    causes: tuple[str, ...]
    totals: Floats
    probability: Floats
    prior: Floats
    where: Numbers
    setting: npt.NDArray[np.object_]
    tempo: npt.NDArray[np.object_]
    carpentier: npt.NDArray[np.object_]
    mechanism: npt.NDArray[np.object_]
    valve_class: npt.NDArray[np.object_]
    tempo_layer: LayerRanked = field(repr=False)
    mechanism_layer: LayerRanked = field(repr=False)
    found: Mapping[str, Sequence[Codes]] = field(repr=False)
    louder: Mapping[str, Sequence[npt.NDArray[np.bool_]]] = field(repr=False)

    @cached_property
    def order(self) -> Numbers:
        """The numbers of the causes in every row, best first; of equal totals the first by name."""
        keys = np.ascontiguousarray(np.rint(self.totals * -(10.0**_DIGITS)).astype(np.int64))
        keys *= _MOST  # the number of the cause goes into the low digits: sorting whole keys is faster than sorting places by key
        keys += np.arange(len(self.causes))
        keys.sort(axis=1)
        keys %= _MOST
        return keys

    def strength(self, chosen: Numbers) -> Floats:
        """All evidence together, without the share in the setting, of one cause (by number) in every row."""
        rows = np.arange(len(chosen))
        return np.asarray(self.totals[rows, chosen] - self.prior[self.where, chosen])

    @property
    def tempo_probability(self) -> Floats:
        """Rows × tempos, in the order of :class:`Tempo`."""
        return self.tempo_layer.posterior.T

    @property
    def mechanism_probability(self) -> Floats:
        """Rows × mechanisms, in the order of :class:`Mechanism`."""
        return self.mechanism_layer.posterior.T


class LayerRanker(Generic[LayerValue]):
    """The units of one layer with their weights for each value: ``tables[unit][code, value]``."""

    def __init__(
        self, rules: Mapping[str, LayerEvidence[LayerValue]], values: Sequence[LayerValue], distributions: Sequence[Mapping[LayerValue, float] | None]
    ) -> None:
        self.values: tuple[LayerValue, ...] = tuple(values)
        self.rules: Mapping[str, LayerEvidence[LayerValue]] = rules
        self.units: tuple[Unit, ...] = layer_units(rules, self.values)
        self.tables: list[Floats] = [self._table(unit) for unit in self.units]
        self._sum = Sum(self.tables)
        even = 1 / len(self.values)  # a cause without an opinion of its own expects all alike
        self._given = np.array([[even if each is None else each[value] for value in self.values] for each in distributions])

    def _table(self, unit: Unit) -> Floats:
        return np.array([[0.0] * len(self.values), *([self.rules[each.rule].weight(value, each.verdict) for value in self.values] for each in unit.outcomes)])

    def likelihood(self, found: Sequence[Codes], size: int) -> Floats:
        """The likelihood of every value against the mean of all, values × rows."""
        weight = np.ascontiguousarray(self._sum.of(found, size).T)
        likelihood: Floats = np.exp(weight - weight.max(axis=0))
        likelihood /= likelihood.mean(axis=0)
        return likelihood

    def expected(self, likelihood: Floats) -> Floats:
        """Σ P(value | cause) L(value) against the same with every value equally likely, causes × rows; its logarithm is what the layer adds to a cause."""
        return np.asarray(np.einsum("cv,vn->cn", self._given, likelihood))

    def fit(self, cause: int, rows: Numbers, ranked: LayerRanked) -> Floats:
        """What the layer adds to one cause in some rows; nothing where no rule of the layer is decided."""
        speaks = np.logical_or.reduce([codes[rows] > 0 for codes in ranked.found])
        return np.where(speaks, np.log(self._given[cause] @ ranked.likelihood[:, rows]), 0.0)

    def posterior(self, probability: Floats, expected: Floats, likelihood: Floats) -> Floats:
        """P(value) = Σ P(cause) P(value | cause, evidence)."""
        return np.asarray(likelihood * np.einsum("cv,cn->vn", self._given, probability / expected))


class _Arrays:
    """What is worked out for a table, causes or values × rows, filled block by block."""

    def __init__(self, causes: int, size: int) -> None:
        self.totals, self.probability = np.empty((causes, size)), np.empty((causes, size))
        self.tempo, self.by_tempo = np.empty((len(Tempo), size)), np.empty((len(Tempo), size))
        self.mechanism, self.by_mechanism = np.empty((len(Mechanism), size)), np.empty((len(Mechanism), size))


class Ranker:
    """Ranks rows of verdicts by one knowledge base."""

    def __init__(self, base: KnowledgeBase) -> None:
        self.causes = tuple(sorted((*base.causes, UNEXPLAINED)))
        known: list[type[Cause] | None] = [base.causes.get(cause) for cause in self.causes]
        self.tempo = LayerRanker(base.tempo, tuple(Tempo), [None if cause is None else cause.tempo for cause in known])
        self.mechanism = LayerRanker(base.mechanism, tuple(Mechanism), [None if cause is None else cause.mechanism for cause in known])
        self.cause_units: dict[str, CauseUnits] = {cause: cause_units(cause, base.evidence[cause], base.voices[cause]) for cause in base.causes}
        self._sums = {cause: CauseSum(units) for cause, units in self.cause_units.items()}
        self._coder = Coder([*self.tempo.units, *self.mechanism.units, *(unit for cause in self.cause_units.values() for unit in cause.units)])
        self._priors = np.array([self._prior(id) for id in SETTINGS])
        self._classes = np.array([[cause is not None and cause.valve_class is each for cause in known] for each in ValveClass], dtype=float)

    def rank(self, verdicts: pl.DataFrame, settings: pl.Series, child: pl.Series) -> Ranked:
        """Rank every row. ``settings`` holds the chosen setting of each row, null for the default; ``child`` whether a child is seen."""
        size, every = verdicts.height, iter(self._coder.codes(verdicts))
        tempo_found, mechanism_found = ([next(every) for _ in layer.units] for layer in (self.tempo, self.mechanism))
        found = {cause: [next(every) for _ in units.units] for cause, units in self.cause_units.items()}
        louder = {cause: [np.empty(size, dtype=bool) for _ in judged(units)] for cause, units in self.cause_units.items()}
        where, arrays = _setting_numbers(settings, child), _Arrays(len(self.causes), size)

        def work(start: int) -> None:
            self._rank_block(slice(start, min(start + _BLOCK, size)), (tempo_found, mechanism_found), found, louder, where, arrays)

        list(_threads().map(work, range(0, size, _BLOCK)))
        anything = verdicts.select(pl.any_horizontal(pl.all().is_not_null())).to_series().to_numpy() if size else np.zeros(0, dtype=bool)
        leading = _decided(arrays.mechanism, [value.value for value in Mechanism], anything)
        return Ranked(
            causes=self.causes, totals=arrays.totals.T, probability=arrays.probability.T, prior=self._priors, where=where,
            setting=np.array(_SETTINGS, dtype=object)[where],
            tempo=_decided(arrays.tempo, [value.value for value in Tempo], anything),
            carpentier=np.where(np.isin(leading, (UNDETERMINED, Mechanism.PROSTHETIC.value)), "unknown", leading),
            mechanism=leading,
            valve_class=_decided(self._classes @ arrays.probability, [each.value for each in ValveClass]),
            tempo_layer=LayerRanked(tempo_found, arrays.by_tempo, arrays.tempo),
            mechanism_layer=LayerRanked(mechanism_found, arrays.by_mechanism, arrays.mechanism),
            found=found, louder=louder,
        )  # fmt: skip

    def _rank_block(
        self, rows: slice, layers: tuple[Sequence[Codes], Sequence[Codes]], found: Mapping[str, Sequence[Codes]],
        louder: Mapping[str, Sequence[npt.NDArray[np.bool_]]], where: Numbers, arrays: _Arrays,
    ) -> None:
        size = rows.stop - rows.start
        tempo = self.tempo.likelihood([codes[rows] for codes in layers[0]], size)
        mechanism = self.mechanism.likelihood([codes[rows] for codes in layers[1]], size)
        by_tempo, by_mechanism = self.tempo.expected(tempo), self.mechanism.expected(mechanism)
        totals = np.log(by_tempo * by_mechanism)
        totals += self._priors.T[:, where[rows]]
        for number, cause in enumerate(self.causes):
            if cause != UNEXPLAINED:
                evidence, speaks = self._sums[cause].of([codes[rows] for codes in found[cause]], size)
                totals[number] += evidence
                for kept, block in zip(louder[cause], speaks, strict=True):
                    kept[rows] = block
        probability = _softmax(totals)
        arrays.totals[:, rows], arrays.probability[:, rows] = totals, probability
        arrays.by_tempo[:, rows], arrays.by_mechanism[:, rows] = tempo, mechanism
        arrays.tempo[:, rows] = self.tempo.posterior(probability, by_tempo, tempo)
        arrays.mechanism[:, rows] = self.mechanism.posterior(probability, by_mechanism, mechanism)

    def counted(self, cause: str, rows: Numbers, ranked: Ranked) -> list[Codes]:
        """The codes of a cause's units in some rows, 0 where another voice was louder."""
        return counted([codes[rows] for codes in ranked.found[cause]], self.cause_units[cause], [speaks[rows] for speaks in ranked.louder[cause]])

    def _prior(self, id: str) -> list[float]:
        shares = [UNEXPLAINED_SHARE if cause == UNEXPLAINED else share(setting(id), cause) for cause in self.causes]
        total = sum(shares)
        return [float(np.log(part / total)) for part in shares]


@cache
def _threads() -> ThreadPoolExecutor:
    """Threads for the blocks, a set for all tables: each new thread would keep memory of its own."""
    return ThreadPoolExecutor(os.cpu_count())


def _setting_numbers(settings: pl.Series, child: pl.Series) -> Numbers:
    """The number of the setting that applies in each row."""
    chosen = settings.fill_null(DEFAULT)
    adult, young = (
        chosen.replace_strict({id: _SETTINGS.index(setting_for(id, child=child).id) for id in SETTINGS}, return_dtype=pl.Int64).to_numpy()
        for child in (False, True)
    )
    return np.where(child.fill_null(False).to_numpy(), young, adult)


def _softmax(totals: Floats) -> Floats:
    powers: Floats = totals - totals.max(axis=0)
    powers /= TEMPERATURE
    np.exp(powers, out=powers)
    powers /= powers.sum(axis=0)
    return powers


def _decided(probability: Floats, names: Sequence[str], anything: npt.NDArray[np.bool_] | None = None) -> npt.NDArray[np.object_]:
    """The likeliest by name, if it is likely enough; shares alone, where not *anything* was decided, are no verdict."""
    enough = probability.max(axis=0, initial=0.0) >= DECIDED
    named: npt.NDArray[np.object_] = np.array(names, dtype=object)[probability.argmax(axis=0)]
    named[~enough if anything is None else ~(enough & anything)] = UNDETERMINED
    return named
