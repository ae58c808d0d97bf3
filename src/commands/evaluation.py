"""Commands about cases whose cause is known: the library, how right the answers are, the fit of the temperature."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .shared import (
    REFUSED,
    USAGE,
    ListFormat,
    ListFormatOption,
    PolicyName,
    SettingOption,
    case_files,
    echo_either,
    echo_json,
    echo_lines,
    fail,
    read_or_leave,
    with_progress,
    wrong_name,
)

if TYPE_CHECKING:
    import polars as pl

    from ..evaluation.evaluate import Evaluation


def example(name: Annotated[str | None, typer.Argument(help="A library case's name; without it, the names.")] = None) -> None:
    """List the library's cases, or print one to start from."""
    from .. import library

    if name is None:
        echo_lines(library.case_names())
        return
    try:
        typer.echo(library.case_text(name), nl=False)
    except KeyError:
        wrong_name("library case", name, library.case_names())


def evaluate(
    paths: Annotated[
        list[Path], typer.Argument(metavar="FOLDER…", help="Folders of case files with their known causes, or one typed table (Parquet) of them.", exists=True),
    ],
    notes: Annotated[
        Path | None, typer.Option("--notes", help="Rank what is read from the note of the same name in this folder (NAME.txt) instead.", file_okay=False),
    ] = None,
    format: ListFormatOption = ListFormat.TERMINAL,
    html: Annotated[Path | None, typer.Option("--html", help="Also write a page with pictures to this file; needs mrddx[plot].", dir_okay=False)] = None,
    setting: SettingOption = None,
    noise: Annotated[bool, typer.Option("--noise/--no-noise", help="Whether to drop and turn findings at random, and see how the answers hold.")] = True,
    seed: Annotated[int, typer.Option("--seed", min=0, help="Fixes the intervals and the noise.")] = 0,
) -> None:
    """Compare the ranking with cases whose cause is known, and with simpler rankers; list every miss."""
    from ..evaluation.evaluate import evaluate_table
    from ..reports.evaluation import evaluation_data, evaluation_text

    try:
        evaluation = evaluate_table(*_told(paths, notes), setting=setting.value if setting else None, seed=seed, noise=noise)
    except ValueError as error:
        fail(f"{', '.join(map(str, paths))}: {error}", REFUSED)
    if format is ListFormat.JSON:
        echo_json(evaluation_data(evaluation))
    else:
        echo_lines(evaluation_text(evaluation))
    if html is not None:
        _write_page(evaluation, html)


def _told(paths: list[Path], notes: Path | None) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The cases of a table or of folders, and what is known of them."""
    from ..evaluation.evaluate import as_noted
    from ..evaluation.typed import read_table, tables_of

    if any(path.is_file() for path in paths):
        if len(paths) > 1 or notes is not None:
            fail("a table is evaluated by itself, without other paths and without --notes", USAGE)
        return read_table(paths[0])
    files = case_files(*paths)
    if notes is not None:
        files = [file for file in files if (notes / f"{file.stem}.txt").exists()]
        if not files:
            fail(f"{notes}: there is no note (NAME.txt) with the name of one of these case files", REFUSED)
    cases = (read_or_leave(str(file), PolicyName.LENIENT).case for file in with_progress(files))
    return tables_of(cases if notes is None else (as_noted(case, notes / f"{file.stem}.txt") for case, file in zip(cases, files, strict=True)))


def _write_page(evaluation: Evaluation, file: Path) -> None:
    from ..reports.evaluation_html import evaluation_page

    try:
        file.write_text(evaluation_page(evaluation), encoding="utf-8")
    except ModuleNotFoundError:
        fail("a page with pictures needs matplotlib: pip install 'mrddx[plot]'", USAGE)
    except OSError as error:
        fail(f"{file}: it cannot be written: {error.strerror or error}", USAGE)


def evaluate_reading(
    folder: Annotated[Path, typer.Argument(help="A folder of sentence sets (YAML) and notes (.txt) with their case files.", exists=True, file_okay=False)],
    misses: Annotated[bool, typer.Option("--misses", help="List every text that was not read in full.")] = False,
    format: ListFormatOption = ListFormat.TERMINAL,
) -> None:
    """Compare what is read from free text with what it states: precision and recall for each set."""
    from ..evaluation.reading import evaluate_reading as evaluate_texts
    from ..reports.reading import reading_data, reading_text

    try:
        sets = evaluate_texts(folder)
    except ValueError as error:
        fail(str(error), REFUSED)
    if not sets:
        fail(f"{folder}: no sentence set (YAML) and no note (.txt with a case file of its name)", REFUSED)
    if format is ListFormat.JSON:
        echo_json(reading_data(sets))
    else:
        echo_lines(reading_text(sets, misses=misses))


def calibrate(
    folders: Annotated[list[Path] | None, typer.Argument(help="Folders of case files with known causes (default: the library).", exists=True)] = None,
    picture: Annotated[Path | None, typer.Option("--picture", help="Draw the reliability picture to this file (.svg, .png); needs mrddx[plot].")] = None,
    format: ListFormatOption = ListFormat.TERMINAL,
) -> None:
    """Fit the temperature on cases with a known cause, each left out in turn; Brier score and reliability."""
    from .. import library
    from ..evaluation.calibrate import calibrate as fit
    from ..evaluation.calibrate import scored
    from ..reports import calibration as report
    from ..rules.settings import TEMPERATURE

    cases = [read_or_leave(str(file), PolicyName.LENIENT).case for file in case_files(*folders)] if folders else library.cases()
    try:
        calibration = fit(scored(with_progress(cases)), TEMPERATURE)
    except ValueError as error:
        fail(str(error), REFUSED)
    echo_either(format, report.calibration_data(calibration), report.calibration_text(calibration))
    if picture is not None:
        try:
            report.draw_reliability(calibration, picture)
        except ModuleNotFoundError:
            fail("a picture needs matplotlib: pip install 'mrddx[plot]'", USAGE)
        except (OSError, ValueError) as error:
            fail(f"{picture}: {error}", USAGE)
