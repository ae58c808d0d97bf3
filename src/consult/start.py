"""Begins a session: new, from a file, or where the last one stopped."""

from __future__ import annotations

import os
from pathlib import Path

from .consultation import Consultation
from .files import FileError, load
from .journal import TYPED, default_folder, go_on, latest, new_journal, private_folder, replay
from .state import History, State


class StartError(Exception):
    """A session that cannot begin, with the mend."""


def start(
    file: str | None, *, folder: Path | None = None, resume: bool = False, keep: bool = True, guided: bool = False, setting: str | None = None,
) -> tuple[Consultation, Path | None]:
    """The consultation, and the file of the lines typed (None if nothing is to be kept).

    Raises:
        StartError: the file cannot be read, there is no session to go on with, or the folder cannot be written to.
    """
    if file and resume:
        raise StartError(f"{file} cannot be begun with and the last session gone on with at once; leave out one of them")
    folder = folder or default_folder()
    try:
        history = replay(_latest(folder)) if resume else _begun(file, setting)
        journal = go_on(_latest(folder)) if resume and keep else new_journal(folder, history.now)
        if keep:
            private_folder(folder)
            typed = _private_file(folder / TYPED)
    except FileError as error:
        raise StartError(str(error)) from None
    except ValueError as error:
        raise StartError(f"{error}; begin anew without --resume") from None
    except OSError as error:
        mend = "choose another with --folder, or --no-history keeps none"
        raise StartError(f"{folder}: sessions cannot be kept there ({error.strerror or error}); {mend}") from None
    if keep and resume and setting and history.now.setting != setting:
        history.learn({}, setting=setting)
        journal.state(history.now)
    if keep and file:
        journal.begin()
    name = Path(file).stem if file else "consultation"
    consultation = Consultation(history, folder=folder, journal=journal if keep else None, name=name, guided=guided)
    return consultation, typed if keep else None


def _begun(file: str | None, setting: str | None) -> History:
    state = load(file).state if file else State()
    return History(State(state.known, setting or state.setting))


def _latest(folder: Path) -> Path:
    file = latest(folder)
    if file is None:
        raise FileError(f"{folder}: there is no session to go on with; begin one without --resume")
    return file


def _private_file(file: Path) -> Path:
    """A file that only its owner can read, made now if it is not there."""
    os.close(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600))
    return file
