"""The noise study: what is dropped and turned, and what is measured of it."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mrddx.evaluation.measures import Places
from mrddx.evaluation.noise import Kind, NoiseLevel, Patients, changes, noise_study, other_values
from mrddx.evaluation.typed import findings_of, typed_table
from mrddx.facts.conditions import Value
from mrddx.facts.findings import Between, Compare, Quantity, YesNo
from mrddx.facts.vocabulary import atom
from mrddx.inference.knowledge import knowledge_base

from ..strategies import reported
from .made import made_lists, made_truth

KINDS = st.sampled_from(["drop", "flip"])
SIX = tuple("abcdef")
FINDINGS: list[Mapping[str, Value]] = [{"fever": True, "lvef": 35.0}, {"onset": "days"}]


def study(rank_like: list[str], *, amount: int | float = 1, kind: Kind = "drop", seed: int = 0, repetitions: int = 2) -> NoiseLevel:
    """The study of two cases, a known first of the one and b of the other, with a ranker that always answers the same."""
    truth = made_truth("ab", causes=SIX)
    typed = typed_table(truth.ids, [None, "acute"], FINDINGS)
    after = made_lists(*rank_like).order
    patients = Patients(truth, typed, FINDINGS, made_lists("abcdef", "bacdef").order)
    return next(noise_study(patients, lambda rows: after[: len(rows)], seed=seed, repetitions=repetitions, amounts=[amount], kinds=[kind]))


@settings(max_examples=40, deadline=None)
@given(reported(), KINDS, st.integers(0, 6), st.integers(0, 99))
def test_so_many_findings_are_touched_and_no_other(findings: dict[str, Value], kind: Kind, amount: int, seed: int) -> None:
    made = changes(findings, kind, amount, Random(seed))
    able = len(findings) if kind == "drop" else sum(bool(other_values(id, value)) for id, value in findings.items())
    assert len(made) == min(amount, able)
    assert made.keys() <= findings.keys()
    assert made == changes(findings, kind, amount, Random(seed))
    for id, value in made.items():
        assert value is None if kind == "drop" else value in other_values(id, findings[id])


@settings(max_examples=60, deadline=None)
@given(reported(most=8))
def test_what_a_finding_is_turned_into_can_be_and_is_another(findings: dict[str, Value]) -> None:
    for id, value in findings.items():
        finding = atom(id)
        for other in other_values(id, value):
            assert other != value
            if isinstance(finding, YesNo):
                assert other is not value
            if isinstance(finding, Quantity):
                assert finding.low <= float(other) <= finding.high


def test_a_number_goes_into_a_range_that_some_rule_tells_apart() -> None:
    conditions = [atom_of for condition in knowledge_base().rules.values() for atom_of in condition.atoms()]
    about = [each for each in conditions if isinstance(each, Compare | Between) and each.quantity.id == "lvef"]
    others = other_values("lvef", 35.0)
    assert len(others) > 3
    for other in others:
        assert any(each.verdict({"lvef": 35.0}) is not each.verdict({"lvef": other}) for each in about)


def test_a_share_is_of_the_findings_and_at_least_one() -> None:
    findings = dict.fromkeys([*(f"flail_segments.{name}" for name in ("A1", "A2", "A3", "P1", "P2", "P3")), "fever", "dyspnoea"], True)
    # of 8 findings: 10 % is 0.8, a quarter 2, half 4
    assert [len(changes(findings, "drop", share, Random(0))) for share in (0.1, 0.25, 0.5)] == [1, 2, 4]
    assert len(changes({"fever": True}, "drop", 0.1, Random(0))) == 1


def test_no_noise_changes_nothing() -> None:
    level = study(["abcdef", "abcdef", "bacdef", "bacdef"], amount=0)
    assert level.mean_findings == 0
    assert {level.estimates[id].value for id in ("top1_strict", "first_unchanged", "first_five_shared")} == {1.0}


def test_the_means_are_taken_over_the_tries_of_each_case() -> None:
    # case 0 twice: unchanged, then f first; case 1 twice: unchanged, then a first and b second
    level = study(["abcdef", "fabcde", "bacdef", "abcdef"])
    assert level.estimates["top1_strict"].value == 0.5
    assert level.estimates["top1_strict"].cases == 2
    assert level.estimates["first_unchanged"].value == 0.5
    assert level.estimates["top3_strict"].value == 1.0
    assert level.estimates["reciprocal_rank_strict"].value == pytest.approx((1 + 1 / 2 + 1 + 1 / 2) / 4)
    # the first five are a, b, c, d, e in all but the second list, in which f stands for e: (1 + 0.8 + 1 + 1) / 4
    assert level.estimates["first_five_shared"].value == pytest.approx(0.95)


@pytest.mark.parametrize("kind", ["drop", "flip"])
def test_the_ranker_is_given_the_changed_findings_and_nothing_else(kind: Kind) -> None:
    seen: list[pl.DataFrame] = []
    order = made_lists("abcdef", "abcdef", "bacdef", "bacdef").order

    def rank(rows: pl.DataFrame) -> Places:
        seen.append(rows)
        return order

    truth = made_truth("ab", causes=SIX)
    typed = typed_table(truth.ids, [None, "acute"], FINDINGS)
    list(noise_study(Patients(truth, typed, FINDINGS, order[[0, 2]]), rank, seed=1, repetitions=2, amounts=[1], kinds=[kind]))
    rows = findings_of(seen[0])
    assert seen[0]["setting"].to_list() == [None, None, "acute", "acute"]
    assert seen[0].schema == typed.schema
    for before, after in zip([FINDINGS[0], FINDINGS[0], FINDINGS[1], FINDINGS[1]], rows, strict=True):
        assert sum(after.get(id) != value for id, value in before.items()) == 1
        assert len(after) == len(before) - (kind == "drop")


def test_what_befalls_a_case_does_not_depend_on_the_others() -> None:
    seen: list[list[dict[str, Value]]] = []
    for cases in ([0, 1], [1]):
        chosen = [{**FINDINGS[case], "dyspnoea": True, "fatigue": False} for case in cases]
        truth = made_truth("ab", causes=SIX)
        truth = type(truth)(
            tuple(truth.ids[case] for case in cases), truth.causes, truth.known[cases], truth.accepted[cases], truth.urgent[cases],
            truth.tempo[cases], truth.carpentier[cases], truth.valve_class[cases],
        )
        order = made_lists("abcdef", "bacdef").order[cases]

        def rank(rows: pl.DataFrame, order: Places = order) -> Places:
            seen.append(findings_of(rows))
            return order.repeat(3, axis=0)

        patients = Patients(truth, typed_table(truth.ids, [None] * len(cases), chosen), chosen, order)
        list(noise_study(patients, rank, seed=5, repetitions=3, amounts=[1], kinds=["flip"]))
    assert seen[0][3:] == seen[1]


def test_every_kind_and_amount_is_tried() -> None:
    truth = made_truth("ab", causes=SIX)
    order = made_lists("abcdef", "bacdef").order
    patients = Patients(truth, typed_table(truth.ids, [None, None], FINDINGS), FINDINGS, order)
    levels = list(noise_study(patients, lambda _: order, seed=0, repetitions=1))
    assert [(level.kind, level.amount) for level in levels] == [(kind, amount) for kind in ("drop", "flip") for amount in (1, 2, 3, 5, 0.1, 0.25, 0.5)]
    assert all(np.isfinite(level.mean_findings) for level in levels)
