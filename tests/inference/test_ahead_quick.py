"""The list that is drawn after every line is the answer of the engine."""

from __future__ import annotations

from pathlib import Path

import pytest

from mrddx.consult.consultation import Consultation
from mrddx.consult.state import History
from mrddx.facts.case import Case
from mrddx.inference.ahead import assess_quickly
from mrddx.inference.assessment import assess
from mrddx.library import case_names
from mrddx.reports.as_json import assessment_json

from .library import library_case

SESSIONS = {
    "nothing": (),
    "a child": ("age_years: 6, mr_grade: severe", "rheumatic_fever_history: yes", "setting low_income"),
    "kidneys and criteria": ("age_years: 50, sex: male, creatinine: 3", "vegetation: yes, temperature: 39", "culture_organism: staph_aureus", "undo"),
    "scallops": ("flail_segments: P1, P2", "flail_segments.P3: no", "lvef: 30", "undo", "redo", "setting acute"),
    "denied": ("flail_segments: none", "fever: no, chest_pain: no, lvef: 65", "age_group: infant"),
}


@pytest.mark.parametrize("name", case_names()[3::45])
def test_a_library_case_has_the_answer_of_the_engine(name: str) -> None:
    case = library_case(name)
    assert assessment_json(assess_quickly(case)) == assessment_json(assess(case))


@pytest.mark.parametrize("lines", SESSIONS.values(), ids=SESSIONS.keys())
def test_a_session_built_line_by_line_has_the_answer_of_the_engine(lines: tuple[str, ...], tmp_path: Path) -> None:
    consultation = Consultation(History(), folder=tmp_path, journal=None)
    for line in lines:
        consultation.hear(line)
    assert assessment_json(consultation.assessment()) == assessment_json(assess(consultation.case(), setting=consultation.history.now.setting))


@pytest.mark.parametrize("setting", ["community", "low_income", "acute", "child_low_income"])
def test_a_setting_counts_the_same(setting: str) -> None:
    case = Case(id="x", age=60.0, findings={"mr_grade": "severe", "flail_leaflet": True})
    assert assessment_json(assess_quickly(case, setting=setting)) == assessment_json(assess(case, setting=setting))


def test_a_setting_that_does_not_exist_is_refused_by_both() -> None:
    for answer in (assess_quickly, assess):
        with pytest.raises(KeyError):
            answer(Case(id="x"), setting="moon")
