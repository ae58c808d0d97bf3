"""Type-ahead: what is offered for what stands before the cursor."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

from mrddx.consult.completion import FindingCompleter
from mrddx.consult.consultation import COMMANDS
from mrddx.facts import criteria, derived
from mrddx.facts.vocabulary import FINDINGS
from mrddx.inference.knowledge import knowledge_base


def offered(line: str) -> dict[str, str]:
    """What the line would become with each completion, and the hint beside it."""
    found = FindingCompleter().get_completions(Document(line), CompleteEvent())
    return {line[: len(line) + each.start_position] + each.text: each.display_meta_text for each in found}


@pytest.mark.parametrize(
    ("line", "becomes"),
    [
        ("fev", "Fever"), ("lv ej", "LV ejection fraction"), ("LVE", "LVEF"), ("lve", "LVEF"), ("fever, lve", "fever, LVEF"),
        ("no fever; lv ej", "no fever; LV ejection fraction"),
        ("what if lve", "what if LVEF"), ("drop lve", "drop LVEF"), ("mr_gr", "mr_grade"), ("mr_grade se", "mr_grade severe"),
        ("mr_grade: se", "mr_grade: severe"),
        ("flail_segments P", "flail_segments P2"), ("wh", "why not"), ("vers", "versus"), ("why pap", "why papillary_rupture"),
        ("why not bar", "why not prolapse_barlow"),
        ("versus barlow pap", "versus barlow papillary_rupture"), ("WHY pap", "WHY papillary_rupture"),
    ],
)  # fmt: skip
def test_what_is_offered(line: str, becomes: str) -> None:
    assert becomes in offered(line)


@pytest.mark.parametrize("line", ["", "f", "fever, ", "fever, f", "xyzzy"])
def test_nothing_is_offered_for_too_little_or_for_no_name(line: str) -> None:
    assert [becomes for becomes in offered(line) if becomes.casefold() not in {command.words for command in COMMANDS}] == []


def test_what_begins_with_the_letters_typed_comes_first_and_shorter_names_before_longer() -> None:
    assert next(iter(offered("feve"))) == "Fever"


def test_a_finding_has_its_question_as_hint_and_a_cause_its_name() -> None:
    assert offered("lve")["LVEF"] == FINDINGS["lvef"].question
    assert offered("why pap")["why papillary_rupture"] == knowledge_base().causes["papillary_rupture"].name


def test_a_finding_is_offered_once() -> None:
    hints = [hint for hint in offered("lv").values() if hint == FINDINGS["lvef"].question]
    assert len(hints) == 1


def test_what_the_program_concludes_itself_is_not_offered() -> None:
    hidden = {finding.question for finding in (*derived.catalogue.findings, *criteria.catalogue.findings)} - {""}
    hints = {hint for line in ("lv", "mr", "duke", "jones", "acute", "child", "definite") for hint in offered(line).values()}
    assert not hidden & hints


PIECES = ("why ", "versus ", "drop ", "what if ", "fever", "flail_segments ", "mr_grade", ": ", ", ", "P", "(")


@given(st.text(max_size=30) | st.lists(st.sampled_from(PIECES)).map("".join))
@settings(deadline=None)
def test_any_line_can_be_completed(line: str) -> None:
    found = list(FindingCompleter().get_completions(Document(line), CompleteEvent()))
    assert all(-len(line) <= each.start_position <= 0 for each in found)
    assert not any("\n" in each.text for each in found)
