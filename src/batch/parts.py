"""The finished parts of a run, on disk: what a stopped run needs to go on, and what the output is put together from.

Each part is three files in a folder beside the output. The tally is written last, each file aside and then renamed: a part
is there or it is not.
"""

from __future__ import annotations

import json
import os
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

import polars as pl

from .records import Reject

_JOB = "job.json"


class StoppedRunError(Exception):
    """A stopped run is in the way: of another job, or of this one while nobody asked to go on with it."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What a part, or all of them, came to: input rows, cases, refused cells by column, warnings by kind, first places by cause, tempos and alerts."""

    rows: int = 0
    cases: int = 0
    refused: int = 0
    rejects: Mapping[str, int] = field(default_factory=dict)
    warnings: Mapping[str, int] = field(default_factory=dict)
    first: Mapping[str, int] = field(default_factory=dict)
    tempo: Mapping[str, int] = field(default_factory=dict)
    alerts: Mapping[str, int] = field(default_factory=dict)

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.rows + other.rows, self.cases + other.cases, self.refused + other.refused,
            *(dict(Counter(mine) + Counter(theirs)) for mine, theirs in (
                (self.rejects, other.rejects), (self.warnings, other.warnings), (self.first, other.first), (self.tempo, other.tempo),
                (self.alerts, other.alerts),
            )),
        )  # fmt: skip


class Parts:
    """The parts of one job in a folder. ``job`` says what is computed from what; parts of another job are never mixed in."""

    def __init__(self, folder: Path, job: Mapping[str, object]) -> None:
        self.folder = folder
        self._job = dict(job)
        self._noted = folder / _JOB
        self._held: int | None = None

    def begin(self, *, resume: bool) -> int:
        """Make the folder, or go on with it; the number of parts that are done. Damaged parts count as not done.

        Raises:
            StoppedRunError: another run is at work here, there are parts of another job, or parts of this one and ``resume`` was not asked for.
            OSError: the folder cannot be written.
        """
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # the parts tell of patients
        self._lock()
        done = self._whole()
        if done and (differing := self._differing()):
            raise StoppedRunError(f"{self.folder} holds a stopped run with another {' and '.join(differing)}; delete the folder to begin anew")
        if done and not resume:
            raise StoppedRunError(f"{self.folder} holds a stopped run of this job ({count_of(done, 'part')} done); go on with --resume, or delete the folder")
        if not done:
            write_aside(self._noted, json.dumps(self._job, indent=1))
        return done

    def _lock(self) -> None:
        """Keep others out until this process ends; where the system has no such locks, trust the user."""
        try:
            import fcntl
        except ImportError:  # Windows
            return
        self._held = os.open(self.folder / "lock", os.O_CREAT | os.O_RDWR, 0o600)
        try:
            fcntl.flock(self._held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(self._held)
            self._held = None
            raise StoppedRunError(f"another run is at work in {self.folder}; wait for it, or give another output") from None

    def _whole(self) -> int:
        """How many parts are whole; what tells that a damaged one is done is taken away, and so is what comes after it."""
        number = 0
        while self._tally(number).exists() and self._is_whole(number):
            number += 1
        for damaged in range(number, self.done()):
            self._tally(damaged).unlink()
        return number

    def _is_whole(self, number: int) -> bool:
        try:
            tally = Tally(**json.loads(self._tally(number).read_text(encoding="utf-8")))
            rows = pl.scan_ipc(self._frame(number)).select(pl.len()).collect().item()
            return self._rejects(number).exists() and bool(rows == tally.cases)
        except (ValueError, TypeError, OSError, pl.exceptions.PolarsError):
            return False

    def close(self) -> None:
        """Let others in. A folder in which no part is done is taken away."""
        if self._held is not None:
            if not self.done():
                self.clear()
            os.close(self._held)
            self._held = None

    def _differing(self) -> list[str]:
        """What this job has otherwise than the one in the folder."""
        try:
            there = dict(json.loads(self._noted.read_text(encoding="utf-8")))
        except (ValueError, TypeError, OSError):
            return ["job"]
        return sorted(name for name in {*there, *self._job} if there.get(name) != self._job.get(name))

    def done(self) -> int:
        """How many parts are finished, without a gap."""
        number = 0
        while self._tally(number).exists():
            number += 1
        return number

    def write(self, number: int, answers: pl.DataFrame, rejects: Iterable[Reject], tally: Tally) -> None:
        """Keep a finished part.

        Raises:
            OSError: it cannot be written.
        """
        aside = self._frame(number).with_suffix(".tmp")
        with aside.open("wb") as file:
            answers.write_ipc(file, compression="lz4")
            file.flush()
            os.fsync(file.fileno())
        os.replace(aside, self._frame(number))
        write_aside(self._rejects(number), "".join(json.dumps(asdict(reject), ensure_ascii=False) + "\n" for reject in rejects))
        write_aside(self._tally(number), json.dumps(asdict(tally)))

    def answers(self) -> Iterator[pl.DataFrame]:
        """The answers of the finished parts, in order."""
        return (pl.read_ipc(self._frame(number)) for number in range(self.done()))

    def rejects(self) -> Iterator[str]:
        """The refused rows of the finished parts as NDJSON, in order."""
        return (self._rejects(number).read_text(encoding="utf-8") for number in range(self.done()))

    def tally(self) -> Tally:
        """All finished parts together."""
        return sum((Tally(**json.loads(self._tally(number).read_text(encoding="utf-8"))) for number in range(self.done())), start=Tally())

    def clear(self) -> None:
        """Delete the parts."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _frame(self, number: int) -> Path:
        return self.folder / f"part-{number:06}.arrow"

    def _rejects(self, number: int) -> Path:
        return self.folder / f"part-{number:06}.rejects.ndjson"

    def _tally(self, number: int) -> Path:
        return self.folder / f"part-{number:06}.json"


def write_aside(path: Path, text: str) -> None:
    """Write a file aside and rename it, so that it is there whole or not at all.

    Raises:
        OSError: it cannot be written.
    """
    aside = path.with_name(f"{path.name}.tmp")
    with aside.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.replace(aside, path)


def count_of(number: int, what: str) -> str:
    """A number of things in words: ``1 part``, ``2 parts``."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"
