"""The knowledge base, collected: every cause with its rules, the layers, severity and alerts, checked once."""

from __future__ import annotations

import hashlib
import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from ..facts.conditions import Condition
from ..rules import alerts, causes, mechanism, severity, tempo
from ..rules.model import Cause, Evidence, LayerEvidence, Mechanism, Sign, Tempo

VERSION = "2026.11"


class KnowledgeError(ValueError):
    """The knowledge base contradicts itself."""


@dataclass(frozen=True)
class KnowledgeBase:
    """All rules. ``rules`` maps a rule id (``cause.rule``, ``tempo.rule``, …) to the condition it rests on."""

    causes: Mapping[str, type[Cause]]
    evidence: Mapping[str, Mapping[str, Evidence]]
    tempo: Mapping[str, LayerEvidence[Tempo]]
    mechanism: Mapping[str, LayerEvidence[Mechanism]]
    severity: Mapping[str, severity.SeverityRule]
    alerts: Mapping[str, alerts.Alert]
    rules: Mapping[str, Condition]
    sha256: str
    version: str = VERSION

    def signs(self) -> Iterator[Sign]:
        """Every sign that some cause mentions, once each."""
        seen: dict[str, Sign] = {}
        for rules in self.evidence.values():
            for rule in rules.values():
                seen.setdefault(rule.sign.condition.key, rule.sign)
        yield from seen.values()


@cache
def knowledge_base() -> KnowledgeBase:
    """The knowledge base of this installation.

    Raises:
        KnowledgeError: two rules or signs contradict each other.
    """
    found = {cause.id: cause for cause in _cause_classes()}
    evidence = {id: dict(found[id].evidence()) for id in sorted(found)}
    _check_signs(evidence)
    rules: dict[str, Condition] = {}
    for cause_id, named in evidence.items():
        rules.update({f"{cause_id}.{name}": rule.sign.condition for name, rule in named.items()})
    rules.update({f"tempo.{name}": rule.condition for name, rule in tempo.RULES.items()})
    rules.update({f"mechanism.{name}": rule.condition for name, rule in mechanism.RULES.items()})
    rules.update({f"severity.{name}": rule.condition for name, rule in severity.RULES.items()})
    rules.update({f"alert.{name}": alert.condition for name, alert in alerts.ALERTS.items()})
    sha = hashlib.sha256("\n".join(_canonical(found, evidence)).encode()).hexdigest()
    return KnowledgeBase({id: found[id] for id in sorted(found)}, evidence, tempo.RULES, mechanism.RULES, severity.RULES, alerts.ALERTS, rules, sha)


def _cause_classes() -> Iterator[type[Cause]]:
    for module_info in sorted(pkgutil.iter_modules(causes.__path__), key=lambda info: info.name):
        module = importlib.import_module(f"{causes.__name__}.{module_info.name}")
        for value in vars(module).values():
            if isinstance(value, type) and issubclass(value, Cause) and "id" in vars(value) and value.__module__ == module.__name__:
                yield value


def _check_signs(evidence: Mapping[str, Mapping[str, Evidence]]) -> None:
    known: dict[str, Sign] = {}
    for cause, named in evidence.items():
        for name, rule in named.items():
            other = known.setdefault(rule.sign.condition.key, rule.sign)
            if other != rule.sign:
                raise KnowledgeError(f"{cause}.{name}: the condition {rule.sign.condition.key} is a sign twice, with elsewhere or group different")


def _canonical(found: Mapping[str, type[Cause]], evidence: Mapping[str, Mapping[str, Evidence]]) -> Iterator[str]:
    """The knowledge as lines of text, in a fixed order, for its hash."""
    yield VERSION
    for id, named in evidence.items():
        cause = found[id]
        yield f"{id}|{[(t.value, p) for t, p in cause.tempo.items()]}|{[(m.value, p) for m, p in cause.mechanism.items()]}"
        for name, rule in named.items():
            yield f"{id}.{name}|{rule.sign.condition.key}|{rule.sign.elsewhere}|{rule.sign.group}|{rule.seen_in}|{rule.source.tag}|{rule.why}"
    layers: list[LayerEvidence[Tempo] | LayerEvidence[Mechanism]] = [*tempo.RULES.values(), *mechanism.RULES.values()]
    for layered in layers:
        frequencies = [(value.value, frequency) for value, frequency in layered.seen_at.items()]
        yield f"{layered.condition.key}|{frequencies}|{layered.otherwise}|{layered.group}|{layered.one_of_several}"
    for name, rule_ in severity.RULES.items():
        yield f"{name}|{rule_.condition.key}|{rule_.grade}"
    for name, alert in alerts.ALERTS.items():
        yield f"{name}|{alert.condition.key}|{alert.text}"
