"""Active infective endocarditis that has torn chordae or the subvalvular support."""

from __future__ import annotations

from .. import signs
from ..model import Mechanism, Tempo, ValveClass, evidence
from ..sources import POR, TFC, TMV
from ._endocarditis import ActiveNativeEndocarditis


class EndocarditisChordal(ActiveNativeEndocarditis):
    """Active infective endocarditis with ruptured chordae or subvalvular infection."""

    id = "endocarditis_chordal"
    name = "Infective endocarditis with chordal rupture"
    valve_class = ValveClass.PRIMARY
    tempo = {Tempo.ACUTE: 0.73, Tempo.ACUTE_ON_CHRONIC: 0.19, Tempo.CHRONIC: 0.08}
    mechanism = {Mechanism.II: 0.93, Mechanism.I: 0.05, Mechanism.IIIA: 0.006, Mechanism.IIIB: 0.007, Mechanism.SAM: 0.004, Mechanism.PROSTHETIC: 0.003}
    urgent = True
    look_for = "three sets of blood cultures; transoesophageal echo, best in 3D, for torn chordae, the flail scallop and vegetations below the leaflets"

    fever = evidence(signs.FEVER, seen_in=0.82, why="Most have fever, but infected chordae may tear late, under treatment, when the fever has gone.")
    inflammation = evidence(signs.INFLAMMATION, seen_in=0.92, why="Raised markers are what tells an infected from a degenerative rupture.", source=TFC)
    culture_positive = evidence(
        signs.CULTURE_POSITIVE,
        seen_in=0.82,
        why="Positive blood cultures separate this from a spontaneous rupture; after treatment they are sterile.",
        source=TFC,
    )
    culture_typical = evidence(signs.CULTURE_TYPICAL, seen_in=0.72, why="Staphylococci, streptococci and enterococci cause most valve infections.")
    vegetation = evidence(
        signs.VEGETATION,
        seen_in=0.78,
        why="A vegetation on leaflet or chordae; without it echo cannot tell an infected from a degenerative rupture.",
        source=TFC,
    )
    chordae_torn = evidence(signs.CHORDAE_TORN, seen_in=0.85, why="Torn chordae are the lesion itself.")
    flail = evidence(signs.FLAIL, seen_in=0.8, why="A leaflet whose chordae are eaten through becomes flail.")
    subvalvular_loose = evidence(signs.SUBVALVULAR_LOOSE, seen_in=0.15, why="Infection below the leaflets leaves loose, mobile strands.")
    papillary_torn = evidence(signs.PAPILLARY_TORN, seen_in=0.04, why="Rarely the infection, or an aortic jet, reaches the papillary muscle and it tears.")
    hole = evidence(
        signs.HOLE_IN_LEAFLET,
        seen_in=0.05,
        why="A hole in one leaflet beside torn chordae of the other suggests infection as the one cause of both.",
        source=TMV,
    )
    leaflet_aneurysm = evidence(signs.LEAFLET_ANEURYSM, seen_in=0.02, why="A leaflet sac belongs to perforation rather than to torn chordae.")
    myxomatous_leaflets = evidence(signs.REDUNDANT_LEAFLETS, seen_in=0.09, why="Prolapse lies beneath a good part of infected ruptures.", source=POR)
    myxomatous_at_operation = evidence(signs.PATHOLOGY_MYXOMATOUS, seen_in=0.12, why="A myxomatous valve is a common ground for infection.")
