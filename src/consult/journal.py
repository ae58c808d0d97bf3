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
from typing import Any, Literal

from ..facts.case import Case
from .state import History, Known, State

_PATTERN = "session-*.jsonl"
TYPED = "typed-lines"
"""The file of the lines typed, for the prompt's own history."""


def default_folder() -> Path:
    """Where sessions are kept unless another folder is chosen: the user's own state folder."""
    if chosen := os.environ.get("MRDDX_HOME"):
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home())) / "mrddx"
    return Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state") / "mrddx"


class Journal:
    """Writes each step of a session to its file. Nothing is written before the first step."""

    def __init__(self, file: Path, first: State | None = None) -> None:
        self.file = file
        self._first = first

    def begin(self) -> None:
        """Write the first state now, not with the first step.

        Raises:
            OSError: it cannot be written.
        """
        first, self._first = self._first, None
        if first is not None:
            self._write({**_entry(first), "first": True})

    def state(self, state: State) -> None:
        """The state after a line that said something.

        Raises:
            OSError: it cannot be written.
        """
        self._write(_entry(state))

    def step(self, name: Literal["undo", "redo"]) -> None:
        """A step back, or forward again.

        Raises:
            OSError: it cannot be written.
        """
        self._write({"step": name})

    def _write(self, entry: dict[str, Any]) -> None:
        private_folder(self.file.parent)
        self.begin()
        handle = os.open(self.file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(handle, "a", encoding="utf-8") as file:
            file.write(json.dumps(entry, ensure_ascii=False) + "\n")
            file.flush()
            os.fsync(file.fileno())


def _entry(state: State) -> dict[str, Any]:
    known = {id: {"value": known.value, "words": known.words} for id, known in state.known.items()}
    return {"known": known, "setting": state.setting}


def private_folder(folder: Path) -> None:
    """Make a folder that only its owner can open; one that is there already is left as it is."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def new_journal(folder: Path, first: State | None = None) -> Journal:
    """A journal for a new session in a folder, under the time of its start; ``first`` is the state that it begins with."""
    return Journal(folder / f"session-{datetime.datetime.now():%Y%m%d-%H%M%S-%f}.jsonl", first)


def go_on(file: Path) -> Journal:
    """The journal of a session that goes on. What was cut off at its end is taken away, so that the next line is a line of its own.

    Raises:
        OSError: it cannot be written.
    """
    data = file.read_bytes()
    whole = data.rfind(b"\n") + 1
    try:
        json.loads(data[whole:] or b"{}")
    except ValueError:
        os.truncate(file, whole)
    else:
        if whole < len(data):  # only the line's end is missing
            with file.open("ab") as end:
                end.write(b"\n")
    return Journal(file)


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
    lines = [line for line in file.read_bytes().split(b"\n") if line]
    for number, line in enumerate(lines, start=1):
        try:
            history = _replayed(history, json.loads(line.decode("utf-8")))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            if number == len(lines):
                break
            raise ValueError(f"{file}, line {number}: this is not a step of a session") from error
    return history


def _replayed(history: History, entry: dict[str, Any]) -> History:
    """The history after one more entry."""
    if "step" in entry:
        {"undo": history.undo, "redo": history.redo}[entry["step"]]()
        return history
    state = State({id: Known(known["value"], known.get("words", "")) for id, known in entry["known"].items()}, entry.get("setting"))
    _: Case = state.case("session")
    if entry.get("first"):
        return History(state)
    history.go(state)
    return history
