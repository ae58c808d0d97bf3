"""The ranking in CLIPS: the weights of the causes and layers as actions of the rules, and one function for the scores.

What the rules of a case add is kept in global variables while they fire. Of a group only the strongest counts, so each
decided rule has a place in its group, best first, and one that comes later replaces what a worse one had added. A formal
verdict and the findings that it was made from are one voice: both sums are kept, and the scores take the one that says more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from clips_rules import ClipsEngine, Program

from mrddx.facts.conditions import Value
from mrddx.inference.knowledge import KnowledgeBase
from mrddx.inference.ranking import UNEXPLAINED, softmax
from mrddx.inference.voices import Voice
from mrddx.rules.model import LayerEvidence, LayerValue, Mechanism, Tempo
from mrddx.rules.settings import TEMPERATURE

Weighted = tuple[str, str, bool, tuple[float, ...]]
"""A rule's name, its condition's key, a verdict, and what that verdict adds to each of several sums."""


class _Actions:
    """What is added when a condition is decided, by its key and verdict, and the globals that it is added to."""

    def __init__(self) -> None:
        self.globals: list[str] = []
        self.texts: dict[tuple[str, bool], list[str]] = {}

    def new(self, start: str = "0.0") -> str:
        """A new global variable."""
        name = f"?*s{len(self.globals)}*"
        self.globals.append(f"(defglobal {name} = {start})")
        return name

    def group(self, rules: Sequence[Weighted], sums: Sequence[str]) -> None:
        """Let the strongest of these rules add its weights to the sums; of equally strong ones the first by name."""
        ordered = sorted(rules, key=lambda rule: (-_strength(rule[3]), rule[0]))
        alone = len({name for name, *_ in rules}) == 1
        best, olds = (None, []) if alone else (self.new(str(len(ordered))), [self.new() for _ in sums])
        for place, (_, key, verdict, weights) in enumerate(ordered):
            if best is None:
                text = " ".join(f"(bind {sum} (+ {sum} {weight!r}))" for sum, weight in zip(sums, weights, strict=True))
            else:
                changes = " ".join(
                    f"(bind {sum} (+ {sum} (- {weight!r} {old}))) (bind {old} {weight!r})" for sum, weight, old in zip(sums, weights, olds, strict=True)
                )
                text = f"(if (< {place} {best}) then (bind {best} {place}) {changes})"
            self.texts.setdefault((key, verdict), []).append(text)


def _strength(weights: Sequence[float]) -> float:
    """How much a rule says: the size of its one weight, or how far its weights lie apart."""
    return abs(weights[0]) if len(weights) == 1 else max(weights) - min(weights)


class ClipsRanking:
    """Ranks the causes of one case after another in CLIPS, by the weights of the installed knowledge."""

    def __init__(self, base: KnowledgeBase, *, direct: bool = True) -> None:
        self._causes = [*base.causes, UNEXPLAINED]
        actions = _Actions()
        evidence = {id: _cause_sum(base, id, actions) for id in base.causes}
        tempo = _layer_sums(base.tempo, tuple(Tempo), actions)
        mechanism = _layer_sums(base.mechanism, tuple(Mechanism), actions)
        conditions = {condition.key: condition for condition in base.rules.values()}
        program = Program(conditions, lambda key, verdict: " ".join(actions.texts.get((key, verdict), ())), actions.globals)
        program.constructs += [*_fit_function("tempo", tempo), *_fit_function("mechanism", mechanism), _score_function(base, evidence)]
        self.engine = ClipsEngine(program, direct=direct)

    def rank(self, values: Mapping[str, Value], prior: Mapping[str, float]) -> tuple[dict[str, float], dict[str, float], list[str]]:
        """Scores and probabilities by cause, and the causes in order. ``prior``: ln of each cause's share."""
        self.engine.run(values)
        added = (*self.engine.environment.call("scores"), 0.0)
        totals = {cause: prior[cause] + amount for cause, amount in zip(self._causes, added, strict=True)}
        order = sorted(totals, key=lambda cause: (-round(totals[cause], 9), cause))
        return totals, softmax({cause: total / TEMPERATURE for cause, total in totals.items()}), order


def _cause_sum(base: KnowledgeBase, cause: str, actions: _Actions) -> str:
    """The evidence for a cause as a CLIPS expression."""
    plain = actions.new()
    return f"(+ {plain} {' '.join(_voice(base, cause, voice, plain, actions) for voice in base.voices[cause])} 0.0)"


def _voice(base: KnowledgeBase, cause: str, voice: Voice, plain: str, actions: _Actions) -> str:
    """Let a voice speak: into the cause's own sum, or, if formal verdicts are part of it, by an expression of its own."""
    members = actions.new() if voice.verdicts else plain
    for group in voice.groups:
        actions.group(_of_cause(base, cause, group), [members])
    if not voice.verdicts:
        return ""
    verdict = actions.new()
    actions.group(_of_cause(base, cause, voice.verdicts), [verdict])
    return f"(if (> (abs {verdict}) (abs {members})) then {verdict} else {members})"


def _of_cause(base: KnowledgeBase, cause: str, names: Sequence[str]) -> list[Weighted]:
    rules = base.evidence[cause]
    return [(name, rules[name].sign.condition.key, verdict, (rules[name].weight(verdict),)) for name in names for verdict in (True, False)]


def _layer_sums(rules: Mapping[str, LayerEvidence[LayerValue]], values: Sequence[LayerValue], actions: _Actions) -> list[str]:
    """Globals that hold ln of the likelihood of what was found at each value of a layer."""
    sums = [actions.new() for _ in values]
    groups: dict[str, list[Weighted]] = {}
    for name, rule in rules.items():
        for verdict in (True, False):
            weights = tuple(float(rule.weight(value, verdict)) for value in values)
            groups.setdefault(rule.group or f"\0{name}", []).append((name, rule.condition.key, verdict, weights))
    for group in groups.values():
        actions.group(group, sums)
    return sums


def _fit_function(layer: str, sums: Sequence[str]) -> Iterator[str]:
    """Functions that turn a layer's sums into likelihoods, and fit a cause's distribution to them."""
    likelihoods = [f"?*{layer}{number}*" for number, _ in enumerate(sums)]
    yield from (f"(defglobal {name} = 1.0)" for name in likelihoods)
    yield f"(deffunction weigh-{layer} () {' '.join(f'(bind {name} (exp {sum}))' for name, sum in zip(likelihoods, sums, strict=True))})"
    shares = [f"?p{number}" for number, _ in enumerate(sums)]
    expected = " ".join(f"(* {share} {name})" for share, name in zip(shares, likelihoods, strict=True))
    average = f"(/ (+ {' '.join(likelihoods)}) {len(sums)})"
    yield f"(deffunction fit-{layer} ({' '.join(shares)}) (log (/ (+ {expected}) {average})))"


def _score_function(base: KnowledgeBase, evidence: Mapping[str, str]) -> str:
    """A function that gives what the findings add to each cause, in the order of the causes."""
    scores = []
    for id, cause in base.causes.items():
        tempo = " ".join(repr(float(cause.tempo.get(value, 0.0))) for value in Tempo)
        mechanism = " ".join(repr(float(cause.mechanism.get(value, 0.0))) for value in Mechanism)
        scores.append(f"(+ {evidence[id]} (fit-tempo {tempo}) (fit-mechanism {mechanism}))")
    return f"(deffunction scores () (weigh-tempo) (weigh-mechanism) (create$ {' '.join(scores)}))"
