"""The files of a session: what is saved comes back, a note is read, and nothing is written outside the folder or for others to read."""

from __future__ import annotations

import json
import os
import stat
import sys
from pathlib import Path

import pytest

from mrddx.consult.files import FileError, load, save
from mrddx.consult.state import Known, State
from mrddx.library import case_names, case_text

from .sessions import Session, tell, text_of, values_of_state

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="file modes are those of POSIX")
KNOWN = {"lvef": Known(30.0, "EF 30"), "fever": Known(False), "flail_segments": Known(["P1", "P2"]), "age_years": Known(70.0), "sex": Known("male")}
STATE = State(KNOWN, "acute")
OUTSIDE = ("../x.yaml", "/tmp/mrddx-outside.yaml", "sub/../../x.yaml", "~/mrddx-outside.yaml", "link/x.yaml", "~nosuchuser/x.yaml")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_what_is_saved_is_loaded_again(tmp_path: Path) -> None:
    path = save(tmp_path, "mine.yaml", STATE, "mine")
    loaded = load(str(path))
    assert values_of_state(loaded.state) == values_of_state(STATE)
    assert (loaded.state.setting, loaded.remarks) == ("acute", ())


@pytest.mark.parametrize("name", case_names()[::30])
def test_a_library_case_is_loaded_and_saved_as_it_is(name: str, tmp_path: Path) -> None:
    file = tmp_path / f"{name}.yaml"
    file.write_text(case_text(name), encoding="utf-8")
    state = load(str(file)).state
    saved = save(tmp_path, "again", state, name)
    assert saved.name == "again.yaml"
    assert values_of_state(load(str(saved)).state) == values_of_state(state)


def test_a_note_is_read_with_the_words_that_say_each_finding(tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text("84-year-old woman with severe mitral regurgitation.\nNo fever. Possible vegetation.\n", encoding="utf-8")
    loaded = load(str(note))
    known = values_of_state(loaded.state)
    assert (known["age_years"], known["sex"], known["mr_grade"], known["fever"]) == (84.0, "female", "severe", False)
    assert "severe" in loaded.state.known["mr_grade"].words
    assert any("vegetation" in remark for remark in loaded.remarks)


@POSIX
def test_only_the_owner_can_read_what_is_written(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        session = Session(tmp_path / "own")
        tell(session, "lvef: 30", "save one", "save sub/two", "report three.md")
    finally:
        os.umask(before)
    files = [path for path in session.folder.rglob("*") if path.is_file()]
    assert {path.name for path in files} == {"one.yaml", "two.yaml", "three.md", session.file.name}
    assert {mode(path) for path in files} == {0o600}
    assert {mode(session.folder), mode(session.folder / "sub")} == {0o700}


@POSIX
def test_a_file_that_others_could_read_is_theirs_no_longer_once_it_is_written_over(tmp_path: Path) -> None:
    open_to_all = tmp_path / "mine.yaml"
    open_to_all.touch()
    open_to_all.chmod(0o644)
    assert mode(save(tmp_path, "mine.yaml", STATE, "mine")) == 0o600


@pytest.mark.parametrize("name", OUTSIDE)
@pytest.mark.parametrize("command", ["save", "report"])
def test_nothing_is_written_outside_the_folder(command: str, name: str, tmp_path: Path) -> None:
    session = Session(tmp_path / "own")
    tell(session, "lvef: 30")
    (session.folder / "link").symlink_to(tmp_path, target_is_directory=True)
    assert text_of(tell(session, f"{command} {name}")).startswith("! ")
    assert [path.name for path in tmp_path.iterdir()] == ["own"]


@pytest.mark.parametrize("command", ["save", "report"])
def test_the_session_itself_is_never_written_over(command: str, tmp_path: Path) -> None:
    session = Session(tmp_path)
    tell(session, "lvef: 30")
    before = session.file.read_bytes()
    assert text_of(tell(session, f"{command} {session.file.name}")).startswith("! ")
    assert session.file.read_bytes() == before


def test_a_path_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for name in ("file/x.yaml", "a" * 300):
        with pytest.raises(FileError, match="cannot be written"):
            save(tmp_path, name, STATE, "x")


@pytest.mark.parametrize("name", ["none.yaml", "", ".", "none.txt", "a" * 5000, "~nosuchuser/x.yaml"])
def test_a_file_that_cannot_be_read_is_told_and_changes_nothing(name: str, tmp_path: Path) -> None:
    session = Session(tmp_path)
    reply = tell(session, "lvef: 30", f"load {name}")
    assert text_of(reply).startswith("! ")
    assert values_of_state(session.history.now) == {"lvef": 30.0}


def test_standard_input_is_no_file_to_load_in_a_session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(FileError):
        load("-")


@pytest.mark.parametrize("content", [b"", b"\x00\xff", b"[" * 5000, b"id: x\nfindings: {lvef: 300}\n", b"id: x\nfindings: {fevr: yes}\n"])
@pytest.mark.parametrize("suffix", ["yaml", "txt"])
def test_a_file_that_is_no_case_and_no_note_is_told(content: bytes, suffix: str, tmp_path: Path) -> None:
    file = tmp_path / f"bad.{suffix}"
    file.write_bytes(content)
    with pytest.raises(FileError, match=r"bad"):
        load(str(file))


def test_a_loaded_case_begins_anew_and_can_be_undone(tmp_path: Path) -> None:
    session = Session(tmp_path)
    tell(session, "fever: yes")
    save(tmp_path, "other", State({"lvef": Known(30.0)}), "other")
    reply = tell(session, f"load {tmp_path / 'other.yaml'}")
    assert reply.redraw
    assert values_of_state(session.history.now) == {"lvef": 30.0}
    tell(session, "undo")
    assert values_of_state(session.history.now) == {"fever": True}


@pytest.mark.parametrize(("name", "begins"), [("r.txt", "consultation"), ("r.md", "#"), ("r.json", "{"), ("r", "consultation")])
def test_the_report_is_written_as_its_suffix_says(name: str, begins: str, tmp_path: Path) -> None:
    session = Session(tmp_path)
    assert "Report written to" in text_of(tell(session, "mr_grade: severe", f"report {name}"))
    text = (tmp_path / name).read_text(encoding="utf-8")
    assert text.startswith(begins)
    if name.endswith(".json"):
        assert json.loads(text)["next_findings"]
