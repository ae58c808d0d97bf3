"""A batch run: chunks of a source through the columnar plan into one output, part by part, so that it can stop and go on."""

from __future__ import annotations

import signal
import threading
from collections import Counter, deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

import polars as pl

from ..inference.columnar import Explain, Plan
from .output import check_suffix, rounded, write_answers
from .parts import Parts, Tally, count_of
from .records import Chunk, Source

ROWS_PER_PART = 50_000
_WORKERS = 2
"""Tables in work at once: the sentences of one are put together while the sums of another run."""


class TooManyRejectsError(Exception):
    """More rows were refused than were allowed."""


class StoppedError(Exception):
    """The run was stopped from outside; its finished parts are kept."""


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be done. ``max_rejects`` None means that any number of rows may be refused."""

    source: Source
    output: Path
    setting: str | None = None
    top: int = 5
    explain: Explain = Explain.TOP
    max_rejects: int | None = None
    resume: bool = False
    rows_per_part: int = ROWS_PER_PART

    @property
    def rejects(self) -> Path:
        """Where refused rows are listed."""
        return self.output.with_name(f"{self.output.name}.rejects.ndjson")

    @property
    def parts(self) -> Path:
        """Where finished parts are kept until the output is whole."""
        return self.output.with_name(f"{self.output.name}.parts")


@dataclass(frozen=True, slots=True)
class Progress:
    """Whom to tell how a run goes: ``ranked`` of rows that are ranked and kept, ``writing`` that all are and the output is put together."""

    ranked: Callable[[int], None] = lambda _: None
    writing: Callable[[], None] = lambda: None


QUIET = Progress()


def run(job: Job, progress: Progress = QUIET) -> Tally:
    """Do the job.

    Raises:
        ValueError: the output's name tells no format.
        StoppedRunError: a stopped run is in the way.
        StoppedError: the run was told to stop (SIGINT, SIGTERM); finished parts are kept.
        TooManyRejectsError: too many rows were refused; finished parts are kept, and the refused rows listed.
        CaseRefusedError: the input cannot be read.
        OSError: something cannot be written; finished parts are kept.
    """
    check_suffix(job.output)
    plan = Plan(top=job.top, explain=job.explain)
    with closing(Parts(job.parts, _identity(job, plan))) as parts:
        done = parts.begin(resume=job.resume)
        if done:
            progress.ranked(parts.tally().rows)
        with _stoppable() as stopped:
            _work(job, plan, parts, done, stopped, progress)
            if stopped.is_set():
                raise StoppedError(f"stopped after {count_of(parts.done(), 'finished part')}")
        tally = parts.tally()
        progress.writing()
        write_answers(job.output, parts.answers() if parts.done() else iter([rounded(plan.nothing)]))
        _list_rejects(job, parts, tally)
        parts.clear()
    return tally


def _identity(job: Job, plan: Plan) -> dict[str, object]:
    """What must be the same for parts to go together."""
    return {
        "input": job.source.fingerprint, "knowledge": plan.base.sha256, "setting": job.setting, "top": job.top, "explain": job.explain.value,
        "rows per part": job.rows_per_part,
    }  # fmt: skip


def _work(job: Job, plan: Plan, parts: Parts, done: int, stopped: threading.Event, progress: Progress) -> None:
    """Assess the chunks that are left, a few at a time, and keep them in order."""
    refused = parts.tally().refused
    _check_rejects(job, parts, refused)
    waiting: deque[Future[tuple[Chunk, pl.DataFrame, Tally]]] = deque()
    chunks = job.source.chunks(job.rows_per_part, first=done)
    with ThreadPoolExecutor(_WORKERS) as pool:
        for chunk in _until(stopped, chunks):
            waiting.append(pool.submit(_assessed, plan, job.setting, chunk))
            while len(waiting) > _WORKERS:
                refused += _keep(parts, waiting.popleft().result(), progress)
                _check_rejects(job, parts, refused)
        while waiting:
            refused += _keep(parts, waiting.popleft().result(), progress)
            _check_rejects(job, parts, refused)


def _until(stopped: threading.Event, chunks: Iterator[Chunk]) -> Iterator[Chunk]:
    while not stopped.is_set() and (chunk := next(chunks, None)) is not None:
        yield chunk


def _assessed(plan: Plan, setting: str | None, chunk: Chunk) -> tuple[Chunk, pl.DataFrame, Tally]:
    answers = rounded(plan.assess(chunk.cases, setting))
    tally = Tally(
        rows=chunk.rows, cases=answers.height, refused=chunk.rows - answers.height, rejects=dict(Counter(reject.column or "row" for reject in chunk.rejects)),
        warnings=dict(chunk.warnings), first=_counts(answers["cause_1"]), tempo=_counts(answers["tempo"]), alerts=_counts(answers["alerts"].explode()),
    )  # fmt: skip
    return chunk, answers, tally


def _counts(values: pl.Series) -> dict[str, int]:
    return dict(values.drop_nulls().value_counts(sort=True).rows())


def _keep(parts: Parts, assessed: tuple[Chunk, pl.DataFrame, Tally], progress: Progress) -> int:
    """Keep a part; the number of rows that were refused in it."""
    chunk, answers, tally = assessed
    parts.write(chunk.number, answers, chunk.rejects, tally)
    progress.ranked(chunk.rows)
    return tally.refused


def _check_rejects(job: Job, parts: Parts, refused: int) -> None:
    if job.max_rejects is not None and refused > job.max_rejects:
        _list_rejects(job, parts, parts.tally())
        raise TooManyRejectsError(f"{count_of(refused, 'row')} refused, more than the {job.max_rejects} allowed")


def _list_rejects(job: Job, parts: Parts, tally: Tally) -> None:
    """List the refused rows beside the output; without any, no list of an earlier run is left."""
    if not tally.refused:
        job.rejects.unlink(missing_ok=True)
        return
    aside = job.rejects.with_name(f"{job.rejects.name}.tmp")
    with aside.open("w", encoding="utf-8") as file:
        file.writelines(parts.rejects())
    aside.replace(job.rejects)


@contextmanager
def _stoppable() -> Iterator[threading.Event]:
    """An event that SIGINT or SIGTERM sets, instead of ending the process; a second SIGINT ends it after all."""
    stopped = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield stopped
        return

    def stop(number: int, _: FrameType | None) -> None:
        stopped.set()
        signal.signal(number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL)

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stopped
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
