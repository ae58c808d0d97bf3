"""Case files: the three formats, what is refused and where, the policies, and contradictions."""

from __future__ import annotations

import contextlib
import io
import json
import os
import pickle
import random
import re
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from mrddx.facts.case import Case, CaseValue
from mrddx.facts.conditions import Value
from mrddx.facts.findings import Choices, Finding, Quantity, YesNo
from mrddx.facts.vocabulary import FINDINGS
from mrddx.readers.case_file import CaseReading, read_case
from mrddx.readers.contradictions import ages_exclude, contradictions
from mrddx.readers.intake import MAX_BYTES, decode, take_in
from mrddx.readers.issues import CaseRefusedError, InvalidCaseError, Issue, Policy, StrictPolicyError, UnreadableInputError, listed, place, quoted

POLICIES = list(Policy)

HEART = """\
id: heart-12
age: 67
sex: female
setting: hospital
findings:
  days_since_infarction: 4
  lvef: 55 %
  eroa: 40 mm²
  flail_segments: [P2, P3]
  q_waves: no
  mr_grade: Severe
  fever: no
  murmur_new: yes
comment: Sudden breathlessness at night.
source: {title: A torn muscle, year: 2019, doi: 10.1/x, pmid: 17}
known: {cause: papillary_rupture, tempo: acute, carpentier: II, class: primary, coexisting: [ischemic_acute]}
"""


def read(text: str | bytes, policy: Policy = Policy.LENIENT, name: str | None = None) -> CaseReading:
    stream: io.StringIO | io.BytesIO = io.StringIO(text) if isinstance(text, str) else io.BytesIO(text)
    return read_case(stream, policy=policy, name=name)


def issues_of(text: str | bytes, policy: Policy = Policy.LENIENT, name: str | None = None) -> tuple[Issue, ...]:
    """The issues of a refused text."""
    with pytest.raises(CaseRefusedError) as caught:
        read(text, policy, name)
    assert caught.value.issues
    return caught.value.issues


def issue_of(text: str | bytes, policy: Policy = Policy.LENIENT, name: str | None = None) -> Issue:
    """The only issue of a refused text."""
    (issue,) = issues_of(text, policy, name)
    return issue


def unreadable(text: str | bytes) -> Issue:
    """The only issue of a text that cannot be read at all, whatever the policy."""
    for policy in POLICIES:
        with pytest.raises(UnreadableInputError) as caught:
            read(text, policy)
    (issue,) = caught.value.issues
    assert issue.level == "error"
    return issue


def warning_of(text: str) -> Issue:
    """The only warning about a text that is read."""
    (issue,) = read(text).issues
    assert issue.level == "warning"
    return issue


def finding(line: str) -> str:
    """A case with one finding, on line 2."""
    return f"findings:\n  {line}\n"


class TestYaml:
    def test_everything_that_a_case_may_hold(self) -> None:
        reading = read(HEART)
        made = reading.case
        assert reading.issues == ()
        assert (made.id, made.age, made.sex, made.setting) == ("heart-12", 67.0, "female", "hospital")
        assert made.findings == {
            "days_since_infarction": 4.0,
            "lvef": 55.0,
            "eroa": 0.4,
            "flail_segments": ["P2", "P3"],
            "q_waves": False,
            "mr_grade": "severe",
            "fever": False,
            "murmur_new": True,
        }
        assert made.comment == "Sudden breathlessness at night."

    def test_source_and_known_cause(self) -> None:
        made = read(HEART).case
        assert made.source is not None
        assert (made.source.title, made.source.year, made.source.doi) == ("A torn muscle", 2019, "10.1/x")
        assert made.source.model_dump()["pmid"] == "17"
        assert made.known is not None
        assert (made.known.cause, made.known.tempo, made.known.valve_class) == ("papillary_rupture", "acute", "primary")
        assert made.known.coexisting == ["ischemic_acute"]

    def test_the_engine_reads_single_findings(self) -> None:
        values = read(HEART).case.values()
        assert values["flail_segments.P2"] is True
        assert values["q_waves.inferior"] is False
        assert values["age_years"] == 67.0
        assert "flail_segments.A1" not in values

    def test_words_are_not_taken_for_other_things(self) -> None:
        """YAML 1.1 reads ``no`` as false, ``010`` as 8, ``1_0`` as 10 and ``12:30`` as 750; a case file does not."""
        assert read("id: no\n" + finding("lvef: 010")).case.model_dump(include={"id", "findings"}) == {"id": "no", "findings": {"lvef": 10.0}}
        assert "is a time of day" in issue_of(finding("lvedv: 12:30")).message
        assert "is not a unit" in issue_of(finding("lvedv: 1_00")).message

    def test_quotes_change_nothing(self) -> None:
        assert read(finding("fever: 'no'")).case == read(finding('"fever": no')).case == read(finding("fever: no")).case

    @pytest.mark.parametrize("empty", ["", "~", "null", '""'])
    def test_an_empty_value_is_unknown_without_a_word(self, empty: str) -> None:
        reading = read(finding(f"fever: {empty}\n  lvef: 35"))
        assert reading.case.findings == {"lvef": 35.0}
        assert reading.issues == ()

    def test_an_id_that_is_left_out_is_the_name_of_the_file(self, tmp_path: Path) -> None:
        path = tmp_path / "heart-13.yaml"
        path.write_text(finding("lvef: 35"), encoding="utf-8")
        assert read_case(path).case.id == "heart-13"
        assert read_case(path, name="patient 7").case.id == "patient 7"
        assert read(finding("lvef: 35")).case.id == "case"

    @pytest.mark.parametrize(("age", "kept"), [("15 months", "15 months"), ("70", 70.0), ("70 years", "70 years"), ("infant", "infant"), ("60,5", 60.5)])
    def test_an_age_is_kept_as_it_was_written(self, age: str, kept: object) -> None:
        assert read(f"age: {age}\n" + finding("lvef: 35")).case.age == kept

    def test_a_comment_may_have_several_lines(self) -> None:
        assert read("comment: |\n  one: two\n  three\n" + finding("lvef: 35")).case.comment == "one: two\nthree"

    def test_flow_style_is_yaml_too(self) -> None:
        assert read("findings: {lvef: 35, flail_segments: [P2]}").case.findings == {"lvef": 35.0, "flail_segments": ["P2"]}

    def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(self) -> None:
        assert read(b"\xef\xbb\xbf" + HEART.replace("\n", "\r\n").encode()).case == read(HEART).case
        assert read("\ufeff" + HEART).case == read(HEART).case

    def test_document_marks_are_allowed_once(self) -> None:
        assert read("---\n" + HEART + "...\n").case == read(HEART).case


class TestYamlThatCannotBeRead:
    @pytest.mark.parametrize(
        ("text", "line", "message", "mend"),
        [
            ("findings:\n\tlvef: 35", 2, "a tab stands where YAML takes only spaces", "replace each tab by spaces"),
            ("findings:\n  lvef:\t35", 2, "a tab stands where YAML takes only spaces", "replace each tab by spaces"),
            ("comment: see: here", 1, "there is a colon too many, or the indent is wrong", "line up the names, and put text with a colon in quotes"),
            ("id: x\n age: 3", 2, "there is a colon too many, or the indent is wrong", "line up the names, and put text with a colon in quotes"),
            ("findings: {lvef: 35", 1, "a bracket is not closed, or a comma is missing", "check the brackets and commas"),
            ("findings: {q_waves: [a}", 1, "a bracket is not closed, or a comma is missing", "check the brackets and commas"),
            ("id: 'x", 1, "a quotation mark is not closed", "close the quotation mark"),
            ("id: @x", 1, "a value starts with a character that YAML reserves", "put the value in quotes"),
            ("findings:\n  lvef: >60", 2, "a value starts with > or |, which YAML reserves", 'put the value in quotes: ">60"'),
            ("findings:\n  fever: -", 2, "a value starts with - or ?, which YAML reserves", 'put the value in quotes ("-"), or write yes, no or unknown'),
            ("findings:\n  fever: ?", 2, "a value starts with - or ?, which YAML reserves", 'put the value in quotes ("-"), or write yes, no or unknown'),
            ("- a\nb: c", 2, "the indent is wrong", "line up the names of a block"),
            ("id: x\nage\nsex: F", 3, "a name has no colon after it", 'write "name: value"'),
            ("id: *x", 1, "there is an alias, “*x”", "write the value out; put text that starts with * in quotes"),
            ("id: &x 1", 1, "there is an anchor, “&x”", "leave it out; put text that starts with & in quotes"),
            ("a: &x [1]", 1, "there is an anchor, “&x”", "leave it out; put text that starts with & in quotes"),
            ("id: !!python/name:os.x x", 1, "there is a tag, “tag:yaml.org,2002:python/name:os.x”", "leave it out; put text that starts with ! in quotes"),
            ("id: x\n---\nid: y", 2, "a second document begins", "give one case in a file, without --- between"),
            ("findings:\n  ? [a]\n  : 1", 2, "a list or block stands where a name belongs", "names are text, such as lvef"),
            ("findings:\n  ? {a: b}\n  : 1", 2, "a list or block stands where a name belongs", "names are text, such as lvef"),
            ('comment: "\\ud800"', 1, "there is half a character (a lone \\ud800 to \\udfff)", "write both halves, or the character itself"),
            ("- a\n- b", 1, "the file is a list, and a case is names with values", "give each case a file of its own"),
            ("just text", 1, "the file is one value, “just text”, and a case is names with values", 'write "findings:" and below it "  lvef: 35"'),
            ("17", 1, "the file is one value, “17”, and a case is names with values", 'write "findings:" and below it "  lvef: 35"'),
        ],
    )
    def test_the_place_the_fault_and_the_mend(self, text: str, line: int, message: str, mend: str) -> None:
        issue = unreadable(text)
        # A fault at the very end is on the last line, which the parser may count as the next.
        assert issue.line in (line, line + 1)
        assert issue.where == f"input, line {issue.line}"
        assert (issue.message, issue.mend) == (message, mend)

    @pytest.mark.parametrize("text", ["", " \n\t\n", "# only a comment\n", "---\n", "null", "\ufeff"])
    def test_an_empty_file(self, text: str) -> None:
        issue = unreadable(text)
        assert issue.message == "it is empty"
        assert issue.mend == "give a case with an id, age, sex and findings"

    def test_another_fault_is_told_in_the_words_of_the_parser(self) -> None:
        assert unreadable("%YAML 3\n---\nid: x").message.startswith("this is not valid YAML: ")
        assert unreadable('id: "\\UFFFFFFFF"').message.startswith("this is not valid YAML: ")
        assert unreadable('id: "\\q"').message == "this is not valid YAML: found unknown escape character 'q'"

    def test_characters_that_cannot_be_printed(self) -> None:
        issue = unreadable("id: x\ncomment: \x9b31m")
        assert (issue.line, issue.message) == (2, "there is a character that cannot be printed (code 0x9b)")

    @pytest.mark.parametrize(
        "text",
        [
            "[" * 100_000,
            "{" * 10_000 + ":",
            "findings: " + "[" * 25 + "]" * 25,
            "".join(f"{'  ' * depth}a:\n" for depth in range(50)),
            "- " * 10_000,
            '{"a":' * 50_000,
            '{"a":' * 30 + "1" + "}" * 30,
            '{"a": ' + "[" * 90_000 + "]" * 90_000 + "}",
        ],
    )
    def test_deep_nesting(self, text: str) -> None:
        issue = unreadable(text)
        assert issue.message == "lists and blocks are nested deeper than 20" or "JSON" in issue.message

    def test_an_alias_bomb_is_refused_at_its_first_anchor(self) -> None:
        bomb = "a: &a [x, x]\n" + "".join(f"{name}: &{name} [*{before}, *{before}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True))
        assert unreadable(bomb).line == 1

    def test_thousands_of_entries(self) -> None:
        issue = unreadable("findings:\n" + "".join(f"  x{number}: yes\n" for number in range(10_000)))
        assert issue.message == "there are more than 10,000 entries, too many for one case"


class TestJson:
    def test_it_says_the_same_as_yaml(self) -> None:
        data = yaml.safe_load(HEART)
        data["findings"]["q_waves"] = False
        assert read(json.dumps(data)).case.values() == read(HEART).case.values()

    def test_true_false_null_and_numbers(self) -> None:
        findings = {"fever": True, "s3": False, "s4": None, "lvef": 35, "eroa": 0.4, "flail_segments": ["P2"], "q_waves": False}
        assert read(json.dumps({"findings": findings})).case.findings == {id: value for id, value in findings.items() if value is not None}

    def test_a_number_may_be_an_id(self) -> None:
        assert read('{"id": 17, "findings": {"lvef": 35}}').case.id == "17"

    @pytest.mark.parametrize("indent", [None, 1, 4, "\t"])
    def test_lines_are_known(self, indent: int | str | None) -> None:
        text = json.dumps({"id": "x", "findings": {"lvef": 35, "EF": 35}}, indent=indent)
        line = 1 + text[: text.index("EF")].count("\n")
        assert issue_of(text).line == line

    def test_tabs_between_tokens_do_no_harm(self) -> None:
        assert issue_of('{\n\t"findings":\t{\n\t\t"EF":\t35\n\t}\n}').line == 3

    def test_escaped_emoji_survive_and_so_do_the_lines(self) -> None:
        text = r'{"comment": "\ud83d\ude00 caf\u00e9",' + '\n"findings": {"lvef": 35}}'
        assert read(text).case.comment == "😀 café"
        assert issue_of(text.replace("lvef", "EF")).line == 2

    def test_half_an_emoji_is_refused(self) -> None:
        assert "half a character" in unreadable(r'{"comment": "\ud83d", "findings": {"lvef": 35}}').message
        assert "half a character" in unreadable(r'{"\ude00": 1}').message

    def test_json_that_is_no_yaml_is_read_all_the_same(self) -> None:
        assert read('{"findings"\n:\n{"lvef"\n:\n35}}').case.findings == {"lvef": 35.0}
        assert issue_of('{"findings": {"lvef": 35, "' + "k" * 2000 + '": 1}}').line is None

    @pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", pytest.param("1" + "0" * 400, id="400 digits")])
    def test_what_cannot_be_measured(self, number: str) -> None:
        issue = issue_of(f'{{\n"findings": {{\n"lvef": {number}}}}}')
        assert (issue.line, issue.finding) == (3, "lvef")
        assert "is not a number that can be measured" in issue.message

    @pytest.mark.parametrize(
        ("text", "line"),
        [
            ('{"findings": {"lvef": 35,}}', 1),
            ('{"findings":\n {"lvef" 35}}', 2),
            ('{"findings": {"lvef": 35}}\nx', 2),
            ('{"findings": {"lvef": 35}', 1),
            ("{'findings': 1}", 1),
            ('{"id": "a\nb"}', 1),
            ("{", 1),
        ],
    )
    def test_broken_json(self, text: str, line: int) -> None:
        issue = unreadable(text)
        assert issue.line == line
        assert issue.message.startswith("this is not valid JSON: ")
        assert issue.mend == "check the commas, quotes and brackets here"

    @pytest.mark.parametrize(
        ("text", "what"), [("[1, 2]", "a list"), ('"text"', "one value, “text”"), ("17", "one value, “17”"), ("true", "one value, “true”")]
    )
    def test_no_object_at_the_top(self, text: str, what: str, tmp_path: Path) -> None:
        path = tmp_path / "x.json"
        path.write_text(text, encoding="utf-8")
        with pytest.raises(UnreadableInputError, match=f"the file is {what}"):
            read_case(path)

    def test_a_name_that_stands_twice(self) -> None:
        issue = issue_of('{"findings": {\n"lvef": 35,\n"lvef": 36}}')
        assert issue.message == "“lvef” stands 2 times (lines 2 and 3)"
        assert issue.line == 3


class TestCsv:
    def test_a_header_and_a_row(self) -> None:
        made = read('id,age,sex,setting,comment,lvef,fever,flail_segments\nx,15 months,F,acute,"well, well",35 %,no,"P2, P3"\n').case
        assert (made.id, made.age, made.sex, made.setting, made.comment) == ("x", "15 months", "female", "acute", "well, well")
        assert made.findings == {"lvef": 35.0, "fever": False, "flail_segments": ["P2", "P3"]}

    def test_two_columns(self) -> None:
        made = read("finding,value\nid,x\nage,70\nlvef,35 %\n\nfever,no\ns3,\n").case
        assert (made.id, made.age, made.findings) == ("x", 70.0, {"lvef": 35.0, "fever": False})

    def test_an_empty_cell_is_unknown(self) -> None:
        reading = read("id,lvef,fever\nx,35,\n")
        assert reading.case.findings == {"lvef": 35.0}
        assert reading.issues == ()

    @pytest.mark.parametrize("delimiter", [",", ";", "\t"])
    def test_the_usual_delimiters(self, delimiter: str) -> None:
        text = "id,age,lvef\nx,70,35\n".replace(",", delimiter)
        assert read(text).case.findings == {"lvef": 35.0}

    def test_a_decimal_comma_with_semicolons(self) -> None:
        assert read("id;lvef\nx;35,5\n").case.findings == {"lvef": 35.5}

    def test_a_suffix_decides(self, tmp_path: Path) -> None:
        path = tmp_path / "x.csv"
        path.write_text("lvef\n35\n", encoding="utf-8")
        assert read_case(path).case.findings == {"lvef": 35.0}
        path.with_suffix(".tsv").write_text("lvef\tfever\n35\tno\n", encoding="utf-8")
        assert read_case(path.with_suffix(".tsv")).case.findings == {"lvef": 35.0, "fever": False}

    @pytest.mark.parametrize("text", [",\n,\n", '""', ";;\n;"])
    def test_cells_without_content_are_an_empty_file(self, text: str) -> None:
        with pytest.raises(UnreadableInputError, match=r"error: x\.csv: it is empty"):
            read(text, name="x.csv")

    def test_columns_and_rows_without_content_are_passed_over(self) -> None:
        assert read("id,lvef,\n\nx,35,\n,,\n").case.findings == {"lvef": 35.0}

    @pytest.mark.parametrize(
        ("text", "line", "message"),
        [
            ("id,lvef\nx,35\ny,36\n", 3, "there are 2 rows of values, and one case is read at a time"),
            ("id,lvef\n", 1, "there is a header and no row of values"),
            ("id,lvef,s3\nx,35\n", 2, "the row has 2 cells and the header 3"),
            ("id,lvef\nx,35,5\n", 2, "the row has 3 cells and the header 2"),
            ("finding,value\nlvef\n", 2, "the row has 1 cells and the header 2"),
            ("finding,value\nlvef,35\nflail_segments,P2,P3\n", 3, "the row has 3 cells and the header 2"),
            ('id,lvef\nx,"35\n', 2, "this is not valid CSV: unexpected end of data"),
            ('id,lvef\n"x"y,35\n', 2, "this is not valid CSV: ',' expected after '\"'"),
            ("id,lvef,\nx,35,7\n", 1, "a column has a value and no name"),
        ],
    )
    def test_what_cannot_be_read(self, text: str, line: int, message: str) -> None:
        issue = unreadable(text)
        assert (issue.line, issue.message) == (line, message)

    def test_a_column_that_stands_twice(self) -> None:
        assert issue_of("id,lvef,lvef\nx,35,35\n").message == "“lvef” stands 2 times (line 2)"
        assert issue_of("finding,value\nlvef,35\ns3,no\nlvef,36\n").message == "“lvef” stands 2 times (lines 2 and 4)"

    @pytest.mark.parametrize(
        ("header", "mend"),
        [
            ("EF", "did you mean lvef?"),
            ("Age", "did you mean age, at the top of the case?"),
            ("findings", "did you mean findings, at the top of the case?"),
        ],
    )
    def test_an_unknown_column(self, header: str, mend: str) -> None:
        issue = issue_of(f"id,{header},lvef\nx,35,35\n")
        assert (issue.line, issue.mend) == (2, mend)

    def test_thousands_of_cells(self) -> None:
        assert "more than 10,000 entries" in unreadable("id,lvef\n" + "x,35\n" * 6000).message


class TestFormat:
    @pytest.mark.parametrize("suffix", ["", ".txt", ".case"])
    @pytest.mark.parametrize(
        "text", [finding("lvef: 35"), '{"findings": {"lvef": 35}}', '\n  {"findings": {"lvef": 35}}', "id,lvef\nx,35\n", "finding,value\nlvef,35\n"]
    )
    def test_without_a_known_suffix_the_text_tells(self, text: str, suffix: str, tmp_path: Path) -> None:
        path = tmp_path / f"x{suffix}"
        path.write_text(text, encoding="utf-8")
        assert read_case(path).case.findings == {"lvef": 35.0}

    def test_the_suffix_counts_before_the_text(self, tmp_path: Path) -> None:
        path = tmp_path / "x.YAML"
        path.write_text('{"findings": {lvef: 35}}', encoding="utf-8")
        assert read_case(path).case.findings == {"lvef": 35.0}

    def test_a_name_lends_its_suffix_to_a_stream(self) -> None:
        assert read("{findings: {lvef: 35}}", name="heart.yml").case.id == "heart"


class TestSources:
    def test_a_path_as_text(self, tmp_path: Path) -> None:
        path = tmp_path / "x.yaml"
        path.write_text(HEART, encoding="utf-8")
        assert read_case(str(path)).case == read_case(path).case

    def test_an_open_file_is_called_by_its_name(self, tmp_path: Path) -> None:
        path = tmp_path / "heart.yaml"
        path.write_text(finding("EF: 35"), encoding="utf-8")
        for mode in ("r", "rb"):
            with path.open(mode) as file, pytest.raises(CaseRefusedError, match=r"heart\.yaml, line 2, EF"):
                read_case(file)

    @pytest.mark.parametrize("text", [finding("lvef: 35"), '{"findings": {"lvef": 35}}', "id,lvef\nx,35\n"])
    def test_standard_input(self, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        assert read_case("-").case.findings == {"lvef": 35.0}

    def test_standard_input_without_bytes(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "stdin", io.StringIO(finding("EF: 35")))
        with pytest.raises(CaseRefusedError, match="error: standard input, line 2, EF: "):
            read_case("-")

    def test_a_name_replaces_the_path_in_messages(self, tmp_path: Path) -> None:
        path = tmp_path / "x.yaml"
        path.write_text(finding("EF: 35"), encoding="utf-8")
        with pytest.raises(CaseRefusedError, match="error: patient 7, line 2, EF: "):
            read_case(path, name="patient 7")

    @pytest.mark.parametrize("source", ["no/such/file.yaml", "two\nlines", ""])
    def test_no_such_file(self, source: str) -> None:
        with pytest.raises(UnreadableInputError, match=r"there is no such file|it is a directory"):
            read_case(source)

    def test_a_name_that_no_file_can_have(self) -> None:
        for source in ("a\0b", "\ud800", "x" * 5000):
            with pytest.raises(UnreadableInputError, match=r"this is not the name of a file|cannot be opened"):
                read_case(source)

    def test_a_directory(self, tmp_path: Path) -> None:
        with pytest.raises(UnreadableInputError, match="it is a directory; give one case file"):
            read_case(tmp_path)

    def test_a_file_below_a_file(self, tmp_path: Path) -> None:
        (tmp_path / "x").write_text("id: x", encoding="utf-8")
        with pytest.raises(UnreadableInputError, match="it cannot be opened: Not a directory"):
            read_case(tmp_path / "x" / "y.yaml")

    def test_a_file_that_may_not_be_read(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path = tmp_path / "x.yaml"
        path.write_text("id: x", encoding="utf-8")

        def refuse(*_: object, **__: object) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "open", refuse)
        with pytest.raises(UnreadableInputError, match="it cannot be opened: Permission denied; check the path and the permissions"):
            read_case(path)

    def test_a_stream_in_another_encoding(self) -> None:
        stream = io.TextIOWrapper(io.BytesIO("comment: café".encode("latin-1")), encoding="utf-8")
        with pytest.raises(UnreadableInputError, match="probably Latin-1"):
            read_case(stream)


class TestSize:
    def test_a_huge_file_is_refused_without_being_read(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path = tmp_path / "huge.yaml"
        with path.open("wb") as file:
            file.truncate(50_000_000)
        monkeypatch.setattr(Path, "open", None)
        with pytest.raises(UnreadableInputError, match="it is larger than 1 MB, too large for one case; give one case in a file of its own"):
            read_case(path)

    def test_of_a_stream_no_more_is_read_than_the_limit(self) -> None:
        stream = io.StringIO("x" * (3 * MAX_BYTES))
        with pytest.raises(UnreadableInputError, match="larger than 1 MB"):
            read_case(stream)
        assert stream.tell() == MAX_BYTES + 1

    @pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="no endless file here")
    def test_an_endless_file(self) -> None:
        with pytest.raises(UnreadableInputError, match="larger than 1 MB"):
            read_case("/dev/zero")

    def test_a_file_of_just_the_limit(self) -> None:
        text = finding("lvef: 35")
        assert read(text + "#" * (MAX_BYTES - len(text))).case.findings == {"lvef": 35.0}
        assert "larger than 1 MB" in unreadable(text + "#" * (MAX_BYTES - len(text) + 1)).message


class TestEncoding:
    @pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
    def test_utf_16_is_named(self, encoding: str) -> None:
        issue = unreadable(HEART.replace("²", "2").encode(encoding))
        assert (issue.message, issue.mend) == ("it is written in UTF-16", "save it again as UTF-8 text")

    def test_utf_32_is_named(self) -> None:
        assert unreadable(HEART.encode("utf-32")).message == "it is written in UTF-32"

    @pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "iso8859-15"])
    def test_latin_1_is_named_with_the_line(self, encoding: str) -> None:
        issue = unreadable("id: x\ncomment: café\n".encode(encoding))
        assert (issue.line, issue.message) == (2, "it is not UTF-8 but probably Latin-1 or Windows-1252 (byte 0xe9)")

    @pytest.mark.parametrize(
        ("data", "what"),
        [
            (b"%PDF-1.7\n", "it is a PDF, not a case file"),
            (b"PK\x03\x04rest", "it is a zip archive or an Office file (Excel, Word), not a case file"),
            (b"\x89PNG\r\n\x1a\n", "it is a PNG picture, not a case file"),
            (b"\xff\xd8\xff\xe0", "it is a JPEG picture, not a case file"),
            (b"\x1f\x8b\x08", "it is a gzip archive, not a case file"),
            (bytes(range(256)), "it holds bytes that no text has: a binary file"),
            (b"id: x\n\x00", "it holds bytes that no text has: a binary file"),
            (b"id: x\ncomment: \x1b[31m", "it holds bytes that no text has: a binary file"),
        ],
    )
    def test_binary_files_are_named(self, data: bytes, what: str) -> None:
        assert unreadable(data).message == what

    def test_text_with_a_control_character_or_half_a_character(self) -> None:
        assert unreadable("id: x\ncomment: \x07").line == 2
        assert "half a character" in unreadable("id: x\ncomment: \udc80").message

    def test_text_is_decoded_without_its_mark(self) -> None:
        assert decode(b"\xef\xbb\xbfcaf\xc3\xa9", "x") == "café"

    def test_an_intake_knows_its_name_stem_and_suffix(self, tmp_path: Path) -> None:
        path = tmp_path / "Heart.JSON"
        path.write_text("{}", encoding="utf-8")
        intake = take_in(path)
        assert (intake.text, intake.name, intake.stem, intake.suffix) == ("{}", str(path), "Heart", ".json")


class TestNames:
    @pytest.mark.parametrize(
        ("line", "mend"),
        [
            ("EF: 35", "did you mean lvef?"),
            ("LVEF: 35", "did you mean lvef?"),
            ("lvfe: 35", "did you mean lvef?"),
            ("LV ejection fraction: 35", "did you mean lvef?"),
            ("flail_segments.P9: yes", "the options of flail_segments are A1, A2, A3, P1, P2, P3, commissure_anterolateral and commissure_posteromedial"),
            ("age: 70", "did you mean age, at the top of the case?"),
            ("Comment: x", "did you mean comment, at the top of the case?"),
            ("xyzzy: 1", "look the name up, or put what it says into the comment"),
            ("17: 1", "look the name up, or put what it says into the comment"),
        ],
    )
    def test_an_unknown_finding(self, line: str, mend: str) -> None:
        issue = issue_of(finding(line))
        name = line.split(":")[0]
        assert issue == Issue("error", f"input, line 2, {name}", f"“{name}” is not the name of a finding", mend, 2, name)

    @pytest.mark.parametrize(
        ("line", "mend"),
        [
            ("findngs: {}", "did you mean findings?"),
            ("Sex: F", "did you mean sex?"),
            ("lvef: 35", "write lvef under findings"),
            ("EF: 35", "did you mean lvef, under findings?"),
            ("gold: x", "the names are id, age, sex, setting, findings, comment, source, known, quotes"),
            ("17: x", "the names are id, age, sex, setting, findings, comment, source, known, quotes"),
            (f"{'long' * 100}: x", "the names are id, age, sex, setting, findings, comment, source, known, quotes"),
        ],
    )
    def test_an_unknown_part(self, line: str, mend: str) -> None:
        issue = issue_of(finding("s3: no") + line)
        assert (issue.line, issue.mend) == (3, mend)
        assert issue.message.endswith("is not a part of a case")

    def test_an_option_may_be_answered_by_itself(self) -> None:
        assert read(finding("flail_segments.P2: yes")).case.values() == {"flail_segments.P2": True}

    def test_a_thousand_unknown_names_are_all_told_in_little_time(self) -> None:
        issues = issues_of("findings:\n" + "".join(f"  nothing_like_a_finding_{number}: yes\n" for number in range(1000)))
        assert [issue.line for issue in issues] == list(range(2, 1002))

    def test_so_are_a_thousand_unknown_parts(self) -> None:
        assert len(issues_of(finding("s3: no") + "".join(f"nothing_like_a_part_{number}: yes\n" for number in range(1000)))) == 1000

    def test_a_name_that_stands_twice_is_refused_even_if_it_says_the_same(self) -> None:
        issue = issue_of(finding("lvef: 35\n  fever: no\n  lvef: 35"))
        assert issue == Issue("error", "input, line 4, lvef", "“lvef” stands 2 times (lines 2 and 4)", "keep one of them", 4, "lvef")

    def test_a_part_that_stands_twice(self) -> None:
        assert issue_of("age: 70\nage: 71\n" + finding("lvef: 35")).message == "“age” stands 2 times (lines 1 and 2)"
        assert issues_of(finding("lvef: 35") + finding("s3: no"))[0].message == "“findings” stands 2 times (lines 1 and 3)"


class TestValues:
    def test_a_value_is_refused_with_its_place(self) -> None:
        issue = issue_of(finding("creatinine: 450"), name="heart.yaml")
        assert issue == Issue(
            "error", "heart.yaml, line 2, creatinine", "450 mg/dL is outside the plausible 0.1 to 40 mg/dL", "did you mean 450 µmol/L?", 2, "creatinine"
        )
        assert str(issue) == "error: heart.yaml, line 2, creatinine: 450 mg/dL is outside the plausible 0.1 to 40 mg/dL; did you mean 450 µmol/L?"

    @pytest.mark.parametrize(
        ("line", "message"),
        [
            ("lvef: .nan", "“.nan” is not a number that can be measured"),
            ("lvef: .inf", "“.inf” is not a number that can be measured"),
            ("lvef: 2021-03-04", "“2021-03-04” is a date, and a number belongs here"),
            ("lvef: [35, 40]", "a list is given, and this finding takes one value"),
            ("lvef: {value: 35}", "a value belongs here, not a block of names"),
            ("fever: 39", "“39” is a number, and this finding is a yes/no"),
            ("mr_grade: [mild, severe]", "a list is given, and this finding takes one value"),
            ("flail_segments: [P2, P9]", "“P9” is not an option here"),
        ],
    )
    def test_refused_values(self, line: str, message: str) -> None:
        issue = issue_of(finding(line))
        assert (issue.line, issue.finding, issue.message) == (2, line.split(":")[0], message)

    @pytest.mark.parametrize("line", ["fever: possible", "fever: '?'", "lvef: 60-65 %", "lvef: '<40'", "lvef: about 40", "flail_segments: []"])
    def test_doubtful_values_are_read_with_a_warning(self, line: str) -> None:
        warning = warning_of(finding(f"{line}\n  s3: no"))
        assert (warning.line, warning.finding) == (2, line.split(":")[0])

    def test_every_fault_is_told_in_the_order_of_the_file(self) -> None:
        text = "age: 700\nsex: x\nsetting: hospitl\n" + finding("lvef: 350\n  EF: 3\n  fever: possible\n  s3: 3\n  temperature: 390")
        issues = issues_of(text)
        assert [issue.line for issue in issues] == [1, 2, 3, 5, 6, 7, 8, 9]
        assert [issue.level for issue in issues] == ["error"] * 5 + ["warning"] + ["error"] * 2

    @pytest.mark.parametrize("rest", ["", "findings:", "findings: {}", "findings:\n  fever:", "findings: ''", "findings: null"])
    def test_a_case_without_findings(self, rest: str) -> None:
        for policy in POLICIES:
            issue = issues_of(f"id: x\nage: 70\n{rest}\n", policy)[-1]
            assert issue.message in ("nothing is known: the case has no findings", "the findings are not names with values")
            assert issue.level == "error"

    def test_a_case_of_which_everything_is_uncertain(self) -> None:
        error, warning = issues_of(finding("fever: possible"))
        assert error.message == "nothing is known: the case has no findings"
        assert warning.level == "warning"

    @pytest.mark.parametrize("rest", ["findings: [lvef, 35]", "findings: none", "findings: 35"])
    def test_findings_that_are_no_block(self, rest: str) -> None:
        for policy in POLICIES:
            issue = issues_of(f"id: x\n{rest}\n", policy)[0]
            assert (issue.line, issue.message) == (2, "the findings are not names with values")


class TestOtherParts:
    @pytest.mark.parametrize(
        ("part", "message", "mend"),
        [
            ("id: [a]", "the id is not text", "write it as text, in quotes if need be"),
            ("comment: {a: b}", "the comment is not text", "write it as text, in quotes if need be"),
            ("age: 700", "700 years is outside the plausible 0 to 115 years", "did you mean 700 days, 700 weeks or 700 months?"),
            ("age: 1950-03-04", "“1950-03-04” is a date, and a number belongs here", "write the time that has passed, such as 12 days"),
            ("age: [70]", "a list is given, and this finding takes one value", "write a number in years, days, weeks or months"),
            ("sex: x", "“x” is not an option here", "write female or male"),
            ("sex: [F]", "a list is given, and this finding takes one value", "write female or male"),
            ("setting: hospitl", "“hospitl” is not a setting", "did you mean hospital?"),
            ("setting: moon", "“moon” is not a setting", "the names are community, hospital, low_income, acute"),
            ("setting: [acute]", "“['acute']” is not a setting", "did you mean acute?"),
            ("source: text", "the source is not names with values", "write names with values below it, such as title"),
            ("source: {authors: [A, B]}", "“['A', 'B']” cannot stand here", "write plain text"),
            ("source: {title: [A]}", "“['A']” cannot stand here", "write plain text"),
            ("known: x", "the known is not names with values", "write names with values below it, such as cause"),
            ("known: {tempo: acute}", "known.cause is missing", "write it, or leave known out"),
            ("known: {cause: x, tempo: fast}", "“fast” cannot stand here", "write acute, chronic, acute_on_chronic or undetermined"),
            ("known: {cause: x, clas: primary}", "“clas” is not a part of known", "did you mean class?"),
            ("known: {cause: x, cause: y}", "“cause” stands 2 times (line 1)", "keep one of them"),
        ],
    )
    def test_what_does_not_fit(self, part: str, message: str, mend: str) -> None:
        issue = issues_of(f"{part}\n" + finding("lvef: 35"))[0]
        assert (issue.level, issue.line, issue.message, issue.mend, issue.finding) == ("error", 1, message, mend, None)

    @pytest.mark.parametrize("part", ["id:", "age:", "sex:", "setting:", "comment: ''", "source:", "known:", "source: {}"])
    def test_a_part_may_be_empty(self, part: str) -> None:
        reading = read(f"{part}\n" + finding("lvef: 35"))
        assert reading.issues == ()
        assert reading.case.id == "case"

    @pytest.mark.parametrize(("part", "value"), [("age: unknown", None), ("age: about 70", 70.0), ("age: 60-65", 62.5), ("sex: '?'", None)])
    def test_a_doubtful_part(self, part: str, value: object) -> None:
        reading = read(f"{part}\n" + finding("lvef: 35"))
        assert getattr(reading.case, part.split(":")[0]) == value
        assert [issue.line for issue in reading.issues] == [1]

    def test_an_empty_field_of_the_known_cause_is_left_out(self) -> None:
        known = read("known: {cause: x, tempo: , also_acceptable: }\n" + finding("lvef: 35")).case.known
        assert known is not None
        assert (known.tempo, known.also_acceptable) == (None, [])


class TestSaidTwice:
    @pytest.mark.parametrize(
        ("text", "both"),
        [
            ("age: 70\nfindings:\n  age_years: 60\n  s3: no", "age “70.0” (line 1) and findings.age_years “60.0” (line 3)"),
            ("age: infant\nfindings:\n  age_group: elderly\n  s3: no", "age “infant” (line 1) and findings.age_group “elderly” (line 3)"),
            ("age: 70\nfindings:\n  age_group: infant\n  s3: no", "age “70.0” (line 1) and findings.age_group “infant” (line 3)"),
            ("age: infant\nfindings:\n  age_years: 70\n  s3: no", "age “infant” (line 1) and findings.age_years “70.0” (line 3)"),
            ("sex: F\nfindings:\n  sex: male\n  s3: no", "findings.sex “male” (line 3) and sex “female” (line 1)"),
        ],
    )
    def test_age_or_sex_at_the_top_and_below(self, text: str, both: str) -> None:
        issue = issue_of(text)
        assert issue.message == f"the {text[:3]} is given twice and differently: {both}"
        assert (issue.level, issue.line, issue.mend) == ("error", 1, "keep the right one")

    def test_two_ages_below_findings(self) -> None:
        issue = issue_of("findings:\n  age_years: 70\n  age_group: infant\n  s3: no")
        assert issue.message == "the age is given twice and differently: findings.age_group “infant” (line 3) and findings.age_years “70.0” (line 2)"

    @pytest.mark.parametrize(
        "text",
        [
            "age: 70\nsex: F\nfindings:\n  age_years: 70\n  sex: woman\n  s3: no",
            "age: 15 months\nfindings:\n  age_years: 15 months\n  s3: no",
            "age: 70\nfindings:\n  age_group: elderly\n  s3: no",
            "age: 30\nfindings:\n  age_group: middle_aged\n  s3: no",
        ],
    )
    def test_the_same_twice_is_no_fault(self, text: str) -> None:
        assert read(text).issues == ()

    def test_neither_is_kept_under_the_minimal_policy(self) -> None:
        made = read("age: 70\nsex: F\nfindings:\n  age_years: 60\n  sex: male\n  s3: no", Policy.MINIMAL).case
        assert made.values() == {"s3": False}

    @pytest.mark.parametrize("lines", ["flail_segments: [P2]\n  flail_segments.P2: no", "flail_segments: no\n  flail_segments.P2: yes"])
    def test_an_option_and_its_family(self, lines: str) -> None:
        issue = issue_of(finding(f"{lines}\n  s3: no"))
        assert issue.message == "flail_segments and flail_segments.P2 (lines 2 and 3) say different things"
        assert read(finding(f"{lines}\n  s3: no"), Policy.MINIMAL).case.findings == {"s3": False}

    def test_an_option_beside_its_family(self) -> None:
        assert read(finding("flail_segments: [P2]\n  flail_segments.A1: no")).issues == ()

    def test_ages_exclude_each_other_only_where_both_are_known(self) -> None:
        assert ages_exclude({"age_years": 70.0, "age_group": "infant"})
        assert not ages_exclude({"age_years": 70.0})
        assert not ages_exclude({"age_years": 70.0, "age_group": "elderly", "lvef": 35.0})
        assert not ages_exclude({})


class TestContradictions:
    @pytest.mark.parametrize(
        ("lines", "line", "message"),
        [
            (
                "lvedd: 70\n  lv_dilated: no",
                3,
                "lv_dilated is “no”, but lvedd (line 2) speaks against it: LV end-diastolic diameter 70 mm (above 58 mm)",
            ),
            ("fever: no\n  temperature: 39 °C", 2, "fever is “no”, but temperature (line 3) speaks against it: temperature 39 °C (at least 38 °C)"),
            ("temperature: 36.8\n  fever: yes", 3, "fever is “yes”, but temperature (line 2) speaks against it: temperature 36.8 °C (below 37.5 °C)"),
        ],
    )
    def test_a_report_and_a_measurement(self, lines: str, line: int, message: str) -> None:
        warning = warning_of(finding(lines))
        assert warning.where == f"input, line {line}, {warning.finding}"
        assert (warning.line, warning.message, warning.mend) == (line, message, "correct one of them")

    def test_several_findings_speak_against_a_report(self) -> None:
        warning = warning_of(finding("fever: no\n  dyspnoea: no\n  orthopnoea: yes\n  exertional_dyspnoea: yes"))
        assert warning.message.startswith("dyspnoea is “no”, but exertional_dyspnoea and orthopnoea (lines 4 and 5) speak against it")

    def test_a_contradiction_over_several_steps_names_what_was_reported(self) -> None:
        warning = warning_of(finding("flail_leaflet: no\n  flail_segments: [P2]"))
        assert warning.message.startswith("flail_leaflet is “no”, but flail_segments.P2 (line 3) speaks against it")
        (found,) = contradictions({"flail_leaflet": False, "flail_segments.P2": True})
        assert (found.finding, found.reported, found.others) == ("flail_leaflet", False, ("flail_segments.P2",))

    def test_the_age_at_the_top_can_contradict(self) -> None:
        warning = warning_of("age: 70\n" + finding("child: yes"))
        assert warning.message.startswith("child is “yes”, but age_years (line 1) speaks against it")

    def test_what_was_reported_stands(self) -> None:
        assert read(finding("fever: no\n  temperature: 39")).case.values() == {"fever": False, "temperature": 39.0}

    @pytest.mark.parametrize(
        "lines",
        [
            "fever: yes\n  temperature: 39",
            "fever: no\n  temperature: 36.8",
            "fever: no\n  temperature: 37.7",
            "fever: no",
            "temperature: 39",
            "lvedd: 55\n  lv_dilated: yes",
        ],
    )
    def test_no_contradiction(self, lines: str) -> None:
        assert read(finding(lines)).issues == ()

    def test_measures_that_disagree_with_one_another_support_either_report(self) -> None:
        values: dict[str, Value] = {"sex": "female", "lvedd": 54.0, "lvedvi": 50.0}
        for reported in (True, False):
            assert contradictions({**values, "lv_dilated": reported}) == []

    def test_it_refuses_under_the_strict_policy(self) -> None:
        with pytest.raises(StrictPolicyError, match="fever is “no”"):
            read(finding("fever: no\n  temperature: 39"), Policy.STRICT)

    def test_a_dropped_finding_contradicts_nothing(self) -> None:
        assert [issue.finding for issue in read(finding("fever: no\n  temperature: 390"), Policy.MINIMAL).issues] == ["temperature"]


class TestPolicies:
    WARNED = finding("lvef: 60-65\n  s3: no")
    WRONG = "gold: x\nage: 700\nsource: {title: [a], year: 2019}\nknown: {cause: x, tempo: fast}\n" + finding(
        "lvef: 350\n  EF: 3\n  s3: no\n  q_waves: [anterior, moon]"
    )

    @pytest.mark.parametrize("policy", POLICIES)
    def test_a_case_without_fault_passes_under_every_policy(self, policy: Policy) -> None:
        assert read(HEART, policy).case == read(HEART).case

    def test_strict_refuses_a_warning(self) -> None:
        with pytest.raises(StrictPolicyError) as caught:
            read(self.WARNED, Policy.STRICT)
        assert [issue.level for issue in caught.value.issues] == ["warning"]

    @pytest.mark.parametrize("policy", [Policy.LENIENT, Policy.MINIMAL])
    def test_others_go_on_with_it(self, policy: Policy) -> None:
        reading = read(self.WARNED, policy)
        assert reading.case.findings == {"lvef": 62.5, "s3": False}
        assert [issue.level for issue in reading.issues] == ["warning"]

    @pytest.mark.parametrize("policy", [Policy.STRICT, Policy.LENIENT])
    def test_an_error_refuses(self, policy: Policy) -> None:
        with pytest.raises(InvalidCaseError) as caught:
            read(self.WRONG, policy)
        assert [issue.line for issue in caught.value.issues] == [1, 2, 3, 4, 6, 7, 9]

    def test_minimal_drops_what_cannot_be_read_and_says_so(self) -> None:
        reading = read(self.WRONG, Policy.MINIMAL)
        assert reading.case.age is None
        assert reading.case.findings == {"s3": False, "q_waves": ["anterior"]}
        assert [issue.level for issue in reading.issues] == ["warning"] * 7
        assert all(issue.message.startswith("dropped: ") for issue in reading.issues)

    def test_minimal_keeps_the_rest_of_the_source_and_the_known_cause(self) -> None:
        made = read(self.WRONG, Policy.MINIMAL).case
        assert made.source is not None
        assert (made.source.title, made.source.year) == (None, 2019)
        assert made.known is not None
        assert (made.known.cause, made.known.tempo) == ("x", None)

    def test_minimal_drops_a_known_cause_without_a_cause(self) -> None:
        assert read("known: {tempo: fast}\n" + finding("s3: no"), Policy.MINIMAL).case.known is None

    def test_minimal_refuses_a_case_of_which_nothing_is_left(self) -> None:
        issues = issues_of(finding("lvef: 350"), Policy.MINIMAL)
        assert [issue.level for issue in issues] == ["error", "warning"]

    @pytest.mark.parametrize("text", ["id: 'x", '{"id": }', "id,lvef\n", "", b"\xff\xfe\x00", "- a"])
    def test_what_cannot_be_read_at_all_is_refused_under_every_policy(self, text: str | bytes) -> None:
        assert unreadable(text)

    def test_a_policy_is_its_word(self) -> None:
        assert [Policy(word) for word in ("strict", "lenient", "minimal")] == POLICIES


class TestIssues:
    def test_a_refusal_prints_every_issue_on_a_line(self) -> None:
        with pytest.raises(CaseRefusedError) as caught:
            read(finding("lvef: 350\n  EF: 3"))
        assert str(caught.value).splitlines() == [str(issue) for issue in caught.value.issues]

    def test_a_refusal_survives_pickling(self) -> None:
        with pytest.raises(CaseRefusedError) as caught:
            read(finding("EF: 3"))
        again = pickle.loads(pickle.dumps(caught.value))
        assert type(again) is InvalidCaseError
        assert again.issues == caught.value.issues

    def test_the_tree_of_refusals(self) -> None:
        for kind in (UnreadableInputError, InvalidCaseError, StrictPolicyError):
            assert issubclass(kind, CaseRefusedError)
        assert issubclass(CaseRefusedError, ValueError)

    @pytest.mark.parametrize(
        ("parts", "words"),
        [(("x",), "x"), (("x", 3), "x, line 3"), (("x", 3, "lvef"), "x, line 3, lvef"), (("x", None, "lvef"), "x, lvef")],
    )
    def test_a_place(self, parts: tuple[Any, ...], words: str) -> None:
        assert place(*parts) == words

    @pytest.mark.parametrize(("raw", "shown"), [("x", "“x”"), (True, "“true”"), (3.5, "“3.5”"), ("a\nb\x1b[31m", "“a b [31m”"), ("x" * 60, f"“{'x' * 48}…”")])
    def test_what_was_written_is_shown_short_and_harmless(self, raw: object, shown: str) -> None:
        assert quoted(raw) == shown

    @pytest.mark.parametrize(("words", "sentence"), [([], ""), (["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b or c")])
    def test_lists_in_sentences(self, words: list[str], sentence: str) -> None:
        assert listed(words) == sentence

    def test_names_in_messages_are_harmless(self) -> None:
        issue = issue_of('{"findings": {"s3": false, "\\u001b[31m": 1}}')
        assert issue.message.isprintable()
        assert issue.where.isprintable()


# What holds always. The first example builds the indices of the vocabulary, so no time is set.

unhurried = settings(deadline=None)

GIVEN = [known for known in FINDINGS.values() if known.id not in ("age_years", "age_group", "sex")]


def entries(known: Finding) -> st.SearchStrategy[CaseValue]:
    match known:
        case YesNo():
            return st.booleans()
        case Quantity():
            return st.floats(known.low, known.high, allow_nan=False).map(lambda value: round(value, 3))
        case Choices():
            several: st.SearchStrategy[list[str]] = st.lists(st.sampled_from(list(known.options)), min_size=1, unique=True)
            return several
    return st.sampled_from(list(getattr(known, "options", {})))


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Any]:
    chosen = draw(st.lists(st.sampled_from(GIVEN), unique=True, min_size=1, max_size=10))
    age, sex = draw(st.sampled_from([70, 0.5, "15 months", "infant"])), draw(st.sampled_from(["female", "M"]))
    id = draw(st.from_regex(r"x[a-z0-9-]{1,20}", fullmatch=True))
    return {"id": id, "age": age, "sex": sex, "findings": {known.id: draw(entries(known)) for known in chosen}}


def shuffled(document: dict[str, Any], seed: int) -> dict[str, Any]:
    """The same document with its names in another order, inside and out."""
    pairs = [(name, shuffled(value, seed) if isinstance(value, dict) else value) for name, value in document.items()]
    random.Random(seed).shuffle(pairs)
    return dict(pairs)


ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=8
)


class TestAlways:
    @unhurried
    @given(documents(), st.integers(0, 1000))
    def test_the_order_of_names_does_not_matter(self, document: dict[str, Any], seed: int) -> None:
        first, second = read(json.dumps(document)), read(json.dumps(shuffled(document, seed)))
        assert first.case == second.case
        assert sorted(issue.message for issue in first.issues) == sorted(issue.message for issue in second.issues)

    @unhurried
    @given(documents())
    def test_yaml_and_json_say_the_same(self, document: dict[str, Any]) -> None:
        in_json, in_yaml = read(json.dumps(document)), read(yaml.safe_dump(document, sort_keys=False))
        assert in_json.case.values() == in_yaml.case.values()

    @unhurried
    @given(documents())
    def test_csv_says_the_same(self, document: dict[str, Any]) -> None:
        flat = {**document, **document["findings"]}
        del flat["findings"]
        words = {name: {True: "yes", False: "no"}[value] if isinstance(value, bool) else value for name, value in flat.items()}
        cells = {name: ";".join(value) if isinstance(value, list) else str(value) for name, value in words.items()}
        wide = ",".join(cells) + "\n" + ",".join(cells.values()) + "\n"
        long = "finding,value\n" + "".join(f"{name},{value}\n" for name, value in cells.items())
        assert read(wide, name="x.csv").case.values() == read(long, name="x.csv").case.values() == read(json.dumps(document)).case.values()

    @unhurried
    @given(documents())
    def test_a_case_written_as_json_is_read_back(self, document: dict[str, Any]) -> None:
        made = read(json.dumps(document)).case
        assert read(made.model_dump_json(by_alias=True, exclude_none=True)).case == made

    @unhurried
    @given(documents(), st.sampled_from(POLICIES))
    def test_of_a_sound_case_only_contradictions_are_told(self, document: dict[str, Any], policy: Policy) -> None:
        try:
            issues = read(json.dumps(document), policy).issues
        except StrictPolicyError as error:
            issues = error.issues
        assert all(re.search("speaks? against it", issue.message) for issue in issues)

    @unhurried
    @given(st.text(), st.sampled_from(POLICIES), st.sampled_from(["x.yaml", "x.json", "x.csv", "x"]))
    def test_any_text_is_read_or_refused(self, text: str, policy: Policy, name: str) -> None:
        with contextlib.suppress(CaseRefusedError):
            assert isinstance(read(text, policy, name).case, Case)

    @unhurried
    @given(st.binary(), st.sampled_from(["x.yaml", "x.json", "x.csv", "x"]))
    def test_any_bytes_are_read_or_refused(self, data: bytes, name: str) -> None:
        with contextlib.suppress(CaseRefusedError):
            assert isinstance(read(data, name=name).case, Case)

    @unhurried
    @given(st.text(alphabet="idfnglvea: \n\t-?[]{}\"'|>&*!%#,.0135\\u", max_size=60), st.sampled_from(["x.yaml", "x.json", "x.csv", "x"]))
    def test_text_that_is_nearly_a_case_is_read_or_refused(self, text: str, name: str) -> None:
        for head in ("", "findings:\n  lvef: 35\n  ", "findings: {lvef: 35, "):
            with contextlib.suppress(CaseRefusedError):
                read(head + text, name=name)

    @unhurried
    @given(st.data())
    def test_a_case_file_with_a_few_letters_changed_is_read_or_refused(self, data: st.DataObject) -> None:
        letters = list(HEART)
        for _ in range(data.draw(st.integers(1, 4))):
            letters[data.draw(st.integers(0, len(letters) - 1))] = data.draw(st.characters(codec="utf-8"))
        with contextlib.suppress(CaseRefusedError):
            read("".join(letters), Policy.MINIMAL)

    @unhurried
    @given(ANY_JSON)
    def test_any_json_is_read_or_refused(self, value: object) -> None:
        nearly = {"findings": {"lvef": value, "q_waves": value, "s3": True}, "known": value, "source": value, "age": value}
        for document in (value, {"findings": value}, nearly):
            with contextlib.suppress(CaseRefusedError):
                read(json.dumps(document), Policy.MINIMAL, "x.json")
