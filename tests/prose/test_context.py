"""What the words around a finding make of it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

import pytest

from mrddx.facts.findings import Burden, Catalogue
from mrddx.prose import Status, read_text
from mrddx.prose.context import manners
from mrddx.prose.lexicon import Lexicon, Phrase, lexicon
from mrddx.prose.tokens import sentences
from mrddx.prose.words import thesaurus

from .said import exact, said, ways

TOYS = Catalogue("Toys", Burden.HISTORY)
WORDS = ("fever", "chills", "rash", "cough", "vegetation", "murmur", "prolapse", "chest pain")
FINDINGS = {word: TOYS.yes_no(word.replace(" ", "_"), word, word) for word in WORDS}

PRESENT, ABSENT = (False, Status.SAID), (True, Status.SAID)
UNCERTAIN, FAMILY, PAST, HYPOTHETICAL, LATER = (Status.UNCERTAIN, Status.FAMILY, Status.PAST, Status.HYPOTHETICAL, Status.LATER)


def toy() -> Lexicon:
    filed: dict[str, list[Phrase]] = defaultdict(list)
    for word, finding in FINDINGS.items():
        names = thesaurus().names(word)
        filed[names[0]].append(Phrase(names, finding, True))
    return replace(lexicon(), filed={name: tuple(filed[name]) for name in filed})


def manner_of(text: str) -> dict[str, tuple[bool, Status]]:
    """For each of the toy findings that a text names: whether it is negated, and how it is said."""
    found = {}
    for sentence in sentences(text):
        named = exact(sentence.tokens, toy())
        for match, manner in zip(named, manners(sentence, named) if named else [], strict=True):
            assert match.phrase.finding is not None
            found[match.phrase.finding.label] = (manner.negated, manner.status)
    return found


def status_of(text: str, word: str) -> Status:
    return manner_of(text)[word][1]


class TestNegation:
    @pytest.mark.parametrize(
        "text",
        [
            "no fever", "No evidence of fever.", "without fever", "denies fever", "negative for fever", "never had fever", "no signs of fever", "free of fever",
            "fever absent", "fever was not seen", "Fever: no", "Fever: none", "fever (-)", "fever excluded", "fever was ruled out", "fever is denied",
            "She did not have fever", "lack of fever", "no history of fever", "not known to have fever", "neg for fever", "no longer has fever",
        ],
    )  # fmt: skip
    def test_said_to_be_absent(self, text: str) -> None:
        assert manner_of(text) == {"fever": ABSENT}

    @pytest.mark.parametrize("text", ["fever", "There is fever.", "fever (+)", "fever present", "She has fever.", "Fever: yes"])
    def test_said_to_be_present(self, text: str) -> None:
        assert manner_of(text) == {"fever": PRESENT}

    @pytest.mark.parametrize(
        "text", ["no fever or chills", "neither fever nor chills", "no fever and no chills", "no fever, no chills", "denies fever, chills", "no fever/chills"]
    )
    def test_two_at_once(self, text: str) -> None:
        assert manner_of(text) == {"fever": ABSENT, "chills": ABSENT}

    @pytest.mark.parametrize(
        "text",
        [
            "No fever, chills, cough or rash.",
            "No fever, chills, cough, or rash.",
            "Denies fever, chills, cough, rash.",
            "Denies any fever, chills, cough and rash.",
        ],
    )
    def test_a_list(self, text: str) -> None:
        assert manner_of(text) == dict.fromkeys(("fever", "chills", "cough", "rash"), ABSENT)

    @pytest.mark.parametrize(
        "text",
        [
            "No fever but a murmur.", "No fever, new murmur.", "No fever; murmur.", "No fever. Murmur.", "No fever, murmur 3/6 at the apex.",
            "No fever however a murmur",
            "No fever, but a loud murmur", "no fever, has a murmur", "murmur without fever", "murmur, no fever", "no fever although there is a murmur",
            "fever absent, murmur loud",
            "no fever with a loud murmur", "no fever, although murmur", "A murmur but no fever",
        ],
    )  # fmt: skip
    def test_where_a_no_ends(self, text: str) -> None:
        assert manner_of(text) == {"fever": ABSENT, "murmur": PRESENT}

    def test_a_list_that_ends_before_something_else(self) -> None:
        assert manner_of("No fever, chills or cough, but a murmur.") == {"fever": ABSENT, "chills": ABSENT, "cough": ABSENT, "murmur": PRESENT}

    def test_no_is_heard_across_a_wrapped_line(self) -> None:
        text = (
            "The transoesophageal echocardiogram showed a dilated left atrium and a normal valve, with no evidence of\n"
            "vegetation in any of the views, although the quality of the pictures that were taken was not at its best.\n"
        )
        assert manner_of(text)["vegetation"] == ABSENT

    def test_the_words_of_the_finding_do_not_deny_it(self) -> None:
        assert said("no anticoagulation").get("anticoagulation_inadequate") is not False

    @pytest.mark.parametrize(
        "text", ["no doubt fever", "not only fever but chills", "not just fever", "without doubt fever", "no change: fever", "no improvement of the fever"]
    )
    def test_a_no_that_is_none(self, text: str) -> None:
        assert manner_of(text)["fever"] == PRESENT


class TestUncertainty:
    @pytest.mark.parametrize(
        "text",
        [
            "possible vegetation", "Possibly vegetation.", "probable vegetation", "suspected vegetation", "vegetation cannot be excluded",
            "cannot exclude vegetation",
            "rule out vegetation", "vegetation?", "?vegetation", "? vegetation", "vegetation (?)", "suspicious for vegetation", "concern for vegetation",
            "may be vegetation",
            "vegetation is possible", "vegetation is unlikely", "unclear whether vegetation", "query vegetation", "vegetation was not excluded",
            "r/o vegetation",
            "vegetation versus prolapse", "vegetation not assessed", "it could be vegetation", "vegetation to be excluded", "likely vegetation",
            "questionable vegetation",
        ],
    )  # fmt: skip
    def test_stays_open(self, text: str) -> None:
        assert status_of(text, "vegetation") is UNCERTAIN

    def test_what_cannot_be_excluded_is_not_absent(self) -> None:
        assert manner_of("Vegetation could not be excluded.")["vegetation"] == (False, UNCERTAIN)

    @pytest.mark.parametrize("text", ["possible vegetation, no fever", "Possible vegetation. No fever.", "possible vegetation but no fever"])
    def test_where_it_ends(self, text: str) -> None:
        assert manner_of(text) == {"vegetation": (False, UNCERTAIN), "fever": ABSENT}

    def test_nothing_uncertain_becomes_known(self) -> None:
        assert "vegetation" not in said("Possible vegetation on the mitral valve.")


class TestFamily:
    @pytest.mark.parametrize(
        "text",
        [
            "mother with prolapse", "Her father had prolapse.", "prolapse in her mother", "Family history: prolapse", "Family history of prolapse",
            "sister: prolapse", "his mother has prolapse",
            "Her brother is known for prolapse", "brother was found to have prolapse", "FH prolapse", "prolapse runs in the family",
            "maternal aunt with prolapse",
        ],
    )  # fmt: skip
    def test_of_a_relative(self, text: str) -> None:
        assert status_of(text, "prolapse") is FAMILY

    @pytest.mark.parametrize(
        "text",
        [
            "Her mother had prolapse. The patient has a murmur.",
            "mother with prolapse; murmur",
            "Her mother had prolapse but she has a murmur",
            "His father had prolapse, he has a murmur",
        ],
    )
    def test_the_patient_again(self, text: str) -> None:
        assert manner_of(text) == {"prolapse": (False, FAMILY), "murmur": PRESENT}

    def test_a_finding_about_relatives_is_said(self) -> None:
        assert said("Her mother has Marfan syndrome.")["family_marfan"] is True
        assert "marfan_known" not in said("Her mother has Marfan syndrome.")

    def test_a_relatives_finding_never_becomes_the_patients(self) -> None:
        assert "vegetation" not in said("Her brother was found to have a vegetation.")
        assert "fever" not in said("His mother has fever.")


class TestTime:
    @pytest.mark.parametrize(
        "text",
        [
            "history of fever",
            "previous fever",
            "fever years ago",
            "fever in childhood",
            "fever last year",
            "fever has resolved",
            "past fever",
            "fever three months ago",
            "status post fever",
        ],
    )
    def test_past(self, text: str) -> None:
        assert status_of(text, "fever") is PAST

    @pytest.mark.parametrize("text", ["history of fever, now chills", "Fever years ago. Chills.", "previous fever; chills"])
    def test_now_again(self, text: str) -> None:
        assert manner_of(text)["chills"] == PRESENT

    @pytest.mark.parametrize(
        "text", ["three-day history of fever", "3 week history of fever", "History of present illness: fever", "A 60-year-old man with fever"]
    )
    def test_a_history_that_is_of_now(self, text: str) -> None:
        assert manner_of(text)["fever"] == PRESENT

    @pytest.mark.parametrize(
        "text",
        [
            "Return if fever.",
            "Return if she has fever.",
            "If he has fever, call.",
            "advised to report fever",
            "in case of fever",
            "watch for fever",
            "prophylaxis against fever",
        ],
    )
    def test_hypothetical(self, text: str) -> None:
        assert status_of(text, "fever") is HYPOTHETICAL

    @pytest.mark.parametrize(
        "text",
        ["At follow-up fever", "after surgery fever", "postoperatively, fever", "fever two weeks later", "After repair there was fever", "on discharge fever"],
    )
    def test_later(self, text: str) -> None:
        assert status_of(text, "fever") is LATER

    def test_what_is_past_is_not_present(self) -> None:
        assert "fever" not in said("history of fever")

    def test_what_is_past_is_the_finding_that_means_its_past(self) -> None:
        assert ways("Myocardial infarction long ago.", "recent_infarction") == set()
        assert said("Myocardial infarction long ago.")["prior_infarction"] is True

    def test_what_lasts_is_said_though_it_was_long_ago(self) -> None:
        assert said("Rheumatic fever in childhood.")["rheumatic_fever_history"] is True


@pytest.mark.parametrize(
    "text", ["No new murmur.", "no new mitral regurgitation", "No previous pneumothorax.", "No known murmur.", "no earlier stroke", "No prior infarction."]
)
def test_a_no_before_new_or_previous_makes_nothing_present(text: str) -> None:
    """“No new murmur” may leave an old one open, but says of nothing that it is there."""
    assert not [id for id, value in said(text).items() if value not in (False, "none")]


def test_the_words_of_a_manner_are_in_the_sentence() -> None:
    (sentence,) = sentences("There is no evidence of fever.")
    found = exact(sentence.tokens, toy())
    (manner,) = manners(sentence, found)
    assert {sentence.tokens[place].text for place in manner.places} == {"no", "evidence", "of"}


def test_no_match_is_no_manner() -> None:
    (sentence,) = sentences("There is no evidence of it.")
    assert manners(sentence, []) == []


@pytest.mark.parametrize(
    ("heading", "status"),
    [("FAMILY HISTORY", Status.FAMILY), ("Family history:", Status.FAMILY), ("PLAN", Status.HYPOTHETICAL), ("Recommendations:", Status.HYPOTHETICAL)],
)
def test_what_stands_under_a_heading_is_said_of_a_relative_or_of_what_is_to_be_done(heading: str, status: Status) -> None:
    text = f"HISTORY\n- fever for a week\n\n{heading}\n- hypertension, diabetes\n\nEXAMINATION\n- vegetation\n"
    read = {mention.finding: mention.status for mention in read_text(text).mentions}
    assert read["hypertension"] is status
    assert read["diabetes"] is status
    assert read["fever"] is Status.SAID
    assert read["vegetation"] is Status.SAID
