"""The rules generated for other engines say what ours say; else a benchmark would compare different work."""

from __future__ import annotations

import math
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from mrddx.facts.conditions import Value
from mrddx.inference.ahead import installed_network, whatif
from mrddx.inference.knowledge import knowledge_base
from mrddx.library import case_names

from .inference.library import library_case
from .strategies import reported

pytest.importorskip("clips", reason="CLIPS is installed by the extra bench")
pytest.importorskip("zen", reason="zen-engine is installed by the extra bench")

CASES = case_names()[::9]


@pytest.fixture(scope="module", autouse=True)
def benchmarks() -> Iterator[None]:
    """Lets the scripts of the benchmarks be imported."""
    folder = str(Path(__file__).parents[1] / "benchmarks")
    sys.path.insert(0, folder)
    yield
    sys.path.remove(folder)


@pytest.fixture(scope="module")
def clips() -> Any:
    from clips_rules import ClipsVerdicts  # type: ignore[import-not-found]

    return ClipsVerdicts(installed_network().conditions)


@pytest.fixture(scope="module")
def lists() -> Any:
    from zen_rules import ZenLists  # type: ignore[import-not-found]

    return ZenLists(installed_network().conditions)


def ours(values: dict[str, Value]) -> dict[str, bool]:
    concluded = installed_network().concluded(values)
    verdicts = {key: condition.verdict(concluded) for key, condition in installed_network().conditions.items()}
    return {key: verdict for key, verdict in verdicts.items() if verdict is not None}


@given(values=reported(most=60))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
def test_every_verdict_is_ours_on_random_patients(clips: Any, lists: Any, values: dict[str, Value]) -> None:
    expected = ours(values)
    assert clips.verdicts(values) == expected
    assert lists.verdicts(values) == expected


def test_every_verdict_is_ours_on_library_cases(clips: Any, lists: Any) -> None:
    from zen_rules import ZenGraph

    every = [library_case(name).values() for name in CASES]
    for values, graph in zip(every, ZenGraph(installed_network().conditions).verdicts(every), strict=True):
        assert clips.verdicts(values) == lists.verdicts(values) == graph == ours(values)


def test_clips_ranks_as_we_do() -> None:
    from clips_ranking import ClipsRanking  # type: ignore[import-not-found]

    ranking = ClipsRanking(knowledge_base())
    for name in CASES:
        case = whatif(library_case(name))
        totals, probability, order = ranking.rank(case.reported, case.prior)
        assert order == case.now.order
        assert all(math.isclose(totals[cause], total, abs_tol=1e-9) for cause, total in case.now.totals.items())
        assert all(math.isclose(probability[cause], share, abs_tol=1e-9) for cause, share in case.now.probability.items())
