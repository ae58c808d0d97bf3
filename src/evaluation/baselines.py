"""What simpler rankers would have said of the same cases: is the weighing worth its while?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl

from ..inference.knowledge import KnowledgeBase
from ..inference.ranking import UNEXPLAINED, share
from ..rules.settings import UNEXPLAINED_SHARE, Setting, setting
from .measures import Floats, Places


@dataclass(frozen=True, slots=True)
class Baseline:
    """A simpler ranker: what it does in one sentence, its lists, and its probabilities where it has any."""

    label: str
    meaning: str
    order: Places
    probability: Floats | None = None


def baselines(verdicts: pl.DataFrame, settings: Sequence[str], causes: Sequence[str], base: KnowledgeBase) -> dict[str, Baseline]:
    """The simpler rankers, from the verdict of every condition (columns by its key) and the setting that applies to each case.

    Their lists hold indices into ``causes``.
    """
    shares = {id: _shares(setting(id), causes) for id in set(settings)}
    prior = np.stack([shares[id] for id in settings])
    return {
        "prior": Baseline("prior only", "how common each cause is in the setting, whatever was found", _best_first(prior), prior),
        "count": Baseline(
            "unweighted count",
            "of the signs that hold, those for a cause less those against it, each worth one; on a tie the commoner cause",
            _best_first(_counts(verdicts, causes, base), prior),
        ),
    }


def _shares(chosen: Setting, causes: Sequence[str]) -> Floats:
    """The shares of a setting as probabilities, in the order of ``causes``."""
    parts = np.array([UNEXPLAINED_SHARE if cause == UNEXPLAINED else share(chosen, cause) for cause in causes])
    return np.asarray(parts / parts.sum(), dtype=np.float64)


def _counts(verdicts: pl.DataFrame, causes: Sequence[str], base: KnowledgeBase) -> Floats:
    """Signs that hold: those for each cause minus those against it (cases × causes)."""
    row = {sign.condition.key: number for number, sign in enumerate(base.signs())}
    speaks = np.zeros((len(row), len(causes)))
    for column, cause in enumerate(causes):
        for rule in base.evidence.get(cause, {}).values():
            speaks[row[rule.sign.condition.key], column] = np.sign(rule.weight_if_true)
    holds = verdicts.select(pl.col(key).fill_null(False).cast(pl.Float64) for key in row).to_numpy()
    return np.asarray(holds @ speaks, dtype=np.float64)


def _best_first(scores: Floats, ties: Floats | None = None) -> Places:
    """Indices by falling score; equal ones by falling ``ties``, then in the order of the causes."""
    keys = [-scores] if ties is None else [-ties, -scores]
    return np.asarray(np.lexsort(keys, axis=1))

