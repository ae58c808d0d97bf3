"""What is said only of those who have something else, where no conclusion of the rules says so, and what nobody with a leaking valve has.

Knowledge for drawing plausible cases only; no answer of the program rests on it.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..facts import derived, echo_valve, examination, history, patient, prosthesis
from ..facts.conditions import Condition, any_of

_MAY_BE_PREGNANT = patient.sex.is_("female") & patient.age_years.between(15, 48)
_OPERATED = prosthesis.mitral_prosthesis_or_repair

ONLY_WITH: Mapping[str, Condition] = {
    history.dialysis_years.id: history.dialysis,
    history.fenfluramine_dose_mg_day.id: history.fenfluramine_exposure,
    history.infarct_territory.id: derived.infarction,
    history.pregnancy.id: _MAY_BE_PREGNANT,
    history.peripartum.id: _MAY_BE_PREGNANT,
    examination.prosthetic_click_muffled.id: _OPERATED,
    prosthesis.prosthesis_well_seated.id: _OPERATED,
    prosthesis.days_since_procedure.id: any_of(
        prosthesis.recent_cardiac_surgery, prosthesis.catheter_or_device_procedure, prosthesis.balloon_valvotomy, prosthesis.aortic_surgery_before, _OPERATED,
    ),
}
"""By the id of a finding or of a family of options: what must be known to hold before anything is said of it."""

ABSENT_ONLY_WITH: Mapping[str, Condition] = {
    finding.id: _OPERATED for finding in (
        prosthesis.paravalvular_jet, prosthesis.transvalvular_jet, prosthesis.prosthesis_rocking, prosthesis.cusp_torn, prosthesis.cusp_thick_calcified,
        prosthesis.occluder_stuck, prosthesis.occluder_missing, prosthesis.prosthesis_thrombus, prosthesis.pannus, prosthesis.prosthesis_gradient_raised,
        prosthesis.prosthesis_vegetation, prosthesis.clip_detached, prosthesis.repeated_mitral_operations,
    )
}
"""By the id of a finding: what must be known to hold before it is said to be absent."""

NEVER: Mapping[str, frozenset[str]] = {echo_valve.mr_grade.id: frozenset(("none", "trace"))}
"""Options that are not drawn: everybody here has a leak that matters."""
