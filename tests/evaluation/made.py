"""Ranked lists so small that their measures fit into a comment: causes a, b, c, d and what is known of a few cases."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from mrddx.evaluation.measures import Lists, Truth
from mrddx.evaluation.tables import words

CAUSES = ("a", "b", "c", "d")


def made_truth(
    known: str, accepted: Mapping[int, str] | None = None, urgent: str = "", tempo: Sequence[str | None] = (), causes: tuple[str, ...] = CAUSES
) -> Truth:
    """A case for each letter of ``known``; ``accepted`` adds other causes by case; the causes in ``urgent`` are."""
    place = np.array([causes.index(cause) for cause in known], dtype=np.intp)
    flags = np.zeros((len(known), len(causes)), dtype=np.bool_)
    flags[np.arange(len(known)), place] = True
    for case, others in (accepted or {}).items():
        flags[case, [causes.index(cause) for cause in others]] = True
    none = words([None] * len(known))
    return Truth(
        tuple(f"case {number}" for number in range(len(known))), causes, place, flags, np.array([cause in urgent for cause in known], dtype=np.bool_),
        words(list(tempo)) if tempo else none, none, none,
    )


def made_lists(*orders: str, probability: npt.ArrayLike | None = None, tempo: Sequence[str] = ()) -> Lists:
    """A list for each word, best first (``bac…``); probabilities in the order of the causes, the same for all if none are given."""
    causes = sorted(orders[0])
    order = np.array([[causes.index(cause) for cause in each] for each in orders], dtype=np.intp)
    given = np.array(probability, dtype=np.float64) if probability is not None else np.full(order.shape, 1 / len(causes))
    none = words(["undetermined"] * len(orders))
    return Lists(order, given, words(list(tempo)) if tempo else none, none, none)
