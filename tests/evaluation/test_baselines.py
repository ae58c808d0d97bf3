"""The simpler rankers, by hand on a made-up knowledge base."""

from __future__ import annotations

import io

import numpy as np
import polars as pl
import pytest

from mrddx.evaluation.baselines import baselines
from mrddx.evaluation.typed import tables_of
from mrddx.facts.symptoms import chest_pain, dyspnoea, fatigue
from mrddx.inference.ahead import assess_quickly
from mrddx.inference.columnar import Plan
from mrddx.inference.knowledge import knowledge_base
from mrddx.inference.ranking import UNEXPLAINED
from mrddx.library import case_names, case_text
from mrddx.readers.case_file import read_case
from mrddx.rules.settings import UNEXPLAINED_SHARE, setting

from ..miniature import made_base, made_cause, seen

CAUSES = ("marfan", "radiation", UNEXPLAINED)
BASE = made_base(
    made_cause("marfan", breathless=seen(dyspnoea, 0.9, 0.5), tired=seen(fatigue, 0.2, 0.4)),
    made_cause("radiation", breathless=seen(dyspnoea, 0.6, 0.5), pain=seen(chest_pain, 0.1, 0.3)),
)


def verdicts(*rows: tuple[bool | None, bool | None, bool | None]) -> pl.DataFrame:
    """Breathless, tired, in pain."""
    return pl.DataFrame(list(rows), schema={each.key: pl.Boolean for each in (dyspnoea, fatigue, chest_pain)}, orient="row")


def first(order: np.typing.NDArray[np.intp]) -> list[str]:
    return [CAUSES[row[0]] for row in order]


def test_the_prior_is_the_share_of_the_setting_whatever_was_found() -> None:
    found = baselines(verdicts((True, True, True), (None, None, None)), ["hospital", "community"], CAUSES, BASE)["prior"]
    assert found.probability is not None
    for row, name in enumerate(("hospital", "community")):
        shares = setting(name).shares
        total = shares["marfan"] + shares["radiation"] + UNEXPLAINED_SHARE
        assert found.probability[row].tolist() == pytest.approx([shares["marfan"] / total, shares["radiation"] / total, UNEXPLAINED_SHARE / total])
    # hospital: unexplained 3, radiation 0.8, Marfan 0.4
    assert [CAUSES[cause] for cause in found.order[0]] == [UNEXPLAINED, "radiation", "marfan"]


def test_the_count_takes_each_sign_for_one_and_only_signs_that_hold() -> None:
    # breathless speaks for both, tired against Marfan, pain against radiation
    rows = [
        (True, False, True),  # Marfan +1, radiation +1 - 1
        (True, True, None),  # Marfan +1 - 1, radiation +1
        (True, None, None),  # 1 each: radiation is the commoner of the two
        (False, True, True),  # -1 each: unexplained has 0
        (None, None, None),  # 0 each: the commonest is unexplained
    ]
    found = baselines(verdicts(*rows), ["hospital"] * 5, CAUSES, BASE)["count"]
    assert first(found.order) == ["marfan", "radiation", "radiation", UNEXPLAINED, UNEXPLAINED]
    assert found.probability is None


def test_on_the_rule_base_the_count_is_what_the_evidence_lines_say() -> None:
    base, plan = knowledge_base(), Plan(explain="none")
    chosen = [read_case(io.StringIO(case_text(name)), name=name).case for name in case_names()[::40]]
    table = plan.conclude(tables_of(chosen)[0])
    ranked = plan.rank_concluded(table)
    order = baselines(table.verdicts, ranked.setting.tolist(), ranked.causes, base)["count"].order
    for case, row in zip(chosen, order, strict=True):
        points: dict[str, float] = {}
        for each in assess_quickly(case).differential:
            rules = base.evidence.get(each.cause, {})
            holding = [line.weight for line in each.evidence if line.verdict and line.rule.partition(".")[2] in rules]
            points[each.cause] = float(np.sign(holding).sum())
        counted = [points[ranked.causes[cause]] for cause in row]
        assert counted == sorted(counted, reverse=True)
