"""What a patient may show: every sign of the causes and layers, with how often it holds in each cause and the ways to report it.

It holds as often as the cause says (``seen_in``); where the cause is silent, as often as tempo or mechanism say; else as ``elsewhere``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from ..facts import criteria, patient
from ..facts.conditions import Condition
from ..inference.ahead import installed_network
from ..inference.knowledge import knowledge_base
from ..inference.witness import Concluded
from ..rules.model import LayerEvidence, LayerValue, Mechanism, Tempo
from ..rules.settings import DEFAULT, setting
from .kleene import derivations
from .patients import AGE, Chances, causes, mechanism_of, shares, speaks_of, tempo_of
from .ways import Way, ways

_LEAST, _MOST = 1e-5, 0.99
_VERDICTS = frozenset(finding.id for finding in criteria.catalogue.findings)
_DRAWN_FIRST = AGE | {patient.sex.id}


@dataclass(frozen=True, eq=False)
class Layered:
    """What a layer says of a sign. ``of_cause``: how probable each value is in each cause; ``seen_at``: how often the sign is seen at each.

    ``one_of``: the group in which one sign excludes the others, empty if it is of none.
    """

    layer: str
    of_cause: Chances
    seen_at: Chances
    one_of: str = ""


@dataclass(frozen=True, eq=False)
class Manifestation:
    """A sign, and how often it holds. ``usual``: anywhere; ``frequency``: in each cause at each value of its layer; ``mean``: in each cause.

    ``silent`` are the causes that say nothing of it, neither by themselves nor through a layer; ``mentions`` counts those that name it.
    """

    condition: Condition
    usual: float
    frequency: Chances
    mean: Chances
    silent: frozenset[int]
    mentions: int
    layer: str
    one_of: str
    present: tuple[Way, ...]
    absent: tuple[Way, ...]

    def ways(self, want: bool) -> tuple[Way, ...]:
        """The ways to report one verdict."""
        return self.present if want else self.absent


@cache
def manifestations() -> Mapping[str, Manifestation]:
    """All that is drawn, by the key of its condition. Age and sex are drawn before; formal verdicts follow from what they are made from."""
    elsewhere = {sign.condition.key: sign.elsewhere for sign in knowledge_base().signs()}
    layered = dict(_layers())
    return {
        key: _manifestation(condition, elsewhere.get(key), layered.get(key, _no_layer(elsewhere.get(key, 0.0)))) for key, condition in _conditions().items()
        if not speaks_of(condition, _DRAWN_FIRST) and not _VERDICTS.issuperset(condition.finding_ids())
    }


@cache
def decided(way: Way) -> Mapping[str, bool]:
    """What a way decides by itself: verdicts by key."""
    patient = Concluded(way.example(), derivations())
    keys = {key for id in way.reports for key in installed_network().rule_reach.get(id, ()) if key in manifestations()}
    verdicts = {key: manifestations()[key].condition.verdict(patient) for key in sorted(keys)}
    return {key: verdict for key, verdict in verdicts.items() if verdict is not None}


def implied(one: Manifestation, want: bool) -> list[Manifestation]:
    """The others that hold whichever way its verdict comes about."""
    holding = [{key for key, verdict in decided(way).items() if verdict} for way in one.ways(want)]
    keys = set.intersection(*holding) if holding else set[str]()
    return [manifestations()[key] for key in sorted(keys - {one.condition.key})]


def _conditions() -> dict[str, Condition]:
    base = knowledge_base()
    found = [sign.condition for sign in base.signs()]
    found += [rule.condition for rule in base.tempo.values()]
    found += [rule.condition for rule in base.mechanism.values()]
    return {condition.key: condition for condition in found}


def _layers() -> Iterator[tuple[str, Layered]]:
    base = knowledge_base()
    for rule in base.mechanism.values():
        yield rule.condition.key, _layered("mechanism", rule, mechanism_of(), tuple(Mechanism))
    for timed in base.tempo.values():
        yield timed.condition.key, _layered("tempo", timed, tempo_of(), tuple(Tempo))


def _layered(layer: str, rule: LayerEvidence[LayerValue], of_cause: Chances, values: Sequence[LayerValue]) -> Layered:
    one_of = (rule.group or rule.condition.key) if rule.one_of_several else ""
    return Layered(layer, of_cause, np.array([rule.frequency(value) for value in values]), one_of)


def _no_layer(elsewhere: float) -> Layered:
    return Layered("", np.ones((len(causes()), 1)), np.array([elsewhere]))


def _manifestation(condition: Condition, elsewhere: float | None, layered: Layered) -> Manifestation:
    """What a cause says is kept in the mean over its layer: where a mechanism makes the sign rare, it is rarer there."""
    mentions = _mentions().get(condition.key, {})
    frequency = np.tile(layered.seen_at, (len(causes()), 1))
    mean = (layered.of_cause * frequency).sum(axis=1)
    for number, seen in mentions.items():
        frequency[number] *= seen / mean[number]
    frequency = np.clip(frequency, _LEAST, _MOST)
    mean = (layered.of_cause * frequency).sum(axis=1)
    return Manifestation(
        condition, float(shares(setting(DEFAULT)) @ mean) if elsewhere is None else elsewhere, frequency, mean,
        frozenset() if layered.layer else frozenset(range(len(causes()))) - mentions.keys(), len(mentions), layered.layer, layered.one_of,
        tuple(ways(condition, True)), () if layered.one_of else tuple(ways(condition, False)),
    )


@cache
def _mentions() -> Mapping[str, Mapping[int, float]]:
    """For each sign, by its key, the causes that mention it and how often it is seen in them."""
    found: dict[str, dict[int, float]] = {}
    for number, cause in enumerate(causes()):
        for rule in knowledge_base().evidence[cause].values():
            found.setdefault(rule.sign.condition.key, {})[number] = rule.seen_in
    return found
