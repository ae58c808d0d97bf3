"""`mrddx consult` in a pipe: each line with its answer, no colour, plain ASCII if asked, and no traceback whatever the bytes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from typer.testing import CliRunner

from mrddx.cli import app

RUPTURE = ("84 yo woman, sudden pulmonary oedema, cardiogenic shock", "inferior infarct 3 days ago", "severe MR, flail_leaflet: yes, fever: no")


def consult(folder: Path, *lines: str, options: tuple[str, ...] = ()) -> str:
    """What the program says to lines."""
    result = CliRunner().invoke(app, ["consult", "--folder", str(folder), *options], input="".join(f"{line}\n" for line in lines))
    assert result.exception is None, result.exception
    assert result.exit_code == 0
    return result.stdout


def program(folder: Path, stdin: bytes, *options: str, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "mrddx.cli", "consult", "--folder", str(folder), *options]
    return subprocess.run(command, input=stdin, capture_output=True, check=False, env={**os.environ, "PYTHONIOENCODING": "utf-8", **(env or {})})


def test_each_line_has_its_answer_and_the_list_after_it(tmp_path: Path) -> None:
    out = consult(tmp_path, *RUPTURE, "show", "quit")
    parts = ["> 84 yo woman", "+ acute_pulmonary_oedema = yes", "Tempo ", " 1. ", "> inferior infarct", "+ days_since_infarction = 3 days", "ALERT ", "▲"]
    parts += ["> severe MR", "+ mr_grade = severe", "Papillary muscle rupture after infarction", "> show", "Known: ", "> quit", "Kept in "]
    place = 0
    for part in parts:
        place = out.find(part, place)
        assert place >= 0, part


def test_the_list_is_drawn_only_after_a_line_that_changed_it(tmp_path: Path) -> None:
    out = consult(tmp_path, "lvef: 30", "show", "lvef: 30", "quux")
    assert out.count(" 1. ") == 1


def test_it_ends_at_quit_or_at_the_end_of_the_input(tmp_path: Path) -> None:
    assert "fever" not in consult(tmp_path, "lvef: 30", "quit", "fever: yes")
    assert "fever = yes" in consult(tmp_path, "lvef: 30", "fever: yes")
    assert consult(tmp_path) == ""


def test_a_session_goes_on_where_it_stopped(tmp_path: Path) -> None:
    consult(tmp_path, "lvef: 30", "fever: yes", "undo")
    out = consult(tmp_path, "redo", "show", options=("--resume",))
    assert "fever = yes" in out
    assert "Known: 2 finding(s)" in out


def test_nothing_is_kept_without_history(tmp_path: Path) -> None:
    assert "Nothing was kept" in consult(tmp_path / "own", "lvef: 30", "quit", options=("--no-history",))
    assert not (tmp_path / "own").exists()


def test_guided_it_asks_after_each_line(tmp_path: Path) -> None:
    out = consult(tmp_path, "mr_grade: severe", "u", "n", options=("--guided",))
    assert out.count(" bit]") == 4  # at the start and after each of three lines


def test_no_answer_is_wider_than_eighty_columns(tmp_path: Path) -> None:
    out = consult(tmp_path, *RUPTURE, "?", "u", "why 1", "why not 2", "versus 1 2", "what if lvef 25", "tempo", "show", "report", "help", "quux " * 30)
    assert max(len(line) for line in out.splitlines() if not line.startswith("> ")) <= 80


@pytest.mark.parametrize("lines", [("other_autoimmune: yes", "creatinine 140 µmol/L, temperature: 38.5 °C", "show"), ("?", "“odd” ≥ 3 — β", "report", "help")])
def test_ascii_is_ascii_and_no_wider(lines: tuple[str, ...], tmp_path: Path) -> None:
    out = consult(tmp_path, *RUPTURE, *lines, options=("--ascii",))
    assert out.isascii()
    assert "####" in out
    assert max(len(line) for line in out.splitlines() if not line.startswith("> ")) <= 80


def test_signs_that_take_more_room_in_ascii_do_not_make_a_line_too_wide(tmp_path: Path) -> None:
    out = consult(tmp_path, "quux " + "≥≥≥≥ … " * 30, options=("--ascii",))
    assert max(len(line) for line in out.splitlines() if not line.startswith("> ")) <= 80


def test_a_stream_without_unicode_gets_ascii_and_none_a_colour(tmp_path: Path) -> None:
    stdin = "\n".join(RUPTURE).encode()
    plain = program(tmp_path, stdin, env={"PYTHONIOENCODING": "ascii"})
    assert plain.returncode == 0, plain.stderr
    assert plain.stdout.isascii()
    assert b"####" in plain.stdout
    unicode = program(tmp_path, stdin, env={"NO_COLOR": "1"})
    assert "███".encode() in unicode.stdout
    assert b"\x1b" not in plain.stdout + unicode.stdout
    assert not plain.stderr + unicode.stderr


@pytest.mark.parametrize("line", [b"l\xe9v fever", b"\xff\xfe", b"\x00\x1b[31m", b"fever \xed\xa0\x80"])
def test_bytes_that_are_no_text_do_not_end_the_session(line: bytes, tmp_path: Path) -> None:
    done = program(tmp_path, line + b"\nlvef: 30\n")
    assert b"Traceback" not in done.stderr
    assert done.returncode == 0
    assert b"lvef = 30 %" in done.stdout
    assert b"\x1b" not in done.stdout


def test_what_cannot_begin_leaves_with_three(tmp_path: Path) -> None:
    for options in (("none.yaml",), ("--resume",)):
        result = CliRunner().invoke(app, ["consult", "--folder", str(tmp_path), *options], input="")
        assert result.exit_code == 3
        assert str(options[-1] if options != ("--resume",) else tmp_path) in result.stderr
