"""The session recorded in docs/consult.md is what the program prints."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "consult.md"


def test_the_recorded_session_is_what_the_program_prints() -> None:
    block = re.search(r"```\n(> .*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert block is not None
    typed = [line.removeprefix("> ") for line in block[1].splitlines() if line.startswith("> ")]
    assert len(typed) >= 8
    command = [sys.executable, "-m", "mrddx.cli", "consult", "--no-history"]
    done = subprocess.run(command, input="\n".join(typed) + "\n", capture_output=True, text=True, check=True, encoding="utf-8")
    assert done.stdout.strip() == block[1].strip(), "write it anew: paste what the program prints for these lines"
