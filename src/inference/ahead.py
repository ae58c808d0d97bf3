"""What could still change in an answer: the next best findings, and how far each cause could move."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from ..facts.case import Case
from ..rules.settings import setting
from .answers import Answers
from .assessment import Assessment, Assessor, chosen_setting
from .bounds import rank_bounds
from .engine import Run
from .knowledge import knowledge_base
from .next_findings import NextFinding, Unseating, outlook
from .whatif import Network, WhatIf


@dataclass(frozen=True, slots=True)
class Ahead:
    """What could still change: the questions worth asking, best first, and for each cause its best and worst place.

    ``after_one``: after any single further finding. ``bounds``: whatever all the unknown findings turn out to be. ``unseating``: the
    single answers that would put another cause first, one for each such cause, likeliest first. ``names``: the causes' names.
    """

    questions: tuple[NextFinding, ...]
    after_one: Mapping[str, tuple[int, int]]
    bounds: Mapping[str, tuple[int, int]]
    unseating: tuple[Unseating, ...]
    names: Mapping[str, str]


def ahead(assessment: Assessment, *, most: int = 5) -> Ahead:
    """Look ahead from an assessment made with the installed knowledge base."""
    patient = whatif_of(assessment)
    seen = outlook(patient, installed_answers(), most=most)
    return Ahead(seen.questions, seen.places, rank_bounds(patient), seen.unseating, {ranked.cause: ranked.name for ranked in assessment.differential})


def whatif_of(assessment: Assessment) -> WhatIf:
    """The patient and setting of an assessment, to be asked what would follow from a change."""
    return WhatIf(installed_network(), assessment.case.values(), setting(assessment.setting))


def whatif(case: Case) -> WhatIf:
    """A case in its own setting, without an engine run."""
    network, values = installed_network(), case.values()
    return WhatIf(network, values, chosen_setting(case, network.concluded(values)))


def assess_quickly(case: Case, *, setting: str | None = None) -> Assessment:
    """The answer that an engine run gives, without one: for a list that is drawn anew after every line. Tests hold the two equal.

    Raises:
        KeyError: no setting has this id.
    """
    network, reported = installed_network(), case.values()
    run = Run()
    run.values = network.concluded(reported)
    run.derived = run.values.keys() - reported.keys()
    verdicts = {key: verdict for key, condition in network.conditions.items() if (verdict := condition.verdict(run.values)) is not None}
    run.firings = {rule: verdict for key, verdict in verdicts.items() for rule in network.rules[key]}
    return _assessor().answer(case, run, setting=setting)


@cache
def _assessor() -> Assessor:
    return Assessor()


@cache
def installed_network() -> Network:
    """The network of the installed knowledge base."""
    return Network(knowledge_base())


@cache
def installed_answers() -> Answers:
    """The answers to every question, by the limits of the installed knowledge base."""
    return Answers(knowledge_base())
