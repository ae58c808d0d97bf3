"""Families of causes: which of the causes are near relatives, for tables that would be too large cause by cause.

A family shares its disease, not its mechanism: a chord that tears by itself is degenerative, one that an infection eats
is infective. A prosthesis is a family of its own, whatever befell it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Family:
    """Some causes that are near relatives: a short name for the head of a table, and a full one."""

    short: str
    name: str
    causes: tuple[str, ...]


FAMILIES: Mapping[str, Family] = {
    "degenerative": Family(
        "degenerative", "Degenerative and calcific",
        ("prolapse_barlow", "prolapse_fibroelastic", "chordal_rupture", "annular_calcification", "kidney_disease"),
    ),
    "infective": Family("infective", "Infective endocarditis of the native valve", ("endocarditis_perforation", "endocarditis_chordal", "endocarditis_healed")),
    "rheumatic": Family("rheumatic", "Rheumatic fever and what it leaves", ("rheumatic_acute", "rheumatic_chronic")),
    "ischaemic": Family("ischaemic", "Coronary disease", ("ischemic_acute", "ischemic_chronic", "papillary_rupture", "coronary_childhood")),
    "myocardial": Family(
        "myocardial", "Other disease of ventricle or atrium",
        ("dilated_cardiomyopathy", "hypertensive_heart", "atrial_functional", "dyssynchrony", "myocarditis_acute"),
    ),
    "outflow": Family("outflow", "Outflow obstruction", ("hypertrophic_obstructive", "dynamic_lvot_acute")),
    "inborn": Family("inborn", "Congenital and hereditary", ("congenital_cleft", "congenital_other", "marfan", "connective_other")),
    "immune": Family("immune", "Immune disease and sterile vegetations", ("lupus_libman_sacks", "rheumatoid", "marantic_endocarditis")),
    "toxic": Family(
        "toxic", "Drugs, radiation, carcinoid, storage and scarring",
        ("drug_fenfluramine", "drug_serotonergic_other", "radiation", "carcinoid", "infiltrative_storage", "endomyocardial_eosinophilic"),
    ),
    "outside": Family("injury, mass", "Injury, intervention and mass", ("trauma_acute", "trauma_chronic", "iatrogenic_intervention", "atrial_mass")),
    "prosthetic": Family(
        "prosthetic", "Prosthesis",
        ("prosthetic_paravalvular", "prosthetic_bio_degeneration", "prosthetic_thrombosis_pannus", "prosthetic_endocarditis"),
    ),
}
FAMILY_OF: Mapping[str, str] = {cause: id for id, family in FAMILIES.items() for cause in family.causes}
"""The family of each cause, by cause id."""
