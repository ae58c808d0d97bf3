"""The session on disk, written as it goes: one line of JSON a step, in a file that only its owner can read.

A killed terminal loses at most the line being typed. Every line is a whole state, so that a file that ends in the middle
of a line is still good up to the line before.
"""

from __future__ import annotations

import datetime
import json
import os
import sys
from pathlib import Path
from typing import Any

from ..facts.case import Case
from .state import History, Known, State

_PATTERN = "session-*.jsonl"


def default_folder() -> Path:
    """Where sessions are kept unless another folder is chosen: the user's own state folder."""
    if chosen := os.environ.get("MRDDX_HOME"):
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home())) / "mrddx"
    return Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state") / "mrddx"


class Journal:
    """Writes each step of a session to its file. Nothing is written before the first step."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def state(self, state: State) -> None:
        """The state after a line that said something."""
        known = {id: {"value": known.value, "words": known.words} for id, known in state.known.items()}
        self._write({"known": known, "setting": state.setting})

    def step(self, name: str) -> None:
        """``undo`` or ``redo``."""
        self._write({"step": name})

    def _write(self, entry: dict[str, Any]) -> None:
        private_folder(self.file.parent)
        handle = os.open(self.file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(handle, "a", encoding="utf-8") as file:
            file.write(json.dumps(entry, ensure_ascii=False) + "\n")
            file.flush()
            os.fsync(file.fileno())


def private_folder(folder: Path) -> None:
    """Make a folder that only its owner can open; one that is there already is left as it is."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def new_journal(folder: Path) -> Journal:
    """A journal for a new session in a folder, under the time of its start."""
    start = datetime.datetime.now().strftime("%Y%m%d-%H%M%S")
    names = (f"session-{start}{number}.jsonl" for number in ("", *(f"-{number}" for number in range(2, 1000))))
    return Journal(next(folder / name for name in names if not (folder / name).exists()))


def latest(folder: Path) -> Path | None:
    """The session that was last written to, if the folder has one."""
    files = sorted(folder.glob(_PATTERN), key=lambda file: (file.stat().st_mtime, file.name))
    return files[-1] if files else None


def replay(file: Path) -> History:
    """The session of a journal, with its way back. A last line that was cut off is left out.

    Raises:
        OSError: the file cannot be read.
        ValueError: the file is no session.
    """
    history = History()
    lines = file.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, start=1):
        try:
            _replay_line(history, json.loads(line))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            if number == len(lines):
                break
            raise ValueError(f"{file}, line {number}: this is not a step of a session") from error
    return history


def _replay_line(history: History, entry: dict[str, Any]) -> None:
    if "step" in entry:
        (history.undo if entry["step"] == "undo" else history.redo)()
        return
    state = State({id: Known(known["value"], known.get("words", "")) for id, known in entry["known"].items()}, entry.get("setting"))
    _: Case = state.case("session")
    history.go(state)
