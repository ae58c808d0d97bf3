"""From verdicts to ranks: the scores of the causes and the posteriors of the layers, for a whole table at once.

The sums of ``inference.ranking``, on arrays of rows × causes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic

import numpy as np
import numpy.typing as npt
import polars as pl

from ...rules.model import Cause, LayerEvidence, LayerValue, Mechanism, Tempo, ValveClass
from ...rules.settings import DEFAULT, SETTINGS, TEMPERATURE, UNEXPLAINED_SHARE, setting, setting_for
from ..knowledge import KnowledgeBase
from ..ranking import UNEXPLAINED, share
from .units import CauseUnits, Coder, Codes, Unit, cause_units, layer_units, let_speak

Floats = npt.NDArray[np.float64]
UNDETERMINED = "undetermined"
_DECIDED = 0.4
_DIGITS = 9
_SETTINGS = list(SETTINGS)


@dataclass(frozen=True, slots=True)
class LayerRanked:
    """A layer in every row: the code of each unit, the fit of every cause, the posterior (rows × values), and the number of the leading value."""

    found: Sequence[Codes]
    fit: Floats
    posterior: Floats
    leader: npt.NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Ranked:
    """Every row ranked. Arrays are rows × causes, the causes in alphabetical order with *unexplained* among them.

    ``tempo``, ``carpentier``, ``mechanism`` and ``valve_class`` are verdicts by name; ``found`` holds for each cause the codes of its units that counted.
    """

    causes: tuple[str, ...]
    totals: Floats
    strength: Floats
    probability: Floats
    setting: npt.NDArray[np.object_]
    tempo: npt.NDArray[np.object_]
    carpentier: npt.NDArray[np.object_]
    mechanism: npt.NDArray[np.object_]
    valve_class: npt.NDArray[np.object_]
    tempo_layer: LayerRanked
    mechanism_layer: LayerRanked
    found: Mapping[str, Sequence[Codes]] = field(repr=False)

    @property
    def order(self) -> npt.NDArray[np.intp]:
        """The numbers of the causes in every row, best first; of equal totals the first by name."""
        return np.argsort(-np.round(self.totals, _DIGITS), axis=1, kind="stable")

    def leading(self, most: int) -> npt.NDArray[np.intp]:
        """The first columns of ``order``, without sorting the rest."""
        left, chosen = np.round(self.totals, _DIGITS), np.empty((len(self.totals), most), dtype=np.intp)
        for place in range(most):
            chosen[:, place] = left.argmax(axis=1)
            np.put_along_axis(left, chosen[:, place, None], -np.inf, axis=1)
        return chosen

    @property
    def tempo_probability(self) -> Floats:
        """Rows × tempos, in the order of :class:`Tempo`."""
        return self.tempo_layer.posterior

    @property
    def mechanism_probability(self) -> Floats:
        """Rows × mechanisms, in the order of :class:`Mechanism`."""
        return self.mechanism_layer.posterior


class LayerRanker(Generic[LayerValue]):
    """The units of one layer with their weights for each value: ``tables[unit][code, value]``."""

    def __init__(
        self, rules: Mapping[str, LayerEvidence[LayerValue]], values: Sequence[LayerValue], distributions: Sequence[Mapping[LayerValue, float] | None]
    ) -> None:
        self.values: tuple[LayerValue, ...] = tuple(values)
        self.rules: Mapping[str, LayerEvidence[LayerValue]] = rules
        self.units: tuple[Unit, ...] = layer_units(rules, self.values)
        self._coder: Coder = Coder(self.units)
        self.tables: list[Floats] = [self._table(unit) for unit in self.units]
        even = 1 / len(self.values)
        self._given = np.array([[even if each is None else each[value] for value in self.values] for each in distributions])
        self._silent = np.array([each is None for each in distributions])

    def _table(self, unit: Unit) -> Floats:
        return np.array([[0.0] * len(self.values), *([self.rules[each.rule].weight(value, each.verdict) for value in self.values] for each in unit.outcomes)])

    def fit(self, verdicts: pl.DataFrame) -> tuple[list[Codes], Floats, Floats]:
        """Codes by unit, the likelihood of every value (the highest is 1), and what the layer adds to every cause."""
        found = self._coder.codes(verdicts)
        weight = sum((table[code] for table, code in zip(self.tables, found, strict=True)), start=np.zeros((verdicts.height, len(self.values))))
        likelihood = np.exp(weight - weight.max(axis=1, keepdims=True))
        fit = np.log(likelihood @ self._given.T / likelihood.mean(axis=1, keepdims=True))
        fit[:, self._silent] = 0.0
        return found, likelihood, fit

    def posterior(self, probability: Floats, likelihood: Floats) -> Floats:
        """P(value) = Σ P(cause) P(value | cause, evidence)."""
        posterior: Floats = likelihood * (probability / (likelihood @ self._given.T) @ self._given)
        return posterior


class Ranker:
    """Ranks rows of verdicts by one knowledge base."""

    def __init__(self, base: KnowledgeBase) -> None:
        self.causes = tuple(sorted((*base.causes, UNEXPLAINED)))
        known: list[type[Cause] | None] = [base.causes.get(cause) for cause in self.causes]
        self.tempo = LayerRanker(base.tempo, tuple(Tempo), [None if cause is None else cause.tempo for cause in known])
        self.mechanism = LayerRanker(base.mechanism, tuple(Mechanism), [None if cause is None else cause.mechanism for cause in known])
        self.cause_units: dict[str, CauseUnits] = {cause: cause_units(cause, base.evidence[cause], base.voices[cause]) for cause in base.causes}
        self.tables = {
            cause: [unit.table(lambda outcome: outcome.strength) for unit in speaking.units] for cause, speaking in self.cause_units.items()
        }
        self._coder = Coder([unit for speaking in self.cause_units.values() for unit in speaking.units])
        self._priors = np.array([self._prior(id) for id in SETTINGS])
        self._classes = np.array([[cause is not None and cause.valve_class is each for each in ValveClass] for cause in known], dtype=float)

    def rank(self, verdicts: pl.DataFrame, settings: pl.Series, child: pl.Series) -> Ranked:
        """Rank every row. ``settings`` holds the chosen setting of each row, null for the default; ``child`` whether a child is seen."""
        every = iter(self._coder.codes(verdicts))
        tempo_found, tempo_likelihood, tempo_fit = self.tempo.fit(verdicts)
        mechanism_found, mechanism_likelihood, mechanism_fit = self.mechanism.fit(verdicts)
        strength, found = tempo_fit + mechanism_fit, dict[str, list[Codes]]()
        for cause, speaking in self.cause_units.items():
            evidence, found[cause] = let_speak([next(every) for _ in speaking.units], speaking, self.tables[cause])
            strength[:, self.causes.index(cause)] += evidence
        where = _setting_numbers(settings, child)
        totals = self._priors[where] + strength
        probability = _softmax(totals / TEMPERATURE)
        anything = verdicts.select(pl.any_horizontal(pl.all().is_not_null())).to_series().to_numpy() if verdicts.height else np.zeros(0, dtype=bool)
        tempo = _layer(tempo_found, tempo_fit, self.tempo.posterior(probability, tempo_likelihood))
        mechanism = _layer(mechanism_found, mechanism_fit, self.mechanism.posterior(probability, mechanism_likelihood))
        leading = _named(mechanism, [value.value for value in Mechanism], UNDETERMINED, anything)
        classes = probability @ self._classes
        return Ranked(
            causes=self.causes, totals=totals, strength=strength, probability=probability,
            setting=np.array(_SETTINGS, dtype=object)[where],
            tempo=_named(tempo, [value.value for value in Tempo], UNDETERMINED, anything),
            carpentier=np.where(np.isin(leading, (UNDETERMINED, Mechanism.PROSTHETIC.value)), "unknown", leading),
            mechanism=leading,
            valve_class=_decided(classes, [each.value for each in ValveClass], UNDETERMINED),
            tempo_layer=tempo, mechanism_layer=mechanism, found=found,
        )  # fmt: skip

    def _prior(self, id: str) -> list[float]:
        shares = [UNEXPLAINED_SHARE if cause == UNEXPLAINED else share(setting(id), cause) for cause in self.causes]
        total = sum(shares)
        return [float(np.log(part / total)) for part in shares]


def _setting_numbers(settings: pl.Series, child: pl.Series) -> npt.NDArray[np.intp]:
    """The number of the setting that applies in each row."""
    numbers = {(id, grown): _SETTINGS.index(setting_for(id, child=not grown).id) for id in SETTINGS for grown in (True, False)}
    chosen = settings.fill_null(DEFAULT)
    adult = chosen.replace_strict({id: numbers[id, True] for id in SETTINGS}, return_dtype=pl.Int64).to_numpy()
    young = chosen.replace_strict({id: numbers[id, False] for id in SETTINGS}, return_dtype=pl.Int64).to_numpy()
    found: npt.NDArray[np.intp] = np.where(child.fill_null(False).to_numpy(), young, adult)
    return found


def _softmax(scores: Floats) -> Floats:
    powers = np.exp(scores - scores.max(axis=1, keepdims=True)) if len(scores) else scores
    shares: Floats = powers / powers.sum(axis=1, keepdims=True)
    return shares


def _layer(found: Sequence[Codes], fit: Floats, posterior: Floats) -> LayerRanked:
    return LayerRanked(found, fit, posterior, posterior.argmax(axis=1))


def _named(layer: LayerRanked, names: Sequence[str], otherwise: str, anything: npt.NDArray[np.bool_]) -> npt.NDArray[np.object_]:
    """The leading value by name; shares alone are no verdict."""
    named = _decided(layer.posterior, names, otherwise)
    named[~anything] = otherwise
    return named


def _decided(probability: Floats, names: Sequence[str], otherwise: str) -> npt.NDArray[np.object_]:
    named: npt.NDArray[np.object_] = np.array(names, dtype=object)[probability.argmax(axis=1)]
    named[probability.max(axis=1, initial=0.0) < _DECIDED] = otherwise
    return named
