"""Calibration: the temperature fitted on cases whose cause is known, each case left out in turn, and how right the probabilities are.

A case's probability of being right is that of the cause put first; it is right when a fair judge would accept that cause. The temperature
divides the scores before the softmax; it is fitted to the log loss of the accepted causes.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..facts.case import Case
from ..inference.ahead import whatif
from ..inference.ranking import softmax

_TEMPERATURES = tuple(step / 50 for step in range(20, 201))  # 0.4 to 4.0 in steps of 0.02
_BINS = (0.0, 0.3, 0.5, 0.7, 0.85, 0.95, 1.0)


@dataclass(frozen=True, slots=True)
class Scored:
    """A case's scores by cause, and the causes that a fair judge would accept."""

    case: str
    totals: Mapping[str, float]
    accepted: frozenset[str]


@dataclass(frozen=True, slots=True)
class Bin:
    """Cases whose first place had a probability from ``low`` to ``high``: how many, their mean probability, and the share that was right."""

    low: float
    high: float
    cases: int
    mean_probability: float
    share_right: float

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's 95 % interval of the share that was right."""
        z, n, p = 1.96, self.cases, self.share_right
        centre = (p + z * z / (2 * n)) / (1 + z * z / n)
        half = z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
        return max(centre - half, 0.0), min(centre + half, 1.0)


@dataclass(frozen=True, slots=True)
class Calibration:
    """The fit and how right the probabilities are.

    ``temperature`` is fitted on all cases, ``left_out`` the least and the most of the fits with one case left out. ``brier`` is that of the
    first place: the mean of (probability - right)²; ``brier_left_out`` the same, each case at the temperature fitted on all others;
    ``brier_used`` at the temperature that the program uses. ``standard_error`` is that of ``brier_used``.
    """

    cases: int
    temperature: float
    left_out: tuple[float, float]
    used: float
    first_right: float
    brier: float
    brier_left_out: float
    brier_used: float
    standard_error: float
    log_loss_left_out: float
    bins: tuple[Bin, ...]


def scored(cases: Iterable[Case]) -> list[Scored]:
    """The scores of every case whose cause is known."""
    found = []
    for case in cases:
        known = case.known
        if known is not None and known.cause is not None:
            found.append(Scored(case.id or "", whatif(case).now.totals, frozenset((known.cause, *known.also_acceptable, *known.coexisting))))
    return found


def calibrate(cases: Sequence[Scored], used: float) -> Calibration:
    """Fit the temperature, with every case left out in turn.

    Raises:
        ValueError: there are fewer than two cases.
    """
    if len(cases) < 2:
        raise ValueError("a temperature cannot be fitted on fewer than two cases with a known cause")
    losses = {temperature: [_loss(case, temperature) for case in cases] for temperature in _TEMPERATURES}
    sums = {temperature: math.fsum(of_case) for temperature, of_case in losses.items()}
    best = min(sums, key=lambda temperature: (sums[temperature], temperature))
    left_out = [min(sums, key=lambda temperature: (sums[temperature] - losses[temperature][number], temperature)) for number in range(len(cases))]
    at_used = [_first(case, used) for case in cases]
    errors = [_error(first) for first in at_used]
    brier = _mean(errors)
    return Calibration(
        cases=len(cases),
        temperature=best,
        left_out=(min(left_out), max(left_out)),
        used=used,
        first_right=_mean([float(right) for _, right in at_used]),
        brier=_mean([_error(_first(case, best)) for case in cases]),
        brier_left_out=_mean([_error(_first(case, temperature)) for case, temperature in zip(cases, left_out, strict=True)]),
        brier_used=brier,
        standard_error=math.sqrt(_mean([(error - brier) ** 2 for error in errors]) / len(cases)),
        log_loss_left_out=_mean([losses[temperature][number] for number, temperature in enumerate(left_out)]),
        bins=tuple(reliability(at_used)),
    )


def _loss(case: Scored, temperature: float) -> float:
    probability = _probability(case, temperature)
    return -math.log(max(math.fsum(probability.get(cause, 0.0) for cause in case.accepted), 1e-12))


def _first(case: Scored, temperature: float) -> tuple[float, bool]:
    probability = _probability(case, temperature)
    first = min(probability, key=lambda cause: (-round(case.totals[cause], 9), cause))
    return probability[first], first in case.accepted


def _probability(case: Scored, temperature: float) -> dict[str, float]:
    return softmax({cause: total / temperature for cause, total in case.totals.items()})


def _error(first: tuple[float, bool]) -> float:
    probability, right = first
    return (probability - right) ** 2


def reliability(firsts: Sequence[tuple[float, bool]]) -> Iterable[Bin]:
    """The cases, each the probability of its first place and whether that was right, by what was said; a bin without cases is left out."""
    for low, high in pairwise(_BINS):
        within = [(probability, right) for probability, right in firsts if low < probability <= high]
        if within:
            yield Bin(low, high, len(within), _mean([probability for probability, _ in within]), _mean([float(right) for _, right in within]))


def _mean(values: Sequence[float]) -> float:
    return math.fsum(values) / len(values)
