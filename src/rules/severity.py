"""How much it leaks: the measures of the ASE and ACC/AHA guidelines, each with the grade that it speaks for."""

from __future__ import annotations

from dataclasses import dataclass

from ..facts import echo_valve as valve
from ..facts.conditions import Condition
from .model import Basis
from .sources import ASE2017, EPV2001, Source

GRADES = ("mild", "moderate", "severe")


@dataclass(frozen=True, slots=True)
class SeverityRule:
    """A measure that speaks for a grade. ``weight`` counts more for quantitative measures than for impressions."""

    condition: Condition
    grade: str
    weight: int
    why: str
    source: Source = ASE2017
    basis: Basis = Basis.GUIDELINE


RULES: dict[str, SeverityRule] = {
    "grade_mild": SeverityRule(valve.mr_grade.is_("none", "trace", "mild"), "mild", 3, "The reader called it mild."),
    "grade_moderate": SeverityRule(valve.mr_grade.is_("mild_to_moderate", "moderate"), "moderate", 3, "The reader called it moderate."),
    "grade_moderate_to_severe": SeverityRule(valve.mr_grade.is_("moderate_to_severe"), "severe", 2, "The reader called it moderate to severe."),
    "grade_severe": SeverityRule(valve.mr_grade.is_("severe"), "severe", 3, "The reader called it severe."),
    "orifice_mild": SeverityRule(valve.eroa < 0.2, "mild", 2, "Orifice area below 0.20 cm² is mild."),
    "orifice_moderate": SeverityRule(
        (valve.eroa >= 0.2) & (valve.eroa < 0.4), "moderate", 2,
        "Orifice area of 0.20 to 0.39 cm² is moderate; less than 0.40 may be severe in secondary disease.",
    ),
    "orifice_severe": SeverityRule(valve.eroa >= 0.4, "severe", 2, "Orifice area of 0.40 cm² or more is severe."),
    "volume_mild": SeverityRule(valve.regurgitant_volume < 30, "mild", 2, "Regurgitant volume below 30 mL is mild."),
    "volume_moderate": SeverityRule(
        (valve.regurgitant_volume >= 30) & (valve.regurgitant_volume < 60), "moderate", 2, "Regurgitant volume of 30 to 59 mL is moderate.",
    ),
    "volume_severe": SeverityRule(valve.regurgitant_volume >= 60, "severe", 2, "Regurgitant volume of 60 mL or more is severe."),
    "fraction_mild": SeverityRule(valve.regurgitant_fraction < 30, "mild", 2, "Regurgitant fraction below 30 % is mild."),
    "fraction_moderate": SeverityRule(
        (valve.regurgitant_fraction >= 30) & (valve.regurgitant_fraction < 50), "moderate", 2, "Regurgitant fraction of 30 to 49 % is moderate.",
    ),
    "fraction_severe": SeverityRule(valve.regurgitant_fraction >= 50, "severe", 2, "Regurgitant fraction of 50 % or more is severe."),
    "vena_contracta_mild": SeverityRule(valve.vena_contracta < 3, "mild", 1, "Vena contracta below 3 mm is mild."),
    "vena_contracta_moderate": SeverityRule(
        (valve.vena_contracta >= 3) & (valve.vena_contracta < 7), "moderate", 1, "Vena contracta of 3 to 6.9 mm is between.",
    ),
    "vena_contracta_severe": SeverityRule(valve.vena_contracta >= 7, "severe", 2, "Vena contracta of 7 mm or more is severe."),
    "vein_reversal": SeverityRule(
        valve.pulmonary_vein_reversal, "severe", 1, "Systolic reversal in a pulmonary vein goes with severe regurgitation.", EPV2001, Basis.COHORT,
    ),
    "dense_triangular": SeverityRule(valve.cw_dense_triangular, "severe", 1, "A dense triangular signal goes with severe regurgitation."),
    "jet_half_of_atrium": SeverityRule(valve.jet_area_share > 50, "severe", 1, "A central jet over half of the atrium is severe."),
    "jet_large": SeverityRule(valve.jet_area >= 8, "severe", 1, "A jet of 8 cm² or more fills much of the atrium.", basis=Basis.JUDGEMENT),
    "flail": SeverityRule(valve.flail_leaflet, "severe", 1, "A flail leaflet usually leaks severely; about 2 % of flail reports did not."),
}
