"""Endocarditis of a mitral prosthesis, ring or device."""

from __future__ import annotations

from ...facts import history, prosthesis
from .. import signs
from ..model import Basis, Mechanism, Tempo, ValveClass, evidence, sign
from ..sources import ASE_SUMMARY, CAS, DUKE23, PET, PV1, TEACHING
from ._endocarditis import CONDUCTION_BLOCK_NEW, COXIELLA_OR_BARTONELLA_SEROLOGY, ActiveEndocarditis
from ._prosthesis import CALLED_RHEUMATIC_BEFORE, PROSTHESIS_EARLY, RHEUMATIC_FEVER_BEFORE, SOME_GRADIENT

ANIMAL_CONTACT = sign(history.animal_exposure, elsewhere=0.05)
LOOSE_AGAIN_AND_AGAIN = sign(prosthesis.repeated_mitral_operations & prosthesis.prosthesis_rocking, elsewhere=0.015)


class ProstheticEndocarditis(ActiveEndocarditis):
    """Infection of a mitral prosthesis, ring or device."""

    id = "prosthetic_endocarditis"
    name = "Prosthetic valve endocarditis"
    valve_class = ValveClass.PROSTHETIC
    tempo = {Tempo.ACUTE: 0.6, Tempo.ACUTE_ON_CHRONIC: 0.25, Tempo.CHRONIC: 0.15}
    mechanism = {Mechanism.PROSTHETIC: 0.97, Mechanism.I: 0.01, Mechanism.II: 0.011, Mechanism.IIIA: 0.003, Mechanism.IIIB: 0.003, Mechanism.SAM: 0.003}
    urgent = True
    look_for = (
        "three sets of blood cultures, Coxiella and Bartonella serology; transoesophageal echo for abscess and dehiscence, repeated within a week; FDG-PET"
    )

    mechanical = evidence(signs.PROSTHESIS_MECHANICAL, seen_in=0.43, why="Mechanical valves are infected at the sewing ring.", source=ASE_SUMMARY)
    bioprosthesis = evidence(
        signs.PROSTHESIS_BIOLOGICAL, seen_in=0.43, why="Tissue valves are infected about as often as mechanical ones, on the cusps.", source=ASE_SUMMARY
    )
    ring_or_clip = evidence(signs.RING_OR_REPAIR, seen_in=0.13, why="A ring or clip is foreign material too, but is infected less often than a whole valve.")
    soon_after_operation = evidence(PROSTHESIS_EARLY, seen_in=0.25, why="The risk is highest in the first months after the operation.")
    fever = evidence(
        signs.FEVER, seen_in=0.82, why="Fever with a prosthesis is endocarditis until shown otherwise; chronic Q fever may lack it.", source=TEACHING
    )
    inflammation = evidence(signs.INFLAMMATION, seen_in=0.9, why="Raised markers are what tells an infected from a sterile leak.")
    culture_positive = evidence(
        signs.CULTURE_POSITIVE, seen_in=0.8, why="Blood cultures are positive in most; sterile cultures off antibiotics point to a sterile leak."
    )
    culture_typical = evidence(
        signs.CULTURE_TYPICAL, seen_in=0.7, why="Staphylococci lead, skin staphylococci above all in the first year after the operation.", source=PV1
    )
    serology = evidence(
        COXIELLA_OR_BARTONELLA_SEROLOGY, seen_in=0.1, why="Chronic Q fever settles on prostheses and smoulders for years with sterile cultures."
    )
    animal_contact = evidence(ANIMAL_CONTACT, seen_in=0.15, why="Contact with livestock raises the question of Q fever.")
    vegetation = evidence(
        signs.VEGETATION, seen_in=0.62, why="The shadow of the prosthesis hides vegetations; transoesophageal echo found 81 % of infections.", source=CAS
    )
    abscess = evidence(signs.ABSCESS, seen_in=0.3, why="Infection starts at the sewing ring; a third or more have spread around it.", source=PV1)
    rocking = evidence(signs.PROSTHESIS_ROCKING, seen_in=0.35, why="A prosthesis that comes loose anew is a major criterion of infection.", source=DUKE23)
    loose_again = evidence(LOOSE_AGAIN_AND_AGAIN, seen_in=0.15, why="A prosthesis that tears free after every operation is infected until shown otherwise.")
    paravalvular_jet = evidence(signs.PARAVALVULAR_JET, seen_in=0.5, why="Infection loosens the ring and opens a leak beside it.", source=ASE_SUMMARY)
    transvalvular_jet = evidence(
        signs.TRANSVALVULAR_JET, seen_in=0.3, why="In a tissue valve the infection starts on the cusps and leaks through them.", source=ASE_SUMMARY
    )
    cusp_torn = evidence(signs.CUSP_TORN, seen_in=0.06, why="Infected cusps tear or perforate.", source=ASE_SUMMARY)
    occluder_stuck = evidence(signs.OCCLUDER_STUCK, seen_in=0.015, why="A vegetation may jam an occluder.")
    clot_or_mass = evidence(signs.PROSTHESIS_CLOT_OR_PANNUS, seen_in=0.06, why="Clot and vegetation look alike; both can sit on an infected prosthesis.")
    gradient_raised = evidence(signs.PROSTHESIS_GRADIENT_RAISED, seen_in=0.15, why="Large vegetations narrow the opening.")
    haemolysis = evidence(signs.HAEMOLYSIS, seen_in=0.07, why="A leak beside the ring may break red cells, but this is rather the mark of a sterile leak.")
    pet = evidence(
        signs.PET_POSITIVE, seen_in=0.86, why="PET finds 86 % of prosthetic infections; caution in the first three months.", source=PET, basis=Basis.COHORT
    )
    pathology = evidence(signs.PATHOLOGY_INFECTIVE, seen_in=0.8, why="Culture, PCR or histology of the removed prosthesis settles it.", source=DUKE23)
    infection_past = evidence(signs.ENDOCARDITIS_PAST, seen_in=0.2, why="The valve was often replaced for endocarditis, which comes back.")
    infection_source = evidence(signs.INFECTION_SOURCE, seen_in=0.4, why="Lines, dialysis, teeth or another focus seed the prosthesis.")
    conduction_block_new = evidence(CONDUCTION_BLOCK_NEW, seen_in=0.13, why="A new conduction block in prosthetic infection means an abscess.", source=TEACHING)
    vegetation_other_valve = evidence(signs.VEGETATION_OTHER_VALVE, seen_in=0.12, why="Two infected valves, or infection spread from an aortic prosthesis.")
    rheumatic_fever = evidence(RHEUMATIC_FEVER_BEFORE, seen_in=0.18, why="Rheumatic disease was often the reason for the first operation.")
    called_rheumatic = evidence(CALLED_RHEUMATIC_BEFORE, seen_in=0.22, why="The label rheumatic often stays from the native valve.")
    some_gradient = evidence(SOME_GRADIENT, seen_in=0.28, why="Every prosthesis has a gradient; vegetations add to it.")
