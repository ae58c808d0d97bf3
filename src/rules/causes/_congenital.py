"""What all malformed mitral valves share: there from birth, often in company, seldom with adult heart disease."""

from __future__ import annotations

from ...facts import claims, history, patient
from ...facts import echo_valve as valve
from ...facts.conditions import any_of
from .. import signs
from ..model import OCCASIONAL, RARE, Cause, Tempo, ValveClass, evidence, sign

ACCESSORY_TISSUE = sign(valve.accessory_tissue, elsewhere=0.004, group="malformation")
SYNDROME = sign(any_of(history.down_syndrome, history.other_genetic_syndrome), elsewhere=0.015, group="syndrome")
FAMILY_CONGENITAL = sign(patient.family_congenital_heart, elsewhere=0.015)
CLAIMED_CONGENITAL = sign(claims.claimed_congenital, elsewhere=0.015, group="claim")


class CongenitalValve(Cause):
    """A mitral valve that was malformed at birth. The parent of the congenital causes."""

    valve_class = ValveClass.PRIMARY
    tempo = {Tempo.CHRONIC: 0.91, Tempo.ACUTE_ON_CHRONIC: 0.06, Tempo.ACUTE: 0.03}

    # For
    other_lesion = evidence(signs.OTHER_CONGENITAL_LESION, seen_in=0.45, why="Malformed mitral valves often come with another congenital heart lesion.")
    syndrome = evidence(SYNDROME, seen_in=OCCASIONAL, why="A genetic syndrome makes a malformed valve likelier.")
    murmur_since_childhood = evidence(signs.MURMUR_SINCE_CHILDHOOD, seen_in=0.3, why="The leak has been there since birth, and so may the murmur.")
    family = evidence(FAMILY_CONGENITAL, seen_in=0.05, why="Congenital heart disease runs in a few families.")
    label = evidence(CLAIMED_CONGENITAL, seen_in=0.05, why="A label handed down; it weighs little without the anatomy.")
    under_30 = evidence(signs.AGE_UNDER_30, seen_in=0.3, why="What was there at birth is often found young.")
    under_45 = evidence(signs.AGE_UNDER_45, seen_in=0.55, why="Malformed valves of adults are mostly found before middle age.")

    # Against
    over_60 = evidence(signs.AGE_OVER_60, seen_in=0.2, why="A first finding after sixty is unusual for something present from birth, though it happens.")
    over_70 = evidence(signs.AGE_OVER_70, seen_in=0.08, why="A first finding after seventy is rare for something present from birth.")
    earlier_normal = evidence(signs.EARLIER_HEART_NORMAL, seen_in=0.1, why="An earlier normal heart examination speaks against a lifelong leak.")
    leaflets_normal = evidence(signs.LEAFLETS_NORMAL, seen_in=RARE, why="A structurally normal valve is not a malformed one.")
    redundant = evidence(signs.REDUNDANT_LEAFLETS, seen_in=0.012, why="Thick, redundant leaflets are those of myxomatous prolapse.")
    commissures_fused = evidence(signs.COMMISSURES_FUSED, seen_in=0.004, why="Fused commissures are the mark of rheumatic disease.")
    annular_calcium = evidence(signs.ANNULAR_CALCIUM, seen_in=0.05, why="Ring calcium belongs to age and kidney disease.")
    leaflet_calcium = evidence(signs.LEAFLET_CALCIUM, seen_in=0.025, why="Calcified leaflets point to rheumatic or degenerative disease.")
    coronary = evidence(signs.CORONARY_DISEASE, seen_in=0.08, why="Coronary disease suggests an ischaemic leak instead.")
    regional = evidence(signs.REGIONAL_WALL_MOTION, seen_in=0.015, why="A wall that moves badly suggests an ischaemic leak instead.")
    inflammation = evidence(signs.INFLAMMATION, seen_in=0.07, why="A malformation raises no inflammatory markers.")
    fever = evidence(signs.FEVER, seen_in=RARE, why="A malformation gives no fever.")
    hypertension = evidence(signs.HYPERTENSION, seen_in=0.2, why="These patients are younger and seldom hypertensive.")
    kidney = evidence(signs.KIDNEY_DISEASE, seen_in=0.05, why="Kidney disease suggests a calcified or volume-loaded valve instead.")
