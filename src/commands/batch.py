"""Commands about tables of cases: rank a registry, and draw cases to try that with."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .shared import REFUSED, STOPPED, USAGE, ListFormat, ListFormatOption, PolicyName, PolicyOption, SettingOption, echo_either, echo_issues, fail, wrong_name

if TYPE_CHECKING:
    from ..batch.intake.sources import CaseSource
    from ..batch.run import Job


class ExplainName(StrEnum):
    """Whose reasons are written."""

    ALL = "all"
    TOP = "top"
    NONE = "none"


def batch(
    inputs: Annotated[list[Path], typer.Argument(help="A folder of case files, NDJSON, CSV, TSV (wide, or long: id, finding, value) or Parquet.")],
    output: Annotated[Path | None, typer.Option("--output", "-o", help="The file to write: .parquet, .ndjson, .csv or .tsv.", dir_okay=False)] = None,
    mapping: Annotated[Path | None, typer.Option("--map", help="A mapping file for the registry's own names, units and codes.", dir_okay=False)] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be read, column by column.")] = False,
    top: Annotated[int, typer.Option("--top", "-n", min=1, help="How many causes to write for each case.")] = 5,
    explain: Annotated[ExplainName, typer.Option("--explain", help="Whose reasons to write: all listed causes', the leader's, or none.")] = ExplainName.TOP,
    setting: SettingOption = None,
    policy: PolicyOption = PolicyName.LENIENT,
    max_rejects: Annotated[int | None, typer.Option("--max-rejects", min=0, help="Stop when more rows than this are refused.")] = None,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with a run that was stopped.")] = False,
    rows_per_part: Annotated[int, typer.Option("--rows-per-part", min=1, help="Rows in work at once: fewer need less memory.")] = 50_000,
    format: ListFormatOption = ListFormat.TERMINAL,
) -> None:
    """Rank the causes for every case of a table or folder: a row a case, refused rows listed beside it, memory that does not grow."""
    if output is None and not dry_run:
        fail("give --output FILE (.parquet, .ndjson, .csv or .tsv), or --dry-run", USAGE)
    if output is not None:
        _check_place(output, inputs)
    from ..batch.run import Job
    from ..inference.columnar import Explain

    if output is None or dry_run:
        with _opened(inputs, mapping, policy, Path(tempfile.gettempdir())) as source:
            _dry_run(source, format)
        return
    kept = output.with_name(f"{output.name}.parts")
    with _opened(inputs, mapping, policy, kept) as source:
        chosen = setting.value if setting else None
        _run(Job(source, output, chosen, top, Explain(explain.value), max_rejects, resume, rows_per_part), source, format)


def _check_place(output: Path, inputs: list[Path]) -> None:
    """Leave where the output cannot be, or would be read as input the next time."""
    from ..batch.output import check_suffix

    try:
        check_suffix(output)
    except ValueError as error:
        fail(str(error), USAGE)
    if not output.parent.is_dir():
        fail(f"{output.parent}: there is no such folder; make it first", USAGE)
    if output.resolve() in [given.resolve() for given in inputs]:
        fail(f"{output} is the input; give the output another name", USAGE)
    if any(given.is_dir() and given.resolve() in output.resolve().parents for given in inputs):
        fail(f"{output} stands in the input folder and would be read as cases the next time; write it elsewhere", USAGE)


class SimulatedSetting(StrEnum):
    """Where the patients of a simulation are seen."""

    COMMUNITY = "community"
    HOSPITAL = "hospital"
    LOW_INCOME = "low_income"
    CHILD_HIGH_INCOME = "child_high_income"
    CHILD_LOW_INCOME = "child_low_income"
    ACUTE = "acute"


def simulate(
    output: Annotated[Path, typer.Option("--output", "-o", help="The file to write: .parquet, .ndjson or .csv; without a suffix, a folder of case files.")],
    cases: Annotated[int, typer.Option("--cases", "-n", min=1, help="How many cases.")] = 1000,
    seed: Annotated[int, typer.Option("--seed", min=0, help="The same seed gives the same cases.")] = 0,
    setting: Annotated[SimulatedSetting, typer.Option("--setting", "-s", help="Where the patients are seen.")] = SimulatedSetting.HOSPITAL,
    cause: Annotated[str | None, typer.Option("--cause", help="Only cases of this cause (its id).")] = None,
    reported: Annotated[float | None, typer.Option("--reported", min=0, max=1, help="How often a sign that holds is reported (default 0.6).")] = None,
) -> None:
    """Draw synthetic cases from the frequencies of the rules, with their known cause: for teaching, load tests and benchmarks, not to measure accuracy."""
    from ..inference.knowledge import knowledge_base

    if cause is not None and cause not in knowledge_base().causes:
        wrong_name("cause", cause, knowledge_base().causes)
    from ..simulation.draw import REPORTED, Simulation
    from ..simulation.write import OutputError, write

    simulation = Simulation(seed, setting.value, cause, REPORTED if reported is None else reported)
    try:
        with _bar("drawing", cases) as (advance, _):
            write(simulation, cases, output, progress=advance)
    except OutputError as error:
        fail(str(error), USAGE)
    except OSError as error:
        fail(f"{output}: it cannot be written there: {error.strerror or error}", USAGE)
    typer.echo(f"{cases:,} simulated cases in {output}: setting {setting.value}, seed {seed}. They agree with the rules by construction.", err=True)


@contextmanager
def _opened(inputs: list[Path], mapping: Path | None, policy: PolicyName, beside: Path) -> Iterator[CaseSource]:
    """The input, with a folder inside ``beside`` for what must be put aside while it is read. Leaves with a message where it cannot be read."""
    from ..batch.intake.sources import open_source
    from ..readers.issues import CaseRefusedError, Policy

    is_new = not beside.exists()
    try:
        beside.mkdir(mode=0o700, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix="work-", dir=beside, ignore_cleanup_errors=True) as workdir:
            yield open_source(inputs, mapping=mapping, policy=Policy(policy.value), workdir=Path(workdir))
    except CaseRefusedError as refused:
        if is_new:
            shutil.rmtree(beside, ignore_errors=True)
        echo_issues(refused.issues)
        raise typer.Exit(REFUSED) from None
    except OSError as error:
        fail(f"{error.filename or beside}: {error.strerror or error}", USAGE)


def _dry_run(source: CaseSource, format: ListFormat) -> None:
    from ..batch.intake.dry_run import dry_run
    from ..reports import batch as report

    found = dry_run(source)
    echo_either(format, report.dry_run_data(found), report.dry_run_text(found))


def _run(job: Job, source: CaseSource, format: ListFormat) -> None:
    """Do the job, and say what it came to, or why it stopped and how to go on."""
    from ..batch.parts import StoppedRunError
    from ..batch.run import Progress, StoppedError, TooManyRejectsError, run
    from ..readers.issues import CaseRefusedError
    from ..reports import batch_summary as report

    try:
        with _bar("ranking", job.source.rows) as (advance, rename):
            tally = run(job, Progress(advance, lambda: rename("writing")))
    except StoppedError as stopped:
        fail(f"{stopped}; the same command with --resume goes on from there", STOPPED)
    except TooManyRejectsError as error:
        fail(f"{error}; they are listed in {job.rejects}. Finished parts are kept: --resume with a greater --max-rejects goes on", REFUSED)
    except CaseRefusedError:
        raise
    except (StoppedRunError, ValueError) as error:
        fail(str(error), USAGE)
    except OSError as error:
        fail(f"{job.output}: {error.strerror or error}; finished parts are kept: mend that, and the same command with --resume goes on", USAGE)
    echo_either(format, report.summary_data(tally, job, source.not_read), report.summary_text(tally, job, source.not_read))
    if tally.refused and not tally.cases:
        raise typer.Exit(REFUSED)


@contextmanager
def _bar(what: str, total: int | None) -> Iterator[tuple[Callable[[int], None], Callable[[str], None]]]:
    """A bar with rate and time left on a terminal, nothing in a pipe: what moves it on, and what gives it another name."""
    if not sys.stderr.isatty():
        yield lambda _: None, lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"), TimeElapsedColumn(), TimeRemainingColumn(),
    )  # fmt: skip
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=total, rate="")

        def advance(rows: int) -> None:
            bar.advance(task, rows)
            speed = bar.tasks[0].speed
            bar.update(task, rate=f"{speed:,.0f}/s" if speed else "")

        yield advance, lambda name: bar.update(task, description=name)
