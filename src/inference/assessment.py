"""One case through the whole way: engine run, ranking, and every line of the answer as a typed record."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..facts.case import Case
from ..facts.conditions import Condition, Known, Reading, Value
from ..facts.derivation import Derivation
from ..facts.vocabulary import NOT_ASKED
from ..rules import mechanism as mechanism_rules
from ..rules import severity as severity_rules
from ..rules import tempo as tempo_rules
from ..rules.model import LayerEvidence, LayerValue, ValveClass
from ..rules.settings import DEFAULT, Setting, setting_for
from ..rules.sources import SOURCES, Source
from .coexisting import Coexisting, coexisting
from .engine import CaseEngine, Run
from .knowledge import KnowledgeBase, knowledge_base
from .order import conclusions
from .ranking import UNEXPLAINED, Layer, Ranking, Score, rank

DECIDED = 0.4
_MISSING_SHOWN = 3
FIT_SHOWN = 2
_BESIDE_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Line:
    """One piece of evidence, ready to be read: the rule, its verdict and weight, a sentence with this patient's values."""

    rule: str
    verdict: bool
    weight: float
    text: str
    why: str
    values: Mapping[str, Value]
    source: str
    basis: str
    counted: bool = True


@dataclass(frozen=True, slots=True)
class Missing:
    """An unknown that would matter: the findings to learn, and the most that an answer could change."""

    rule: str
    text: str
    findings: tuple[str, ...]
    weight_if_true: float
    weight_if_false: float


@dataclass(frozen=True, slots=True)
class RankedCause:
    """A cause in the list with its probability, strength, evidence and what is missing."""

    rank: int
    cause: str
    name: str
    probability: float
    strength: float
    urgent: bool
    look_for: str
    evidence: tuple[Line, ...] = ()
    missing: tuple[Missing, ...] = ()

    @property
    def supporting(self) -> list[Line]:
        """Counted evidence for the cause, strongest first."""
        return sorted((line for line in self.evidence if line.counted and line.weight > 0), key=lambda line: (-line.weight, line.rule))

    @property
    def opposing(self) -> list[Line]:
        """Counted evidence against the cause, strongest first."""
        return sorted((line for line in self.evidence if line.counted and line.weight < 0), key=lambda line: (line.weight, line.rule))


@dataclass(frozen=True, slots=True)
class LayerResult:
    """A layer's verdict (None: undetermined), its probabilities by name, and the evidence that counted."""

    verdict: str | None
    label: str
    probabilities: Mapping[str, float]
    evidence: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class SeverityResult:
    """The grade that the measures speak for (None: undetermined)."""

    grade: str | None
    evidence: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class AlertRaised:
    """A red flag that holds, with what it read in this patient."""

    id: str
    text: str
    why: str
    because: str
    source: str


@dataclass(frozen=True, slots=True)
class TensionFound:
    """Findings that sit badly together in this patient, what to look at again, and what was read."""

    id: str
    text: str
    look_again: str
    because: str
    source: str


@dataclass(frozen=True, slots=True)
class Beside:
    """A cause that may coexist with the leader, by findings of its own."""

    cause: str
    name: str
    because: str


@dataclass(frozen=True, slots=True)
class Assessment:
    """The whole answer for one case."""

    case: Case
    setting: str
    setting_label: str
    knowledge_version: str
    knowledge_sha256: str
    differential: tuple[RankedCause, ...]
    tempo: LayerResult
    mechanism: LayerResult
    valve_class: str | None
    class_probabilities: Mapping[str, float]
    severity: SeverityResult
    alerts: tuple[AlertRaised, ...]
    coexisting: tuple[Beside, ...]
    tensions: tuple[TensionFound, ...]
    known: Known = field(repr=False)

    @property
    def unexplained(self) -> bool:
        """No cause is supported well enough to be put before "none of these"."""
        return self.differential[0].cause == UNEXPLAINED


class Assessor:
    """Assesses cases against one knowledge base. ``prune`` builds a small network a case; without it one serves all.

    Not to be shared between threads: an experta rule remembers its engine.
    """

    def __init__(self, base: KnowledgeBase | None = None, *, prune: bool = True) -> None:
        self.base = base or knowledge_base()
        self._engine = None if prune else CaseEngine(self.base.rules)

    def assess(self, case: Case, *, setting: str | None = None) -> Assessment:
        """The answer for one case. ``setting`` goes before the case's own, and that before the default.

        Raises:
            KeyError: no setting has this id.
        """
        values = case.values()
        engine = self._engine or CaseEngine(self.base.rules, values)
        return self.answer(case, engine.run(values), setting=setting)

    def answer(self, case: Case, run: Run, *, setting: str | None = None) -> Assessment:
        """The answer for a case whose rules have run."""
        known = Known(run.values, _because(run))
        chosen = chosen_setting(case, run.values, setting)
        ranking = rank(self.base, run.firings, chosen)
        classes = _class_probabilities(self.base, ranking)
        tempo = _layer_result("tempo", self.base.tempo, ranking.tempo_layer, ranking.tempo, tempo_rules.LABELS, known, run.firings)
        mechanism = _layer_result("mechanism", self.base.mechanism, ranking.mechanism_layer, ranking.mechanism, mechanism_rules.LABELS, known, run.firings)
        return Assessment(
            case=case,
            setting=chosen.id,
            setting_label=chosen.label,
            knowledge_version=self.base.version,
            knowledge_sha256=self.base.sha256,
            differential=tuple(
                self._ranked(number, score, ranking.probability[score.cause], (tempo, mechanism), known, run)
                for number, score in enumerate(ranking.order, start=1)
            ),
            tempo=tempo,
            mechanism=mechanism,
            valve_class=_leading(classes),
            class_probabilities=classes,
            severity=_severity(self.base, run, known),
            alerts=tuple(_alerts(self.base, run, known)),
            coexisting=tuple(self._beside(found, known) for found in coexisting(self.base, ranking.order)),
            tensions=tuple(_tensions(self.base, run, known)),
            known=known,
        )

    def _ranked(self, number: int, score: Score, probability: float, layers: tuple[LayerResult, LayerResult], known: Known, run: Run) -> RankedCause:
        if score.cause == UNEXPLAINED:
            return RankedCause(number, UNEXPLAINED, "None of these causes", probability, 0.0, False, "a fresh look at history, valve and ventricle")
        cause = self.base.causes[score.cause]
        lines = [self._line(score.cause, weighed.name, weighed.verdict, weighed.weight, weighed.counted, known) for weighed in score.evidence]
        lines += _fit_lines(score, *layers)
        return RankedCause(
            number, score.cause, cause.name, probability, score.strength, cause.urgent, cause.look_for, tuple(lines), tuple(
                self._missing(score.cause, known, run),
            )
        )

    def _line(self, cause: str, name: str, verdict: bool, weight: float, counted: bool, known: Known) -> Line:
        rule = self.base.evidence[cause][name]
        reading = rule.sign.condition.read(known)
        return Line(f"{cause}.{name}", verdict, weight, sentence(reading.text), rule.why, reading.values, rule.source.tag, rule.basis.value, counted)

    def _beside(self, found: Coexisting, known: Known) -> Beside:
        conditions = [self.base.evidence[found.cause][rule.partition(".")[2]].sign.condition for rule in found.rules]
        return Beside(found.cause, self.base.causes[found.cause].name, "; ".join(condition.read(known).text for condition in conditions[:_BESIDE_SHOWN]))

    def _missing(self, cause: str, known: Known, run: Run) -> list[Missing]:
        """The undecided rules of a cause that an answer would move most; one a group of signs, and none that only a label or a verdict answers."""
        undecided = [
            (name, rule)
            for name, rule in self.base.evidence[cause].items()
            if f"{cause}.{name}" not in run.firings and not NOT_ASKED.issuperset(rule.sign.condition.finding_ids())
        ]
        undecided.sort(key=lambda item: (-max(item[1].weight_if_true, -item[1].weight_if_false), item[0]))
        shown: list[Missing] = []
        groups: set[str] = set()
        for name, rule in undecided:
            if rule.sign.group and rule.sign.group in groups:
                continue
            groups.add(rule.sign.group)
            missing = rule.sign.condition.read(known).missing
            shown.append(Missing(f"{cause}.{name}", sentence(rule.sign.condition.wording()), missing, rule.weight_if_true, rule.weight_if_false))
        return shown[:_MISSING_SHOWN]


def assess(case: Case, *, setting: str | None = None) -> Assessment:
    """Assess one case with the installed knowledge base."""
    return Assessor().assess(case, setting=setting)


def chosen_setting(case: Case, values: Mapping[str, Value], asked: str | None = None) -> Setting:
    """The setting that applies: the one asked for, else the case's own, else the default; children get their own shares.

    Raises:
        KeyError: no setting has this id.
    """
    child = values.get("child")
    return setting_for(asked or case.setting or DEFAULT, child=child if isinstance(child, bool) else None)


def _because(run: Run) -> dict[str, str]:
    """For each derived finding the words that it was drawn from, in the order of their dependence."""
    known = Known(run.values)
    drawn = (derivation for derivation in conclusions() if derivation.finding.id in run.derived)
    return {derivation.finding.id: words for derivation in drawn if (words := drawn_from(derivation, known))}


def drawn_from(derivation: Derivation, known: Known) -> str:
    """The words that a concluded finding was drawn from; ``known`` holds its value."""
    condition: Condition | None = derivation.present_if if known.values.get(derivation.finding.id) else derivation.absent_if
    return Reading(True, tuple(_without_brackets(phrase) for phrase in condition.read(known).phrases)).text if condition is not None else ""


def _without_brackets(text: str) -> str:
    """The text without what stands in brackets: a reason inside a reason is not read."""
    return re.sub(r" \([^()]*\)", "", text)


def sentence(text: str) -> str:
    """A reading's text as a sentence begins."""
    return text[:1].upper() + text[1:]


def _inside(text: str) -> str:
    """A sentence's text for use inside another: lower case, unless it begins with an abbreviation."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def _leading(probabilities: Mapping[str, float]) -> str | None:
    name, highest = max(probabilities.items(), key=lambda item: item[1])
    return name if highest >= DECIDED else None


def _layer_result(
    prefix: str, rules: Mapping[str, LayerEvidence[LayerValue]], layer: Layer[LayerValue],
    posterior: Mapping[LayerValue, float], labels: Mapping[LayerValue, str], known: Known, firings: Mapping[str, bool],
) -> LayerResult:
    """A layer's verdict with the evidence that counted, weighed for the leading value against the average of the others."""
    leader = max(posterior, key=lambda value: posterior[value])
    others = [value for value in posterior if value is not leader]
    lines = []
    for name, verdict in layer.fired:
        rule = rules[name]
        weight = rule.weight(leader, verdict) - sum(rule.weight(value, verdict) for value in others) / len(others)
        reading = rule.condition.read(known)
        lines.append(Line(f"{prefix}.{name}", verdict, weight, sentence(reading.text), rule.why, reading.values, rule.source.tag, rule.basis.value))
    lines.sort(key=lambda line: (-abs(line.weight), line.rule))
    verdict_name = leader.value if firings and posterior[leader] >= DECIDED else None  # shares alone are no verdict
    return LayerResult(
        verdict_name, labels[leader] if verdict_name else "undetermined", {value.value: share for value, share in posterior.items()}, tuple(lines),
    )


def _fit_lines(score: Score, tempo: LayerResult, mechanism: LayerResult) -> list[Line]:
    """What tempo and mechanism add to a cause, as lines of evidence of their own, with what they rest on."""
    lines = []
    for name, layer, fit, why in (
        ("tempo", tempo, score.tempo_fit, "How fast this cause usually comes, against what the story says."),
        ("mechanism", mechanism, score.mechanism_fit, "How this cause usually makes the valve leak, against what was seen."),
    ):
        if layer.evidence:
            text = fit_sentence(name, [line.text for line in layer.evidence[:FIT_SHOWN]])
            lines.append(Line(f"{score.cause}.{name}_fit", True, fit, text, why, {}, "JUDGEMENT", "derived"))
    return lines


def fit_sentence(layer: str, found: Sequence[str]) -> str:
    """What a layer rests on, from the sentences of its strongest evidence."""
    return f"{sentence(layer)} evidence ({'; '.join(map(_inside, found))})"


def _class_probabilities(base: KnowledgeBase, ranking: Ranking) -> dict[str, float]:
    totals = {valve_class.value: 0.0 for valve_class in ValveClass}
    for id, cause in base.causes.items():
        totals[cause.valve_class.value] += ranking.probability[id]
    return totals


def _severity(base: KnowledgeBase, run: Run, known: Known) -> SeverityResult:
    """The grade with the most weighted measures; on a tie the worse one, since it is the one not to miss."""
    weights = dict.fromkeys(severity_rules.GRADES, 0)
    lines = []
    for name, rule in base.severity.items():
        if run.firings.get(f"severity.{name}"):
            weights[rule.grade] += rule.weight
            reading = rule.condition.read(known)
            lines.append(
                Line(f"severity.{name}", True, float(rule.weight), sentence(reading.text), rule.why, reading.values, rule.source.tag, rule.basis.value),
            )
    highest = max(weights.values())
    grade = max((grade for grade in severity_rules.GRADES if weights[grade] == highest), key=severity_rules.GRADES.index) if highest else None
    return SeverityResult(grade, tuple(lines))


def _alerts(base: KnowledgeBase, run: Run, known: Known) -> list[AlertRaised]:
    raised = []
    for name, alert in base.alerts.items():
        if run.firings.get(f"alert.{name}"):
            raised.append(AlertRaised(name, alert.text, alert.why, alert.condition.read(known).text, alert.source.tag))
    return raised


def _tensions(base: KnowledgeBase, run: Run, known: Known) -> Iterator[TensionFound]:
    for name, tension in base.tensions.items():
        if run.firings.get(f"tension.{name}"):
            yield TensionFound(name, tension.text, tension.look_again, tension.condition.read(known).text, tension.source.tag)


def source_of(tag: str) -> Source:
    """The reference with this tag.

    Raises:
        KeyError: no reference has this tag.
    """
    return SOURCES[tag]
