"""The rules as a CLIPS program, generated from the same conditions, for comparison with the columnar plan.

The program is meant to be as fast as CLIPS allows, since a slow opponent proves nothing:

- Each finding has a template of its own, ``(lvef (value 30.0))``. One template for all findings, told apart by a slot,
  takes 1.7 times as long, because every fact is then tried against the patterns of every finding.
- Conditions nested in others become facts of their own, decided once for all that read them. Conditions of one level are
  written into the rule itself.
- CLIPS finds a template by a linear search of its name, which took longer than all its rules together. ``direct`` looks
  each up once and asserts through the C functions that clipspy wraps; without it only clipspy's public calls are made.
- Verdicts are gathered in two global lists and read once a case. A call of Python for each is slower.

The logic is that of ``mrddx.inference.engine``: the false reading of a condition is a pattern of its own, and silence is
unknown. Verdicts of conditions only ever become known, never change, so that they need no order; derived findings do, and
have it from their salience.
"""

from __future__ import annotations

import json
import weakref
from collections.abc import Callable, Iterable, Iterator, Mapping

import clips
from clips._clips import ffi, lib

from mrddx.facts.conditions import All, Any, Atom, Condition, Not, Points, Value
from mrddx.facts.derivation import Derivation, Formula
from mrddx.facts.derived import FORMULAS
from mrddx.facts.findings import Between, Compare, OneOf, YesNo
from mrddx.facts.vocabulary import atoms
from mrddx.inference.order import conclusions, levels

Action = Callable[[str, bool], str]
"""What a rule does when a condition is decided: CLIPS text, from the condition's key and verdict."""

_OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<"}
_FORMULA_SALIENCE = 10
_SYMBOL = {True: "TRUE", False: "FALSE"}


def clips_value(value: Value) -> str:
    """A finding's value as CLIPS writes it."""
    return _SYMBOL[value] if isinstance(value, bool) else json.dumps(value) if isinstance(value, str) else repr(float(value))


class Program:
    """The text of a CLIPS program that decides conditions.

    ``conditions`` are those to decide, by key; ``action`` says what is done with each verdict; ``constructs`` are put
    before the rules (globals that the actions use).
    """

    def __init__(self, conditions: Mapping[str, Condition], action: Action, constructs: Iterable[str] = ()) -> None:
        self.constructs = [*_templates(), *constructs]
        self._nodes: dict[str, str] = {}
        self._rules = 0
        for formula in FORMULAS:
            self._compute(formula)
        for number, level in enumerate(levels(), start=1):
            for derivation in level:
                self._derive(derivation, -2 * number)
        for key, condition in conditions.items():
            for verdict in (True, False):
                self._rule(self._pattern(condition, verdict), action(key, verdict))

    def _rule(self, left: str, right: str, salience: int = 0) -> None:
        declared = f"(declare (salience {salience})) " if salience else ""
        self.constructs.append(f"(defrule rule-{self._rules} {declared}{left} => {right})")
        self._rules += 1

    def _compute(self, formula: Formula) -> None:
        """A rule that computes a quantity from reported ones, where it is not reported itself."""
        quantity, scale, below, above = formula.broken_power
        time, base = formula.exponential
        exponent = f"(if (< ?quantity {scale!r}) then {below!r} else {above!r})"
        amount = f"(* {float(formula.factor)!r} (** (/ ?quantity {scale!r}) {exponent}) (** {base!r} ?time))"
        known = f"{_fact(quantity.id, '?quantity')} {_fact(time.id, '?time')} {self._pattern(formula.when, True)}"
        self._rule(f"{known} {_unknown(formula.finding.id)}", f"(assert {_fact(formula.finding.id, amount)})", _FORMULA_SALIENCE)

    def _derive(self, derivation: Derivation, salience: int) -> None:
        """Rules that conclude a finding which is not known yet; what makes it present goes first, unless absence wins."""
        id = derivation.finding.id
        for condition, value in ((derivation.present_if, True), (derivation.absent_if, False)):
            later = value is derivation.absent_wins
            for left in self._alternatives(condition, True) if condition is not None else ():
                self._rule(f"{left} {_unknown(id)}", f"(assert {_fact(id, _SYMBOL[value])})", salience - later)

    def _pattern(self, condition: Condition, value: bool) -> str:
        """The pattern for a condition being decided this way."""
        if isinstance(condition, Not):
            return self._pattern(condition.part, not value)
        if isinstance(condition, Atom):
            return _fact(condition.finding_id, _test(condition, value))
        return f"({self._node(condition)} {_SYMBOL[value]})"

    def _alternatives(self, condition: Condition, value: bool) -> list[str]:
        """The left sides any of which decides a condition this way."""
        if isinstance(condition, Not):
            return self._alternatives(condition.part, not value)
        if isinstance(condition, All | Any):
            patterns = [self._pattern(part, value) for part in condition.parts]
            return [" ".join(patterns)] if isinstance(condition, All) is value else patterns
        return [self._pattern(condition, value)]

    def _node(self, condition: Condition) -> str:
        """The relation that holds a condition's verdict, with the rules that decide it."""
        if condition.key not in self._nodes:
            name = self._nodes[condition.key] = f"node-{len(self._nodes)}"
            if isinstance(condition, Points):
                self._score(condition, name)
            else:
                for value in (True, False):
                    for left in self._alternatives(condition, value):
                        self._rule(left, f"(assert ({name} {_SYMBOL[value]}))")
        return self._nodes[condition.key]

    def _score(self, node: Points, name: str) -> None:
        """Rules that count the points which are sure and those within reach; each item is decided once."""
        sure, reach = f"?*{name}-sure*", f"?*{name}-reach*"
        self.constructs.append(f"(defglobal {sure} = 0 {reach} = {sum(points for _, points in node.items)})")
        for item, points in node.items:
            enough = f"(if (>= {sure} {node.threshold}) then (assert ({name} TRUE)))"
            self._rule(self._pattern(item, True), f"(bind {sure} (+ {sure} {points})) {enough}")
            short = f"(if (< {reach} {node.threshold}) then (assert ({name} FALSE)))"
            self._rule(self._pattern(item, False), f"(bind {reach} (- {reach} {points})) {short}")


def _templates() -> Iterator[str]:
    """A template for each finding, those that may be reported first: a name is searched for from the front."""
    drawn = [derivation.finding.id for derivation in conclusions()] + [formula.finding.id for formula in FORMULAS]
    for id in dict.fromkeys([*(finding.id for finding in atoms()), *drawn]):
        yield f"(deftemplate {id} (slot value))"


def _fact(id: str, value: str) -> str:
    return f"({id} (value {value}))"


def _unknown(id: str) -> str:
    return f"(not ({id}))"


def _test(atom: Atom, value: bool) -> str:
    """The constraint on a finding's value; its variable bears the finding's name, since one name in two patterns would ask for equal values."""
    match atom:
        case YesNo():
            return _SYMBOL[value]
        case Compare(quantity, sign, bound):
            return f"?{quantity.id}&:({sign if value else _OPPOSITE[sign]} ?{quantity.id} {bound!r})"
        case Between(quantity, low, high):
            within = f"(<= {low!r} ?{quantity.id} {high!r})"
            return f"?{quantity.id}&:{within if value else f'(not {within})'}"
        case OneOf(_, wanted):
            return "|".join(map(json.dumps, wanted)) if value else "&".join(f"~{json.dumps(option)}" for option in wanted)
    raise TypeError(f"no CLIPS reading for {type(atom).__name__}")


class ClipsEngine:
    """A CLIPS environment with a program loaded once. One case after another; not to be shared between threads."""

    def __init__(self, program: Program, *, direct: bool = True) -> None:
        self.environment = clips.Environment()
        for construct in program.constructs:
            self.environment.build(construct)
        self._declare = _Asserter(self.environment) if direct else _public_asserter(self.environment)

    def run(self, values: Mapping[str, Value]) -> int:
        """Forget the last case, assert the reported findings of this one and run; how many rules fired."""
        self.environment.reset()
        for id, value in values.items():
            self._declare(id, value)
        fired: int = self.environment.run()
        return fired


def _public_asserter(environment: clips.Environment) -> Callable[[str, Value], object]:
    """Asserts a finding by clipspy's public calls. The templates are looked up once by us, and by name again by clipspy."""
    found = {template.name: template for template in environment.templates()}
    return lambda id, value: found[id].assert_fact(value=value)


class _Asserter:
    """Asserts a finding by the C functions behind :meth:`clips.Template.assert_fact`, with one fact builder kept for each template."""

    def __init__(self, environment: clips.Environment) -> None:
        self._raw = environment._env
        self._value = ffi.new("CLIPSValue *")
        self._builders = {finding.id: lib.CreateFactBuilder(self._raw, finding.id.encode()) for finding in atoms()}
        weakref.finalize(self, _dispose, self._builders, environment)

    def __call__(self, id: str, value: Value) -> None:
        if isinstance(value, bool):
            self._value.lexemeValue = lib.CreateBoolean(self._raw, value)
        elif isinstance(value, str):
            self._value.lexemeValue = lib.CreateString(self._raw, value.encode())
        else:
            self._value.floatValue = lib.CreateFloat(self._raw, value)
        lib.FBPutSlot(self._builders[id], b"value", self._value)
        lib.FBAssert(self._builders[id])


def _dispose(builders: Mapping[str, object], _environment: clips.Environment) -> None:
    """Let go of fact builders; their environment has to be there until then, so that it is held here."""
    for builder in builders.values():
        lib.FBDispose(builder)


class ClipsVerdicts:
    """Decides conditions in CLIPS. ``conditions`` are those to decide, by key."""

    def __init__(self, conditions: Mapping[str, Condition], *, direct: bool = True) -> None:
        self._keys = list(conditions)
        number = {key: number for number, key in enumerate(self._keys)}

        def note(key: str, verdict: bool) -> str:
            held = "?*held*" if verdict else "?*failed*"
            return f"(bind {held} {held} {number[key]})"

        self.engine = ClipsEngine(Program(conditions, note, ["(defglobal ?*held* = (create$) ?*failed* = (create$))"]), direct=direct)

    def verdicts(self, values: Mapping[str, Value]) -> dict[str, bool]:
        """The verdicts of one case by the conditions' keys; what is undecided is not in it."""
        self.engine.run(values)
        found = self.engine.environment.find_global
        return {self._keys[number]: verdict for name, verdict in (("held", True), ("failed", False)) for number in found(name).value}
