"""Hypertensive heart disease has no published case in the library: made-up patients stand in."""

from __future__ import annotations

from mrddx.facts.case import Case, CaseValue
from mrddx.inference.assessment import assess


def first(**findings: CaseValue) -> str:
    return assess(Case(id="made-up", age=64, sex="male", findings=findings)).differential[0].cause


def test_long_high_pressure_with_thick_walls_and_a_sound_valve() -> None:
    assert (
        first(
            hypertension=True, hypertension_years=25.0, hypertension_uncontrolled=True,
            lv_hypertrophy_concentric=True, leaflets_normal=True, mr_grade="moderate",
            lvef=56.0,
            obstructive_coronary_disease=False, systolic_bp=190.0, mr_falls_with_blood_pressure=True, atrial_fibrillation=False,
        )
        == "hypertensive_heart"
    )  # fmt: skip


def test_high_pressure_in_the_list_of_illnesses_is_not_enough() -> None:
    assert first(hypertension=True, mr_grade="severe", flail_posterior=True) != "hypertensive_heart"
    assert first(hypertension=True, diabetes=True, mr_grade="moderate") != "hypertensive_heart"
