"""What every sterile failure of a mitral prosthesis or ring has in common, and the signs that only prostheses have.

That there is a prosthesis at all is written in the mechanism layer. How old it is, and how blood flows through it, only
a patient with a prosthesis can show: those signs have their frequency elsewhere among patients who have one.
"""

from __future__ import annotations

from ...facts import claims, history, laboratory, prosthesis, symptoms
from ...facts import echo_valve as valve
from ...facts import examination as exam
from ...facts.conditions import any_of
from ...facts.derived import stenosis_too
from .. import signs
from ..model import RARE, Basis, Cause, ValveClass, evidence, sign
from ..sources import PET

_OPERATED = prosthesis.mitral_prosthesis_or_repair

# Age of the prosthesis: one voice
PROSTHESIS_EARLY = sign(
    any_of(
        prosthesis.prosthesis_years < 0.5,
        _OPERATED & any_of(prosthesis.recent_cardiac_surgery, prosthesis.days_since_procedure <= 180),
    ),
    elsewhere=0.12,
    group="prosthesis_age",
)
PROSTHESIS_UNDER_5_YEARS = sign(prosthesis.prosthesis_years < 5, elsewhere=0.45, group="prosthesis_age")
PROSTHESIS_OVER_9_YEARS = sign(prosthesis.prosthesis_years > 9, elsewhere=0.3, group="prosthesis_age")

# Flow through it: a fast inflow that falls quickly is a leak, one that falls slowly is a narrowing
INFLOW_FAST_AND_SHORT = sign(_OPERATED & (valve.e_velocity >= 1.9) & (prosthesis.pressure_half_time < 130), elsewhere=0.2, group="prosthesis_flow")
HALF_TIME_LONG = sign(_OPERATED & (prosthesis.pressure_half_time > 130), elsewhere=0.15, group="prosthesis_flow")

CLICK_MUFFLED = sign(exam.prosthetic_click_muffled, elsewhere=0.02)
HAEMOLYSIS_TRACES = sign(
    _OPERATED & any_of(laboratory.ldh > 500, laboratory.haptoglobin_low, laboratory.schistocytes, exam.jaundice), elsewhere=0.1, group="haemolysis"
)
STARTED_WITH_IMPLANT = sign(_OPERATED & symptoms.symptoms_after_procedure, elsewhere=0.05)

# What the native valve left behind, and a gradient that any prosthesis has: as often elsewhere as in patients without one
RHEUMATIC_FEVER_BEFORE = sign(_OPERATED & history.rheumatic_fever_history, elsewhere=0.012)
CALLED_RHEUMATIC_BEFORE = sign(_OPERATED & claims.claimed_rheumatic, elsewhere=0.04, group="claim")
SOME_GRADIENT = sign(_OPERATED & stenosis_too, elsewhere=0.03, group="gradient")


class ProsthesisFailure(Cause):
    """A mitral prosthesis, ring or repair that leaks without infection."""

    valve_class = ValveClass.PROSTHETIC

    fever = evidence(signs.FEVER, seen_in=RARE, why="Fever with a prosthesis is endocarditis until shown otherwise.")
    inflammation = evidence(signs.INFLAMMATION, seen_in=0.07, why="A prosthesis that fails by itself does not raise CRP.")
    blood_culture = evidence(signs.CULTURE_POSITIVE, seen_in=0.002, why="Bacteria in the blood make it endocarditis.")
    vegetation = evidence(signs.VEGETATION, seen_in=0.003, why="A vegetation makes it endocarditis.")
    abscess = evidence(signs.ABSCESS, seen_in=0.0004, why="An abscess beside the ring is infection.")
    skin_signs = evidence(signs.SKIN_SIGNS_OF_ENDOCARDITIS, seen_in=0.003, why="Janeway and Osler lesions belong to endocarditis.")
    infection_proven = evidence(signs.PATHOLOGY_INFECTIVE, seen_in=0.001, why="Infection proven on the explanted valve names another cause.")
    tracer_uptake = evidence(
        signs.PET_POSITIVE,
        seen_in=0.16,
        why="Sterile prostheses take up tracer too: specificity for prosthetic endocarditis is 84 %.",
        source=PET,
        basis=Basis.DERIVED,
    )
    rheumatic_fever = evidence(RHEUMATIC_FEVER_BEFORE, seen_in=0.15, why="Rheumatic disease was often the reason for the first operation.")
    called_rheumatic = evidence(CALLED_RHEUMATIC_BEFORE, seen_in=0.2, why="The label rheumatic often stays from the native valve.")
    some_gradient = evidence(SOME_GRADIENT, seen_in=0.3, why="Every prosthesis has a gradient, and a normal one may pass the limit for native stenosis.")
