"""Whole notes: each finding with its words, what is refused, and a folder of notes in one run."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from mrddx.cli import app
from mrddx.facts.case import Case
from mrddx.prose import Status
from mrddx.prose.folder import REJECTS, REMARKS, notes_in, read_notes, write_lists
from mrddx.prose.note import Note, read_note
from mrddx.readers.case_file import read_case
from mrddx.readers.case_text import case_yaml
from mrddx.readers.issues import CaseRefusedError

from .test_reader import ANY_TEXT

NOTE = """\
A 62-year-old woman with sudden dyspnoea.

Echo: LVEF 30 %. Flail P2, severe mitral regurgitation.
No fever. Possible vegetation.
"""
UNREADABLE = [
    b"",
    b"   \n",
    b"\x00\x01\x02\xff",
    b"%PDF-1.7 fever",
    "No fever".encode("utf-16"),
    "caf\xe9, no fever".encode("latin-1"),
    b"We talked about the garden.\n",
]


def note_of(text: str, name: str | None = None) -> Note:
    return read_note(io.StringIO(text), name)


def case_or_none(text: str, name: str | None = None) -> Case | None:
    """The case of a note, None if it is refused; any other error is one."""
    try:
        return note_of(text, name).case
    except CaseRefusedError:
        return None


def mrddx(*arguments: str, stdin: str | bytes | None = None) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, list(arguments), input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stdout, result.stderr


def again(case: Case) -> Case:
    """A case written and read back."""
    return read_case(io.StringIO(case_yaml(case))).case


class TestCase:
    def test_what_the_note_says(self) -> None:
        case = note_of(NOTE, "heart.txt").case
        assert (case.id, case.age, case.sex) == ("heart", 62.0, "female")
        assert {"lvef": 30.0, "fever": False, "flail_segments.P2": True, "mr_grade": "severe"}.items() <= case.findings.items()
        assert "vegetation" not in case.findings

    def test_every_finding_is_quoted_from_its_line(self) -> None:
        case = note_of(NOTE).case
        assert set(case.findings) | {"age_years", "sex"} == set(case.quotes)
        for id, quote in case.quotes.items():
            assert quote.start is not None, id
            assert quote.end is not None, id
            assert quote.text == " ".join(NOTE[quote.start : quote.end].split())
            assert quote.line == NOTE.count("\n", 0, quote.start) + 1
        assert case.quotes["lvef"].text == "LVEF 30 %"
        assert case.quotes["lvef"].line == 3

    def test_it_is_read_back_the_same(self) -> None:
        case = note_of(NOTE).case
        assert again(case) == case

    def test_a_byte_order_mark_is_no_part_of_it(self) -> None:
        case = read_note(io.BytesIO(b"\xef\xbb\xbf" + NOTE.encode())).case
        assert case.quotes == note_of(NOTE).case.quotes

    def test_line_ends_of_another_system(self) -> None:
        assert read_note(io.BytesIO(NOTE.replace("\n", "\r\n").encode())).case.findings == note_of(NOTE).case.findings


class TestRemarks:
    def test_what_stays_open(self) -> None:
        (remark,) = [remark for remark in note_of(NOTE).remarks() if remark.startswith("vegetation ")]
        assert "line 4" in remark
        assert Status.UNCERTAIN.value in remark

    def test_what_is_said_in_two_ways(self) -> None:
        note = note_of("LVEF 60 %.\nNo fever.\nLVEF 30 %.\n")
        (remark,) = note.remarks()
        assert remark.startswith("lvef is said in two ways")
        assert "line 1" in remark
        assert "line 3" in remark
        assert "lvef" not in note.case.findings

    def test_a_unit_that_was_taken_for_granted(self) -> None:
        (remark,) = note_of("Creatinine 400\n").remarks()
        assert remark.startswith("creatinine: unit not said")

    def test_nothing_to_remark(self) -> None:
        assert list(note_of("No fever.").remarks()) == []


class TestRefused:
    @pytest.mark.parametrize("content", UNREADABLE)
    def test_what_is_no_note(self, content: bytes) -> None:
        with pytest.raises(CaseRefusedError) as caught:
            read_note(io.BytesIO(content))
        assert caught.value.issues

    def test_no_finding(self) -> None:
        with pytest.raises(CaseRefusedError) as caught:
            note_of("We talked about the garden.")
        (issue,) = caught.value.issues
        assert "no finding" in issue.message
        assert issue.mend

    def test_only_what_is_open(self) -> None:
        with pytest.raises(CaseRefusedError):
            note_of("Possible vegetation.")

    def test_a_missing_file_and_a_folder(self, tmp_path: Path) -> None:
        for path in (tmp_path / "none.txt", tmp_path):
            with pytest.raises(CaseRefusedError):
                read_note(path)

    @pytest.mark.parametrize("text", ["Age 200. No fever.", "300F, EF 30 %", "999-year-old man, no fever"])
    def test_an_age_that_nobody_reaches_is_left_out_or_refused(self, text: str) -> None:
        case = case_or_none(text)
        assert case is None or case.age is None

    @pytest.mark.parametrize(
        "text",
        [
            "A 30-year-old woman. Newborn. No fever.",
            "An 80-year-old man, the child of a newborn nation, no fever",
            "A 45-year-old woman, no fever; lives with an elderly neighbour",
        ],
    )
    def test_a_case_that_is_written_can_be_read(self, text: str) -> None:
        case = note_of(text).case
        assert again(case) == case


@settings(deadline=None, max_examples=60)
@given(ANY_TEXT)
def test_any_text_is_refused_or_a_case_that_is_read_back_the_same(text: str) -> None:
    case = case_or_none(text)
    if case is not None:
        assert case.values()
        assert again(case) == case


@settings(deadline=None, max_examples=20)
@given(st.text(min_size=1, max_size=20))
def test_any_name_is_a_name_or_refused(name: str) -> None:
    case = case_or_none("No fever.", name)
    assert case is None or case.id


def folder_of(folder: Path, **notes: str | bytes) -> Path:
    folder.mkdir(exist_ok=True)
    for name, content in notes.items():
        (folder / f"{name}.txt").write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


class TestFolder:
    def test_a_bad_note_stops_no_other(self, tmp_path: Path) -> None:
        notes = folder_of(tmp_path / "notes", a=NOTE, b=b"\x00\xff", c="No fever.")
        done = list(read_notes(notes_in(notes), tmp_path / "cases"))
        assert [one.case is not None for one in done] == [True, False, True]
        assert sorted(path.name for path in (tmp_path / "cases").iterdir()) == ["a.yaml", "c.yaml"]
        assert read_case(tmp_path / "cases" / "a.yaml").case == read_note(notes / "a.txt").case

    def test_the_lists(self, tmp_path: Path) -> None:
        notes = folder_of(tmp_path / "notes", a=NOTE, b="", c="No fever.")
        done = list(read_notes(notes_in(notes), tmp_path))
        assert {path.name for path in write_lists(done, tmp_path)} == {REJECTS, REMARKS}
        with (tmp_path / REJECTS).open(encoding="utf-8", newline="") as file:
            head, row = csv.reader(file)
        assert head == ["note", "problem", "mend"]
        assert row[0] == "b.txt"
        assert all(row)
        assert all(line.startswith("a.txt: ") for line in (tmp_path / REMARKS).read_text(encoding="utf-8").splitlines())

    def test_no_list_is_written_for_nothing(self, tmp_path: Path) -> None:
        notes = folder_of(tmp_path / "notes", c="No fever.")
        assert write_lists(list(read_notes(notes_in(notes), tmp_path)), tmp_path) == []

    def test_only_notes_are_taken(self, tmp_path: Path) -> None:
        folder_of(tmp_path, b="x", a="y")
        (tmp_path / "c.yaml").write_text("id: x\n", encoding="utf-8")
        (tmp_path / "d.txt").mkdir()
        (tmp_path / "E.TXT").write_text("No fever.", encoding="utf-8")
        assert {path.name for path in notes_in(tmp_path)} == {"a.txt", "b.txt", "E.TXT"}


class TestCommand:
    def test_a_note_on_standard_input_becomes_a_case_on_standard_output(self) -> None:
        code, out, err = mrddx("read", "-", stdin=NOTE)
        assert code == 0
        assert read_case(io.StringIO(out)).case == note_of(NOTE, "standard input").case.model_copy(update={"id": read_case(io.StringIO(out)).case.id})
        assert "vegetation stays unknown" in err

    def test_standard_input_is_the_default(self) -> None:
        assert mrddx("read", stdin=NOTE) == mrddx("read", "-", stdin=NOTE)

    def test_the_case_can_be_assessed(self) -> None:
        assert mrddx("assess", "-", "--format", "json", stdin=mrddx("read", stdin=NOTE)[1])[0] == 0

    def test_a_file_into_a_file(self, tmp_path: Path) -> None:
        notes = folder_of(tmp_path, heart=NOTE)
        code, out, _ = mrddx("read", str(notes / "heart.txt"), "--output", str(tmp_path / "heart.yaml"))
        assert (code, out) == (0, "")
        assert read_case(tmp_path / "heart.yaml").case.id == "heart"

    @pytest.mark.parametrize("content", UNREADABLE)
    def test_what_is_no_note_leaves_with_three(self, content: bytes) -> None:
        code, out, err = mrddx("read", "-", stdin=content)
        assert (code, out) == (3, "")
        assert err.startswith("error: ")

    def test_an_output_that_cannot_be_written_leaves_with_two(self, tmp_path: Path) -> None:
        assert mrddx("read", "-", "--output", str(tmp_path / "no" / "such" / "x.yaml"), stdin=NOTE)[0] == 2

    def test_a_folder_with_a_bad_note_leaves_with_three_and_writes_the_rest(self, tmp_path: Path) -> None:
        notes = folder_of(tmp_path / "notes", a=NOTE, b="", c="No fever.")
        output = tmp_path / "cases"
        code, _, err = mrddx("read", str(notes), "--output", str(output))
        assert code == 3
        assert {path.name for path in output.iterdir()} == {"a.yaml", "c.yaml", REJECTS, REMARKS}
        assert "1 note(s) refused" in err

    def test_a_good_folder_leaves_with_nought(self, tmp_path: Path) -> None:
        notes = folder_of(tmp_path / "notes", c="No fever.")
        assert mrddx("read", str(notes), "--output", str(tmp_path / "cases"))[0] == 0

    def test_a_folder_needs_an_output_and_notes(self, tmp_path: Path) -> None:
        assert mrddx("read", str(folder_of(tmp_path / "notes", a=NOTE)))[0] == 2
        (tmp_path / "empty").mkdir()
        assert mrddx("read", str(tmp_path / "empty"), "--output", str(tmp_path))[0] == 3

    def test_nothing_of_the_patient_is_printed_but_the_case(self, capfd: pytest.CaptureFixture[str]) -> None:
        mrddx("read", "-", stdin=NOTE)
        printed = capfd.readouterr()
        assert "dyspnoea" not in printed.out + printed.err
