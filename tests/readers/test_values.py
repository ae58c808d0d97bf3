"""One raw value for one finding: what is read, what is read with a doubt, what is refused and how it says to mend it."""

from __future__ import annotations

import datetime
import math
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from mrddx.facts.case import Case, in_own_unit
from mrddx.facts.findings import Burden, Catalogue, Choice, Choices, Finding, Quantity, YesNo
from mrddx.facts.units import spell_unit
from mrddx.facts.vocabulary import FINDINGS, atom
from mrddx.readers.values import ValueReading, read_age, read_value, unit_name

unhurried = settings(deadline=None)  # the first example builds the indices of the vocabulary

TOYS = Catalogue("Toys", Burden.HISTORY)
GRADE = TOYS.choice("grade", "Grade", {"none": "none", "mild": "mild|1+", "moderate": "moderate|2+", "severe": "severe|3+|very bad"}, "How bad?")
SEEN = TOYS.choice("seen", "Seen", {"none": "none|no", "present": "present|yes", "large": "large"}, "Is it seen?")

ALL = [*FINDINGS.values(), atom("flail_segments.P2")]
YES_NOS = [finding for finding in ALL if isinstance(finding, YesNo)]
QUANTITIES = [finding for finding in ALL if isinstance(finding, Quantity)]
CHOICES = [finding for finding in ALL if isinstance(finding, Choice)]
FAMILIES = [finding for finding in ALL if isinstance(finding, Choices)]
UNITS = [(quantity, unit) for quantity in QUANTITIES for unit in quantity.units]


def read(id: str, raw: object) -> ValueReading:
    return read_value({"grade": GRADE, "seen": SEEN}.get(id) or atom(id), raw)


def value(id: str, raw: object) -> object:
    """The value of something that is read without a doubt."""
    reading = read(id, raw)
    assert reading.problems == ()
    return reading.value


def warned(id: str, raw: object) -> tuple[Any, str]:
    """The value of something that is read with one doubt, and the doubt."""
    reading = read(id, raw)
    (problem,) = reading.problems
    assert problem.level == "warning"
    assert not reading.refused
    return reading.value, f"{problem.message}; {problem.mend}"


def refusal(id: str, raw: object) -> str:
    """Why something is refused, and how to mend it."""
    reading = read(id, raw)
    (problem,) = reading.problems
    assert problem.level == "error"
    assert reading.refused
    assert reading.value is None
    return f"{problem.message}; {problem.mend}"


class TestNothing:
    @pytest.mark.parametrize("raw", [None, "", " ", "\t\n"])
    @pytest.mark.parametrize("id", ["fever", "lvef", "mr_grade", "flail_segments"])
    def test_nothing_is_unknown_and_no_problem(self, id: str, raw: object) -> None:
        assert read(id, raw) == ValueReading()

    @pytest.mark.parametrize("id", ["fever", "lvef", "mr_grade", "flail_segments"])
    def test_a_block_of_names_is_no_value(self, id: str) -> None:
        assert "a value belongs here, not a block of names" in refusal(id, {"P2": True})

    @pytest.mark.parametrize("id", ["fever", "lvef", "mr_grade", "flail_segments"])
    def test_text_of_a_page_is_no_value(self, id: str) -> None:
        message = refusal(id, "long " * 1000)
        assert "is too long for a value; put free text into the comment" in message
        assert len(message) < 200


class TestDoubt:
    @pytest.mark.parametrize(
        "raw",
        """unknown|Unsure|uncertain|possible|possibly|probable|probably|likely|unlikely|suspected|maybe|perhaps|equivocal|borderline|query|?|yes?|?yes|±|+/-|n/a|NA|nd
        |not known|not done|Not  Tested|not assessed|not available|not reported|not excluded|cannot exclude|can't exclude|can’t exclude|cannot be excluded
        |cannot rule out|could not be ruled out|possible endocarditis|missing""".replace("\n        ", "").split("|"),
    )
    @pytest.mark.parametrize("id", ["fever", "lvef", "flail_segments"])
    def test_a_doubt_is_kept_as_unknown(self, id: str, raw: str) -> None:
        read_as, why = warned(id, raw)
        assert read_as is None
        assert "is not certain and is kept as unknown" in why

    def test_an_option_that_sounds_like_a_doubt_is_an_option(self) -> None:
        assert value("gene_fbn1", "uncertain") == "uncertain"
        assert value("lv_function", "borderline") == "mildly_reduced"

    @pytest.mark.parametrize("raw", ["mild?", "unknown", "possible", "cannot exclude severe"])
    def test_a_doubt_about_an_option(self, raw: str) -> None:
        assert warned("mr_grade", raw)[0] is None

    def test_a_number_with_a_question_mark(self) -> None:
        assert warned("lvef", "35?")[0] is None


class TestYesNo:
    @pytest.mark.parametrize("raw", ["yes", "Yes", "YES", "y", "true", "TRUE", "present", "positive", "pos", "+", "++", " yes ", True])
    def test_yes(self, raw: object) -> None:
        assert value("fever", raw) is True

    @pytest.mark.parametrize("raw", ["no", "No", "n", "false", "False", "absent", "not present", "Not  present", "negative", "neg", "-", "−", False])
    def test_no(self, raw: object) -> None:
        assert value("fever", raw) is False

    @pytest.mark.parametrize("raw", [1, 0, 39, 39.0, "1", "0", "39", "39 °C", "38,5"])
    def test_a_number_is_no_yes_or_no(self, raw: object) -> None:
        assert refusal("fever", raw).endswith("is a number, and this finding is a yes/no; write yes, no or unknown")

    @pytest.mark.parametrize("raw", ["severe-ish", "x", "yess", "ja", "none of these"])
    def test_another_word_is_refused(self, raw: str) -> None:
        assert "is not yes or no" in refusal("fever", raw)

    @pytest.mark.parametrize(
        ("id", "raw", "belongs"),
        [
            ("vegetation", "12 mm", "vegetation_length"),
            ("annular_calcification", "severe", "annular_calcification_grade"),
            ("fever", "3 weeks", "fever_weeks"),
            ("atrial_fibrillation", "paroxysmal", "atrial_fibrillation_kind"),
        ],
    )
    def test_a_value_that_fits_a_neighbour_is_sent_there(self, id: str, raw: str, belongs: str) -> None:
        assert refusal(id, raw).endswith(f"the value itself belongs to {belongs}")

    @pytest.mark.parametrize("raw", [["yes"], [], ("yes",), {"yes"}])
    def test_a_list_is_refused(self, raw: object) -> None:
        assert refusal("fever", raw) == "a list is given, and this finding takes one value; write yes, no or unknown"

    def test_an_option_of_a_family_is_a_yes_no(self) -> None:
        assert value("flail_segments.P2", "no") is False

    @unhurried
    @given(st.sampled_from(YES_NOS), st.booleans())
    def test_every_yes_no_reads_booleans_and_words(self, finding: YesNo, said: bool) -> None:
        assert read_value(finding, said).value is said
        assert read_value(finding, "present" if said else "absent").value is said


class TestNumbers:
    @pytest.mark.parametrize(
        ("id", "raw", "own"),
        [
            ("lvef", 35, 35.0),
            ("lvef", 35.5, 35.5),
            ("lvef", "35", 35.0),
            ("lvef", " 35 ", 35.0),
            ("lvef", "35%", 35.0),
            ("lvef", "35 %", 35.0),
            ("lvef", "35 percent", 35.0),
            ("lvef", "% 35", 35.0),
            ("lvef", "35.5", 35.5),
            ("lvef", "35,5", 35.5),
            ("lvef", "35,5 %", 35.5),
            ("lvef", "3.5e1", 35.0),
            ("lvef", "+35", 35.0),
            ("lvef", "=35", 35.0),
            ("lvef", "010", 10.0),
            ("eroa", ".4", 0.4),
            ("eroa", ",4", 0.4),
            ("eroa", "0,400", 0.4),
            ("eroa", "40 mm2", 0.4),
            ("eroa", "40 mm²", 0.4),
            ("eroa", "0.4 cm²", 0.4),
            ("aortic_root_z", "-1.5", -1.5),
            ("aortic_root_z", "−1.5", -1.5),
            ("vena_contracta", "0.7 cm", 7.0),
            ("vena_contracta", "7mm", 7.0),
            ("vena_contracta", "mm 7", 7.0),
            ("temperature", "38,5 °C", 38.5),
            ("temperature", "101.3 °F", 38.5),
            ("temperature", "101.3 F", 38.5),
            ("systolic_bp", "120 mmHg", 120.0),
            ("systolic_bp", "120 mmhg.", 120.0),
            ("heart_rate", "90/min", 90.0),
            ("heart_rate", "90 bpm", 90.0),
            ("days_since_infarction", "3", 3.0),
            ("days_since_infarction", "3 days", 3.0),
            ("days_since_infarction", "1 day", 1.0),
            ("days_since_infarction", "48 h", 2.0),
            ("days_since_infarction", "48 hours", 2.0),
            ("days_since_infarction", "2 weeks", 14.0),
            ("white_cells", "12.5 x 10^9/L", 12.5),
            ("white_cells", "12.5 10^9/L", 12.5),
            ("white_cells", "12.5 ×10⁹/L", 12.5),
            ("white_cells", "12500/µL", 12.5),
            ("white_cells", "12500 /mm3", 12.5),
            ("crp", "12 mg/dL", 120.0),
            ("egfr", "50 mL/min/1.73 m2", 50.0),
            ("murmur_grade", "3/6", 3.0),
            ("murmur_grade", "3 of 6", 3.0),
            ("murmur_grade", "3 out of 6", 3.0),
            ("cardiothoracic_ratio", "55 %", 0.55),
            ("qrs_duration", "0.16 s", 160.0),
        ],
    )
    def test_a_number_in_the_findings_own_unit(self, id: str, raw: object, own: float) -> None:
        assert value(id, raw) == own

    @pytest.mark.parametrize(("raw", "own"), [("106 µmol/L", 106 / 88.42), ("106 μmol/l", 106 / 88.42), ("0.09 mmol/L", 1.0179), ("umol/L 106", 106 / 88.42)])
    def test_creatinine(self, raw: str, own: float) -> None:
        assert value("creatinine", raw) == pytest.approx(own)

    def test_own_values_are_floats(self) -> None:
        assert type(value("lvef", 35)) is float

    @unhurried
    @given(st.sampled_from(UNITS), st.floats(0, 1))
    def test_any_accepted_unit_gives_the_same_value(self, pair: tuple[Quantity, str], share: float) -> None:
        quantity, unit = pair
        own = quantity.low + share * (quantity.high - quantity.low)
        factor, offset = quantity.units[unit]
        written = f"{(own - offset) / factor:.12f}"
        assume(quantity.low <= in_own_unit(quantity, float(written), unit) <= quantity.high)
        reading = read_value(quantity, f"{written} {unit_name(unit)}")
        assert not reading.refused
        assert isinstance(reading.value, float)
        assert reading.value == pytest.approx(own, rel=1e-6, abs=1e-6)

    @unhurried
    @given(st.sampled_from(UNITS), st.integers(0, 1000))
    def test_the_unit_may_stand_first(self, pair: tuple[Quantity, str], number: int) -> None:
        quantity, unit = pair
        assume(unit_name(unit).replace("/", "").isalpha())
        after, before = read_value(quantity, f"{number} {unit_name(unit)}"), read_value(quantity, f"{unit_name(unit)} {number}")
        assert after.value == before.value

    @unhurried
    @given(st.sampled_from(QUANTITIES), st.data())
    def test_a_number_is_read_as_its_text_is(self, quantity: Quantity, data: st.DataObject) -> None:
        number = data.draw(st.floats(quantity.low, quantity.high, allow_nan=False).map(lambda drawn: round(drawn, 3)))
        assert read_value(quantity, number).value == read_value(quantity, str(number)).value == number

    @pytest.mark.parametrize("pair", UNITS, ids=lambda pair: f"{pair[0].id} in {pair[1]}")
    def test_every_printed_unit_is_understood(self, pair: tuple[Quantity, str]) -> None:
        quantity, unit = pair
        if unit != "1":
            understood = spell_unit(unit_name(unit), frozenset(quantity.units))
            assert understood is not None
            assert quantity.units[understood] == quantity.units[unit]


class TestDoubtfulNumbers:
    @pytest.mark.parametrize(
        ("id", "raw", "middle"),
        [
            ("lvef", "60-65", 62.5),
            ("lvef", "60-65 %", 62.5),
            ("lvef", "60–65%", 62.5),
            ("lvef", "60 to 65 %", 62.5),
            ("lvef", "60 - 65", 62.5),
            ("days_since_infarction", "4-5 days", 4.5),
            ("days_since_infarction", "1-2 weeks", 10.5),
            ("murmur_grade", "2-3/6", 2.5),
            ("eroa", "0,3-0,5", 0.4),
        ],
    )
    def test_of_a_range_the_middle_is_used(self, id: str, raw: str, middle: float) -> None:
        read_as, why = warned(id, raw)
        assert read_as == pytest.approx(middle)
        assert "is a range; its middle is used" in why

    @pytest.mark.parametrize("raw", ["<40", "< 40", "less than 40", "below 40 %", "under 40"])
    def test_less_than_a_bound_does_not_reach_it(self, raw: str) -> None:
        read_as, why = warned("lvef", raw)
        assert read_as < 40
        assert read_as == pytest.approx(40)
        assert "just below 40 % is used" in why

    @pytest.mark.parametrize("raw", [">60", "> 60 %", "more than 60", "greater than 60", "over 60", "above 60"])
    def test_more_than_a_bound_is_beyond_it(self, raw: str) -> None:
        read_as, why = warned("lvef", raw)
        assert read_as > 60
        assert read_as == pytest.approx(60)
        assert "just above 60 % is used" in why

    @pytest.mark.parametrize(
        "raw", ["~60", "≥60", "≤ 60", "<=60", ">= 60", "about 60 %", "approx. 60", "ca. 60", "circa 60", "at least 60", "up to 60", "around 60"]
    )
    def test_another_sign_gives_the_number_itself(self, raw: str) -> None:
        read_as, why = warned("lvef", raw)
        assert read_as == 60.0
        assert "is not an exact number; 60 % is used" in why

    @pytest.mark.parametrize(("raw", "bound"), [("<3", 3.0), (">92", 92.0)])
    def test_a_bound_at_the_edge_of_what_is_plausible_stays_plausible(self, raw: str, bound: float) -> None:
        assert warned("lvef", raw)[0] == bound

    def test_a_converted_bound_is_not_reached_either(self) -> None:
        assert warned("eroa", "<40 mm2")[0] < 0.4

    @pytest.mark.parametrize("raw", ["1998", 1998])
    def test_a_year_where_a_time_belongs_is_doubted(self, raw: object) -> None:
        read_as, why = warned("days_since_infarction", raw)
        assert read_as == 1998.0
        assert "looks like a year; it is read as 1998 days" in why

    def test_a_year_with_a_unit_is_not(self) -> None:
        assert value("days_since_infarction", "1998 days") == 1998.0
        assert value("ntprobnp", "1998") == 1998.0


class TestRefusedNumbers:
    @pytest.mark.parametrize(
        "raw",
        ["nan", "NaN", ".nan", "inf", "-inf", ".inf", "-.INF", "Infinity", math.nan, math.inf, "1e999", 10**400, pytest.param(10**6000, id="6000 digits")],
    )
    def test_what_cannot_be_measured(self, raw: object) -> None:
        assert "is not a number that can be measured" in refusal("lvef", raw)

    @pytest.mark.parametrize(
        "raw",
        [
            *("2021-03-04", "2021/03/04", "04.03.2021", "4/3/21", "2021-03-04T10:00", "2021-03"),
            *("3 May 2021", "May 2021", "May 3, 2021", "3-Mar-2021", datetime.date(2021, 3, 4)),
        ],
    )
    def test_a_date(self, raw: object) -> None:
        assert "is a date, and a number belongs here; write a number in %" in refusal("lvef", raw)
        assert "is a date, and a number belongs here; write the time that has passed, such as 12 days" in refusal("days_since_infarction", raw)

    @pytest.mark.parametrize("raw", ["2019-2020", "2019/2020", "2019 – 2020"])
    def test_a_range_of_years_is_no_time(self, raw: str) -> None:
        assert "is a date" in refusal("days_since_infarction", raw)

    @pytest.mark.parametrize("raw", ["12:30", "8:05:10"])
    def test_a_time_of_day(self, raw: str) -> None:
        assert "is a time of day" in refusal("days_since_infarction", raw)

    @pytest.mark.parametrize("raw", ["120/80", "120 / 80", "120/80 mmHg", "120/80 mm Hg"])
    def test_two_numbers(self, raw: str) -> None:
        assert "is two numbers; write a number in mmHg or kPa" in refusal("systolic_bp", raw)

    @pytest.mark.parametrize(
        ("raw", "either"),
        [
            ("1,200", "write 1200 or 1.200"),
            ("1,200 pg/mL", "write 1200 pg/mL or 1.200 pg/mL"),
            ("<1,200", "write <1200 or <1.200"),
            ("pg/mL 1,200", "write pg/mL 1200 or pg/mL 1.200"),
            ("1000-1,500", "write 1000-1500 or 1000-1.500"),
        ],
    )
    def test_a_comma_that_can_be_read_in_two_ways(self, raw: str, either: str) -> None:
        assert refusal("ntprobnp", raw).endswith(f"can be read in two ways: the comma may divide thousands or decimals; {either}")

    @pytest.mark.parametrize(("raw", "whole"), [("12,000,000", "12000000"), ("1,200.5 pg/mL", "1200.5 pg/mL")])
    def test_commas_between_thousands(self, raw: str, whole: str) -> None:
        assert refusal("ntprobnp", raw).endswith(f"has commas between thousands; write {whole}")

    @pytest.mark.parametrize("raw", ["yes", True, False, "severe", "x35", "--35", "<>35", "< > 35", "35..5", b"35", Decimal("35"), "III/VI"])
    def test_no_number_at_all(self, raw: object) -> None:
        reading = read("lvef", raw)
        assert reading.refused
        assert "write a number in %" in reading.problems[0].mend

    @pytest.mark.parametrize(
        ("id", "raw", "message"),
        [
            ("lvef", "35 mg", "“mg” is not a unit of this finding; write a number in %"),
            ("creatinine", "1.2 g/L", "“g/L” is not a unit of this finding; write a number in mg/dL, µmol/L or mmol/L"),
            ("temperature", "38 K", "“K” is not a unit of this finding; write a number in °C or °F"),
            ("murmur_grade", "3/4", "“3/4” is two numbers; write a number from 0 to 6"),
            ("cardiothoracic_ratio", "0.5 cm", "“cm” is not a unit of this finding; write a number from 0.2 to 1 or in %"),
            ("ntprobnp", "5 mol", "“mol” is not a unit of this finding; write a number in ng/L or pmol/L"),
        ],
    )
    def test_a_unit_that_is_not_accepted(self, id: str, raw: str, message: str) -> None:
        assert refusal(id, raw) == message

    @pytest.mark.parametrize("raw", [[35], [], (35,), {35}])
    def test_a_list(self, raw: object) -> None:
        assert refusal("lvef", raw) == "a list is given, and this finding takes one value; write a number in %"


class TestPlausible:
    @pytest.mark.parametrize(
        ("id", "raw", "message"),
        [
            ("creatinine", 450, "450 mg/dL is outside the plausible 0.1 to 40 mg/dL; did you mean 450 µmol/L?"),
            ("creatinine", "4.5 µmol/L", "4.5 µmol/L is outside the plausible 0.1 to 40 mg/dL; did you mean 4.5 mg/dL?"),
            ("temperature", 101, "101 °C is outside the plausible 30 to 44 °C; did you mean 101 °F?"),
            ("eroa", 40, "40 cm² is outside the plausible 0 to 5 cm²; did you mean 40 mm²?"),
            ("lvedd", 5.5, "5.5 mm is outside the plausible 10 to 160 mm; did you mean 5.5 cm?"),
            ("qrs_duration", 0.12, "0.12 ms is outside the plausible 40 to 300 ms; did you mean 0.12 s?"),
            ("cardiothoracic_ratio", 55, "55 is outside the plausible 0.2 to 1; did you mean 55 %?"),
            ("white_cells", 12500, "12500 10^9/L is outside the plausible 0.1 to 500 10^9/L; did you mean 12500 /µL?"),
            ("lvef", 0.35, "0.35 % is outside the plausible 3 to 92 %; did you mean 35 %?"),
            ("lvef", 350, "350 % is outside the plausible 3 to 92 %; check the number and its unit"),
            ("lvef", -35, "-35 % is outside the plausible 3 to 92 %; check the number and its unit"),
            ("heart_rate", "900 bpm", "900/min is outside the plausible 15 to 350/min; check the number and its unit"),
            ("murmur_grade", 7, "7 is outside the plausible 0 to 6; check the number and its unit"),
        ],
    )
    def test_a_number_that_cannot_be_names_the_unit_in_which_it_could(self, id: str, raw: object, message: str) -> None:
        assert refusal(id, raw) == message

    def test_several_units_in_which_it_could_be_are_all_named(self) -> None:
        assert refusal("age_years", 999).endswith("did you mean 999 days, 999 weeks or 999 months?")

    @unhurried
    @given(st.sampled_from(QUANTITIES), st.floats(allow_nan=False, allow_infinity=False))
    def test_a_bare_number_is_never_converted(self, quantity: Quantity, number: float) -> None:
        reading = read_value(quantity, number)
        if quantity.low <= number <= quantity.high:
            assert reading.value == number
        else:
            assert reading.value is None
            assert reading.refused

    @unhurried
    @given(st.sampled_from(QUANTITIES), st.sampled_from(["<", ">", "~", "≤", "≥", ""]), st.floats(-1e4, 1e4).map(lambda drawn: round(drawn, 2)))
    def test_whatever_is_read_is_plausible(self, quantity: Quantity, sign: str, number: float) -> None:
        read_as = read_value(quantity, f"{sign}{number}").value
        assert read_as is None or (isinstance(read_as, float) and quantity.low <= read_as <= quantity.high)


class TestChoice:
    @pytest.mark.parametrize(
        ("id", "raw", "option"),
        [
            ("mr_grade", "severe", "severe"),
            ("mr_grade", "SEVERE", "severe"),
            ("mr_grade", " severe ", "severe"),
            ("mr_grade", "moderate to severe", "moderate_to_severe"),
            ("mr_grade", "Moderate-to-severe", "moderate_to_severe"),
            ("mr_grade", "3+", "moderate_to_severe"),
            ("mr_grade", 4, "severe"),
            ("mr_grade", "torrential", "severe"),
            ("nyha_class", "III", "III"),
            ("nyha_class", "iii", "III"),
            ("nyha_class", 3, "III"),
            ("nyha_class", 3.0, "III"),
            ("murmur_timing", "late_systolic", "late_systolic"),
            ("murmur_timing", "Late systolic", "late_systolic"),
            ("murmur_timing", "pansystolic", "holosystolic"),
            ("grade", "very-bad", "severe"),
            ("seen", "yes", "present"),
            ("seen", True, "present"),
            ("seen", False, "none"),
            ("sex", "F", "female"),
            ("age_group", "neonate", "newborn"),
        ],
    )
    def test_by_id_label_or_spelling(self, id: str, raw: object, option: str) -> None:
        assert value(id, raw) == option

    @pytest.mark.parametrize("raw", ["no", "absent", False])
    def test_no_where_none_is_meant(self, raw: object) -> None:
        assert refusal("grade", raw).endswith("did you mean none?")

    @pytest.mark.parametrize("raw", ["no", False])
    def test_no_where_no_is_a_spelling(self, raw: object) -> None:
        assert value("seen", raw) == "none"

    @pytest.mark.parametrize(
        ("id", "raw", "mend"),
        [
            ("grade", "modrate", "did you mean moderate? write none, mild, moderate or severe"),
            ("nyha_class", "V", "write I, II, III or IV"),
            ("grade", True, "write none, mild, moderate or severe"),
            ("nyha_class", 5, "write I, II, III or IV"),
            ("grade", "yes", "write none, mild, moderate or severe"),
        ],
    )
    def test_no_option(self, id: str, raw: object, mend: str) -> None:
        message = refusal(id, raw)
        assert "is not an option here" in message
        assert message.endswith(mend)

    @pytest.mark.parametrize("raw", [["mild"], ["mild", "severe"], []])
    def test_a_list_is_refused(self, raw: object) -> None:
        assert refusal("grade", raw) == "a list is given, and this finding takes one value; write none, mild, moderate or severe"

    @unhurried
    @given(st.sampled_from(CHOICES), st.data())
    def test_every_spelling_means_its_option_in_any_case(self, choice: Choice, data: st.DataObject) -> None:
        spelling, option = data.draw(st.sampled_from(list(choice.spellings.items())))
        assert read_value(choice, spelling).value == option
        assert read_value(choice, spelling.upper()).value == option


class TestChoices:
    @pytest.mark.parametrize(
        ("raw", "options"),
        [
            ("P2", ["P2"]),
            ("p2", ["P2"]),
            (["P2"], ["P2"]),
            (["P2", "p3"], ["P2", "P3"]),
            (("P2", "P3"), ["P2", "P3"]),
            (["P2", "P2"], ["P2"]),
            ("P2, P3", ["P2", "P3"]),
            ("P2; P3", ["P2", "P3"]),
            ("P2 | P3", ["P2", "P3"]),
            ("P2/P3", ["P2", "P3"]),
            ("P2+P3", ["P2", "P3"]),
            ("P2 and P3", ["P2", "P3"]),
        ],
    )
    def test_one_or_several(self, raw: object, options: list[str]) -> None:
        assert value("flail_segments", raw) == options

    @pytest.mark.parametrize("raw", ["no", "none", "absent", "negative", "-", False, "No"])
    def test_none_of_them(self, raw: object) -> None:
        assert value("flail_segments", raw) is False

    @pytest.mark.parametrize("raw", ["yes", "present", True])
    def test_yes_does_not_say_which(self, raw: object) -> None:
        assert "does not say which; name what is present: A1, A2" in refusal("flail_segments", raw)

    def test_an_empty_list_says_nothing(self) -> None:
        assert warned("flail_segments", []) == (None, "an empty list says nothing; write no if none is present, or leave it out")

    @pytest.mark.parametrize("raw", [["P2", "P3?"], "P2, P3?", ["P2", "possible P3"]])
    def test_a_doubt_about_one_leaves_the_others(self, raw: object) -> None:
        read_as, why = warned("flail_segments", raw)
        assert read_as == ["P2"]
        assert "is not certain" in why

    @pytest.mark.parametrize("raw", [["P2", "P9"], "P2, P9"])
    def test_what_can_be_read_stands_beside_what_cannot(self, raw: object) -> None:
        reading = read("flail_segments", raw)
        assert reading.value == ["P2"]
        assert reading.refused
        assert "“P9” is not an option here" in reading.problems[0].message

    @pytest.mark.parametrize("raw", [[["P2"]], [{"P2": True}], [None], [True], [{}]])
    def test_a_list_holds_options_only(self, raw: object) -> None:
        assert "something that is not an option" in refusal("flail_segments", raw)

    @pytest.mark.parametrize("raw", [5, 2.5, ",", "P22"])
    def test_no_option(self, raw: object) -> None:
        assert "is not an option here" in refusal("flail_segments", raw)

    def test_every_problem_is_told(self) -> None:
        assert len(read("flail_segments", ["P8", "P9", "P2?"]).problems) == 3

    @unhurried
    @given(st.sampled_from(FAMILIES), st.data())
    def test_every_list_of_ids_is_read(self, family: Choices, data: st.DataObject) -> None:
        options = data.draw(st.lists(st.sampled_from(list(family.options)), min_size=1, unique=True))
        assert read_value(family, options).value == options
        assert read_value(family, "; ".join(options)).value == options


class TestAge:
    @pytest.mark.parametrize(
        ("raw", "read_as"),
        [
            (70, 70.0),
            (0.5, 0.5),
            ("70", 70.0),
            ("70,5", 70.5),
            ("70 years", 70.0),
            ("70-year-old", 70.0),
            ("70 yo", 70.0),
            ("15 months", 1.25),
            ("infant", "infant"),
            ("Newborn", "newborn"),
            ("adult", "middle_aged"),
            ("old", "elderly"),
            (None, None),
            ("", None),
        ],
    )
    def test_years_or_a_group(self, raw: object, read_as: object) -> None:
        assert read_age(raw) == ValueReading(read_as)  # type: ignore[arg-type]

    @pytest.mark.parametrize(("raw", "years"), [("60-65", 62.5), ("about 70", 70.0), ("~ 6 months", 0.5)])
    def test_an_age_with_a_doubt(self, raw: str, years: float) -> None:
        reading = read_age(raw)
        assert reading.value == years
        assert [problem.level for problem in reading.problems] == ["warning"]

    @pytest.mark.parametrize("raw", ["?", "unknown"])
    def test_an_unknown_age(self, raw: str) -> None:
        assert read_age(raw).value is None
        assert not read_age(raw).refused

    @pytest.mark.parametrize(
        ("raw", "message"),
        [
            ("banana", "“banana” is not an age"),
            (-1, "-1 years is outside the plausible 0 to 115 years"),
            ("150", "150 years is outside the plausible 0 to 115 years"),
            ("5 hours", "“hours” is not a unit of this finding"),
            ("1950-03-04", "“1950-03-04” is a date, and a number belongs here"),
            (True, "“true” is not a number"),
            ([70], "a list is given, and this finding takes one value"),
            ("nan", "“nan” is not an age"),
        ],
    )
    def test_no_age(self, raw: object, message: str) -> None:
        (problem,) = read_age(raw).problems
        assert problem.level == "error"
        assert problem.message == message


RAW = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary() | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=5,
)


class TestAnything:
    @unhurried
    @given(st.sampled_from(ALL), RAW)
    def test_anything_is_read_or_refused_and_what_is_read_fits_a_case(self, finding: Finding, raw: object) -> None:
        reading = read_value(finding, raw)
        if reading.value is not None:
            Case(id="x", findings={finding.id: reading.value})
        for problem in reading.problems:
            assert problem.message
            assert problem.mend

    @unhurried
    @given(RAW)
    def test_any_age_is_read_or_refused(self, raw: object) -> None:
        reading = read_age(raw)
        if isinstance(reading.value, str | float):
            Case(id="x", age=reading.value)

    @unhurried
    @given(st.sampled_from(ALL), st.text(alphabet=" 0123456789.,-+<>~≤≥/%:e?°µx", max_size=12))
    def test_text_that_is_nearly_a_number(self, finding: Finding, raw: str) -> None:
        reading = read_value(finding, raw)
        if reading.value is not None:
            Case(id="x", findings={finding.id: reading.value})

    @unhurried
    @given(st.sampled_from(ALL), st.text(max_size=100))
    def test_messages_are_short_and_printable(self, finding: Finding, raw: str) -> None:
        for problem in read_value(finding, raw).problems:
            assert problem.message.isprintable()
            assert len(problem.message) < 250
