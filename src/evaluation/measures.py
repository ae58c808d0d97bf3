"""What is measured of ranked lists against known causes: one number a case, so that every share has its interval from the same cases.

A measure's number is 1 or 0 for a share, and NaN where the case has no say in it (no tempo is known, say). *Strict* asks
for the known cause, *lenient* also accepts what a fair judge would, and second causes that were present too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..rules.families import FAMILY_OF

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Places = NDArray[np.intp]
Words = NDArray[np.object_]
Vectors = Mapping[str, Floats]
"""For each measure, by id, one number a case; NaN where the case has no say."""

_LEAST = 1e-12


@dataclass(frozen=True, slots=True)
class Lists:
    """Ranked lists, one a case, against the causes of the known cases.

    ``order`` (cases × causes) holds the indices of the causes, best first; ``probability`` (cases × causes) is in the order of the causes.
    The words are the verdicts, by name.
    """

    order: Places
    probability: Floats
    tempo: Words
    carpentier: Words
    valve_class: Words


@dataclass(frozen=True, slots=True)
class Truth:
    """What is known of some cases, against the causes that a list ranks.

    ``known`` is the index of the known cause, ``accepted`` (cases × causes) also holds what a fair judge would accept, ``urgent`` whether
    the known cause is. Words are None where nothing is known.
    """

    ids: tuple[str, ...]
    causes: tuple[str, ...]
    known: Places
    accepted: Flags
    urgent: Flags
    tempo: Words
    carpentier: Words
    valve_class: Words

    def __len__(self) -> int:
        return len(self.ids)

    def repeated(self, times: int) -> Truth:
        """The same cases, each ``times`` in a row."""
        return Truth(
            tuple(id for id in self.ids for _ in range(times)), self.causes, self.known.repeat(times), self.accepted.repeat(times, axis=0),
            self.urgent.repeat(times), self.tempo.repeat(times), self.carpentier.repeat(times), self.valve_class.repeat(times),
        )


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure's name, and in one line what it says. ``share``: a fraction of cases, to be read in percent."""

    label: str
    meaning: str
    share: bool = True


MEASURES: Mapping[str, Measure] = {
    "top1_strict": Measure("first, strict", "the known cause stands first"),
    "top1_lenient": Measure("first, lenient", "a cause that a fair judge would accept stands first"),
    "top3_strict": Measure("in first three, strict", "the known cause is among the first three"),
    "top3_lenient": Measure("in first three, lenient", "an accepted cause is among the first three"),
    "top5_strict": Measure("in first five, strict", "the known cause is among the first five"),
    "top5_lenient": Measure("in first five, lenient", "an accepted cause is among the first five"),
    "reciprocal_rank_strict": Measure("mean reciprocal rank, strict", "mean of 1 / place of the known cause; 1 if it always stands first", share=False),
    "reciprocal_rank_lenient": Measure("mean reciprocal rank, lenient", "mean of 1 / place of the best accepted cause", share=False),
    "urgent_top3_strict": Measure("urgent cause in first three, strict", "of the cases whose known cause is urgent: it is among the first three"),
    "urgent_top3_lenient": Measure("urgent cause in first three, lenient", "of the same cases: an accepted cause is among the first three"),
    "family_first": Measure("right family first", "the first place and the known cause are of one family"),
    "tempo_right": Measure("tempo right", "the tempo said is the known one; undetermined counts as wrong"),
    "class_right": Measure("class right", "primary, secondary or prosthetic as known"),
    "carpentier_right": Measure("Carpentier type right", "the type said is the known one; unknown counts as wrong"),
    "brier_first": Measure(
        "Brier score, first place", "mean of (its probability - whether it is accepted)²; 0 is best, always saying 50 % gives 0.25", share=False,
    ),
    "brier_all": Measure("Brier score, all causes", "the same summed over all causes, against the known one; 0 is best, 2 worst", share=False),
    "log_loss": Measure(
        "log loss", "mean of -ln(probability of the accepted causes); 0 is best, being sure of what is wrong costs most", share=False,
    ),
}
_VERDICTS = ("tempo", "valve_class", "carpentier")


def places(order: Places) -> Places:
    """The place of each cause, from 1 (cases × causes), of lists that name causes best first."""
    place = np.empty_like(order)
    np.put_along_axis(place, order, np.arange(1, order.shape[1] + 1, dtype=order.dtype)[None, :], axis=1)
    return place


def best_places(truth: Truth, order: Places) -> tuple[Places, Places]:
    """For each case the place of the known cause and that of the best accepted one."""
    place = places(order)
    strict = np.take_along_axis(place, truth.known[:, None], axis=1)[:, 0]
    return strict, np.where(truth.accepted, place, order.shape[1] + 1).min(axis=1)


def rank_measures(truth: Truth, order: Places) -> dict[str, Floats]:
    """What the order alone shows."""
    measured: dict[str, Floats] = {}
    for name, place in zip(("strict", "lenient"), best_places(truth, order), strict=True):
        for most in (1, 3, 5):
            measured[f"top{most}_{name}"] = (place <= most).astype(np.float64)
        measured[f"reciprocal_rank_{name}"] = 1 / place
        measured[f"urgent_top3_{name}"] = np.where(truth.urgent, measured[f"top3_{name}"], np.nan)
    family = np.array([FAMILY_OF.get(cause, cause) for cause in truth.causes], dtype=object)
    measured["family_first"] = (family[order[:, 0]] == family[truth.known]).astype(np.float64)
    return measured


def probability_measures(truth: Truth, order: Places, probability: Floats) -> dict[str, Floats]:
    """How far the probabilities (cases × causes) can be believed."""
    said, right = first_places(truth, order, probability)
    happened = np.zeros_like(probability)
    np.put_along_axis(happened, truth.known[:, None], 1.0, axis=1)
    accepted = np.where(truth.accepted, probability, 0.0).sum(axis=1)
    return {
        "brier_first": (said - right) ** 2,
        "brier_all": ((probability - happened) ** 2).sum(axis=1),
        "log_loss": -np.log(np.clip(accepted, _LEAST, 1.0)),
    }


def first_places(truth: Truth, order: Places, probability: Floats) -> tuple[Floats, Floats]:
    """For each case the probability of the first place, and 1 where it is accepted, else 0."""
    first = order[:, :1]
    said = np.take_along_axis(probability, first, axis=1)[:, 0]
    return said, np.take_along_axis(truth.accepted, first, axis=1)[:, 0].astype(np.float64)


def verdict_measures(truth: Truth, lists: Lists) -> dict[str, Floats]:
    """Tempo, class and Carpentier type, of the cases in which they are known."""
    pairs = zip(_VERDICTS, (truth.tempo, truth.valve_class, truth.carpentier), (lists.tempo, lists.valve_class, lists.carpentier), strict=True)
    return {f"{name.removeprefix('valve_')}_right": _right(known, said) for name, known, said in pairs}


def all_measures(truth: Truth, lists: Lists) -> dict[str, Floats]:
    """Every measure, in the order of ``MEASURES``."""
    order, probability = lists.order, lists.probability
    measured = {**rank_measures(truth, order), **probability_measures(truth, order, probability), **verdict_measures(truth, lists)}
    return {id: measured[id] for id in MEASURES}


def expected_calibration_error(cases: Sequence[int], said: Sequence[float], right: Sequence[float]) -> float:
    """The mean gap between what was said and what was right, over bins weighted by their cases."""
    return float(np.average(np.abs(np.subtract(said, right)), weights=cases))


def _right(known: Words, said: Words) -> Floats:
    """1 where the word said is the known one, 0 where it is another, NaN where none is known."""
    return np.array([np.nan if word is None else float(word == other) for word, other in zip(known, said, strict=True)], dtype=np.float64)
