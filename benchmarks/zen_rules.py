"""The rules for GoRules' zen-engine, generated from the same conditions, for comparison with the columnar plan.

What fits: all derived findings, the formulas, and every condition of a rule. The engine's own ``and``, ``or`` and ``<`` fail on a
null, so that a three-valued condition is written as two two-valued ones, that it surely holds and that it surely fails, each
of which asks for a value before it compares.

What does not fit: forward chaining (an expression is evaluated once, in the order in which it stands, so that the order of
the derived findings is ours), and the ranking, which needs logarithms that the expression language has not. Decision
tables fit nothing better: the conditions share few columns. Numbers are decimal, not binary; a formula's value may differ
in its last digits, and so may its verdict exactly at a limit.

Two forms of the same expressions: a decision graph (:class:`ZenGraph`), which is what the engine is made for, an expression node a
stage and many cases in one call; and compiled lists of expressions (:class:`ZenLists`), one list a stage, with less around each case.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

import zen

from mrddx.facts.conditions import All, Any, Condition, Not, Points, Value
from mrddx.facts.derivation import Derivation, Formula
from mrddx.facts.derived import FORMULAS
from mrddx.facts.findings import Between, Compare, OneOf, YesNo
from mrddx.inference.order import levels

_OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<"}


def surely(condition: Condition, verdict: bool) -> str:
    """An expression that is true when the condition surely has this verdict, and otherwise false, never null."""
    match condition:
        case Not(part):
            return surely(part, not verdict)
        case YesNo():
            return f"{_name(condition.id)} == {_literal(verdict)}"
        case Compare(quantity, sign, bound):
            return _known(quantity.id, f"{_name(quantity.id)} {sign if verdict else _OPPOSITE[sign]} {bound!r}")
        case Between(quantity, low, high):
            number = _name(quantity.id)
            return _known(quantity.id, f"{number} >= {low!r} and {number} <= {high!r}" if verdict else f"({number} < {low!r} or {number} > {high!r})")
        case OneOf(choice, wanted):
            return _known(choice.id, f"{_name(choice.id)} {'in' if verdict else 'not in'} {json.dumps(wanted)}")
        case All(parts) | Any(parts):
            joined = " and " if isinstance(condition, All) is verdict else " or "
            return f"({joined.join(surely(part, verdict) for part in parts)})"
        case Points(items, threshold):
            points = " + ".join(f"({surely(item, verdict)} ? {worth} : 0)" for item, worth in items)
            return f"({points} >= {threshold})" if verdict else f"({sum(worth for _, worth in items)} - ({points}) < {threshold})"
    raise TypeError(f"no zen reading for {type(condition).__name__}")


def stages(conditions: Iterable[Condition]) -> list[dict[str, str]]:
    """Expressions by name, in stages that read the names of earlier ones: formulas, derived findings level by level, conditions last."""
    drawn = [{_name(derivation.finding.id): _derived(derivation) for derivation in level} for level in levels()]
    return [_computed(), *drawn, {f"verdict_{number}": _three_valued(condition) for number, condition in enumerate(conditions)}]


def _name(id: str) -> str:
    """A finding's id as a name: a dot would mean an inner field."""
    return id.replace(".", "__")


def _context(values: Mapping[str, Value]) -> dict[str, Value]:
    return {_name(id): value for id, value in values.items()}


def _literal(value: bool) -> str:
    return "true" if value else "false"


def _known(id: str, question: str) -> str:
    return f"({_name(id)} != null and {question})"


def _three_valued(condition: Condition) -> str:
    return f"{surely(condition, True)} ? true : ({surely(condition, False)} ? false : null)"


def _derived(derivation: Derivation) -> str:
    """What is reported of a finding, or else what is drawn of it."""
    present, absent = ("false" if condition is None else surely(condition, True) for condition in (derivation.present_if, derivation.absent_if))
    drawn = f"{absent} ? false : ({present} ? true : null)" if derivation.absent_wins else f"{present} ? true : ({absent} ? false : null)"
    name = _name(derivation.finding.id)
    return f"{name} != null ? {name} : ({drawn})"


def _computed() -> dict[str, str]:
    """The computed quantities; of several formulas for one the first that applies."""
    expressions: dict[str, str] = {}
    for formula in reversed(FORMULAS):
        name = _name(formula.finding.id)
        expressions[name] = f"{_applies(formula)} ? {_amount(formula)} : ({expressions.get(name, 'null')})"
    return {name: f"{name} != null ? {name} : ({expression})" for name, expression in expressions.items()}


def _applies(formula: Formula) -> str:
    return " and ".join([surely(formula.when, True), *(f"{_name(quantity.id)} != null" for quantity in formula.quantities())])


def _amount(formula: Formula) -> str:
    quantity, scale, below, above = formula.broken_power
    time, base = formula.exponential
    ratio = f"({_name(quantity.id)} / {scale!r})"
    return f"{formula.factor!r} * {ratio} ^ ({ratio} < 1 ? {below!r} : {above!r}) * {base!r} ^ {_name(time.id)}"


class ZenGraph:
    """Decides conditions by a decision graph: an expression node a stage, cases in batches. ``conditions`` by key."""

    _GRAPH = "rules"

    def __init__(self, conditions: Mapping[str, Condition]) -> None:
        self._keys = {f"verdict_{number}": key for number, key in enumerate(conditions)}
        self._engine = zen.ZenEngine({"loader": {"type": "static", "content": {self._GRAPH: _graph(stages(conditions.values()))}}})

    def verdicts(self, cases: Sequence[Mapping[str, Value]]) -> Iterator[dict[str, bool]]:
        """The verdicts of each case by the conditions' keys; what is undecided is not in it."""
        for answer in self._engine.evaluate_batch([{"key": self._GRAPH, "context": _context(values)} for values in cases]):
            if not answer["success"]:
                raise RuntimeError(f"zen-engine: {answer['error']}")
            yield {self._keys[name]: verdict for name, verdict in answer["data"]["result"].items() if verdict is not None}


def _graph(stages: Sequence[Mapping[str, str]]) -> dict[str, object]:
    """A decision graph of expression nodes, one after another; all but the last pass on what they were given."""
    names = ["input", *(f"stage_{number}" for number, _ in enumerate(stages)), "output"]
    nodes: list[dict[str, object]] = [{"id": "input", "name": "input", "type": "inputNode"}, {"id": "output", "name": "output", "type": "outputNode"}]
    for name, expressions in zip(names[1:-1], stages, strict=True):
        written = [{"id": key, "key": key, "value": expression} for key, expression in expressions.items()]
        content = {"expressions": written, "passThrough": expressions is not stages[-1]}
        nodes.append({"id": name, "name": name, "type": "expressionNode", "content": content})
    edges = [{"id": f"to_{after}", "sourceId": before, "targetId": after} for before, after in pairwise(names)]
    return {"nodes": nodes, "edges": edges}


class ZenLists:
    """Decides conditions by compiled lists of expressions, one list a stage. ``conditions`` by key."""

    def __init__(self, conditions: Mapping[str, Condition]) -> None:
        self._keys = list(conditions)
        *self._drawn, self._verdicts = [
            (list(stage), zen.compile_expression(f"[{', '.join(stage.values())}]")) for stage in stages(conditions.values())
        ]

    def verdicts(self, values: Mapping[str, Value]) -> dict[str, bool]:
        """The verdicts of one case by the conditions' keys; what is undecided is not in it."""
        context = _context(values)
        for names, expressions in self._drawn:
            context.update((name, value) for name, value in zip(names, expressions.evaluate(context), strict=True) if value is not None)
        _, expressions = self._verdicts
        return {key: verdict for key, verdict in zip(self._keys, expressions.evaluate(context), strict=True) if verdict is not None}
