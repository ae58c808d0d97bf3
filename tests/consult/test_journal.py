"""The session on disk: what is written is what comes back, however it ended, and nobody else can read it."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from mrddx.consult.journal import Journal, default_folder, go_on, latest, new_journal, replay
from mrddx.consult.state import Known, State

from .sessions import session, sessions, tell, values_of_state, way

SLOW = (HealthCheck.too_slow,)
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="file modes are those of POSIX")
ODD_WORDS = ("EF 30 %, µ ≥ β", "two\u2028lines", "next\x85line", 'a "quote" \\ and a\ttab', "feed\x0c", "\U0001f600")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_nothing_is_written_before_the_first_step(tmp_path: Path) -> None:
    journal = new_journal(tmp_path / "none")
    assert not journal.file.parent.exists()


@POSIX
def test_only_the_owner_can_read_a_session(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        journal = new_journal(tmp_path / "own")
        journal.state(State({"lvef": Known(30.0)}))
    finally:
        os.umask(before)
    assert mode(journal.file) == 0o600
    assert mode(journal.file.parent) == 0o700


@pytest.mark.parametrize("words", ODD_WORDS)
def test_the_words_come_back_whatever_they_are(words: str, tmp_path: Path) -> None:
    state = State({"lvef": Known(30.0, words), "fever": Known(True)}, "hospital")
    journal = Journal(tmp_path / "session-1.jsonl")
    journal.state(state)
    journal.state(State())
    journal.step("undo")
    assert replay(journal.file).now == state


def test_every_kind_of_value_comes_back_as_it_was(tmp_path: Path) -> None:
    values = {"lvef": 30.0, "age_years": 70.0, "fever": False, "sex": "male", "mr_grade": "severe", "flail_segments": ["P1", "P2"], "prolapse_segments": False}
    state = State({id: Known(value) for id, value in values.items()})  # type: ignore[arg-type]
    journal = Journal(tmp_path / "session-1.jsonl")
    journal.state(state)
    back = replay(journal.file).now
    assert back == state
    assert [type(known.value) for known in back.known.values()] == [float, float, bool, str, str, list, bool]


@given(sessions())
@example(["setting hospital", "setting hospital"])
@settings(max_examples=40, deadline=None, suppress_health_check=SLOW)
def test_replay_brings_back_what_is_known_and_the_way_there(lines: list[str]) -> None:
    with session() as consultation:
        tell(consultation, "show", *lines)
        file = consultation.file
        if not file.exists():
            assert consultation.history.before is None
            return
        again = replay(file)
        assert again.now == consultation.history.now
        assert way(again) == way(consultation.history)


@given(sessions(), st.floats(0, 1))
@settings(max_examples=60, deadline=None, suppress_health_check=SLOW)
def test_a_session_cut_off_anywhere_is_the_session_up_to_an_earlier_line(lines: list[str], share: float) -> None:
    with session() as consultation:
        states = [consultation.history.now]
        sizes = [0]
        for line in ("creatinine 140 µmol/L", *lines):
            consultation.hear(line)
            size = consultation.file.stat().st_size
            if size > sizes[-1]:
                states.append(consultation.history.now)
                sizes.append(size)
        whole = consultation.file.read_bytes()
        cut = round(share * len(whole))
        file = consultation.file.with_name("cut.jsonl")
        file.write_bytes(whole[:cut])
        kept = max(number for number, size in enumerate(sizes) if size <= cut)
        allowed = states[kept : kept + 2 if cut + 1 in sizes else kept + 1]  # without its line feed alone a line is whole
        assert replay(file).now in allowed


def test_a_session_cut_within_a_letter_is_read(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "session-1.jsonl")
    journal.state(State({"fever": Known(True)}))
    journal.state(State({"creatinine": Known(1.6, "140 µmol/L")}))
    whole = journal.file.read_bytes()
    journal.file.write_bytes(whole[: whole.index("µ".encode()) + 1])
    assert values_of_state(replay(journal.file).now) == {"fever": True}


@pytest.mark.parametrize("cut", [1, 2, 30])
def test_a_session_that_was_cut_off_goes_on_and_can_be_cut_off_again(cut: int, tmp_path: Path) -> None:
    journal = Journal(tmp_path / "session-1.jsonl")
    for value in (30.0, 40.0):
        journal.state(State({"lvef": Known(value)}))
    journal.file.write_bytes(journal.file.read_bytes()[:-cut])
    history = replay(journal.file)
    again = go_on(journal.file)
    for fever in (True, False):
        history.learn({"fever": Known(fever)})
        again.state(history.now)
    assert replay(journal.file).now == history.now
    assert way(replay(journal.file))[:3] == way(history)[:3]


def test_a_file_that_is_no_session_is_refused_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "session-1.jsonl"
    file.write_text('{"known": {"lvef": {"value": 300.0}}}\n{"step": "undo"}\n', encoding="utf-8")
    with pytest.raises(ValueError, match="line 1"):
        replay(file)


def test_the_latest_session_is_the_one_last_written_to(tmp_path: Path) -> None:
    assert latest(tmp_path) is None
    assert latest(tmp_path / "none") is None
    for name, time in (("session-1.jsonl", 300), ("session-2.jsonl", 200), ("other.jsonl", 400)):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (time, time))
    assert latest(tmp_path) == tmp_path / "session-1.jsonl"


def test_two_sessions_of_one_second_have_a_file_each(tmp_path: Path) -> None:
    first, second = new_journal(tmp_path), new_journal(tmp_path)
    first.state(State({"lvef": Known(30.0)}))
    second.state(State({"lvef": Known(40.0)}))
    assert first.file != second.file
    assert values_of_state(replay(first.file).now) == {"lvef": 30.0}


def test_sessions_are_kept_in_the_users_own_folder_unless_another_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("MRDDX_HOME", raising=False)
    monkeypatch.setenv("XDG_STATE_HOME", "/state")
    assert default_folder() == Path("/state/mrddx")
    monkeypatch.delenv("XDG_STATE_HOME")
    assert default_folder() == Path.home() / ".local" / "state" / "mrddx"
    monkeypatch.setenv("MRDDX_HOME", "/chosen")
    assert default_folder() == Path("/chosen")


def test_a_folder_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "shared"
    folder.mkdir(mode=0o755)
    before = mode(folder)
    Journal(folder / "session-1.jsonl").state(State())
    assert mode(folder) == before
