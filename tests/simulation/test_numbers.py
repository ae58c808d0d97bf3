"""Numbers are drawn inside their cell, and as people write them."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mrddx.facts import echo_heart, echo_valve, examination, laboratory
from mrddx.facts.findings import Quantity
from mrddx.facts.vocabulary import atom
from mrddx.inference.witness import Interval
from mrddx.simulation.numbers import cells, grid, limits

QUANTITIES = sorted(id for id in limits() if not id.startswith("egfr_creatinine"))


def quantity_of(id: str) -> Quantity:
    finding = atom(id)
    assert isinstance(finding, Quantity)
    return finding


@given(st.sampled_from(QUANTITIES), st.lists(st.floats(0, 1, exclude_max=True), min_size=1, max_size=20))
def test_every_number_lies_in_its_cell_and_in_no_other(id: str, chances: list[float]) -> None:
    quantity = quantity_of(id)
    for cell in limits()[id]:
        numbers = grid(quantity, cell)
        if numbers is not None:
            for value in numbers.pick(np.array(chances)).tolist():
                assert [other for other in limits()[id] if other.holds(value)] == [cell]
                assert quantity.low <= value <= quantity.high


def test_the_cells_cover_the_range_and_do_not_overlap() -> None:
    for id in QUANTITIES:
        quantity, parts = quantity_of(id), limits()[id]
        assert (parts[0].low, parts[-1].high) == (quantity.low, quantity.high)
        for before, after in pairwise(parts):
            assert before.high == after.low
            assert before.high_in is not after.low_in


@pytest.mark.parametrize(("quantity", "decimals"), [
    (examination.heart_rate, 0), (echo_heart.lvef, 0), (echo_heart.lvedd, 0), (echo_valve.tenting_height, 1), (laboratory.creatinine, 1), (echo_valve.eroa, 2),
])  # fmt: skip
def test_numbers_have_the_decimals_that_people_write(quantity: Quantity, decimals: int) -> None:
    found = [grid(quantity, cell) for cell in limits()[quantity.id]]
    assert {numbers.decimals for numbers in found if numbers is not None} == {decimals}


def test_a_cell_at_the_end_of_the_range_is_drawn_near_its_limit() -> None:
    # At most 35 %: down by 40 % of the way to the least plausible 3 %, so from 35 - 0.4 x 32 = 22.2.
    numbers = grid(echo_heart.lvef, Interval(3, 35, True, False))
    assert numbers is not None
    assert (numbers.first, numbers.first + numbers.steps - 1) == (23, 34)


def test_a_dose_of_nothing_is_not_drawn() -> None:
    (nothing, *_) = limits()["radiation_dose_gy"]
    assert (nothing.low, nothing.high) == (0, 0)
    assert grid(quantity_of("radiation_dose_gy"), nothing) is None


def test_the_cells_of_an_interval_are_cut_at_the_limits_inside_it() -> None:
    # 50 to 92 is cut at 60 (below 60: not hyperdynamic) and 70 (hyperdynamic from there).
    assert [(cell.low, cell.high) for cell in cells(echo_heart.lvef, Interval(50, 92))] == [(50, 60), (60, 70), (70, 92)]
