"""Who the patients are: cause by the setting's shares, tempo and mechanism by the cause, and an age that the knowledge gives the cause."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from ..facts import derived, patient
from ..facts.conditions import Condition
from ..inference.knowledge import knowledge_base
from ..inference.order import behind
from ..inference.ranking import share
from ..inference.witness import Concluded
from ..rules.model import Mechanism, Sign, Tempo
from ..rules.settings import CHOOSABLE, Setting
from .kleene import derivations

Chances = NDArray[np.float64]
Places = NDArray[np.intp]
OLDEST = 95
"""Years; the model knows no older patients than "over 70", and these are drawn up to here."""
_ROUNDS = 50
AGE = frozenset((patient.age_years.id, patient.age_group.id))
Layered = TypeVar("Layered", Tempo, Mechanism)


def causes() -> tuple[str, ...]:
    """The ids of the causes that can be drawn, in order: all but *unexplained*."""
    return tuple(knowledge_base().causes)


def shares(setting: Setting) -> Chances:
    """The share of each cause in a setting, summing to one."""
    weights = np.array([share(setting, cause) for cause in causes()])
    return np.asarray(weights / weights.sum())


@cache
def tempo_of() -> Chances:
    """How probable each tempo is in each cause: causes by tempi."""
    return _layer_of(lambda cause: knowledge_base().causes[cause].tempo, tuple(Tempo))


@cache
def mechanism_of() -> Chances:
    """How probable each mechanism is in each cause: causes by mechanisms."""
    return _layer_of(lambda cause: knowledge_base().causes[cause].mechanism, tuple(Mechanism))


def _layer_of(distribution: Callable[[str], Mapping[Layered, float]], values: Sequence[Layered]) -> Chances:
    weights = np.array([[distribution(cause).get(value, 0.0) for value in values] for cause in causes()])
    return np.asarray(weights / weights.sum(axis=1, keepdims=True))


def children(setting: Setting) -> bool:
    """Whether a setting is one of children."""
    return setting.id not in CHOOSABLE


def speaks_of(condition: Condition, findings: frozenset[str]) -> bool:
    """Whether a condition asks for nothing but some of these findings."""
    return findings.issuperset(id for name in condition.finding_ids() for id in behind(name) if id not in derivations())


@cache
def women() -> Chances:
    """The share of women in each cause."""
    female = patient.sex.is_("female").key
    base = knowledge_base()
    usual = next(sign.elsewhere for sign in base.signs() if sign.condition.key == female)
    return np.array([next((rule.seen_in for rule in base.evidence[cause].values() if rule.sign.condition.key == female), usual) for cause in causes()])


@cache
def ages(*, child: bool) -> Chances:
    """How probable each whole year of age is in each cause: causes by 0 to ``OLDEST``. Children are under 18, the others 18 or more.

    First the years are weighed until the signs of age are as frequent as elsewhere, then for each cause until those that it mentions are as
    frequent as it says (iterative proportional fitting): what it does not mention follows.
    """
    years = [Concluded({patient.age_years.id: float(year)}, derivations()) for year in range(OLDEST + 1)]
    signs = {sign.condition.key: sign for sign in knowledge_base().signs() if speaks_of(sign.condition, AGE)}
    holds = {key: np.array([sign.condition.verdict(year) is True for year in years]) for key, sign in signs.items()}
    start = np.array([1.0 if derived.child.verdict(year) is child else 0.0 for year in years])
    usual = _fitted(start, [(holds[key], sign.elsewhere) for key, sign in signs.items()])
    return np.array([_fitted(usual, [(holds[key], seen) for key, seen in _mentioned(cause, signs).items()]) for cause in causes()])


def _mentioned(cause: str, signs: Mapping[str, Sign]) -> dict[str, float]:
    rules = knowledge_base().evidence[cause].values()
    return {rule.sign.condition.key: rule.seen_in for rule in rules if rule.sign.condition.key in signs}


def _fitted(weights: Chances, wanted: Sequence[tuple[NDArray[np.bool_], float]]) -> Chances:
    """Weights scaled until each of the sets has its share, where it has members inside and outside."""
    weights = weights / weights.sum()
    for _ in range(_ROUNDS):
        for inside, frequency in wanted:
            part = weights[inside].sum()
            if 0 < part < 1:
                weights = np.where(inside, weights * frequency / part, weights * (1 - frequency) / (1 - part))
    return weights


def choose(chances: Chances, groups: Places, uniform: Chances) -> Places:
    """For each row a column of ``chances``, by the chances of the row's group. ``uniform`` are numbers from 0 to 1."""
    return np.asarray((uniform[:, None] >= np.cumsum(chances, axis=1)[groups, :-1]).sum(axis=1), np.intp)
