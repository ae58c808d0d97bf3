"""What a rule is made of: signs, causes with their evidence, and the layers of tempo and mechanism.

The model is a small Bayesian network. A cause decides the tempo, the mechanism and its own signs. A *sign* is a
condition with one frequency ``elsewhere``: how often it holds in causes that do not mention it. A cause that mentions it
says how often it is ``seen_in`` that cause. A sign that holds adds ln(seen_in / elsewhere) to the cause, one that does
not hold adds ln((1 - seen_in) / (1 - elsewhere)), an undecided one adds nothing.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import ClassVar, Generic, TypeVar

from ..facts.conditions import Condition
from .sources import JUDGEMENT, Source

Key = TypeVar("Key")


class Tempo(Enum):
    """How the regurgitation came: all at once, slowly, or a sudden step on a slow disease."""

    ACUTE = "acute"
    CHRONIC = "chronic"
    ACUTE_ON_CHRONIC = "acute_on_chronic"


class Mechanism(Enum):
    """Carpentier's types, systolic anterior motion, and a leak through or around a prosthesis."""

    I = "I"  # noqa: E741 - Carpentier's own name
    II = "II"
    IIIA = "IIIa"
    IIIB = "IIIb"
    SAM = "SAM"
    PROSTHETIC = "prosthetic"


class ValveClass(Enum):
    """Primary: the valve itself is abnormal. Secondary: the ventricle or atrium is. Prosthetic: replaced or repaired."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    PROSTHETIC = "prosthetic"


class Basis(Enum):
    """What a number rests on."""

    COHORT = "cohort"
    CASES = "case reports"
    GUIDELINE = "guideline"
    DERIVED = "derived"
    JUDGEMENT = "judgement"


# Named bands for judged frequencies, after the wording of the Human Phenotype Ontology (obligate, very frequent, …).
OBLIGATE = 0.97
VERY_FREQUENT = 0.88
FREQUENT = 0.55
OCCASIONAL = 0.15
RARE = 0.03
EXCLUDED = 0.004
BANDS: Mapping[str, float] = {
    "obligate": OBLIGATE, "very frequent": VERY_FREQUENT, "frequent": FREQUENT, "occasional": OCCASIONAL,
    "rare": RARE, "excluded": EXCLUDED,
}


@dataclass(frozen=True, slots=True)
class Sign:
    """A condition, how often it holds in causes that do not mention it, and the group of signs it says the same as.

    Of the signs of one group only the strongest counts for a cause. ``group`` is
    empty for a sign that stands alone.
    """

    condition: Condition
    elsewhere: float
    group: str = ""

    def __post_init__(self) -> None:
        _check_probability(self.elsewhere, "elsewhere", self.condition)


def sign(condition: Condition, *, elsewhere: float, group: str = "") -> Sign:
    """Name a condition as a sign. ``elsewhere`` is a judged frequency among patients with significant regurgitation."""
    return Sign(condition, elsewhere, group)


@dataclass(frozen=True, slots=True)
class Evidence:
    """How often a sign is seen in one cause, why, and where that is written."""

    sign: Sign
    seen_in: float
    why: str
    source: Source
    basis: Basis

    @property
    def weight_if_true(self) -> float:
        """Natural logarithm of the likelihood ratio when the sign holds."""
        return math.log(self.seen_in / self.sign.elsewhere)

    @property
    def weight_if_false(self) -> float:
        """Natural logarithm of the likelihood ratio when the sign does not hold."""
        return math.log((1 - self.seen_in) / (1 - self.sign.elsewhere))

    def weight(self, verdict: bool) -> float:
        """The weight for a decided sign."""
        return self.weight_if_true if verdict else self.weight_if_false


def evidence(sign: Sign, *, seen_in: float, why: str, source: Source = JUDGEMENT, basis: Basis = Basis.JUDGEMENT) -> Evidence:
    """A rule of a cause. Without a source, ``seen_in`` must be one of the named judgement bands or a judged value."""
    _check_probability(seen_in, "seen_in", sign.condition)
    return Evidence(sign, seen_in, why, source, basis)


LayerValue = TypeVar("LayerValue", Tempo, Mechanism)


@dataclass(frozen=True, slots=True)
class LayerEvidence(Generic[LayerValue]):
    """How often a sign is seen at each tempo (or with each mechanism).

    ``seen_at`` gives the frequency for each value of the layer; values it does not name have ``otherwise``. With
    ``one_of_several`` the condition is one of several that exclude each other (sudden, days, weeks …): that it does not
    hold is told by the one that does, and adds nothing.
    """

    condition: Condition
    seen_at: Mapping[LayerValue, float]
    otherwise: float
    why: str
    source: Source
    basis: Basis
    group: str = ""
    one_of_several: bool = False

    def frequency(self, value: LayerValue) -> float:
        """How often the sign holds at this value of the layer."""
        return self.seen_at.get(value, self.otherwise)

    def weight(self, value: LayerValue, verdict: bool) -> float:
        """Natural logarithm of the probability of what was found, at this value of the layer."""
        if not verdict and self.one_of_several:
            return 0.0
        frequency = self.frequency(value)
        return math.log(frequency if verdict else 1 - frequency)


class Cause:
    """A cause of mitral regurgitation. Subclasses with an ``id`` are the knowledge base; shared parents hold shared evidence.

    ``tempo`` and ``mechanism`` are distributions over the layers. Every class attribute that is an :class:`Evidence` is
    a rule; a subclass may override a parent's rule by name.
    """

    id: ClassVar[str]
    name: ClassVar[str]
    valve_class: ClassVar[ValveClass]
    tempo: ClassVar[Mapping[Tempo, float]]
    mechanism: ClassVar[Mapping[Mechanism, float]]
    urgent: ClassVar[bool] = False
    look_for: ClassVar[str] = ""

    @classmethod
    def evidence(cls) -> Iterator[tuple[str, Evidence]]:
        """The rules of this cause by name, parents' first, each name once with its most specific rule."""
        named: dict[str, Evidence] = {}
        for parent in reversed(cls.__mro__):
            named.update({name: value for name, value in vars(parent).items() if isinstance(value, Evidence)})
        yield from named.items()


def normalised(weights: Mapping[Key, float]) -> dict[Key, float]:
    """Weights scaled to sum to one."""
    total = sum(weights.values())
    return {key: weight / total for key, weight in weights.items()}


def _check_probability(value: float, what: str, condition: Condition) -> None:
    if not 0 < value < 1:
        raise ValueError(f"{what} of {condition.key} is {value}; a frequency lies strictly between 0 and 1")
