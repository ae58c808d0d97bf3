"""Hypothesis strategies: findings with values, reported findings of a patient, nested conditions."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from mrddx.facts.conditions import All, Any, Condition, Points, Value
from mrddx.facts.findings import Choice, Finding, Quantity, YesNo
from mrddx.facts.vocabulary import atoms
from mrddx.inference.knowledge import knowledge_base

ATOMS: list[Finding] = list(atoms())


def values_of(finding: Finding) -> st.SearchStrategy[Value]:
    """Any value that a finding may have."""
    if isinstance(finding, YesNo):
        return st.booleans()
    if isinstance(finding, Choice):
        return st.sampled_from(list(finding.options))
    assert isinstance(finding, Quantity)
    return st.floats(finding.low, finding.high, allow_nan=False).map(lambda value: round(value, 2))


@st.composite
def reported(draw: st.DrawFn, findings: Sequence[Finding] = tuple(ATOMS), most: int = 30) -> dict[str, Value]:
    """What is reported of a patient: some findings with values, the rest unknown."""
    chosen = draw(st.lists(st.sampled_from(list(findings)), unique_by=lambda finding: finding.id, max_size=most))
    return {finding.id: draw(values_of(finding)) for finding in chosen}


def _atom(draw: st.DrawFn, findings: Sequence[Finding]) -> Condition:
    finding = draw(st.sampled_from(list(findings)))
    if isinstance(finding, YesNo):
        return finding
    if isinstance(finding, Choice):
        return finding.is_(*draw(st.lists(st.sampled_from(list(finding.options)), min_size=1, max_size=3, unique=True)))
    assert isinstance(finding, Quantity)
    low, high = sorted(draw(st.tuples(values_of(finding), values_of(finding))), key=float)
    made = [finding < float(low), finding <= float(low), finding > float(low), finding >= float(low), finding.between(float(low), float(high))]
    return draw(st.sampled_from(made))


@st.composite
def conditions(draw: st.DrawFn, findings: Sequence[Finding] = tuple(ATOMS), depth: int = 3) -> Condition:
    """A condition, nested up to ``depth``, over some findings."""
    kind = draw(st.sampled_from(["atom", "not", "all", "any", "points"])) if depth else "atom"
    if kind == "atom":
        return _atom(draw, findings)
    if kind == "not":
        return ~draw(conditions(findings, depth - 1))
    parts = tuple(draw(st.lists(conditions(findings, depth - 1), min_size=2, max_size=4)))
    if kind == "points":
        weights = [draw(st.integers(1, 3)) for _ in parts]
        return Points(tuple(zip(parts, weights, strict=True)), draw(st.integers(1, sum(weights))))
    return All(parts) if kind == "all" else Any(parts)


def rule_conditions() -> st.SearchStrategy[tuple[str, Condition]]:
    """A rule of the knowledge base: its id and condition."""
    return st.sampled_from(sorted(knowledge_base().rules.items()))
