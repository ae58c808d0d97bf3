"""Free text into mentions: what is said, where, and what was not understood."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from mrddx.facts.case import Case, find
from mrddx.prose import Status, read_text, settle
from mrddx.prose.lexicon import lexicon
from mrddx.prose.tokens import sentences, tokens_of
from mrddx.prose.words import thesaurus

from .phrases import written
from .said import read_set, said, way

LINE = "62F, EF 30%, hx inferior MI 3 d ago, new holosystolic murmur 3/6 apex, no fever, Cr 4.5 mg/dL, TOE flail P2 with jet anteriorly directed"

unhurried = settings(deadline=None, max_examples=60)  # the first example builds the lexicon


class TestOneLine:
    @pytest.mark.parametrize(
        ("finding", "value"),
        [
            ("age_years", 62.0), ("sex", "female"), ("lvef", 30.0), ("days_since_infarction", 3.0), ("infarct_territory.inferior", True), ("murmur_new", True),
            ("murmur_grade", 3.0), ("murmur_timing", "holosystolic"), ("fever", False), ("creatinine", 4.5), ("flail_segments.P2", True),
            ("jet_direction", "anterior"),
        ],
    )  # fmt: skip
    def test_a_clinicians_line(self, finding: str, value: object) -> None:
        assert said(LINE).get(finding) == value

    def test_nothing_in_it_is_disputed_or_open(self) -> None:
        found = settle(read_text(LINE))
        assert found.contradictions == ()
        assert found.open == ()

    def test_it_is_a_case(self) -> None:
        findings = said(LINE)
        age, sex = findings.pop("age_years"), findings.pop("sex")
        assert Case.model_validate({"id": "line", "age": age, "sex": sex, "findings": findings}).values()["lvef"] == 30.0


class TestQuantities:
    @pytest.mark.parametrize(
        "text", ["LVEF 30 %", "EF 30%", "ejection fraction of 30 %", "30 % EF", "the ejection fraction was 30 percent", "LVEF: 30", "EF thirty percent"]
    )
    def test_number_and_name_in_either_order(self, text: str) -> None:
        assert said(text) == {"lvef": 30.0}

    def test_units_are_turned_into_the_findings_own(self) -> None:
        assert said("LVEDD 5.6 cm") == {"lvedd": 56.0}
        assert said("EROA 40 mm²")["eroa"] == pytest.approx(0.4)
        assert said("creatinine 400 µmol/L")["creatinine"] == pytest.approx(4.52, abs=0.01)

    @pytest.mark.parametrize("text", ["EROA 40 mm²", "EROA 40 mm2", "EROA 0.4 cm²", "EROA 0.4 cm2"])
    def test_a_unit_that_was_said_is_no_guess(self, text: str) -> None:
        (mention,) = read_text(text).mentions
        assert mention.value == pytest.approx(0.4)
        assert mention.remark == ""

    def test_a_unit_that_was_not_said_is_remarked(self) -> None:
        (mention,) = read_text("creatinine 400").mentions
        assert mention.value == pytest.approx(4.52, abs=0.01)
        assert "umol/L" in mention.remark

    def test_each_name_has_its_own_number(self) -> None:
        assert said("LVEF 55 %, LVEDD 60 mm, LVESD 40 mm") == {"lvef": 55.0, "lvedd": 60.0, "lvesd": 40.0}
        assert said("BP 90/60 mmHg, heart rate 120/min, temperature 38.4 °C") == {
            "systolic_bp": 90.0, "diastolic_bp": 60.0, "heart_rate": 120.0, "temperature": 38.4,
        }  # fmt: skip

    def test_a_value_that_cannot_be_is_not_read(self) -> None:
        assert "lvef" not in said("LVEF 300 %")
        assert "lvef" not in said("LVEF 30 kg")

    def test_a_name_without_a_number_says_nothing(self) -> None:
        assert said("The LVEF was looked at.") == {}

    @pytest.mark.parametrize("text", ["MI 3 days ago", "MI 3 Days ago", "MI three days ago", "MI 3 d ago"])
    def test_times(self, text: str) -> None:
        assert said(text)["days_since_infarction"] == 3.0

    def test_a_negation_does_not_take_a_measured_number(self) -> None:
        assert said("no fever, LVEF 30 %") == {"fever": False, "lvef": 30.0}


class TestOptions:
    def test_a_grade(self) -> None:
        assert said("severe mitral regurgitation")["mr_grade"] == "severe"
        assert said("mild MR")["mr_grade"] == "mild"

    def test_segments(self) -> None:
        assert said("flail P2")["flail_segments.P2"] is True
        assert "flail_segments.P1" not in said("flail P2")

    @pytest.mark.parametrize("text", ["flail P2 and P3", "flail of P2 and P3", "P2 and P3 are flail", "flail P2, P3"])
    def test_two_segments(self, text: str) -> None:
        found = said(text)
        assert found.get("flail_segments.P2") is True
        assert found.get("flail_segments.P3") is True

    def test_one_segment_and_not_the_other(self) -> None:
        assert said("flail of P2 but not of P3").get("flail_segments.P3") is not True


class TestValves:
    def test_another_valves_disease_is_not_the_mitral_valves(self) -> None:
        found = said("The aortic valve is calcified and thickened.")
        assert not [id for id in found if (finding := find(id)) is not None and finding.kind == thesaurus().subject.kind]

    def test_each_valve_has_its_own(self) -> None:
        found = said("Severe mitral regurgitation, mild aortic regurgitation.")
        assert (found["mr_grade"], found["aortic_regurgitation"]) == ("severe", "mild")

    def test_one_leaflet_normal_is_not_the_valve_normal(self) -> None:
        found = said("Anterior leaflet normal, posterior leaflet flail.")
        assert found.get("leaflets_normal") is not True
        assert found["flail_posterior"] is True


class TestWhatIsLeft:
    def test_what_was_not_understood_is_shown(self) -> None:
        reading = read_text("No fever. Zbrskl qwpt.")
        assert [reading.quote(passage) for passage in reading.left] == ["Zbrskl qwpt"]

    def test_what_was_understood_is_not(self) -> None:
        assert read_text("No fever.").left == ()
        assert read_text("LVEF 30 %").left == ()

    def test_empty_text_says_nothing(self) -> None:
        reading = read_text("")
        assert (reading.mentions, reading.left) == ((), ())

    def test_a_quote_is_on_one_line(self) -> None:
        text = (
            "It was the case that the whole of the large vegetation was attached to the\n"
            "anterior leaflet and moved with it in every single beat of the heart.\n"
        )
        reading = read_text(text)
        assert reading.mentions
        assert not ["\n" for mention in reading.mentions if "\n" in reading.quote(mention)]


def test_how_it_is_said_is_told() -> None:
    assert way("possible vegetation", "vegetation") == (True, Status.UNCERTAIN)
    assert way("no vegetation", "vegetation") == (False, Status.SAID)
    assert way("history of fever", "fever") == (True, Status.PAST)
    assert way("Return if fever.", "fever") == (True, Status.HYPOTHETICAL)


def test_a_dictated_note_without_full_stops_is_read_in_parts_of_a_bearable_length() -> None:
    text = "no fever, new holosystolic murmur 3/6 at the apex, EF 30 %, " * 40
    parts = sentences(text)
    assert max(len(part.tokens) for part in parts) <= 90
    assert [token.text for part in parts for token in part.tokens] == [token.text for token in tokens_of(text)]
    assert len([mention for mention in read_text(text).mentions if mention.finding == "lvef"]) == 40


@pytest.mark.parametrize(
    "text", ["fıfty % EF", "5 year old gırl", "MI sıx days ago", "²", "١٢ days", "\ud800", "İ", "\0", "(" * 500, "no " * 500, "? ? ?", "1/2/3/4", "3 of 6 of 6"]
)
def test_odd_text_is_read(text: str) -> None:
    read_text(text)


# For any text

PHRASES = [one.text for one in written() if one.finding is not None][::20]
OTHER = [
    "no", "without", "possible", "mother", "history of", "if", "later", ",", ".", ";", "\n", "\n\n", ":", "?", "(", ")", "- ", "and", "or", "but", "62F",
    "30 %", "3/6", "4.5 mg/dL", "1:640",
    "120/80", "from", "to", "days ago", "sıx", "ECHO", "Echo:", "she", "his", "P2", "A3", "MR", "ruled out", "3+", "IV", "²",
]  # fmt: skip
ANY_TEXT = st.text(max_size=60) | st.lists(st.sampled_from(PHRASES) | st.sampled_from(OTHER) | st.text(max_size=5), max_size=12).map(" ".join)


@unhurried
@given(ANY_TEXT)
def test_any_text_is_read_and_every_mention_can_stand_in_a_case(text: str) -> None:
    reading = read_text(text)
    for mention in reading.mentions:
        assert 0 <= mention.start < mention.end <= len(text)
        assert find(mention.finding) is not None, mention.finding
        if mention.finding != "age_years":
            Case(id="x", findings={mention.finding: mention.value})
        else:
            assert isinstance(mention.value, float)
            Case(id="x", age=mention.value)
    for passage in reading.left:
        assert 0 <= passage.start < passage.end <= len(text)
    assert [mention.start for mention in reading.mentions] == sorted(mention.start for mention in reading.mentions)


@unhurried
@given(ANY_TEXT)
def test_any_text_is_settled_once(text: str) -> None:
    reading = read_text(text)
    found = settle(reading)
    disputed = {contradiction.finding for contradiction in found.contradictions}
    assert disputed.isdisjoint(found.findings)
    assert set(found.findings) | disputed | {mention.finding for mention in found.open} <= {mention.finding for mention in reading.mentions}


SENTENCES = [
    "No fever.", "LVEF 30 %.", "New holosystolic murmur.", "Flail P2.", "Possible vegetation.", "Severe mitral regurgitation.", "Creatinine 4.5 mg/dL.",
    "Rheumatic fever in childhood.",
    "Mother had Marfan syndrome.", "BP 120/80 mmHg.", "Q waves absent.", "Denies chest pain or palpitations.", "Atrial fibrillation.", "A 62-year-old woman.",
]  # fmt: skip
EMPTY = ["Thank you for the referral.", "The letter was typed on Monday.", "We talked about the garden.", "It rained.", "Zbrskl qwpt."]


def test_the_empty_sentences_are_empty() -> None:
    assert [sentence for sentence in EMPTY if read_text(sentence).mentions] == []


@unhurried
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6), st.sampled_from(EMPTY), st.data())
def test_a_sentence_that_says_nothing_changes_nothing(parts: list[str], empty: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(parts)))
    assert read_set(" ".join([*parts[:place], empty, *parts[place:]])) == read_set(" ".join(parts))


@unhurried
@given(st.permutations(SENTENCES), st.integers(2, 6))
def test_sentences_about_different_findings_can_change_places(parts: list[str], count: int) -> None:
    chosen = parts[:count]
    assert said(" ".join(chosen)) == said(" ".join(reversed(chosen)))
    assert read_set(" ".join(chosen)) == set().union(*map(read_set, chosen))


DENYING = {
    "no", "not", "non", "nor", "without", "never", "neither", "none", "nil", "absent", "absence", "negative", "neg", "denies", "denied", "deny", "denying",
    "free", "lack", "lacks", "lacking",
    "excluded", "excludes", "normal", "unremarkable", "ruled", "rules", "clear", "devoid", "rather", "instead", "nothing", "nobody", "nowhere", "cannot",
    "failed", "fails", "argues", "speaks",
    "ve", "t", "further", "unlikely",
}  # fmt: skip


@unhurried
@given(
    st.lists(st.sampled_from([one.text for one in written() if one.finding is not None and one.key not in ("no", "none")][::10]), min_size=1, max_size=5),
    st.sampled_from([", ", ". ", "; ", " and "]),
)
def test_unknown_is_not_absent(phrases: list[str], joint: str) -> None:
    """Without a denying word, and without a phrase of the lexicon that itself means an absence, nothing is read as absent."""
    text = joint.join(phrases)
    tokens = tokens_of(text)
    assume(DENYING.isdisjoint(token.text.casefold() for token in tokens) and not any("'t" in token.text for token in tokens))
    names = frozenset(term.name for term in thesaurus().terms(tokens))
    assume(not [phrase for phrase in lexicon().candidates(names) if phrase.says in (False, "none")])
    assert [mention for mention in read_text(text).mentions if mention.value in (False, "none")] == []
