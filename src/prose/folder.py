"""A folder of notes in one run: a case file for each, and what could not be read in a list of its own."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..readers.case_text import case_yaml
from ..readers.issues import CaseRefusedError, Issue
from .note import read_note

REJECTS, REMARKS = "rejects.csv", "remarks.txt"


@dataclass(frozen=True)
class NoteRead:
    """What became of one note: the case file that it made, or why it was refused, and the remarks on it."""

    note: Path
    case: Path | None
    remarks: tuple[str, ...] = ()
    issues: tuple[Issue, ...] = ()


def notes_in(folder: Path) -> list[Path]:
    """The notes of a folder, in order: its ``.txt`` files."""
    return sorted(path for path in folder.iterdir() if path.suffix.lower() == ".txt" and path.is_file())


def read_notes(notes: Iterable[Path], output: Path) -> Iterator[NoteRead]:
    """Read each note into a case file of its name in ``output``. One that is refused stops no other.

    Raises:
        OSError: a case file cannot be written.
    """
    output.mkdir(parents=True, exist_ok=True)
    for path in notes:
        try:
            note = read_note(path)
        except CaseRefusedError as refused:
            yield NoteRead(path, None, issues=tuple(refused.issues))
            continue
        file = output / f"{path.stem}.yaml"
        file.write_text(case_yaml(note.case), encoding="utf-8")
        yield NoteRead(path, file, tuple(note.remarks()))


def write_lists(done: Iterable[NoteRead], output: Path) -> list[Path]:
    """The list of refused notes with their reasons, and that of the remarks; the files written, none for an empty list."""
    refused = [(one.note.name, issue.message, issue.mend) for one in done for issue in one.issues]
    remarked = [f"{one.note.name}: {remark}" for one in done for remark in one.remarks]
    written = []
    if refused:
        with (output / REJECTS).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([("note", "problem", "mend"), *refused])
        written.append(output / REJECTS)
    if remarked:
        (output / REMARKS).write_text("\n".join(remarked) + "\n", encoding="utf-8")
        written.append(output / REMARKS)
    return written
