"""A case as text: written so that it is read back the same."""

from __future__ import annotations

import io
import math

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from mrddx.facts.case import Case, CaseValue, Quote
from mrddx.facts.findings import Quantity
from mrddx.facts.vocabulary import FINDINGS
from mrddx.library import case_names, case_text
from mrddx.readers.case_file import CaseReading, read_case
from mrddx.readers.case_text import case_yaml
from mrddx.readers.issues import CaseRefusedError

from ..strategies import reported

QUANTITIES = [finding for finding in FINDINGS.values() if isinstance(finding, Quantity) and finding.id != "age_years"]
unhurried = settings(deadline=None)


def read(text: str) -> CaseReading:
    return read_case(io.StringIO(text))


def case(**findings: CaseValue) -> Case:
    return Case(id="x", findings=findings)


@unhurried
@given(st.sampled_from(case_names()))
def test_any_library_case_is_read_back_the_same(name: str) -> None:
    made = read(case_text(name)).case
    assert read(case_yaml(made)).case == made


@unhurried
@given(st.data())
def test_any_number_is_read_back_to_the_last_digit(data: st.DataObject) -> None:
    quantity = data.draw(st.sampled_from(QUANTITIES))
    value = data.draw(st.floats(quantity.low, quantity.high))
    made = case(**{quantity.id: value})
    back = read(case_yaml(made)).case.findings.get(quantity.id)
    assert isinstance(back, float)
    assert back == value
    assert math.copysign(1, back) == math.copysign(1, value) or value == 0


@unhurried
@given(reported([finding for finding in FINDINGS.values() if finding.id not in ("age_years", "age_group", "sex") and not hasattr(finding, "includes")]))
def test_any_findings_are_read_back(findings: dict[str, bool | float | str]) -> None:
    made = Case(id="x", findings={**findings, "fever": True})
    assert read(case_yaml(made)).case.findings == made.findings


@pytest.mark.parametrize("id", ["12", "yes", "null", "1e3", "a: b", "- a", "#x", "café", "2024-01-01", "x" * 300, "'", '"', "{a}"])
def test_an_id_is_read_back_whatever_it_looks_like(id: str) -> None:
    assert read(case_yaml(Case(id=id, findings={"fever": False}))).case.id == id


@pytest.mark.parametrize("age", [62.0, 0.5, 15 / 12, "15 months", "infant"])
def test_an_age_is_read_back(age: float | str) -> None:
    assert read(case_yaml(Case(id="x", age=age, findings={"fever": True}))).case.age == age


@pytest.mark.parametrize("words", ["no fever", "yes", "EF: 30 %", "“quoted” – µ", "#", "a: b", "12", "- no", "x" * 400])
def test_quotes_are_read_back(words: str) -> None:
    made = Case(id="x", findings={"fever": False}, quotes={"fever": Quote(text=words, line=3, start=0, end=8)})
    assert read(case_yaml(made)).case.quotes == made.quotes


def test_it_is_written_as_people_write() -> None:
    made = Case(id="x", age=62.0, sex="female", findings={"lvef": 30.0, "fever": False, "flail_segments": ["P2", "P3"], "eroa": 0.4, "murmur_grade": 3.0})
    text = case_yaml(made)
    lines = [line.strip() for line in text.splitlines()]
    assert lines == ["id: x", "age: 62", "sex: female", "findings:", "lvef: 30 %", "fever: no", "flail_segments: [P2, P3]", "eroa: 0.4 cm²", "murmur_grade: 3"]


def test_nothing_is_written_that_is_not_known() -> None:
    assert set(yaml.safe_load(case_yaml(case(fever=True)))) == {"id", "findings"}


def test_the_read_back_case_raises_no_doubt() -> None:
    assert read(case_yaml(case(lvef=30.0, temperature=38.4, creatinine=4.5, platelets=150.0))).issues == ()


class TestQuotesInACaseFile:
    def test_they_are_kept(self) -> None:
        found = read("findings:\n  fever: no\nquotes:\n  fever: {text: no fever, line: 2, start: 4, end: 12}\n").case.quotes
        assert found == {"fever": Quote(text="no fever", line=2, start=4, end=12)}

    def test_only_the_words_are_needed(self) -> None:
        assert read("findings:\n  fever: no\nquotes:\n  fever: {text: no fever}\n").case.quotes["fever"].line is None

    @pytest.mark.parametrize("quotes", ["", " null", " {}"])
    def test_none_at_all(self, quotes: str) -> None:
        assert read(f"findings:\n  fever: no\nquotes:{quotes}\n").case.quotes == {}

    @pytest.mark.parametrize(
        ("quotes", "place"),
        [
            ("[no fever]", "quotes"), ("no fever", "quotes"), ("{fevr: {text: x}}", "quotes.fevr"), ("{fever: x}", "quotes.fever"),
            ("{fever: {line: 2}}", "quotes.fever"),
            ("{fever: {text: x, line: 0}}", "quotes.fever.line"), ("{fever: {text: x, page: 3}}", "quotes.fever.page"),
        ],
    )  # fmt: skip
    def test_what_is_no_quote_is_refused_where_it_stands(self, quotes: str, place: str) -> None:
        with pytest.raises(CaseRefusedError) as caught:
            read(f"findings:\n  fever: no\nquotes: {quotes}\n")
        assert [issue for issue in caught.value.issues if issue.where.endswith(place) and issue.mend]
