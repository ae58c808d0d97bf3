"""Counts behind the shares: what was taken for what, and every cause on its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from ..rules.families import FAMILIES, FAMILY_OF
from .measures import Lists, Truth, Words, best_places, first_places


@dataclass(frozen=True, slots=True)
class Confusion:
    """How often each known name (a row) was given each name (a column); ``counts[row][column]``."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class CauseRow:
    """One cause: its cases, how many of them had it first or in the first three, and how often it was put first at all.

    ``first_lenient`` counts this cause's cases in which an accepted cause stood first; ``put_first`` all cases in which this cause stood
    first, ``put_first_accepted`` those in which that is accepted.
    """

    cause: str
    cases: int
    first_strict: int
    first_lenient: int
    in_three_strict: int
    in_three_lenient: int
    mean_reciprocal_rank: float
    mean_probability: float
    put_first: int
    put_first_accepted: int


def confusion(known: Iterable[str | None], said: Iterable[str], order: Sequence[str]) -> Confusion:
    """Count what was said for what is known, where it is known. Rows and columns are those that occur, in ``order``, others after them."""
    counts = Counter((one, other) for one, other in zip(known, said, strict=True) if one is not None)
    rows, columns = _ordered({one for one, _ in counts}, order), _ordered({name for pair in counts for name in pair}, order)
    return Confusion(rows, columns, tuple(tuple(counts[row, column] for column in columns) for row in rows))


def families(truth: Truth, lists: Lists) -> Confusion:
    """The family of the known cause against that of the first place; *unexplained* stands for itself."""
    family = np.array([FAMILY_OF.get(cause, cause) for cause in truth.causes], dtype=object)
    return confusion(family[truth.known], family[lists.order[:, 0]], tuple(FAMILIES))


def verdicts(truth: Truth, lists: Lists) -> dict[str, Confusion]:
    """Tempo, class and Carpentier type: what was said for what is known."""
    return {
        "tempo": confusion(truth.tempo, lists.tempo, ("acute", "acute_on_chronic", "chronic", "undetermined")),
        "class": confusion(truth.valve_class, lists.valve_class, ("primary", "secondary", "prosthetic", "undetermined")),
        "carpentier": confusion(truth.carpentier, lists.carpentier, ("I", "II", "IIIa", "IIIb", "SAM", "unknown")),
    }


def by_cause(truth: Truth, lists: Lists) -> Iterator[CauseRow]:
    """A row for every cause that is known of a case or put first in one, in the order of the causes."""
    strict, lenient = best_places(truth, lists.order)
    accepted = first_places(truth, lists.order, lists.probability)[1]
    for number, cause in enumerate(truth.causes):
        own, first = truth.known == number, lists.order[:, 0] == number
        if own.any() or first.any():
            yield CauseRow(
                cause, int(own.sum()), int((strict[own] == 1).sum()), int((lenient[own] == 1).sum()), int((strict[own] <= 3).sum()),
                int((lenient[own] <= 3).sum()), _mean(1 / strict[own]), _mean(lists.probability[own, number]), int(first.sum()), int(accepted[first].sum()),
            )


def words(values: Sequence[str | None]) -> Words:
    """Words, None among them, as an array."""
    made = np.empty(len(values), dtype=object)
    made[:] = values
    return made


def _mean(values: np.typing.NDArray[np.float64]) -> float:
    return float(values.mean()) if len(values) else 0.0


def _ordered(names: set[str], order: Sequence[str]) -> tuple[str, ...]:
    return tuple(name for name in order if name in names) + tuple(sorted(names.difference(order)))
