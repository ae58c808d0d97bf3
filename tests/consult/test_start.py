"""How a session begins: new, from a file, or where the last one stopped, and how it says that it cannot."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from mrddx.consult.consultation import Consultation
from mrddx.consult.start import StartError, start

from .sessions import tell, text_of, values_of_state, way

CASE = "id: x\nage: 70\nfindings:\n  fever: yes\n"


def begin(folder: Path, file: str | None = None, *, resume: bool = False, keep: bool = True, setting: str | None = None) -> Consultation:
    return start(file, folder=folder, resume=resume, keep=keep, setting=setting)[0]


def known(consultation: Consultation) -> dict[str, object]:
    return values_of_state(consultation.history.now)


@pytest.fixture
def case_file(tmp_path: Path) -> str:
    file = tmp_path / "patient one.yaml"
    file.write_text(CASE, encoding="utf-8")
    return str(file)


def test_a_new_session_knows_nothing(tmp_path: Path) -> None:
    consultation, typed = start(None, folder=tmp_path / "own")
    assert known(consultation) == {}
    assert typed is not None
    if sys.platform != "win32":
        assert (stat.S_IMODE(typed.stat().st_mode), stat.S_IMODE(typed.parent.stat().st_mode)) == (0o600, 0o700)


def test_a_session_that_is_not_kept_leaves_nothing(tmp_path: Path) -> None:
    consultation, typed = start(None, folder=tmp_path / "own", keep=False)
    tell(consultation, "lvef: 30", "undo", "redo")
    assert typed is None
    assert not (tmp_path / "own").exists()


def test_it_begins_with_a_file_and_under_its_name(tmp_path: Path, case_file: str) -> None:
    consultation = begin(tmp_path / "own", case_file)
    assert known(consultation) == {"fever": True, "age_years": 70.0}
    assert consultation.case().id == "patient one"


def test_it_begins_with_a_note(tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text("A 70-year-old man with fever.", encoding="utf-8")
    assert known(begin(tmp_path / "own", str(note)))["fever"] is True


def test_the_setting_asked_for_goes_before_that_of_the_file(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(f"setting: community\n{CASE}", encoding="utf-8")
    assert begin(tmp_path, str(file)).assessment().setting == "community"
    assert begin(tmp_path, str(file), setting="low_income").assessment().setting == "low_income"


@pytest.mark.parametrize("setting", [None, "low_income", "acute"])
@pytest.mark.parametrize("from_file", [False, True])
def test_resumed_a_session_is_as_it_was_with_its_way_back(from_file: bool, setting: str | None, tmp_path: Path, case_file: str) -> None:
    first = begin(tmp_path / "own", case_file if from_file else None, setting=setting)
    tell(first, "lvef: 30", "no chest pain", "lvef: 45", "undo")
    again = begin(tmp_path / "own", resume=True)
    assert again.history.now == first.history.now
    assert "lvef = 45 %" in text_of(tell(again, "redo"))
    tell(first, "redo")
    assert way(again.history) == way(first.history)
    assert again.history.now.setting == first.history.now.setting  # both are at their start now


def test_a_setting_chosen_at_the_start_outlasts_undo_and_resume(tmp_path: Path) -> None:
    first = begin(tmp_path, setting="low_income")
    tell(first, "lvef: 30", "undo")
    again = begin(tmp_path, resume=True)
    assert first.assessment().setting == again.assessment().setting == "low_income"


def test_a_resumed_session_can_be_resumed_again(tmp_path: Path) -> None:
    tell(begin(tmp_path), "lvef: 30")
    tell(begin(tmp_path, resume=True), "fever: yes", "undo", "fever: no")
    third = begin(tmp_path, resume=True)
    assert known(third) == {"lvef": 30.0, "fever": False}
    assert [len(states) for states in way(third.history)] == [2, 1, 0]
    assert len(list(tmp_path.glob("session-*"))) == 1


def test_a_session_begun_from_a_file_alone_can_be_resumed(tmp_path: Path, case_file: str) -> None:
    begin(tmp_path / "own", case_file)
    assert known(begin(tmp_path / "own", resume=True)) == {"fever": True, "age_years": 70.0}


def test_the_setting_asked_for_on_resuming_applies(tmp_path: Path) -> None:
    tell(begin(tmp_path), "lvef: 30")
    assert begin(tmp_path, resume=True, setting="low_income").assessment().setting == "low_income"


def test_there_must_be_a_session_to_resume(tmp_path: Path) -> None:
    with pytest.raises(StartError, match="without --resume"):
        begin(tmp_path, resume=True)


def test_a_session_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "session-1.jsonl").write_text("not a session\nnor this\n", encoding="utf-8")
    with pytest.raises(StartError, match="line 1"):
        begin(tmp_path, resume=True)


@pytest.mark.parametrize("name", ["none.yaml", ".", "none.txt"])
def test_a_file_that_cannot_be_read_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(StartError, match=r"none|directory"):
        begin(tmp_path / "own", str(tmp_path / name))


def test_a_folder_that_cannot_be_made_is_told_with_the_mend(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StartError, match="--no-history"):
        begin(tmp_path / "file" / "own")
    assert known(begin(tmp_path / "file" / "own", keep=False)) == {}
