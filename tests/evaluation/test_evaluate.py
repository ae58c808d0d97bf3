"""The evaluation as a whole: on library cases, against the engine's own answers, as text, as data and as a page."""

from __future__ import annotations

import json
import math
import re
import sys
from pathlib import Path

import polars as pl
import pytest

from mrddx.evaluation.evaluate import Evaluation, evaluate, evaluate_table
from mrddx.evaluation.measures import MEASURES
from mrddx.evaluation.typed import findings_of, read_table, tables_of
from mrddx.facts.case import Case
from mrddx.inference.ahead import assess_quickly
from mrddx.readers.case_file import read_case
from mrddx.reports.evaluation import evaluation_data, evaluation_text
from mrddx.reports.evaluation_html import evaluation_page

LIBRARY = Path(__file__).parents[2] / "cases"
NAMES = ("pmr-88f-silent-small-mi", "flail-p2-70f", "cleft-posterior-64f", "af-62m-flutter-150", "chord-69m-septal-hypertrophy-gradient-gone",
         "alcapa-3m-single-right-coronary")  # fmt: skip
HEADINGS = ("headline", "baselines", "reliability", "families", "causes", "verdicts", "urgent", "noise", "misses", "limits")


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    return [read_case(LIBRARY / f"{name}.yaml").case for name in NAMES]


@pytest.fixture(scope="module")
def evaluation(cases: list[Case]) -> Evaluation:
    return evaluate(cases)


@pytest.fixture(scope="module")
def page(evaluation: Evaluation) -> str:
    return evaluation_page(evaluation)


def test_every_answer_is_the_one_that_the_case_gets(cases: list[Case], evaluation: Evaluation) -> None:
    for case, answer in zip(cases, evaluation.answers, strict=True):
        assessment = assess_quickly(case)
        ranks = {ranked.cause: ranked.rank for ranked in assessment.differential}
        assert case.known is not None
        assert answer.case == case.id
        assert answer.first == assessment.differential[0].cause
        assert answer.first_probability == pytest.approx(assessment.differential[0].probability)
        assert answer.strict_rank == ranks[case.known.cause]
        assert answer.lenient_rank == min(ranks[cause] for cause in (case.known.cause, *case.known.also_acceptable, *case.known.coexisting))
        assert answer.tempo == (assessment.tempo.verdict or "undetermined")
        assert answer.valve_class == (assessment.valve_class or "undetermined")


def test_the_shares_are_those_of_the_answers(evaluation: Evaluation) -> None:
    count = len(evaluation.answers)
    assert evaluation.measures["top1_strict"].value == sum(answer.strict_rank == 1 for answer in evaluation.answers) / count
    assert evaluation.measures["top3_lenient"].value == sum(answer.lenient_rank <= 3 for answer in evaluation.answers) / count
    assert evaluation.measures["reciprocal_rank_strict"].value == pytest.approx(math.fsum(1 / answer.strict_rank for answer in evaluation.answers) / count)
    timed = [answer for answer in evaluation.answers if answer.known_tempo is not None]
    assert evaluation.measures["tempo_right"].value == pytest.approx(sum(answer.tempo == answer.known_tempo for answer in timed) / len(timed))
    assert evaluation.measures.keys() <= MEASURES.keys()
    assert evaluation.from_library == count


def test_every_miss_is_listed_with_its_reasons(evaluation: Evaluation) -> None:
    assert [miss.answer for miss in evaluation.misses] == [answer for answer in evaluation.answers if answer.missed]
    for miss in evaluation.misses:
        assert bool(miss.for_first) == (miss.answer.strict_rank > 1)
        weights = [weight for weight, _ in miss.for_first]
        assert weights == sorted(weights, reverse=True)


def test_an_urgent_cause_below_the_third_place_is_named(evaluation: Evaluation) -> None:
    missed = [answer.case for answer in evaluation.answers if answer.urgent and answer.strict_rank > 3]
    assert [answer.case for answer in evaluation.urgent_missed] == missed
    assert "chord-69m-septal-hypertrophy-gradient-gone" in missed
    assert "Urgent, and not in the first three:" in evaluation_text(evaluation)


def test_the_seed_decides_the_intervals_and_the_noise_is_optional(cases: list[Case], evaluation: Evaluation) -> None:
    other = evaluate(cases, seed=4, noise=False)
    assert other.noise == ()
    assert {id: each.value for id, each in other.measures.items()} == {id: each.value for id, each in evaluation.measures.items()}
    assert other.measures != evaluation.measures


def test_a_row_of_a_table_counts_as_its_case(cases: list[Case], evaluation: Evaluation, tmp_path: Path) -> None:
    typed, known = tables_of(cases)
    assert findings_of(typed) == [case.values() for case in cases]
    typed.hstack(known).write_parquet(tmp_path / "cases.parquet")
    again = evaluate_table(*read_table(tmp_path / "cases.parquet"))
    assert again == evaluation  # the intervals and the noise too: the seed is the same


def test_the_setting_asked_for_goes_before_the_case_s_own(cases: list[Case]) -> None:
    acute = evaluate(cases[:1], setting="acute", noise=False).answers[0]
    assert acute.probability_of_known == pytest.approx(
        next(ranked.probability for ranked in assess_quickly(cases[0], setting="acute").differential if ranked.cause == acute.known)
    )


def test_a_cause_that_is_not_ranked_is_left_out_and_said(cases: list[Case]) -> None:
    typed, known = tables_of(cases[:2])
    strange = known.with_columns(pl.Series("known_cause", ["papilary_rupture", known["known_cause"][1]]))
    found = evaluate_table(typed, strange, noise=False)
    assert len(found.answers) == 1
    (left_out,) = found.left_out
    assert left_out.message == "pmr-88f-silent-small-mi: known cause 'papilary_rupture' is not one of the causes; did you mean papillary_rupture?"
    assert f"left out: {left_out.message}" in evaluation_text(found)
    with pytest.raises(ValueError, match="did you mean papillary_rupture"):
        evaluate_table(typed[:1], strange[:1])


def test_without_a_known_cause_there_is_nothing_to_evaluate(cases: list[Case]) -> None:
    with pytest.raises(ValueError, match="no case with a known cause"):
        evaluate([case.model_copy(update={"known": None}) for case in cases])
    with pytest.raises(ValueError, match="no case with a known cause"):
        evaluate([])
    typed, known = tables_of(cases[:2])
    with pytest.raises(ValueError, match="2 cases, and known causes of 1"):
        evaluate_table(typed, known[:1])


def test_only_the_cause_need_be_known(cases: list[Case]) -> None:
    typed, known = tables_of(cases[:2])
    found = evaluate_table(typed, known.select("known_cause"), noise=False)
    assert not found.measures.keys() & {"tempo_right", "class_right", "carpentier_right"}
    data = evaluation_data(found)
    assert (data["summary"]["tempo_cases"], data["summary"]["tempo_right"]) == (0, 0.0)
    assert "tempo right" not in "\n".join(evaluation_text(found))
    assert "Not known of any of these cases." in evaluation_page(found)


def test_a_table_that_cannot_be_read_is_refused_with_the_mend(tmp_path: Path) -> None:
    (tmp_path / "note.parquet").write_text("no table", encoding="utf-8")
    with pytest.raises(ValueError, match="it cannot be read as Parquet"):
        read_table(tmp_path / "note.parquet")
    pl.DataFrame({"id": ["x"], "fever": [True]}).write_parquet(tmp_path / "unknown.parquet")
    with pytest.raises(ValueError, match="there is no column known_cause; add it"):
        read_table(tmp_path / "unknown.parquet")


def test_an_id_that_cannot_be_printed_is_refused(cases: list[Case]) -> None:
    typed, known = tables_of(cases[:1])
    for id in ("a\x1b[2J", "", None):
        with pytest.raises(ValueError, match="is no id of a case; write one"):
            evaluate_table(typed.with_columns(pl.lit(id, dtype=pl.String).alias("id")), known)


def test_a_known_column_of_a_wrong_type_is_refused(cases: list[Case]) -> None:
    typed, known = tables_of(cases[:1])
    with pytest.raises(ValueError, match="a known column is of a wrong type; each holds words"):
        evaluate_table(typed, known.with_columns(pl.Series("known_coexisting", [{"a": 1}])))


def test_the_text_keeps_the_figures_that_were_always_there(evaluation: Evaluation) -> None:
    text = "\n".join(evaluation_text(evaluation))
    assert text.startswith("6 cases with a known cause")
    first, tempo = evaluation.measures["top1_strict"].value, evaluation.measures["tempo_right"]
    assert re.search(rf"^first +{first:.1%}  \(.* to .*\) +[0-9.]+%  \(.*\) +n = 6$", text, re.MULTILINE)
    assert f"mean reciprocal rank {evaluation.measures['reciprocal_rank_strict'].value:>8.3f}" in text
    assert re.search(rf"^tempo right +{tempo.value:.1%}.* of {tempo.cases}$", text, re.MULTILINE)
    assert "af-62m-flutter-150: tempo is acute, said chronic" in text
    for part in ("Against simpler rankers", "prior only", "unweighted count", "Brier score", "Families:", "Cause ", "Noise "):
        assert part in text


def test_the_data_are_plain_and_come_back_as_they_went(evaluation: Evaluation) -> None:
    data = evaluation_data(evaluation)
    assert json.loads(json.dumps(data, allow_nan=False)) == data
    assert data["summary"].keys() == {
        "cases", "top1_strict", "top1_lenient", "top3_strict", "top3_lenient", "mean_reciprocal_rank", "tempo_cases", "tempo_right",
    }  # fmt: skip
    assert data["summary"]["top1_strict"] == data["measures"]["top1_strict"]["value"]
    assert {case["case_id"] for case in data["cases"]} == set(NAMES)
    assert sum(map(sum, data["families"]["counts"])) == len(NAMES)
    assert sum(each["cases"] for each in data["reliability"]["bins"]) == len(NAMES)
    assert len(data["noise"]) == 14


def test_the_page_has_every_section_and_needs_nothing_else(page: str) -> None:
    for heading in HEADINGS:
        assert f'<section id="{heading}">' in page
    assert page.count("<svg") == page.count("</svg>") == 4
    assert not re.search(r"https?://|src=|@import|<link|<script|<style type", page)
    assert set(re.findall(r"url\(([^)]*)\)", page)) <= {f"#{id}" for id in re.findall(r'id="([^"]*)"', page)}
    assert "prefers-color-scheme: dark" in page
    assert "@media print" in page


def test_the_ids_of_the_page_are_its_own(page: str) -> None:
    ids = re.findall(r' id="([^"]*)"', page)
    assert len(ids) == len(set(ids))
    assert {id.removesuffix("-said") for id in re.findall(r'aria-labelledby="([^"]*)"', page)} == {"baselines", "reliability", "families", "noise"}
    assert set(re.findall(r'aria-labelledby="([^"]*)"', page)) <= set(ids)
    assert "#01010" not in page


def test_the_page_is_the_same_each_time(evaluation: Evaluation, page: str) -> None:
    assert evaluation_page(evaluation) == page


def test_what_a_case_is_called_cannot_break_the_page(cases: list[Case]) -> None:
    named = cases[3].model_copy(update={"id": "<script>alert(1)</script> & co"})
    page = evaluation_page(evaluate([named], noise=False))
    assert "<script>" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; co" in page
    assert "The noise study was not made" in page


def test_without_matplotlib_the_page_says_so(evaluation: Evaluation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(ModuleNotFoundError):
        evaluation_page(evaluation)
