"""Old injury of the mitral valve, found months or years after the blow."""

from __future__ import annotations

from .. import signs
from ..model import Mechanism, Tempo, ValveClass, evidence
from ..sources import AVUL
from ._trauma import CHEST_WALL_FRACTURES, INJURY_OVER_YEAR_AGO, INJURY_WITHIN_THREE_MONTHS, INJURY_WITHIN_WEEK, OTHER_HEART_INJURY, MitralInjury


class TraumaChronic(MitralInjury):
    """Old injury to heart or chordae, found more than three months later."""

    id = "trauma_chronic"
    name = "Old chest injury with torn mitral apparatus (found late)"
    valve_class = ValveClass.PRIMARY
    tempo = {Tempo.CHRONIC: 0.8, Tempo.ACUTE_ON_CHRONIC: 0.14, Tempo.ACUTE: 0.06}
    mechanism = {Mechanism.II: 0.74, Mechanism.I: 0.22, Mechanism.IIIA: 0.012, Mechanism.IIIB: 0.021, Mechanism.SAM: 0.004, Mechanism.PROSTHETIC: 0.003}
    look_for = "a careful history of crash, fall, kick or blow and of the heart before it; transoesophageal echo for torn chordae, muscle head or leaflet base"

    within_week = evidence(INJURY_WITHIN_WEEK, seen_in=0.003, why="An injury of this week is not old.")
    within_three_months = evidence(INJURY_WITHIN_THREE_MONTHS, seen_in=0.05, why="Found late means months or years after the blow.", source=AVUL)
    over_year_ago = evidence(INJURY_OVER_YEAR_AGO, seen_in=0.7, why="Torn chordae or leaflets can be borne for years before the heart fails.")
    fractures = evidence(CHEST_WALL_FRACTURES, seen_in=0.35, why="Old rib or sternal fractures tell of the force.")
    other_heart_injury = evidence(OTHER_HEART_INJURY, seen_in=0.18, why="Another scar of the blow: a septal defect, a torn tricuspid valve, an aortic injury.")
    muscle_torn = evidence(signs.PAPILLARY_TORN, seen_in=0.2, why="A muscle torn in part can be borne for years.")
    loose_muscle_head = evidence(signs.SUBVALVULAR_LOOSE, seen_in=0.1, why="A loose strand or muscle head stays on the leaflet.")
    heart_normal_before = evidence(signs.EARLIER_HEART_NORMAL, seen_in=0.5, why="A heart found normal before the injury, or soon after it, dates the leak.")
