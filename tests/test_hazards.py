"""What can go wrong, and what guards against it: the page docs/hazards.md, and the guards that no other test holds.

Where a guard is known to be missing, the test is marked as an expected failure and the page says so; mending it makes the mark fail.
"""

from __future__ import annotations

import ast
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from mrddx.cli import app
from mrddx.facts.case import Case, CaseValue
from mrddx.facts.claims import catalogue as labels
from mrddx.facts.findings import Quantity
from mrddx.facts.vocabulary import FINDINGS
from mrddx.inference.assessment import Assessment, RankedCause, assess
from mrddx.inference.knowledge import knowledge_base
from mrddx.inference.order import behind, conclusions
from mrddx.inference.ranking import UNEXPLAINED
from mrddx.library import case_names, case_text
from mrddx.readers.case_file import read_case
from mrddx.reports import words
from mrddx.rules import alerts, settings, severity, tempo, tensions
from mrddx.rules.causes.papillary_rupture import PapillaryRupture
from mrddx.rules.model import Basis, Evidence, ValveClass

from .inference.test_three_readings import columnar

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "hazards.md"
FORMATS = ("terminal", "json", "markdown")
COLUMNS = ("no.", "hazard", "cause", "harm", "severity", "control", "guarded by")


def answer(age: float | str | None = 70.0, /, **findings: CaseValue) -> Assessment:
    return assess(Case(id="x", age=age, findings=findings))


def of(assessment: Assessment, cause: str) -> RankedCause:
    return next(ranked for ranked in assessment.differential if ranked.cause == cause)


def printed(text: str, format: str = "terminal") -> str:
    result = CliRunner().invoke(app, ["assess", "-", "--format", format], input=text)
    assert result.exit_code == 0, result.stderr
    return result.stdout


# The page


def rows() -> list[dict[str, str]]:
    lines = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    assert tuple(cells[0]) == COLUMNS
    return [dict(zip(COLUMNS, row, strict=True)) for row in cells[2:]]


def names_of_tests(path: str) -> set[str]:
    """Every test of a file as ``test_name`` or ``TestClass::test_name``."""
    found: set[str] = set()
    for node in ast.parse((ROOT / path).read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef):
            found.add(node.name)
        elif isinstance(node, ast.ClassDef):
            found.update(f"{node.name}::{part.name}" for part in node.body if isinstance(part, ast.FunctionDef))
    return found



def test_every_hazard_is_told_in_full_and_guarded_by_tests_that_exist() -> None:
    for row in rows():
        assert all(row.values()), row["hazard"]
        assert row["severity"] in ("critical", "serious", "minor"), row["hazard"]
        guards = re.findall(r"`(tests/[\w/]+\.py)::([\w:]+)`", row["guarded by"])
        assert guards, row["hazard"]
        for path, name in guards:
            assert name.rpartition("::")[2].startswith("test_")
            assert name in names_of_tests(path), f"{row['hazard']}: {path}::{name}"


def test_the_hazards_are_numbered_and_none_is_forgotten() -> None:
    assert [row["no."] for row in rows()] == [str(number) for number in range(1, len(rows()) + 1)]
    wanted = (
        "missed rupture", "false reassurance", "unit", "silence", "stale", "contradict", "age class", "probabilities", "label", "counted twice",
        "too many alerts", "denied", "prosthesis", "same case, another answer", "leaves the machine", "changed rule", "text from a case file",
    )  # fmt: skip
    hazards = " / ".join(row["hazard"].casefold() for row in rows())
    assert [word for word in wanted if word not in hazards] == []


def test_the_page_names_every_guard_of_this_file() -> None:
    named = PAGE.read_text(encoding="utf-8")
    about_the_page = {name for name in names_of_tests("tests/test_hazards.py") if re.match(r"test_(every_hazard|the_hazards|the_page)", name)}
    guards = {name for name in names_of_tests("tests/test_hazards.py") if name.startswith("test_")} - about_the_page
    assert [name for name in sorted(guards) if f"tests/test_hazards.py::{name}`" not in named] == []


# The guards


@pytest.mark.parametrize("more", [{}, {"mitral_murmur": False}, {"claimed_functional": True}, {"lvef": 60.0}, {"st_elevation": False}])
def test_rupture_is_named_and_warned_of_without_a_murmur(more: dict[str, CaseValue]) -> None:
    found = answer(days_since_infarction=3.0, acute_pulmonary_oedema=True, **more)
    assert "rupture_after_infarction" in {alert.id for alert in found.alerts}
    rupture = of(found, "papillary_rupture")
    assert rupture.rank <= (2 if "claimed_functional" in more else 1)
    assert rupture.urgent


def test_most_acute_library_cases_raise_an_alert_and_few_chronic_ones_do() -> None:
    cases = [read_case(io.StringIO(case_text(name)), name=name).case for name in case_names()]
    conditions = {name: condition for name, condition in knowledge_base().rules.items() if name.startswith("alert.")}
    raised = [sum(verdict is True for verdict in row.values()) for row in columnar(conditions, [case.values() for case in cases])]
    for tempo_name, least, most in (("acute", 0.6, 1.0), ("chronic", 0.0, 0.2)):
        counts = [count for case, count in zip(cases, raised, strict=True) if case.known and case.known.tempo == tempo_name]
        assert least <= sum(map(bool, counts)) / len(counts) <= most, tempo_name
    assert max(raised) <= 5


def test_a_calm_story_raises_no_alert() -> None:
    calm = answer(exertional_dyspnoea=True, murmur_long_known=True, la_dilated=True, lv_dilated=True, mr_grade="severe", fever=False)
    assert calm.alerts == ()
    assert answer().alerts == ()


def test_an_alert_does_not_wait_for_the_ranking() -> None:
    found = answer(claimed_functional=True, heart_failure_known=True, lvef=25.0, lv_dilated=True, cardiogenic_shock=True)
    assert not found.differential[0].urgent, "the ranking alone would not warn"
    assert "acute_severe" in {alert.id for alert in found.alerts}
    out = printed("id: x\nage: 70\nfindings: {claimed_functional: yes, lvef: 25, lv_dilated: yes, cardiogenic_shock: yes}\n")
    assert out.index("ALERT") < out.index(" 1. ")


def test_nothing_is_ever_ruled_out_or_certain() -> None:
    found = answer(days_since_infarction=3.0, papillary_rupture_seen=True, acute_pulmonary_oedema=True)
    assert set(knowledge_base().causes) | {UNEXPLAINED} == {ranked.cause for ranked in found.differential}
    assert all(0 < ranked.probability < 1 for ranked in found.differential)
    assert [words.percent(probability) for probability in (0.0, 0.0004, 0.5, 0.9996, 1.0)] == ["<1 %", "<1 %", "50 %", ">99 %", ">99 %"]


@pytest.mark.parametrize("format", ["terminal", "markdown"])
def test_every_report_for_people_says_what_it_is_not(format: str) -> None:
    out = re.sub(r"\s+", " ", printed("id: x\nage: 60\nfindings: {fever: yes}\n", format))
    assert words.LIMITS in out
    assert "does not replace" in words.LIMITS
    assert "never as absent" in words.LIMITS


def test_silence_weighs_nothing_and_is_asked_for() -> None:
    empty = answer(None)
    assert all(ranked.strength == 0 and not ranked.evidence for ranked in empty.differential)
    assert all(ranked.missing for ranked in empty.differential if ranked.cause != UNEXPLAINED)
    assert not empty.severity.evidence
    assert not empty.tempo.evidence


def test_a_number_is_shown_with_its_unit_wherever_it_is_read() -> None:
    for text, unit in (("lvef: 30", "%"), ("lvedd: 68", "mm"), ("days_since_infarction: 3", "day")):
        out = printed(f"id: x\nage: 70\nfindings: {{{text}}}\n")
        assert re.search(rf"{text.partition(': ')[2]} {unit}", out), text
    assert [finding.id for finding in FINDINGS.values() if isinstance(finding, Quantity) and not finding.unit and finding.units] == []


def test_a_child_is_told_from_an_adult_by_the_unit_of_the_age() -> None:
    def setting(age: str) -> str:
        return assess(read_case(io.StringIO(f"id: x\nage: {age}\nfindings: {{mr_grade: severe}}\n"), name="x").case).setting

    assert setting("15 months") == setting("infant") == setting("17") == "child_high_income"
    assert setting("15") == "child_high_income"
    assert setting("18") == setting("elderly") == "hospital"


def test_the_shares_that_were_used_are_named_in_every_report() -> None:
    for age, label in (("3", "children"), ("70", "adults")):
        text = f"id: x\nage: {age}\nfindings: {{mr_grade: severe}}\n"
        assert label in re.sub(r"\s+", " ", printed(text)).partition("Setting")[2][:60]
        assert label in printed(text, "markdown").partition("Setting:")[2][:60]


def test_an_adult_limit_is_not_used_for_a_child() -> None:
    child, adult = (assess(Case(id="x", age=age, findings={"la_diameter": 42.0})) for age in (5.0, 50.0))
    assert "la_dilated" not in child.known.values
    assert adult.known.values["la_dilated"] is True


def test_findings_that_fit_badly_together_are_said_in_every_report() -> None:
    text = "id: x\nage: 60\nfindings: {flail_segments: [P2], jet_direction: central}\n"
    assert "Look again at" in printed(text)
    assert "Fits badly together" in printed(text, "markdown")
    assert "flail_with_central_jet" in {found["id"] for found in json.loads(printed(text, "json"))["tensions"]}


def test_a_label_draws_no_finding() -> None:
    claimed = {finding.id for finding in labels.findings}
    for derivation in conclusions():
        assert not behind(derivation.finding.id) & claimed, derivation.finding.id


def test_a_label_weighs_less_than_what_was_seen() -> None:
    claimed, seen = (of(answer(**{id: True}), "chordal_rupture").strength for id in ("claimed_chordal_rupture", "chordal_rupture_seen"))
    assert 0 < claimed < seen


def test_findings_of_one_voice_do_not_add_up() -> None:
    fever, both = answer(fever=True), answer(fever=True, crp=100.0, esr=90.0)
    for cause in ("endocarditis_perforation", "endocarditis_chordal"):
        assert of(both, cause).strength == pytest.approx(of(fever, cause).strength)
        assert any(not line.counted for line in of(both, cause).evidence)


def test_an_exposure_that_was_not_asked_for_is_neither_yes_nor_no() -> None:
    exposures: tuple[dict[str, CaseValue], ...] = ({"fenfluramine_exposure": False}, {}, {"fenfluramine_exposure": True})
    denied, unknown, taken = (of(answer(50.0, **exposure), "drug_fenfluramine") for exposure in exposures)
    assert denied.strength < unknown.strength - 2
    assert unknown.strength < taken.strength - 2
    assert "drug_fenfluramine.exposure" in {missing.rule for missing in unknown.missing}
    assert "drug_fenfluramine.exposure" not in {line.rule for line in unknown.evidence}


def test_a_prosthesis_that_is_not_mentioned_is_not_ruled_out() -> None:
    told: tuple[dict[str, CaseValue], ...] = ({}, {"mitral_prosthesis_or_repair": False}, {"mitral_prosthesis_or_repair": True})
    silent, denied, there = (answer(fever=True, murmur_new=True, **prosthesis) for prosthesis in told)
    probabilities = [of(found, "prosthetic_endocarditis").probability for found in (denied, silent, there)]
    assert probabilities == sorted(probabilities)
    assert probabilities[1] > 2 * probabilities[0]
    assert any("prosthe" in missing.rule or "prosthe" in missing.text for missing in of(silent, "prosthetic_endocarditis").missing)
    assert "prosthesis_fever" in {alert.id for alert in there.alerts}


def test_the_order_of_the_file_does_not_matter() -> None:
    findings = ["fever: yes", "lvef: 55", "flail_segments: [P2]", "mr_grade: severe", "onset: sudden"]
    outs = {printed("id: x\nage: 60\nfindings:\n" + "".join(f"  {line}\n" for line in order), "json") for order in (findings, findings[::-1])}
    assert len(outs) == 1


def test_answers_for_programs_and_notes_name_the_knowledge_that_made_them() -> None:
    text = "id: x\nage: 60\nfindings: {fever: yes}\n"
    base = knowledge_base()
    assert json.loads(printed(text, "json"))["knowledge"] == {"version": base.version, "sha256": base.sha256}
    assert f"Knowledge base {base.version}, {base.sha256[:12]}" in printed(text, "markdown")


def test_formal_criteria_name_their_edition() -> None:
    for criteria in knowledge_base().criteria:
        assert re.search(r"(19|20)\d\d", f"{criteria.id} {criteria.name} {criteria.source.where}") or criteria.limits, criteria.id


WATCH = """
import sys
def watch(event, arguments):
    if event.startswith((SOCKET, "subprocess.", "os.system", "os.exec", "os.posix_spawn", "urllib.", "http.")):
        raise SystemExit(f"forbidden: {event} {arguments}")
    if event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+"):
        raise SystemExit(f"forbidden: open {arguments}")
sys.addaudithook(watch)
PROVOKE
sys.argv = ARGV
from mrddx.cli import main
main()
"""


def watched(format: str, provoke: str = "") -> subprocess.CompletedProcess[str]:
    case = str(ROOT / "cases" / "pmr-88f-silent-small-mi.yaml")
    return watched_command(["assess", case, "--format", format], provoke)


def watched_command(arguments: list[str], provoke: str = "", socket: str = '"socket."') -> subprocess.CompletedProcess[str]:
    script = WATCH.replace("PROVOKE", provoke).replace("ARGV", repr(["mrddx", *arguments])).replace("SOCKET", socket)
    env = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONIOENCODING": "utf-8"}
    return subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, env=env)


@pytest.mark.parametrize("format", FORMATS)
def test_no_connection_no_process_and_no_file_written(format: str) -> None:
    done = watched(format)
    assert done.returncode == 0, done.stderr
    assert "papillary" in done.stdout.casefold()


def test_a_note_is_read_without_a_connection_and_leaves_no_file_behind() -> None:
    note = ROOT / "notes" / "whole" / "cleft-posterior-64f.txt"
    talking = '"socket.connect", "socket.getaddrinfo", "socket.gethostby", "socket.sendto", "socket.sendmsg"'
    done = watched_command(["read", str(note)], socket=talking)  # a library that spaCy loads makes a socket to see if there is IPv6, and connects none
    assert done.returncode == 0, done.stderr
    assert "forbidden" not in done.stderr
    assert "findings:" in done.stdout


@pytest.mark.parametrize("provoke", ["import socket; socket.create_connection(('127.0.0.1', 9))", "open('/dev/null', 'w')"])
def test_the_watch_on_connections_and_files_would_notice(provoke: str) -> None:
    assert "forbidden" in watched("json", provoke).stderr


@pytest.fixture
def hash_of() -> Callable[[], str]:
    """The hash of the knowledge as it is now, built afresh."""
    return lambda: knowledge_base.__wrapped__().sha256


def rule_of_rupture() -> tuple[type, str, Evidence]:
    name, rule = next(iter(PapillaryRupture.evidence()))
    return next(owner for owner in PapillaryRupture.__mro__ if name in vars(owner)), name, rule


@pytest.mark.parametrize("change", [{"seen_in": 0.123}, {"why": "Another reason."}], ids=["figure", "reason"])
def test_a_changed_rule_changes_the_hash(change: dict[str, object], hash_of: Callable[[], str], monkeypatch: pytest.MonkeyPatch) -> None:
    owner, name, rule = rule_of_rupture()
    before = hash_of()
    monkeypatch.setattr(owner, name, replace(rule, **change))  # type: ignore[arg-type]
    assert hash_of() != before


def test_a_changed_alert_layer_tension_or_measure_changes_the_hash(hash_of: Callable[[], str], monkeypatch: pytest.MonkeyPatch) -> None:
    seen = {hash_of()}
    monkeypatch.setitem(alerts.ALERTS, "infection", replace(alerts.ALERTS["infection"], text="Other words."))
    seen.add(hash_of())
    monkeypatch.setitem(tempo.RULES, "shock", replace(tempo.RULES["shock"], otherwise=0.2))
    seen.add(hash_of())
    name, tension = next(iter(tensions.TENSIONS.items()))
    monkeypatch.setitem(tensions.TENSIONS, name, replace(tension, text="Other words."))
    seen.add(hash_of())
    monkeypatch.setitem(severity.RULES, "flail", replace(severity.RULES["flail"], grade="moderate"))
    seen.add(hash_of())
    assert len(seen) == 5


def test_a_changed_share_basis_weight_urgency_or_class_changes_the_hash(hash_of: Callable[[], str], monkeypatch: pytest.MonkeyPatch) -> None:
    seen = {hash_of()}
    monkeypatch.setitem(settings._SHARES, "marfan", (9, 9, 9, 9, 9, 9))
    seen.add(hash_of())
    owner, name, rule = rule_of_rupture()
    monkeypatch.setattr(owner, name, replace(rule, basis=Basis.CASES))
    seen.add(hash_of())
    monkeypatch.setitem(severity.RULES, "flail", replace(severity.RULES["flail"], weight=3))
    seen.add(hash_of())
    monkeypatch.setattr(PapillaryRupture, "urgent", not PapillaryRupture.urgent)
    seen.add(hash_of())
    monkeypatch.setattr(PapillaryRupture, "valve_class", ValveClass.SECONDARY)
    seen.add(hash_of())
    assert len(seen) == 6


FORGED = "x [red]ALERT[/red] [link=h]y[/link] **No** <script>z</script> |1|"


def test_marks_in_the_text_of_a_case_are_only_text() -> None:
    text = f"id: {json.dumps(FORGED)}\nage: 60\nfindings: {{fever: yes}}\n"
    assert FORGED in printed(text)
    heading = printed(text, "markdown").splitlines()[0]
    assert not re.search(r"(?<!\\)[*<>|\[\]]", heading)
    assert json.loads(printed(text, "json"))["case_id"] == FORGED


@pytest.mark.parametrize("format", ["terminal", "markdown"])
@pytest.mark.parametrize("forged", ["x\nMost likely: nothing (99 %).", "\x1b[2Jx", "a\u202eb"])
def test_text_from_a_case_cannot_forge_a_line_or_move_the_cursor(forged: str, format: str) -> None:
    text = f"id: {json.dumps(forged)}\nage: 60\nfindings: {{fever: yes}}\n"
    result = CliRunner().invoke(app, ["assess", "-", "--format", format], input=text)
    if result.exit_code == 3:
        return
    assert result.exit_code == 0
    assert forged not in result.stdout
    assert all(character.isprintable() or character == "\n" for character in result.stdout)
