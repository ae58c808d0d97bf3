"""The measures, summed by hand on lists of four causes."""

from __future__ import annotations

import math

import numpy as np
import pytest

from mrddx.evaluation.measures import (
    MEASURES,
    all_measures,
    best_places,
    expected_calibration_error,
    places,
    probability_measures,
    rank_measures,
    verdict_measures,
)
from mrddx.evaluation.tables import by_cause, confusion, families

from .made import made_lists, made_truth


def test_the_place_of_each_cause() -> None:
    # b first, then d, a, c: a is third, b first, c fourth, d second
    assert places(made_lists("bdac").order).tolist() == [[3, 1, 4, 2]]


def test_strict_asks_for_the_known_cause_and_lenient_for_any_accepted_one() -> None:
    truth = made_truth("aac", accepted={1: "b"})
    lists = made_lists("abcd", "bcad", "abdc")
    strict, lenient = best_places(truth, lists.order)
    assert strict.tolist() == [1, 3, 4]
    assert lenient.tolist() == [1, 1, 4]
    measured = rank_measures(truth, lists.order)
    assert measured["top1_strict"].mean() == pytest.approx(1 / 3)
    assert measured["top1_lenient"].mean() == pytest.approx(2 / 3)
    assert measured["top3_strict"].mean() == pytest.approx(2 / 3)
    assert measured["top5_strict"].mean() == 1.0
    assert measured["reciprocal_rank_strict"].mean() == pytest.approx((1 + 1 / 3 + 1 / 4) / 3)
    assert measured["reciprocal_rank_lenient"].mean() == pytest.approx((1 + 1 + 1 / 4) / 3)


def test_urgent_recall_counts_only_cases_with_an_urgent_cause() -> None:
    # two cases of c, which is urgent: once second, once fourth; the case of a has no say
    measured = rank_measures(made_truth("acc", urgent="c"), made_lists("abcd", "acbd", "abdc").order)["urgent_top3_strict"]
    assert np.isnan(measured).tolist() == [True, False, False]
    assert np.nanmean(measured) == 0.5


def test_the_right_family_may_stand_first_without_the_right_cause() -> None:
    causes = ("marfan", "congenital_cleft", "radiation", "rheumatoid")
    truth = made_truth("a", causes=("a", "b", "c", "d"))
    renamed = type(truth)(truth.ids, causes, truth.known, truth.accepted, truth.urgent, truth.tempo, truth.carpentier, truth.valve_class)
    assert rank_measures(renamed, made_lists("bacd").order)["family_first"].tolist() == [1.0]
    assert rank_measures(renamed, made_lists("cabd").order)["family_first"].tolist() == [0.0]
    assert families(renamed, made_lists("cabd")).columns == ("inborn", "toxic")


def test_brier_scores_and_log_loss_by_hand() -> None:
    truth = made_truth("aa", accepted={1: "b"})
    lists = made_lists("abcd", "bacd", probability=[[0.7, 0.2, 0.1, 0.0], [0.3, 0.6, 0.1, 0.0]])
    measured = probability_measures(truth, lists.order, lists.probability)
    # first places: 0.7 and accepted, 0.6 and accepted
    assert measured["brier_first"].tolist() == pytest.approx([0.3**2, 0.4**2])
    # against the known cause a: 0.3² + 0.2² + 0.1², and 0.7² + 0.6² + 0.1²
    assert measured["brier_all"].tolist() == pytest.approx([0.14, 0.86])
    # accepted: a with 0.7; a and b with 0.9
    assert measured["log_loss"].tolist() == pytest.approx([-math.log(0.7), -math.log(0.9)])


def test_being_sure_of_what_is_wrong_costs_much_and_not_infinity() -> None:
    lists = made_lists("bacd", probability=[[0.0, 1.0, 0.0, 0.0]])
    measured = probability_measures(made_truth("a"), lists.order, lists.probability)
    assert measured["brier_all"].tolist() == [2.0]
    assert 20 < measured["log_loss"][0] < math.inf


def test_a_verdict_is_compared_where_it_is_known() -> None:
    lists = made_lists("abcd", "abcd", "abcd", tempo=["acute", "undetermined", "acute"])
    measured = verdict_measures(made_truth("aaa", tempo=["acute", "chronic", None]), lists)["tempo_right"]
    assert measured[:2].tolist() == [1.0, 0.0]
    assert np.isnan(measured[2])


def test_the_perfect_ranker_and_the_worst_stand_at_the_ends() -> None:
    truth = made_truth("abcd", urgent="ad", tempo=["acute"] * 4)
    sure = np.eye(4)
    best = all_measures(truth, made_lists("abcd", "bacd", "cabd", "dabc", probability=sure, tempo=["acute"] * 4))
    worst = all_measures(truth, made_lists("bcda", "acdb", "abdc", "abcd", probability=sure[[1, 0, 0, 0]], tempo=["chronic"] * 4))
    assert list(best) == list(MEASURES)
    for id in ("top1_strict", "top1_lenient", "top3_strict", "reciprocal_rank_strict", "tempo_right", "family_first"):
        assert best[id].mean() == 1.0, id
    for id in ("top1_strict", "top1_lenient", "top3_strict", "tempo_right", "family_first"):
        assert worst[id].mean() == 0.0, id
    assert worst["reciprocal_rank_strict"].mean() == 0.25
    assert [best[id].mean() for id in ("brier_first", "brier_all", "log_loss")] == [0.0, 0.0, 0.0]
    assert [worst[id].mean() for id in ("brier_first", "brier_all")] == [1.0, 2.0]


def test_the_calibration_error_weighs_each_bin_by_its_cases() -> None:
    # 30 cases off by 0.1, 10 cases off by 0.3: (3 + 3) / 40
    assert expected_calibration_error([30, 10], [0.9, 0.6], [0.8, 0.9]) == pytest.approx(0.15)


def test_confusion_counts_what_was_said_for_what_is_known() -> None:
    table = confusion(["x", "x", "y", None, "x"], ["x", "z", "y", "x", "x"], ["y", "x"])
    assert table.rows == ("y", "x")
    assert table.columns == ("y", "x", "z")
    assert table.counts == ((1, 0, 0), (0, 2, 1))


def test_a_cause_is_counted_where_it_is_known_and_where_it_is_put_first() -> None:
    truth = made_truth("aab", accepted={1: "b"})
    rows = {row.cause: row for row in by_cause(truth, made_lists("abcd", "bcad", "cbad", probability=[[0.4, 0.3, 0.2, 0.1]] * 3))}
    assert rows.keys() == {"a", "b", "c"}
    a = rows["a"]
    assert (a.cases, a.first_strict, a.first_lenient, a.in_three_strict, a.put_first, a.put_first_accepted) == (2, 1, 2, 2, 1, 1)
    assert a.mean_reciprocal_rank == pytest.approx((1 + 1 / 3) / 2)
    assert a.mean_probability == pytest.approx(0.4)
    assert (rows["b"].cases, rows["b"].put_first, rows["b"].put_first_accepted) == (1, 1, 1)
    assert (rows["c"].cases, rows["c"].put_first, rows["c"].put_first_accepted, rows["c"].mean_probability) == (0, 1, 0, 0.0)


def test_cases_repeated_stand_beside_one_another() -> None:
    truth = made_truth("ab", tempo=["acute", None]).repeated(2)
    assert truth.known.tolist() == [0, 0, 1, 1]
    assert truth.tempo.tolist() == ["acute", "acute", None, None]
    assert len(truth) == 4
