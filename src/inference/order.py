"""The order in which findings can be derived: each after all that it reads."""

from __future__ import annotations

from collections.abc import Sequence
from graphlib import CycleError, TopologicalSorter

from ..facts.conditions import Condition
from ..facts.derived import Derivation


class CircularDerivationError(ValueError):
    """Findings are derived from one another in a circle."""


def in_order(derivations: Sequence[Derivation]) -> list[list[Derivation]]:
    """The derivations in levels: those of one level read only reported findings and earlier levels.

    Raises:
        CircularDerivationError: a finding is derived from itself, directly or through others.
        ValueError: a finding is derived twice.
    """
    by_id = {derivation.finding.id: derivation for derivation in derivations}
    if len(by_id) != len(derivations):
        raise ValueError("a finding is derived twice")
    reads = {id: {name for name in _read_by(derivation) if name in by_id} for id, derivation in by_id.items()}
    sorter = TopologicalSorter(reads)
    try:
        sorter.prepare()
    except CycleError as error:
        raise CircularDerivationError(f"findings derived in a circle: {' -> '.join(error.args[1])}") from error
    levels: list[list[Derivation]] = []
    while sorter.is_active():
        ready = sorted(sorter.get_ready())
        levels.append([by_id[id] for id in ready])
        sorter.done(*ready)
    return levels


def _read_by(derivation: Derivation) -> set[str]:
    conditions: list[Condition] = [condition for condition in (derivation.present_if, derivation.absent_if) if condition is not None]
    return {name for condition in conditions for name in condition.finding_ids()}
