"""The files of a session: the case that it saves and loads, and its report. Written only inside the session's folder, private."""

from __future__ import annotations

import io
import os
from dataclasses import dataclass
from pathlib import Path

from ..inference.ahead import Ahead
from ..inference.assessment import Assessment
from ..readers.case_text import case_yaml
from ..readers.issues import CaseRefusedError
from .journal import TYPED, private_folder
from .state import State, state_of


class FileError(Exception):
    """A file that cannot be read or written, with the mend."""


@dataclass(frozen=True)
class Loaded:
    """The state that a file gives, and what was doubtful in it."""

    state: State
    remarks: tuple[str, ...]


def load(name: str) -> Loaded:
    """The state of a case file, or of a note (``.txt``, ``.md``), which is read.

    Raises:
        FileError: it cannot be opened or read.
    """
    if name == "-":
        raise FileError("-: a session reads no case from standard input; name a file")
    path = _expanded(name)
    try:
        if path.suffix.lower() in (".txt", ".md"):
            from ..prose.note import read_note

            note = read_note(path)
            return Loaded(state_of(note.case, {id: quote.text for id, quote in note.case.quotes.items()}), tuple(note.remarks()))
        from ..readers.case_file import read_case

        reading = read_case(path)
        return Loaded(state_of(reading.case, {id: quote.text for id, quote in reading.case.quotes.items()}), tuple(str(issue) for issue in reading.issues))
    except CaseRefusedError as refused:
        raise FileError("\n".join(str(issue).removeprefix("error: ") for issue in refused.issues)) from None


def save(folder: Path, name: str, state: State, id: str) -> Path:
    """Write the case; the path that it went to.

    Raises:
        FileError: it would lie outside the folder, or cannot be written.
    """
    return _write(_inside(folder, name if Path(name).suffix else f"{name}.yaml"), case_yaml(state.case(id)))


def write_report(folder: Path, name: str, assessment: Assessment, ahead: Ahead) -> Path:
    """Write the report, as its suffix says: ``.md``, ``.json``, or text.

    Raises:
        FileError: it would lie outside the folder, or cannot be written.
    """
    path = _inside(folder, name)
    if path.suffix == ".json":
        from ..reports.as_json import assessment_json

        return _write(path, assessment_json(assessment, ahead=ahead) + "\n")
    if path.suffix == ".md":
        from ..reports.markdown import assessment_markdown

        return _write(path, assessment_markdown(assessment, ahead=ahead))
    from ..reports.terminal import print_assessment

    text = io.StringIO()
    print_assessment(assessment, ahead=ahead, stream=text)
    return _write(path, text.getvalue())


def _expanded(name: str) -> Path:
    try:
        return Path(name).expanduser()
    except RuntimeError as error:
        raise FileError(f"{name}: {error}") from None


def _inside(folder: Path, name: str) -> Path:
    path = (folder / _expanded(name)).resolve()
    if not path.is_relative_to(folder.resolve()):
        raise FileError(f"{name}: it lies outside the session's folder {folder}; start with --folder to choose another")
    if path.suffix == ".jsonl" or path.name == TYPED:
        raise FileError(f"{name}: a session is kept under this name; choose another, such as {path.stem}.yaml")
    return path


def _write(path: Path, text: str) -> Path:
    try:
        private_folder(path.parent)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        if hasattr(os, "fchmod"):
            os.fchmod(handle, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise FileError(f"{path}: it cannot be written: {error.strerror or error}") from None
    return path
