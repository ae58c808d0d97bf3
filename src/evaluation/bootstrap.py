"""How far a mean over so few cases can be trusted: percentile intervals from cases drawn again and again with replacement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from .measures import Floats, Vectors

RESAMPLES = 2000
_LEVELS = (0.025, 0.975)


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean over ``cases`` cases, and its 95 % interval from ``low`` to ``high``."""

    value: float
    cases: int
    low: float
    high: float


def estimates(vectors: Vectors, *, seed: int, resamples: int = RESAMPLES) -> dict[str, Estimate]:
    """The mean of each measure over the cases that have a say in it, with its interval. A measure without any such case is left out.

    All measures are taken from the same draws, so that they vary together as they would with other cases.
    """
    names = [name for name, vector in vectors.items() if not np.isnan(vector).all()]
    if not names:
        return {}
    values = np.column_stack([vectors[name] for name in names])
    present = ~np.isnan(values)
    means = np.nansum(values, axis=0) / present.sum(axis=0)
    low, high = np.nanquantile(np.stack(list(_means(values, present, seed, resamples))), _LEVELS, axis=0)
    return {
        name: Estimate(float(means[number]), int(present[:, number].sum()), float(low[number]), float(high[number])) for number, name in enumerate(names)
    }


def differences(one: Vectors, other: Vectors, *, seed: int, resamples: int = RESAMPLES) -> dict[str, Estimate]:
    """By how much ``one`` is above ``other`` on the same cases, for the measures that both have."""
    return estimates({name: one[name] - other[name] for name in one if name in other}, seed=seed, resamples=resamples)


def _means(values: Floats, present: np.typing.NDArray[np.bool_], seed: int, resamples: int) -> Iterator[Floats]:
    """The means of one draw after another; NaN where no case with a say was drawn."""
    generator = np.random.default_rng(seed)
    filled, counts = np.where(present, values, 0.0), present.astype(np.float64)
    cases = len(values)
    for _ in range(resamples):
        times = np.bincount(generator.integers(cases, size=cases), minlength=cases).astype(np.float64)
        drawn = times @ counts
        yield np.divide(times @ filled, drawn, out=np.full(drawn.shape, np.nan), where=drawn > 0)
