"""The prompt on a real terminal of 80 columns and 24 lines."""

from __future__ import annotations

import re
import stat
import sys
from pathlib import Path

import pytest

from .screens import COLUMNS, prompt

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX terminal")

COLOUR = re.compile(rb"\x1b\[(?:[0-9;]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;[0-9;]*)?m")
ILL = "84 yo woman, sudden pulmonary oedema, cardiogenic shock, inferior infarct 3 days ago"
MANY = f"{ILL}, severe MR, flail P2, vegetation, no chest pain, diabetes, hypertension, atrial fibrillation, no fever, lvef 60"


def test_a_line_redraws_the_list_with_alerts_and_movements_and_the_session_outlives_a_kill(tmp_path: Path) -> None:
    folder = tmp_path / "own"
    with prompt(folder) as session:
        session.ready()
        session.enter("mr_grade: severe", "+ mr_grade = severe")
        drawn = session.enter(ILL, "+ acute_pulmonary_oedema = yes")
        assert "ALERT Consider" in drawn
        assert re.search(r"^ 1\. ▲\d+ .*Papillary muscle rupture after infarction$", drawn, re.MULTILINE)
        assert drawn.count(" 1. ") == 1  # the list before is gone
        session.type("half a line")
        session.see("> half a line")
        session.type("\x03")
        session.see("Line dropped")
        session.ready()
        assert "infarct_territory.inferior = yes" in session.enter("show", "Known: ")
        session.type("fever: ye")
        session.see("> fever: ye")
        session.kill()
        assert session.screen.widest <= COLUMNS
    assert [stat.S_IMODE(path.stat().st_mode) for path in (folder, *folder.iterdir())] == [0o700, 0o600, 0o600]
    with prompt(folder, "--resume") as session:
        assert "ALERT Consider" in session.ready()
        shown = session.enter("show", "Known: ")
        assert "mr_grade = severe" in shown
        assert re.search(r"acute_pulmonary_oedema = yes +“.*pulmonary oedema", shown)
        assert "fever = " not in shown
        assert "mr_grade = severe" not in session.enter("undo", "acute_pulmonary_oedema = unknown (was yes)")
        session.enter("undo", "mr_grade = unknown (was severe)")
        assert session.leave() == 0
        assert "Kept in" in str(session.screen).replace("\n", " ")


def test_the_bottom_line_says_how_the_line_would_be_read(tmp_path: Path) -> None:
    with prompt(tmp_path) as session:
        session.ready()
        session.enter("sex: male", "+ sex = male")
        for letter in "lvef: 3":  # a clinician types letter by letter
            session.type(letter)
        session.see(lambda screen: screen.lines[-1].startswith("lvef = 3 %"))
        session.type("0, fever: no")
        session.see(lambda screen: "fever = no" in screen.lines[-1] and "lvef = 30 %" in screen.lines[-1])
        session.type("\r")
        session.see("+ fever = no")
        session.ready()
        session.type("MANY " * 40 + MANY)
        session.see(lambda screen: screen.lines[-1].endswith("..."))
        session.type("\x03")
        session.see("Line dropped")
        assert session.leave() == 0
        assert session.screen.widest <= COLUMNS


def test_a_line_typed_while_the_program_still_loads_is_previewed_once_it_has(tmp_path: Path) -> None:
    with prompt(tmp_path) as session:
        session.ready()
        session.type("lvef 30")
        session.see(lambda screen: screen.lines[-1].startswith("lvef = 30 %"))


def test_a_line_sent_while_the_program_still_loads_is_read_as_any_other(tmp_path: Path) -> None:
    with prompt(tmp_path) as session:
        session.ready()
        session.enter(MANY, "+ lvef = 60 %")
        assert session.leave() == 0


def test_a_long_line_leaves_the_alerts_on_the_screen(tmp_path: Path) -> None:
    with prompt(tmp_path) as session:
        session.ready()
        session.enter("sex: female", "+ sex = female")
        drawn = session.enter(MANY, "+ lvef = 60 %")
        assert "ALERT " in drawn
        assert " 1. " in drawn


def test_ascii_writes_no_other_byte_and_no_colour_no_colour(tmp_path: Path) -> None:
    with prompt(tmp_path, "--ascii", env={"NO_COLOR": "1"}) as session:
        session.ready()
        session.enter("mr_grade: severe", "+ mr_grade = severe")
        drawn = session.enter(ILL, "+ acute_pulmonary_oedema = yes")
        assert "####" in drawn
        assert re.search(r"^ 1\. \^\d+ ", drawn, re.MULTILINE)
        session.type("Sj")
        session.see("spondyloarthritis")  # the menu offers Sjögren, and Behçet stands in its hint
        session.type("\x03")
        session.see("Line dropped")
        session.enter("?", " bit]")
        assert session.leave() == 0
        assert session.bytes.isascii()
        assert not COLOUR.search(session.bytes)
        assert session.screen.widest <= COLUMNS


def test_there_is_colour_where_nothing_speaks_against_it(tmp_path: Path) -> None:
    with prompt(tmp_path) as session:
        session.ready()
        session.enter(ILL, "+ acute_pulmonary_oedema = yes")
        assert COLOUR.search(session.bytes)
        session.type("\x04")  # Ctrl-D
        session.see(lambda _: False, gone=True)
        assert session.process.wait(60) == 0
