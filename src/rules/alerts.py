"""What must not wait, whatever the ranking. Worded "consider now, verify": the program reads reports, not patients."""

from __future__ import annotations

from dataclasses import dataclass

from ..facts import echo_heart as heart
from ..facts import echo_valve as valve
from ..facts import examination as exam
from ..facts import history, laboratory, prosthesis, symptoms, tests_basic
from ..facts.conditions import Condition, any_of
from ..facts.derived import acute_heart_failure, child, embolism, lv_hyperdynamic
from .sources import BHA2020, BUTLER25, DEC, JONES15, JPN2014, LOR2008, SAI, TEACHING, TTI2026, UPE2022, Source


@dataclass(frozen=True, slots=True)
class Alert:
    """A red flag: when it holds, what to consider, and why."""

    condition: Condition
    text: str
    why: str
    source: Source


_collapse = any_of(acute_heart_failure, exam.hypotension)

ALERTS: dict[str, Alert] = {
    "acute_severe": Alert(
        any_of(symptoms.cardiogenic_shock, symptoms.ventilated, symptoms.acute_pulmonary_oedema & exam.hypotension),
        "Consider acute severe regurgitation now and verify: echo at once, "
        "transoesophageal if the windows are poor; call cardiology and cardiac surgery together.",
        "Of patients who needed emergency mitral surgery 66 % were in shock and 22.5 % died within 30 days. Do not wait for a murmur.",
        LOR2008,
    ),
    "rupture_after_infarction": Alert(
        any_of(
            history.recent_infarction & _collapse,
            history.days_since_infarction.between(0, 14) & any_of(_collapse, exam.murmur_new, exam.mitral_murmur & exam.pulmonary_crackles),
        ),
        "Consider papillary muscle rupture now and verify: transoesophageal echo including the ventricular side; exclude septal rupture.",
        "Rupture after infarction kills more than a third in hospital; the murmur may be absent and the infarct small.",
        BHA2020,
    ),
    "infection": Alert(
        any_of(symptoms.fever, laboratory.blood_culture_positive, valve.vegetation)
        & any_of(
            exam.murmur_new, valve.mr_new, acute_heart_failure, embolism, tests_basic.av_block_new, valve.vegetation, valve.abscess,
            laboratory.blood_culture_positive,
        ),
        "Consider infective endocarditis now and verify: three sets of blood cultures before antibiotics, transoesophageal echo.",
        "Of those with a perforated valve 18 of 20 had a major complication, against 11 of 38 without.",
        DEC,
    ),
    "prosthesis_sudden": Alert(
        prosthesis.mitral_prosthesis_or_repair
        & any_of(
            acute_heart_failure, exam.prosthetic_click_muffled, laboratory.anticoagulation_inadequate, embolism, prosthesis.occluder_stuck,
            prosthesis.occluder_missing, prosthesis.prosthesis_rocking,
        ),
        "Consider obstruction, dehiscence or infection of the prosthesis now and verify: transoesophageal echo, fluoroscopy or CT of the occluders, INR, "
        "cultures.",
        "A prosthesis that fails suddenly is a surgical emergency.",
        TEACHING,
    ),
    "prosthesis_fever": Alert(
        prosthesis.mitral_prosthesis_or_repair & any_of(symptoms.fever, laboratory.blood_culture_positive),
        "Consider prosthetic endocarditis now and verify: cultures, transoesophageal echo, FDG-PET if echo is negative.",
        "Fever with a prosthesis is endocarditis until shown otherwise.",
        TEACHING,
    ),
    "prosthesis_haemolysis": Alert(
        prosthesis.mitral_prosthesis_or_repair & any_of(laboratory.haemolysis, symptoms.dark_urine),
        "Consider a paravalvular leak and verify: transoesophageal echo, LDH, haptoglobin, smear.",
        "Haemolytic anaemia was present in 41 % of those operated for a mitral paravalvular leak.",
        SAI,
    ),
    "chest_injury": Alert(
        history.chest_trauma & any_of(exam.murmur_new, _collapse),
        "Consider a torn papillary muscle, chorda or leaflet now and verify: transoesophageal echo; look for injury of aorta and septum.",
        "Papillary injury shows at once or within days, chordal injury may be delayed for weeks.",
        BUTLER25,
    ),
    "after_procedure": Alert(
        any_of(symptoms.symptoms_after_procedure, prosthesis.days_since_procedure <= 30)
        & any_of(valve.mr_new, _collapse, exam.murmur_new, prosthesis.clip_detached),
        "Consider injury by the device or procedure now and verify: echo before the patient leaves the room.",
        "Regurgitation that starts with a procedure is caused by it until shown otherwise.",
        TEACHING,
    ),
    "infant_chordae": Alert(
        child & any_of(symptoms.cardiogenic_shock, symptoms.acute_pulmonary_oedema, exam.pallor & symptoms.dyspnoea),
        "In an infant consider ruptured chordae or an anomalous left coronary artery now and verify by echo.",
        "Chordae rupture most often at four to six months of age; 8.4 % of such infants died.",
        JPN2014,
    ),
    "outflow_obstruction": Alert(
        any_of(valve.systolic_anterior_motion, heart.lvot_obstruction) & any_of(exam.hypotension, symptoms.cardiogenic_shock, heart.apical_ballooning),
        "Consider dynamic outflow obstruction now and verify: inotropes, nitrates, diuretics and a balloon pump can make it worse.",
        "Regurgitation with outflow obstruction in takotsubo carried about five times the odds of failure, shock or death.",
        TTI2026,
    ),
    "focal_oedema": Alert(
        tests_basic.unilateral_oedema,
        "Consider focal oedema from a flail posterior leaflet and verify: an infiltrate of the right upper lobe that does not settle may be the valve.",
        "Half of acute chordal ruptures had one-sided oedema, all of it on the right.",
        UPE2022,
    ),
    "acute_carditis": Alert(
        any_of(symptoms.migratory_arthritis, symptoms.chorea, exam.erythema_marginatum)
        & any_of(symptoms.fever, symptoms.heart_failure, laboratory.aso_raised)
        & any_of(exam.mitral_murmur, symptoms.heart_failure, valve.mr_grade.at_least("mild")),
        "Consider acute rheumatic carditis now and verify: streptococcal antibodies, PR interval, echo; exclude endocarditis by cultures.",
        "Heart failure in rheumatic fever means severe valvulitis.",
        JONES15,
    ),
    "hyperdynamic_shock": Alert(
        any_of(symptoms.cardiogenic_shock, symptoms.acute_pulmonary_oedema) & lv_hyperdynamic,
        "Shock or oedema with a ventricle that contracts well: consider a torn papillary muscle, chorda or leaflet and verify by transoesophageal echo.",
        "A strong ventricle in shock points to the valve, not the muscle.",
        TEACHING,
    ),
}
