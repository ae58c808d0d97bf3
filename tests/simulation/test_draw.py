"""Simulated cases: the same for the same seed, valid, and as frequent as the knowledge says."""

from __future__ import annotations

from math import sqrt

import polars as pl
import pytest

from mrddx.batch.records import ID, column_type
from mrddx.facts import patient
from mrddx.facts.vocabulary import atom
from mrddx.inference.ahead import whatif
from mrddx.readers.contradictions import contradictions
from mrddx.rules.causes.chordal_rupture import ChordalRupture
from mrddx.rules.causes.endocarditis_perforation import EndocarditisPerforation
from mrddx.rules.model import Tempo
from mrddx.rules.settings import setting
from mrddx.simulation import draw
from mrddx.simulation.draw import BLOCK, KNOWN, REPORTED, Simulation
from mrddx.simulation.patients import ages, causes, shares

from .simulated import block, cases

SIGMAS = 4.5  # a bound that a fair draw breaks once in 150,000


def far(frequency: float, rows: int) -> float:
    """How far a share among so many rows may lie from its frequency."""
    return SIGMAS * sqrt(frequency * (1 - frequency) / rows)


def findings_of(frame: pl.DataFrame) -> list[str]:
    return [name for name in frame.columns if name not in (ID, "setting", *KNOWN)]


@pytest.fixture
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(draw, "BLOCK", 100)


@pytest.mark.usefixtures("small_blocks")
def test_a_seed_gives_the_same_cases_every_time_and_another_gives_others() -> None:
    first, again, next_block, another = Simulation(7).block(0), Simulation(7).block(0), Simulation(7).block(1), Simulation(8).block(0)
    assert first.equals(again)
    assert first[ID].head(2).to_list() == ["sim-7-0000001", "sim-7-0000002"]
    assert next_block[ID][0] == "sim-7-0000101"
    assert another[ID][0] == "sim-8-0000001"
    columns = findings_of(first)
    assert not first.select(columns).equals(next_block.select(columns))
    assert not first.select(columns).equals(another.select(columns))


@pytest.mark.usefixtures("small_blocks")
def test_the_first_cases_are_the_same_however_many_follow() -> None:
    most = pl.concat(Simulation(3).blocks(300))
    for number in (1, 101):
        some = pl.concat(Simulation(3).blocks(number))
        assert some.height == number
        assert some.equals(most.head(number))


def test_columns_have_the_types_of_a_typed_table() -> None:
    assert all(block().schema[name] == column_type(atom(name)) for name in findings_of(block()))


@pytest.mark.parametrize(("name", "number"), [("hospital", 200), ("child_low_income", 80)])
def test_every_case_is_valid_and_contradicts_itself_nowhere(name: str, number: int) -> None:
    for case in cases(block(setting=name).head(number)):
        assert not contradictions(case.values()), case.id


def test_age_and_sex_are_always_known_and_fit_the_setting() -> None:
    adults, children = block(), block(setting="child_low_income")
    for frame in (adults, children):
        assert not frame["sex"].has_nulls()
        assert (frame["age_years"] == frame["age_years"].round(0)).all()
    assert adults["age_years"].is_between(18, 95).all()
    assert children["age_years"].is_between(0, 17).all()


def test_most_cases_report_25_to_45_findings_some_present_and_some_absent() -> None:
    findings = pl.col(findings_of(block()))
    number = block().select(pl.sum_horizontal(findings.is_not_null())).to_series()
    assert number.is_between(25, 45).mean() > 0.8  # type: ignore[operator]
    assert block()["fever"].value_counts().height == 3  # present, absent, unknown


def test_causes_come_by_their_shares() -> None:
    counts = dict(block()["known_cause"].value_counts().iter_rows())
    for cause, share in zip(causes(), shares(setting("hospital")), strict=True):
        assert abs(counts.get(cause, 0) / BLOCK - share) <= far(share, BLOCK), cause


def test_the_tempo_comes_by_the_cause() -> None:
    frame = block(cause="chordal_rupture")
    for tempo, share in ChordalRupture.tempo.items():
        assert abs((frame["known_tempo"] == tempo.value).mean() - share) <= far(share, BLOCK)  # type: ignore[operator]
    assert set(frame["known_tempo"]) == {tempo.value for tempo in Tempo}


def test_only_one_cause_where_one_is_wanted() -> None:
    frame = block(cause="chordal_rupture")
    assert frame["known_cause"].unique().to_list() == ["chordal_rupture"]
    assert frame["known_class"].unique().to_list() == ["primary"]


def test_women_are_as_many_as_the_knowledge_says() -> None:
    # Atrial regurgitation: 67.6 % women; chordal rupture does not mention sex: 48 % as elsewhere.
    atrial = block().filter(pl.col("known_cause") == "atrial_functional")["sex"]
    assert abs((atrial == "female").mean() - 0.676) <= far(0.676, len(atrial))  # type: ignore[operator]
    assert abs((block(cause="chordal_rupture")["sex"] == "female").mean() - 0.48) <= far(0.48, BLOCK)  # type: ignore[operator]


def test_ages_have_the_frequencies_that_a_cause_mentions_and_elsewhere_the_usual_ones() -> None:
    by_age = dict(zip(causes(), ages(child=False), strict=True))
    assert by_age["annular_calcification"][61:].sum() == pytest.approx(0.92, abs=1e-6)  # over 60
    assert by_age["annular_calcification"][71:].sum() == pytest.approx(0.60, abs=1e-6)  # over 70
    assert by_age["rheumatic_chronic"][:45].sum() == pytest.approx(0.55, abs=1e-6)  # under 45
    assert by_age["endocarditis_healed"][:30].sum() == pytest.approx(0.12, abs=1e-6)  # under 30, not mentioned
    assert all(distribution.sum() == pytest.approx(1) for distribution in by_age.values())


# How often a sign is known to be present: seen_in x the rate of reporting x its ease (history 1, transoesophageal echo 0.45). The chances rest on
# a pilot of 600 cases a cause, whose own error (of what it found decided already, under 10 %: sqrt(0.1 x 0.9 / 600) = 0.012) comes on top.
PILOT = 0.025


def share(cause: str, present: pl.Expr) -> float:
    """The share of a cause's cases in which something is reported present."""
    return block(cause=cause).select(present.fill_null(False).mean()).item()  # type: ignore[no-any-return]


def test_fever_is_as_frequent_as_in_endocarditis() -> None:
    expected = EndocarditisPerforation.fever.seen_in * REPORTED  # 0.84 x 0.6 = 0.504
    fever = pl.col("fever").fill_null(False) | (pl.col("temperature") >= 38).fill_null(False) | (pl.col("fever_weeks") > 0)
    assert abs(share("endocarditis_perforation", fever) - expected) <= far(expected, BLOCK) + PILOT


def test_torn_chordae_are_as_frequent_as_in_chordal_rupture() -> None:
    expected = ChordalRupture.chordae_torn.seen_in * REPORTED * 0.45  # 0.93 x 0.6 x 0.45 = 0.251
    assert abs(share("chordal_rupture", pl.col("chordal_rupture_seen")) - expected) <= far(expected, BLOCK) + PILOT


def test_a_sign_that_speaks_for_another_cause_is_rare() -> None:
    # A vegetation is seen in 0.3 % of chordal ruptures.
    assert share("chordal_rupture", pl.col("vegetation")) < 0.01


def test_what_takes_something_for_granted_is_said_only_beside_it() -> None:
    frame = block().filter(pl.col("years_since_radiotherapy").is_not_null() | pl.col("radiation_dose_gy").is_not_null())
    assert frame.height < 0.1 * BLOCK
    pregnant = block().filter(pl.col("pregnancy").is_not_null())
    assert (pregnant["sex"] == "female").all()


def test_numbers_vary_within_their_limits() -> None:
    lvef = block()["lvef"].drop_nulls()
    assert lvef.n_unique() > 30
    assert (lvef == lvef.round(0)).all()
    assert lvef.is_between(20, 80).all()


def test_the_known_cause_leads_far_more_often_than_by_chance() -> None:
    # The commonest cause has a share of 20 %; 100 cases that lead with 0.7 lie above 0.5 but once in 10,000.
    frame = block().head(100)
    first = [whatif(case).now.order[0] for case in cases(frame)]
    assert sum(cause == known for cause, known in zip(first, frame["known_cause"], strict=True)) > 50


@pytest.mark.parametrize("wrong", [{"setting": "moon"}, {"cause": "flail"}])
def test_a_setting_or_cause_that_does_not_exist_is_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(KeyError):
        Simulation(1, **wrong)  # type: ignore[arg-type]


def test_a_seed_below_nothing_and_a_rate_beyond_one_are_refused() -> None:
    with pytest.raises(ValueError, match="seed is -1"):
        Simulation(-1)
    with pytest.raises(ValueError, match=r"rate of reporting is 1\.5"):
        Simulation(1, reported=1.5)


def test_a_case_names_the_setting_that_it_is_ranked_in() -> None:
    assert block(setting="child_low_income")["setting"].unique().to_list() == ["low_income"]
    assert block()["setting"].unique().to_list() == ["hospital"]
    assert patient.age_years.id in block().columns
