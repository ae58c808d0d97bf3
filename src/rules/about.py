"""What the program is, for whom, what it is not for, and the attributes that a reader of decision support may ask for.

Sentences, and the findings that they speak of; how many rules read a finding is counted elsewhere, never typed here. The pages
docs/intended-use.md and docs/source-attributes.md say the same sentences, and a test holds them to it.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..facts import history, patient, symptoms
from ..facts.findings import Finding

PURPOSE = (
    "mrddx helps a health professional to think through why a patient's mitral valve leaks. It takes findings that somebody reports, ranks the causes "
    "that it knows, and shows for each what speaks for it, what speaks against it, what is unknown, and what all of that rests on."
)
USERS = (
    "Physicians and other professionals who can read an echo report and can judge every step for themselves; analysts of registries who answer for "
    "what they conclude; teachers and their students."
)
PLACE = "At a desk, with time to read the reasons. It has no clock, no link to a monitor and no access to a record."
NOT_FOR: tuple[str, ...] = (
    "It must not decide: not a diagnosis, not a treatment, not an operation, not who goes home.",
    "It must not be used by patients or relatives on their own.",
    "It must not replace an examination, an echo study or a call for help, and nothing that is urgent may wait for it.",
    "It must not be used to rule a cause out: a low place in the list is not a negative test.",
    "It must not be used for a patient without mitral regurgitation, for screening, for prognosis, or for a valve other than the mitral.",
    "It must not be wired to act by itself: no order, no alarm, no message without a person who has read the reasons.",
)
REVIEW: tuple[str, ...] = (
    "Every line of an answer shows this patient's values, the reason in a sentence, and what it rests on: a figure from a reference, a reference for "
    "the fact with a judged figure, or judgement.",
    "`mrddx explain` shows every rule of a cause with what decided or stopped it; `mrddx causes` and `mrddx rules` show every number; `mrddx sources` "
    "shows every reference, whether its figure was read or recalled, and the rules that rest on it.",
    "How a rank is made is on one page, docs/model.md, and can be done by hand.",
    "What is unknown is named, and what would change the order most is asked first.",
)
REGULATORS = (
    "No regulator, in any country, has evaluated mrddx, and none has cleared, approved or certified it. It is not offered as a medical device, and this "
    "page makes no claim about what the law of a country would call it: whoever puts it to use must find that out first."
)
DEVELOPMENT: tuple[str, ...] = (
    "Causes, findings and rules were written from published series, case reports, reviews and guidelines.",
    "A rule's frequency is measured in a study, derived from one, or judged in a named band; most are judged, and each rule says which it is.",
    "How often a sign is found elsewhere, in causes that do not mention it, is always judged; so are the frequencies for tempo and mechanism that stand "
    "beside a measured one.",
    "A figure that nobody could read again is entered as judgement, even where a reference is named for the fact.",
    "How common each cause is to begin with, in each setting, is judged from published series.",
    "The temperature that flattens the probabilities was chosen by how well they fit cases of known cause. No other number was fitted by a program; some "
    "judged frequencies were mended by hand after misses on such cases were read.",
    "Nobody but the authors has checked the rules.",
)
VALIDATION = (
    "How often it was right, on cases that it was tuned with and on cases held out, stands in README.md under “How right is it?” and in "
    "cases/held_out/README.md. They are published cases, hence unusual ones, and few. It has not been tried on patients as they come, and no figures are "
    "given by age, sex or origin."
)
MAINTENANCE = (
    "There is no fixed schedule and no promise of one. A guideline that changes is not noticed by itself: the year of a reference stands with it, "
    "where the copy that was read showed one. What changes for users stands in CHANGELOG.md; the version and the SHA-256 of the knowledge base stand in "
    "every JSON and Markdown answer."
)
LIMITS: tuple[str, ...] = (
    "It knows only what was reported to it. A finding that is wrong, missing or misread upstream is not noticed, unless it contradicts another.",
    "What was not reported is unknown, never absent: few findings give a flat list, and a flat list says little.",
    "A probability orders and compares causes within this list; it is not a measured frequency in patients like this one.",
    "It knows a limited number of causes. One that it does not know can only show as “none of these”.",
    "Two causes at once are named beside each other, but share one list of probabilities.",
    "What is read from free text is read by words, without understanding: it can miss what is said in others, and take one word for another. Every finding "
    "is shown with the words that it came from, to be checked before it is believed.",
)


@dataclass(frozen=True, slots=True)
class Attribute:
    """One source attribute with this program's answer. ``reads`` are the findings that it concerns, if the program has any."""

    number: int
    title: str
    answer: str
    reads: tuple[Finding, ...] = ()


RULE = "45 CFR 170.315(b)(11)(iv)(A)"
RULE_READ = (
    "The text of the regulation itself was not read. The list was read in two places that agree in number, order and content: the source code of OpenEMR "
    "(github.com/openemr/openemr, src/ClinicalDecisionRules/Interface/RuleLibrary/Rule.php), which names the paragraph of each attribute, and the "
    "documentation of Aidbox (docs.aidbox.app, “The b11 decision support interventions”, page “Source attributes”). The titles here are short forms. "
    "The rule binds makers of certified health record software; mrddx is none, and answers because the questions are good. A proposal of "
    "December 2025 (HTI-5) would narrow the criterion; of it only comments by others were read."
)
ATTRIBUTES: tuple[Attribute, ...] = (
    Attribute(
        1, "Bibliographic citation of the intervention",
        "Each rule names its own reference; there is no single paper behind the program. `mrddx sources` lists every reference with title, place and "
        "identifier, says whether its figure was read or recalled, and lists the rules that rest on it.",
    ),
    Attribute(2, "Developer of the intervention", "The mrddx project, open source."),
    Attribute(3, "Funding source of the technical implementation", "None declared."),
    Attribute(
        4, "Release and revision dates",
        "The program has not been released yet. The knowledge base is named by year and month of its last revision and by its SHA-256; what changed for "
        "users stands in CHANGELOG.md; the year of a reference, where the copy that was read showed one, stands in `mrddx sources`.",
    ),
    Attribute(
        5, "Use of race",
        "None: no finding holds it and no rule reads it. The region where a patient grew up is asked as an exposure and can stand in for race or "
        "ethnicity; see 12. The kidney formula is the CKD-EPI equation of 2021, which has no term for race.",
    ),
    Attribute(6, "Use of ethnicity", "None: no finding holds it and no rule reads it. See 5 and 12."),
    Attribute(7, "Use of language", "None: no finding holds it and no rule reads it. The program reads and writes English only."),
    Attribute(8, "Use of sexual orientation", "None: no finding holds it and no rule reads it."),
    Attribute(
        9, "Use of gender identity", "None: no finding holds it and no rule reads it. The word “gender” in a case file is taken for the sex of 10.",
    ),
    Attribute(
        10, "Use of sex",
        "Yes: female or male, as reported, and it may be left out. It makes some causes more or less likely, sets limits of chamber size, and enters the "
        "kidney formula and items of formal criteria. No other value is accepted.",
        (patient.sex,),
    ),
    Attribute(
        11, "Use of date of birth",
        "No date of birth: an age in years or an age group, and it may be left out. Under 18 the children's shares of the causes replace the adults' by "
        "themselves. Age also makes causes more or less likely, sets limits of measurements, and enters the kidney formula and items of formal criteria.",
        (patient.age_years, patient.age_group),
    ),
    Attribute(
        12, "Use of social determinants of health",
        "Nothing on income, housing, education, food or transport. Asked as exposures: the region where the patient grew up, life in the tropics, a "
        "population at risk of rheumatic fever, contact with animals. The setting, which the user chooses, says how common each cause is where the "
        "patient is seen; one is called low income.",
        (patient.endemic_rheumatic_region, patient.tropical_residence, patient.rheumatic_risk_population, history.animal_exposure),
    ),
    Attribute(
        13, "Use of health status assessments",
        "No score of function, disability or cognition. The New York Heart Association class, pregnancy and the time around birth, smoking, alcohol and "
        "injection of drugs can be reported.",
        (symptoms.nyha_class, history.pregnancy, history.peripartum, history.smoking, history.alcohol_excess, history.injection_drug_use),
    ),
)
