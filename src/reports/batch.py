"""What a batch would read, column by column: the text and the plain data of a dry run."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any as Anything

from ..batch.intake.column import Use, described
from ..batch.intake.dry_run import DryColumn, DryRun
from ..batch.records import Reject
from ..facts.findings import Choices, YesNo
from ..readers.issues import place, quoted


def dry_run_text(run: DryRun) -> Iterator[str]:
    """The columns with their counts, those that are not read, and examples of what is refused."""
    yield f"{run.name}: {_counted(run.rows, 'row')}, {_counted(run.cases, 'case')} to assess, {run.refused:,} refused"
    if not run.has_ids:
        yield "No column of ids: each case is called after its file and line."
    yield ""
    yield f"{'yes/known':>10} {'no':>10} {'unknown':>10} {'refused':>10}  column: read as"
    for column in run.columns:
        yield from _column_lines(column)
    yield from _not_read(run)
    yield from _refusals(run)
    yield from _warnings(run)


def _column_lines(each: DryColumn) -> Iterator[str]:
    tally = each.tally
    said = f"{tally.present:>10,} {tally.absent:>10,}" if _is_yes_no(each) else f"{tally.known:>10,} {'':>10}"
    yield f"{said} {each.unknown:>10,} {tally.refused:>10,}  {_shown(each.column.name)}: {described(each.column)}"
    if tally.example is not None:
        at = f"line {tally.example.line}: " if tally.example.line else ""
        yield f"    {at}{tally.example.message}; {tally.example.mend}"


def _not_read(run: DryRun) -> Iterator[str]:
    if run.not_read:
        yield ""
        yield "Not read:"
    for column in run.not_read:
        yield f"    {_shown(column.name)}: {column.hint or column.use.value}"


def _refusals(run: DryRun) -> Iterator[str]:
    others = [reject for reject in run.refusals if reject.column not in {each.column.name for each in run.columns}]
    if others:
        yield ""
        yield "Rows refused, for example:"
    for reject in others:
        yield f"    {place(reject.source, reject.line, _shown(reject.column or ''))}: {reject.message}; {reject.mend}"


def _warnings(run: DryRun) -> Iterator[str]:
    if run.warnings:
        yield ""
        yield "Read with a doubt:"
    for kind, count in run.warnings.items():
        yield f"    {count:>9,}  {kind}"


def dry_run_data(run: DryRun) -> dict[str, Anything]:
    """The same as plain data."""
    return {
        "input": run.name, "rows": run.rows, "cases": run.cases, "refused": run.refused, "has_ids": run.has_ids,
        "columns": [_column_data(each) for each in run.columns],
        "not_read": [{"column": column.name, "why": column.use.value, "hint": column.hint} for column in run.not_read],
        "refusals": [_reject_data(reject) for reject in run.refusals],
        "warnings": dict(run.warnings),
    }  # fmt: skip


def _column_data(each: DryColumn) -> dict[str, Anything]:
    column, tally = each.column, each.tally
    said = {"present": tally.present, "absent": tally.absent} if _is_yes_no(each) else {}
    return {
        "column": column.name, "finding": column.finding.id if column.finding is not None and column.use is Use.FINDING else column.use.value,
        "unit": column.unit, "known": tally.known, **said, "unknown": each.unknown, "refused": tally.refused,
        "example": None if tally.example is None else _reject_data(tally.example),
    }  # fmt: skip


def _reject_data(reject: Reject) -> dict[str, Anything]:
    return {
        "source": reject.source, "line": reject.line, "case": reject.case, "column": reject.column, "message": reject.message, "mend": reject.mend,
    }  # fmt: skip


def _is_yes_no(each: DryColumn) -> bool:
    return isinstance(each.column.finding, YesNo | Choices)


def _counted(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def _shown(text: str) -> str:
    """A name from the input, fit for a terminal."""
    return quoted(text, limit=80)[1:-1]
