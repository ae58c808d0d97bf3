"""Evidence that injuries of the mitral valve share, fresh or found late."""

from __future__ import annotations

from ...facts import echo_valve as valve
from ...facts import history, tests_basic
from ...facts.conditions import any_of
from .. import signs
from ..model import EXCLUDED, RARE, Cause, evidence, sign
from ..sources import BUTLER25, CFP, FORT19, TEACHING, TSUK25

# How long ago: counted only where the day of an injury is known, so "elsewhere" is the share among chance injuries in the history.
INJURY_WITHIN_WEEK = sign(history.days_since_trauma <= 7, elsewhere=0.1, group="trauma_time")
INJURY_WITHIN_THREE_MONTHS = sign(history.days_since_trauma <= 92, elsewhere=0.2, group="trauma_time")
INJURY_OVER_YEAR_AGO = sign(history.days_since_trauma > 365, elsewhere=0.6, group="trauma_time")
BEGAN_WITH_INJURY = sign(history.symptoms_since_trauma, elsewhere=0.08)
PENETRATING_INJURY = sign(history.penetrating_trauma, elsewhere=0.001, group="trauma")
CHEST_WALL_FRACTURES = sign(history.chest_wall_fractures, elsewhere=0.05, group="injury_marks")
OTHER_HEART_INJURY = sign(history.cardiac_contusion_signs, elsewhere=0.02, group="injury_marks")
CONDUCTION_BLOCK_AFTER_INJURY = sign(any_of(tests_basic.rbbb, tests_basic.av_block_new), elsewhere=0.07)
ANTEROLATERAL_MUSCLE_TORN = sign(valve.rupture_anterolateral, elsewhere=0.3)


class MitralInjury(Cause):
    """A chorda, leaflet or papillary muscle torn by an injury to the chest."""

    injury = evidence(signs.CHEST_INJURY, seen_in=0.985, why="Without an injury to the chest there is no traumatic leak.", source=FORT19)
    penetrating = evidence(PENETRATING_INJURY, seen_in=0.15, why="A stab or shot can cut leaflet, chordae or papillary muscle.")
    began_with_injury = evidence(BEGAN_WITH_INJURY, seen_in=0.93, why="The complaint or murmur dates from the injury.")
    fractures = evidence(
        CHEST_WALL_FRACTURES,
        seen_in=0.45,
        why="Broken ribs or sternum, or blood or air in the chest, tell of the force; their absence excludes nothing.",
        source=CFP,
    )
    other_heart_injury = evidence(OTHER_HEART_INJURY, seen_in=0.3, why="The same blow often bruises the muscle or tears septum, aorta or another valve.")
    conduction_block = evidence(CONDUCTION_BLOCK_AFTER_INJURY, seen_in=0.2, why="A bruised septum may block conduction, most often the right bundle.")
    anterolateral_muscle = evidence(ANTEROLATERAL_MUSCLE_TORN, seen_in=0.6, why="Injury tears the anterolateral muscle more often than infarction does.")
    leaflet_torn = evidence(signs.LEAFLET_TEAR, seen_in=0.3, why="A leaflet split, or torn from the ring, needs force or the knife.")
    chordae_torn = evidence(signs.CHORDAE_TORN, seen_in=0.5, why="The surge of pressure on a closed valve snaps chordae.", source=BUTLER25)
    flail = evidence(signs.FLAIL, seen_in=0.5, why="A leaflet that has lost its chordae or muscle is flail.")
    flail_anterior = evidence(signs.FLAIL_ANTERIOR, seen_in=0.35, why="The anterior leaflet is hit more often than in degenerative disease.", source=TEACHING)
    hole = evidence(signs.HOLE_IN_LEAFLET, seen_in=0.07, why="Rarely the injury leaves a hole in a leaflet.")
    rest_of_valve_normal = evidence(signs.LEAFLETS_NORMAL, seen_in=0.35, why="Apart from the tear the valve is sound.", source=FORT19)
    thick_leaflets = evidence(
        signs.THICK_LEAFLETS, seen_in=0.1, why="Thick leaflets were diseased before; still, a weak valve may tear with a small blow.", source=TSUK25
    )
    annular_calcium = evidence(signs.ANNULAR_CALCIUM, seen_in=0.05, why="A calcified old valve has other reasons to leak.")
    young = evidence(signs.AGE_UNDER_45, seen_in=0.52, why="Most of the injured are young.")
    over_60 = evidence(signs.AGE_OVER_60, seen_in=0.28, why="The old are hurt less often, and have other reasons for a torn chorda.")
    woman = evidence(signs.FEMALE, seen_in=0.22, why="Most of the injured are men.")
    hypertension = evidence(signs.HYPERTENSION, seen_in=0.2, why="Most of the injured were healthy before.")
    coronary_obstruction = evidence(
        signs.CORONARY_OBSTRUCTIVE, seen_in=0.05, why="Open coronaries tell an injury from an infarct, unless the blow tore a coronary artery."
    )
    fever = evidence(signs.FEVER, seen_in=RARE, why="Fever points to infection instead.")
    culture_positive = evidence(signs.CULTURE_POSITIVE, seen_in=0.003, why="Bacteria in the blood point to infection instead.")
    vegetation = evidence(signs.VEGETATION, seen_in=EXCLUDED, why="A torn muscle head or strand can pass for a vegetation, but a true one is infection.")
