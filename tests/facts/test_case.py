"""A case: what it accepts, what it refuses, what the engine reads of it, and the schema of a case file."""

from __future__ import annotations

import contextlib
import json
import math
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from mrddx.facts import patient
from mrddx.facts.case import Case, CaseSource, CaseValue, KnownCause, age_finding, atoms_of, case_schema, did_you_mean, find, in_own_unit, plain_age
from mrddx.facts.conditions import Value
from mrddx.facts.findings import Choice, Choices, Finding, Quantity, YesNo
from mrddx.facts.vocabulary import FINDINGS, atoms

unhurried = settings(deadline=None)  # the first example builds the indices of the vocabulary

ALL = list(FINDINGS.values())
QUANTITIES = [finding for finding in ALL if isinstance(finding, Quantity)]


def case(**fields: Any) -> Case:
    return Case.model_validate({"id": "a case", **fields})


def refusal(**fields: Any) -> str:
    with pytest.raises(ValidationError) as caught:
        case(**fields)
    return str(caught.value)


def entries(finding: Finding) -> st.SearchStrategy[CaseValue]:
    """Everything that a case may hold for a finding."""
    match finding:
        case YesNo():
            return st.booleans()
        case Quantity():
            return st.floats(finding.low, finding.high, allow_nan=False)
        case Choice():
            return st.sampled_from(list(finding.options))
        case Choices():
            several: st.SearchStrategy[list[str]] = st.lists(st.sampled_from(list(finding.options)), min_size=1, unique=True)
            return st.one_of(several, st.just(False))
    raise AssertionError(finding)


@st.composite
def findings(draw: st.DrawFn) -> dict[str, CaseValue]:
    # Age and sex are left to the tests that give them at the top.
    chosen = draw(st.lists(st.sampled_from([finding for finding in ALL if finding.id not in ("age_years", "age_group", "sex")]), unique=True, max_size=12))
    return {finding.id: draw(entries(finding)) for finding in chosen}


class TestFindings:
    def test_a_case_may_know_nothing(self) -> None:
        assert case().values() == {}

    def test_yes_no(self) -> None:
        assert case(findings={"fever": True, "s3": False}).values() == {"fever": True, "s3": False}

    def test_a_whole_number_becomes_a_float(self) -> None:
        value = case(findings={"lvef": 35}).values()["lvef"]
        assert value == 35.0
        assert type(value) is float

    def test_an_option(self) -> None:
        assert case(findings={"mr_grade": "severe"}).values() == {"mr_grade": "severe"}

    def test_options_that_hold_together_become_a_yes_for_each_named(self) -> None:
        assert case(findings={"flail_segments": ["P2", "P3"]}).values() == {"flail_segments.P2": True, "flail_segments.P3": True}

    def test_options_that_are_not_named_stay_unknown(self) -> None:
        assert "flail_segments.A1" not in case(findings={"flail_segments": ["P2"]}).values()

    def test_the_absence_of_the_whole_makes_every_option_absent(self) -> None:
        family = FINDINGS["q_waves"]
        assert isinstance(family, Choices)
        assert case(findings={"q_waves": False}).values() == {option.id: False for option in family.options.values()}

    def test_an_empty_list_says_nothing(self) -> None:
        assert case(findings={"flail_segments": []}).values() == {}

    def test_one_option_may_be_answered_alone(self) -> None:
        values = case(findings={"flail_segments": ["P2"], "flail_segments.A1": False}).values()
        assert values == {"flail_segments.A1": False, "flail_segments.P2": True}

    def test_an_option_that_is_said_twice_and_alike_is_said_once(self) -> None:
        assert case(findings={"flail_segments": ["P2"], "flail_segments.P2": True}).values() == {"flail_segments.P2": True}

    @pytest.mark.parametrize(
        ("findings", "part"),
        [
            ({"lvfe": 35.0}, "'lvfe'; did you mean lvef?"),
            ({"EF": 35.0}, "'EF'; did you mean lvef?"),
            ({"xyzzy": True}, "there is no finding 'xyzzy'"),
            ({"lvef.P2": True}, "there is no finding 'lvef.P2'"),
            ({"flail_segments.P9": True}, "there is no finding 'flail_segments.P9'"),
            ({"": True}, "there is no finding ''"),
            ({"fever": 39.0}, "fever is a yes/no"),
            ({"fever": "yes"}, "fever is a yes/no"),
            ({"lvef": True}, "lvef is a number from 3 to 92 (unit %), not True"),
            ({"lvef": "35"}, "lvef is a number"),
            ({"lvef": 350.0}, "lvef is a number from 3 to 92"),
            ({"lvef": math.nan}, "lvef is a number"),
            ({"lvef": math.inf}, "lvef is a number"),
            ({"lvef": [35.0]}, "findings"),
            ({"mr_grade": "terrible"}, "mr_grade is one of none, trace"),
            ({"mr_grade": 3.0}, "mr_grade is one of none, trace"),
            ({"mr_grade": ["mild"]}, "mr_grade is one of none, trace"),
            ({"flail_segments": ["P2", "P9"]}, "flail_segments is a list of A1, A2"),
            ({"flail_segments": True}, "flail_segments is a list of A1, A2"),
            ({"flail_segments": "P2"}, "flail_segments is a list of A1, A2"),
        ],
    )
    def test_what_does_not_fit_is_refused(self, findings: dict[str, Any], part: str) -> None:
        assert part in refusal(findings=findings)

    @pytest.mark.parametrize(
        "findings",
        [
            {"flail_segments": ["P2"], "flail_segments.P2": False},
            {"flail_segments": False, "flail_segments.P2": True},
        ],
    )
    def test_an_option_and_its_family_cannot_disagree(self, findings: dict[str, Any]) -> None:
        assert "flail_segments.P2 is given twice" in refusal(findings=findings)

    @unhurried
    @given(findings())
    def test_everything_that_the_vocabulary_allows_is_accepted_and_read_back(self, given_findings: dict[str, CaseValue]) -> None:
        values = case(findings=given_findings).values()
        for id, value in given_findings.items():
            for atom, said in atoms_of(id, value):
                assert values[atom] == said

    @unhurried
    @given(findings())
    def test_values_hold_single_findings_only(self, given_findings: dict[str, CaseValue]) -> None:
        known = {atom.id: atom for atom in atoms()}
        for id, value in case(findings=given_findings).values().items():
            atom = known[id]
            assert isinstance(value, {YesNo: bool, Quantity: float, Choice: str}[type(atom)])

    @unhurried
    @given(findings(), st.randoms(use_true_random=False))
    def test_the_order_of_findings_does_not_matter(self, given_findings: dict[str, CaseValue], random: Any) -> None:
        shuffled = list(given_findings.items())
        random.shuffle(shuffled)
        first, second = case(findings=given_findings), case(findings=dict(shuffled))
        assert first == second
        assert json.dumps(first.values()) == json.dumps(second.values())

    @unhurried
    @given(findings())
    def test_a_case_survives_json(self, given_findings: dict[str, CaseValue]) -> None:
        made = case(findings=given_findings, age=70, sex="female", known={"cause": "x", "class": "primary"}, source={"title": "t", "pmid": 5})
        assert Case.model_validate_json(made.model_dump_json(by_alias=True)) == made


class TestAge:
    @pytest.mark.parametrize(
        ("age", "finding"),
        [
            (70, ("age_years", 70.0)),
            (0.5, ("age_years", 0.5)),
            ("70", ("age_years", 70.0)),
            ("70 years", ("age_years", 70.0)),
            ("70-year-old", ("age_years", 70.0)),
            ("70 years old", ("age_years", 70.0)),
            ("70 yo", ("age_years", 70.0)),
            ("70y/o", ("age_years", 70.0)),
            ("15 months", ("age_years", 1.25)),
            ("18 mo", ("age_years", 1.5)),
            ("15 months old", ("age_years", 1.25)),
            ("infant", ("age_group", "infant")),
            ("Neonate", ("age_group", "newborn")),
            ("child", ("age_group", "child")),
            ("old", ("age_group", "elderly")),
            ("Young  Adult", ("age_group", "young_adult")),
        ],
    )
    def test_an_age_is_years_or_a_group(self, age: float | str, finding: tuple[str, Value]) -> None:
        assert age_finding(age) == finding
        assert case(age=age).values() == dict([finding])

    @pytest.mark.parametrize(("age", "weeks"), [("6 weeks", 6.0), ("1 week", 1.0), ("3 wk", 3.0)])
    def test_weeks(self, age: str, weeks: float) -> None:
        id, years = age_finding(age)
        assert id == "age_years"
        assert float(years) == pytest.approx(weeks * 7 / 365.25)

    @pytest.mark.parametrize("age", ["banana", "", "70 kg", -1, 116, 1e9, math.nan, math.inf, "5 hours", "116 years"])
    def test_what_is_no_age_is_refused(self, age: float | str) -> None:
        with pytest.raises(ValueError, match="is not an age"):
            age_finding(age)
        assert "is not an age" in refusal(age=age)

    @pytest.mark.parametrize("age", [True, [70], {"years": 70}])
    def test_an_age_is_a_number_or_text(self, age: object) -> None:
        assert "age" in refusal(age=age)

    def test_the_words_of_an_age_are_kept(self) -> None:
        assert case(age="15 months").age == "15 months"

    def test_the_same_age_may_stand_under_findings(self) -> None:
        assert case(age="15 months", findings={"age_years": 1.25}).values() == {"age_years": 1.25}

    def test_another_age_may_not(self) -> None:
        assert "age_years is given twice, as 60.0 and as 70.0" in refusal(age=70, findings={"age_years": 60})

    @unhurried
    @given(st.text())
    def test_any_text_is_read_or_refused(self, text: str) -> None:
        with contextlib.suppress(ValueError):
            assert age_finding(text)[0] in ("age_years", "age_group")

    @unhurried
    @given(st.text(max_size=40))
    def test_a_plain_age_has_no_blanks_around_it(self, text: str) -> None:
        plain = plain_age(text)
        assert plain == plain.strip()


class TestSexAndSetting:
    @pytest.mark.parametrize("sex", ["female", "F", "woman", " Girl "])
    def test_female(self, sex: str) -> None:
        assert case(sex=sex).values() == {"sex": "female"}

    @pytest.mark.parametrize("sex", ["male", "M", "man", "BOY"])
    def test_male(self, sex: str) -> None:
        assert case(sex=sex).sex == "male"

    @pytest.mark.parametrize("sex", ["x", "", 1, True, ["female"]])
    def test_no_other(self, sex: object) -> None:
        assert "'female' or 'male'" in refusal(sex=sex)

    def test_the_same_sex_may_stand_under_findings(self) -> None:
        assert case(sex="F", findings={"sex": "female"}).values() == {"sex": "female"}

    def test_another_sex_may_not(self) -> None:
        assert "sex is given twice" in refusal(sex="F", findings={"sex": "male"})

    @pytest.mark.parametrize("setting", ["community", "hospital", "low_income", "acute", None])
    def test_settings(self, setting: str | None) -> None:
        assert case(setting=setting).setting == setting

    @pytest.mark.parametrize("setting", ["Hospital", "child_low_income", "", 3])
    def test_no_other_setting(self, setting: object) -> None:
        assert "setting" in refusal(setting=setting)


class TestTheCaseAsAWhole:
    def test_it_needs_an_id(self) -> None:
        with pytest.raises(ValidationError, match="id"):
            Case.model_validate({"findings": {}})
        assert "id" in refusal(id="")

    def test_a_name_that_does_not_exist_is_refused_with_the_one_that_was_meant(self) -> None:
        assert "there is no field 'findngs'; did you mean findings?" in refusal(findngs={})
        assert "the names are id, age, sex" in refusal(zzzzz=1)

    def test_it_cannot_be_changed(self) -> None:
        made = case(age=70)
        with pytest.raises(ValidationError):
            made.age = 71

    def test_it_can_be_made_in_code(self) -> None:
        made = Case(id="x", age=70, sex="male", findings={"lvef": 35.0}, known=KnownCause(cause="c", valve_class="primary"), source=CaseSource(title="t"))
        assert made.values() == {"age_years": 70.0, "lvef": 35.0, "sex": "male"}

    def test_values_are_in_alphabetical_order(self) -> None:
        assert list(case(age=70, sex="F", findings={"s3": True, "lvef": 35, "fever": False}).values()) == ["age_years", "fever", "lvef", "s3", "sex"]


class TestSource:
    def test_other_plain_keys_are_kept(self) -> None:
        made = case(source={"title": "t", "pmid": 17, "open": True, "licence": "CC BY"}).source
        assert made is not None
        assert made.model_dump()["licence"] == "CC BY"

    @pytest.mark.parametrize(("year", "read"), [(2019, 2019), ("2019", 2019), ("2019/20", "2019/20"), (None, None)])
    def test_the_year(self, year: object, read: object) -> None:
        made = case(source={"year": year}).source
        assert made is not None
        assert made.year == read

    @pytest.mark.parametrize("source", [{"title": ["a"]}, {"pmid": [1]}, {"authors": {"first": "A"}}, "a title"])
    def test_nothing_but_plain_keys(self, source: object) -> None:
        assert "source" in refusal(source=source)


class TestKnownCause:
    def test_all_of_it(self) -> None:
        written = {"cause": "papillary_rupture", "tempo": "acute", "carpentier": "II", "class": "primary", "also_acceptable": ["ischemic_acute"]}
        known = case(known=written).known
        assert known == KnownCause(cause="papillary_rupture", tempo="acute", carpentier="II", valve_class="primary", also_acceptable=["ischemic_acute"])

    def test_class_is_written_as_class(self) -> None:
        assert KnownCause(cause="x", valve_class="secondary").model_dump(by_alias=True)["class"] == "secondary"

    def test_a_single_name_is_a_list_of_one(self) -> None:
        assert KnownCause.model_validate({"cause": "x", "coexisting": "y", "also_acceptable": None}).coexisting == ["y"]

    @pytest.mark.parametrize(
        ("known", "part"),
        [
            ({}, "cause"),
            ({"tempo": "acute"}, "cause"),
            ({"cause": "x", "tempo": "quick"}, "tempo"),
            ({"cause": "x", "carpentier": "IV"}, "carpentier"),
            ({"cause": "x", "class": "tertiary"}, "class"),
            ({"cause": "x", "clas": "primary"}, "did you mean class?"),
            ({"cause": "x", "coexisting": [1]}, "coexisting"),
        ],
    )
    def test_what_does_not_fit_is_refused(self, known: dict[str, object], part: str) -> None:
        assert part in refusal(known=known)


class TestHelpers:
    def test_did_you_mean_names_the_nearest(self) -> None:
        assert did_you_mean("Setings", ["id", "setting"]) == "did you mean setting?"

    def test_did_you_mean_lists_all_where_none_is_near(self) -> None:
        assert did_you_mean("zzz", ["id", "setting"]) == "the names are id, setting"

    @pytest.mark.parametrize("id", [*[finding.id for finding in atoms()][::25], "flail_segments", "flail_segments.P2"])
    def test_find_knows_every_finding_and_option(self, id: str) -> None:
        found = find(id)
        assert found is not None
        assert found.id == id

    @pytest.mark.parametrize("id", ["", ".", "lvef.", "lvef.x", "flail_segments.", "flail_segments.P9", "LVEF", "EF", "x" * 1000])
    def test_find_knows_nothing_else(self, id: str) -> None:
        assert find(id) is None

    @pytest.mark.parametrize(
        ("id", "number", "unit", "own"),
        [
            ("eroa", 40, "mm2", 0.4),
            ("eroa", 35, "mm2", 0.35),
            ("vena_contracta", 0.7, "cm", 7.0),
            ("days_since_infarction", 48, "h", 2.0),
            ("days_since_infarction", 2, "wk", 14.0),
            ("lvef", 35, "%", 35.0),
            ("cardiothoracic_ratio", 55, "%", 0.55),
        ],
    )
    def test_conversion_is_exact_where_the_decimals_are(self, id: str, number: float, unit: str, own: float) -> None:
        quantity = FINDINGS[id]
        assert isinstance(quantity, Quantity)
        assert in_own_unit(quantity, number, unit) == own

    @unhurried
    @given(st.sampled_from(QUANTITIES), st.data())
    def test_conversion_follows_the_declared_factor(self, quantity: Quantity, data: st.DataObject) -> None:
        unit = data.draw(st.sampled_from(list(quantity.units)))
        number = data.draw(st.floats(-1e6, 1e6))
        factor, offset = quantity.units[unit]
        assert in_own_unit(quantity, number, unit) == pytest.approx(number * factor + offset, rel=1e-9, abs=1e-9)


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    return case_schema()


@pytest.fixture(scope="module")
def described(schema: dict[str, Any]) -> dict[str, Any]:
    properties: dict[str, Any] = schema["properties"]["findings"]["properties"]
    return properties


class TestSchema:
    def test_it_names_its_dialect_and_is_plain_json(self, schema: dict[str, Any]) -> None:
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        assert json.loads(json.dumps(schema, allow_nan=False)) == schema

    def test_it_refuses_unknown_names_at_the_top_and_in_findings(self, schema: dict[str, Any]) -> None:
        assert schema["additionalProperties"] is False
        assert schema["properties"]["findings"]["additionalProperties"] is False

    def test_only_findings_are_required(self, schema: dict[str, Any]) -> None:
        assert schema["required"] == ["findings"]

    def test_the_top_names_are_those_of_a_case(self, schema: dict[str, Any]) -> None:
        assert list(schema["properties"]) == ["id", "age", "sex", "setting", "findings", "comment", "source", "known", "quotes"]

    def test_every_part_is_described(self, schema: dict[str, Any]) -> None:
        assert all(part["description"] for part in schema["properties"].values())

    def test_class_is_called_class(self, schema: dict[str, Any]) -> None:
        assert "class" in schema["$defs"]["KnownCause"]["properties"]
        assert "valve_class" not in schema["$defs"]["KnownCause"]["properties"]

    def test_every_finding_and_every_option_is_listed_with_label_and_question(self, described: dict[str, Any]) -> None:
        assert set(described) == {*FINDINGS, *(atom.id for atom in atoms())}
        for id, finding in FINDINGS.items():
            assert described[id]["title"] == finding.label
            assert described[id]["description"] == finding.question

    def test_a_yes_no(self, described: dict[str, Any]) -> None:
        plain, other = described["fever"]["anyOf"]
        assert {True, False, "yes", "no", "unknown", None} <= set(plain["enum"])
        assert other == {"type": "string"}

    def test_a_number_has_its_unit_and_bounds(self, described: dict[str, Any]) -> None:
        creatinine = described["creatinine"]
        assert (creatinine["minimum"], creatinine["maximum"], creatinine["unit"]) == (0.1, 40, "mg/dL")
        assert creatinine["units"] == ["mg/dL", "umol/L", "mmol/L"]

    def test_a_choice_has_its_options_with_their_labels(self, described: dict[str, Any]) -> None:
        assert described["murmur_timing"]["options"]["late_systolic"] == "late or mid-to-late systolic"
        plain, other = described["murmur_timing"]["anyOf"]
        assert {"late_systolic", "unknown", None} <= set(plain["enum"])
        assert other == {"type": ["string", "integer"]}

    def test_options_that_hold_together_are_a_list_or_no(self, described: dict[str, Any]) -> None:
        several, one, other = described["flail_segments"]["anyOf"]
        assert "P2" in several["items"]["anyOf"][0]["enum"]
        assert other == {"type": "string"}
        assert {"no", False, "P2"} <= set(one["enum"])

    def test_every_reference_can_be_followed(self, schema: dict[str, Any]) -> None:
        named = [part.split('"')[0] for part in json.dumps(schema).split('"$ref": "#/$defs/')[1:]]
        assert set(named) <= set(schema["$defs"])

    def test_every_enum_has_each_value_once(self, described: dict[str, Any]) -> None:
        enums = [way["enum"] for part in described.values() for way in part.get("anyOf", []) if "enum" in way]
        assert len(enums) > 100
        for enum in enums:
            written = [json.dumps(value) for value in enum]
            assert len(written) == len(set(written))

    def test_age_groups_are_findings(self) -> None:
        assert patient.age_group.id in FINDINGS
