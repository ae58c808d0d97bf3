"""Intervals from cases drawn with replacement."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mrddx.evaluation.bootstrap import differences, estimates

SHARES = st.lists(st.sampled_from([0.0, 1.0, np.nan]), min_size=1, max_size=12).map(np.array)


def test_the_same_seed_gives_the_same_interval_and_another_one_another() -> None:
    vectors = {"share": np.array([0.0, 1.0, 1.0, 0.0, 1.0, 1.0, 0.0, 0.37])}
    assert estimates(vectors, seed=1) == estimates(vectors, seed=1)
    assert estimates(vectors, seed=1, resamples=50) != estimates(vectors, seed=2, resamples=50)


def test_the_interval_of_a_share_is_near_the_binomial_one() -> None:
    # 80 of 100: the standard error is sqrt(0.8 x 0.2 / 100) = 0.04, so about 0.8 - 0.08 to 0.8 + 0.08
    found = estimates({"share": np.repeat([1.0, 0.0], [80, 20])}, seed=0)["share"]
    assert (found.value, found.cases) == (0.8, 100)
    assert found.low == pytest.approx(0.72, abs=0.015)
    assert found.high == pytest.approx(0.88, abs=0.015)


def test_cases_without_a_say_are_not_counted() -> None:
    # 1, 0 and 1 have a say: 2/3
    found = estimates({"share": np.array([1.0, np.nan, 0.0, 1.0, np.nan]), "none": np.full(5, np.nan)}, seed=0)
    assert found.keys() == {"share"}
    assert found["share"].value == pytest.approx(2 / 3)
    assert found["share"].cases == 3
    assert estimates({"none": np.full(3, np.nan)}, seed=0) == {}


@settings(max_examples=50, deadline=None)
@given(SHARES)
def test_the_mean_lies_in_what_was_seen_and_the_interval_too(values: np.typing.NDArray[np.float64]) -> None:
    for found in estimates({"share": values}, seed=3, resamples=40).values():
        seen = values[~np.isnan(values)]
        assert found.cases == len(seen)
        assert found.value == pytest.approx(seen.mean())
        assert seen.min() <= found.low <= found.high <= seen.max()


def test_equal_cases_have_no_spread() -> None:
    found = estimates({"share": np.ones(9)}, seed=0, resamples=100)["share"]
    assert (found.low, found.high) == (1.0, 1.0)


def test_a_paired_difference_is_taken_case_by_case() -> None:
    # both are right in half of the cases, and in the same ones: the difference has no spread though each share has
    one = np.tile([1.0, 0.0], 20)
    found = differences({"x": one, "only here": one}, {"x": one, "only there": one}, seed=0, resamples=100)
    assert found.keys() == {"x"}
    assert (found["x"].value, found["x"].low, found["x"].high) == (0.0, 0.0, 0.0)
    better = differences({"x": np.ones(40)}, {"x": one}, seed=0)["x"]
    assert better.value == 0.5
    assert 0.3 < better.low < better.high < 0.7
