"""What a batch came to: how many cases and refused rows, what was doubtful, and which causes lead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any as Anything

from ..batch.intake.column import Column, Use
from ..batch.parts import Tally, count_of
from ..batch.run import Job
from ..inference.knowledge import knowledge_base
from ..inference.ranking import UNEXPLAINED

_SHOWN = 5


def summary_text(tally: Tally, job: Job, not_read: Sequence[Column]) -> Iterator[str]:
    """The summary in words. ``not_read`` are the columns of which nothing was read."""
    yield f"{count_of(tally.cases, 'case')} ranked, written to {job.output}"
    if tally.refused:
        yield f"{count_of(tally.refused, 'row')} refused, listed in {job.rejects}; by column: {_most(tally.rejects)}"
    if tally.warnings:
        yield f"{count_of(sum(tally.warnings.values()), 'warning')}: {_most(tally.warnings)}"
    if strange := [column.name for column in not_read if column.use is Use.UNKNOWN]:
        yield f"Not read, as no finding has such a name (see --dry-run): {_listed(strange)}"
    if tally.cases:
        causes = knowledge_base().causes
        names = {cause: "none of these causes" if cause == UNEXPLAINED else causes[cause].name for cause in tally.first}
        yield f"Most often first: {_most({names[cause]: count for cause, count in tally.first.items()}, of=tally.cases)}"
        yield f"Tempo: {_most({tempo.replace('_', ' '): count for tempo, count in tally.tempo.items()}, of=tally.cases)}"
    if tally.alerts:
        yield f"Alerts: {_most(tally.alerts)}"


def summary_data(tally: Tally, job: Job, not_read: Sequence[Column]) -> dict[str, Anything]:
    """The summary as plain data."""
    return {
        **asdict(tally), "output": str(job.output), "rejects_file": str(job.rejects) if tally.refused else None,
        "not_read": [column.name for column in not_read],
    }  # fmt: skip


def _most(counts: Mapping[str, int], *, of: int = 0) -> str:
    """The greatest counts by name, greatest first; as shares ``of`` a whole, if one is given."""
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    shown = [f"{name} {count / of:.1%}" if of else f"{name} {count:,}" for name, count in ordered[:_SHOWN]]
    return _listed(shown, len(ordered))


def _listed(words: Sequence[str], count: int | None = None) -> str:
    """The first of some words; ``count`` is how many there are in all, if more than are given."""
    rest = (len(words) if count is None else count) - len(words[:_SHOWN])
    return ", ".join(words[:_SHOWN]) + (f" and {rest} more" if rest else "")
