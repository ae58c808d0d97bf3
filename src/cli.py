"""The commands of ``mrddx``: parse, one library call, render. Heavy imports only where they are used.

Exit codes: 0 answered, 1 the rule base has errors (``verify``), 2 usage, 3 input refused.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn, TypeVar

import typer

if TYPE_CHECKING:
    from .readers.case_file import CaseReading
    from .readers.issues import Issue

FAULTY, USAGE, REFUSED = 1, 2, 3
Item = TypeVar("Item")

app = typer.Typer(
    help="Why does this mitral valve leak? Ranks the causes of mitral regurgitation from reported findings, and shows its reasons.",
    epilog="Exit codes: 0 answered, 1 rule base has errors (verify), 2 wrong usage, 3 input refused. Supports a professional's judgement; never replaces it.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


class Format(StrEnum):
    """How an answer is written."""

    TERMINAL = "terminal"
    JSON = "json"
    MARKDOWN = "markdown"


class ListFormat(StrEnum):
    """How a list is written."""

    TERMINAL = "terminal"
    JSON = "json"


class SettingName(StrEnum):
    """Where the patient is seen; children get the children's shares by themselves."""

    COMMUNITY = "community"
    HOSPITAL = "hospital"
    LOW_INCOME = "low_income"
    ACUTE = "acute"


class PolicyName(StrEnum):
    """What to do with warnings and errors in a case file."""

    STRICT = "strict"
    LENIENT = "lenient"
    MINIMAL = "minimal"


CaseArgument = Annotated[str, typer.Argument(help="A case file (YAML, JSON or one-case CSV), or - for standard input.")]
FormatOption = Annotated[Format, typer.Option("--format", "-f", help="How to write the answer.")]
ListFormatOption = Annotated[ListFormat, typer.Option("--format", "-f", help="How to write the list.")]
SettingOption = Annotated[SettingName | None, typer.Option("--setting", "-s", help="Where the patient is seen (default: the case's own, else hospital).")]
PolicyOption = Annotated[PolicyName, typer.Option("--policy", "-p", help="strict refuses any warning, lenient lists them, minimal drops what cannot be read.")]


@app.command()
def assess(
    file: CaseArgument = "-",
    format: FormatOption = Format.TERMINAL,
    top: Annotated[int, typer.Option("--top", "-n", min=1, help="How many causes to list.")] = 8,
    setting: SettingOption = None,
    policy: PolicyOption = PolicyName.LENIENT,
) -> None:
    """Rank the causes for one case, with the reasons for and against."""
    reading = _read(file, policy)
    from .inference.assessment import assess as assess_case

    assessment = assess_case(reading.case, setting=setting.value if setting else None)
    from .inference.ahead import ahead as look_ahead

    ahead = look_ahead(assessment)
    if format is Format.JSON:
        from .reports.as_json import assessment_json

        typer.echo(assessment_json(assessment, reading.issues, top=top, ahead=ahead))
    elif format is Format.MARKDOWN:
        from .reports.markdown import assessment_markdown

        typer.echo(assessment_markdown(assessment, reading.issues, top=top, ahead=ahead), nl=False)
    else:
        from .reports.terminal import print_assessment

        print_assessment(assessment, reading.issues, top=top, ahead=ahead)


@app.command(name="next")
def next_findings(
    file: CaseArgument = "-",
    top: Annotated[int, typer.Option("--top", "-n", min=1, help="How many questions to propose.")] = 8,
    setting: SettingOption = None,
    policy: PolicyOption = PolicyName.LENIENT,
    format: ListFormatOption = ListFormat.TERMINAL,
) -> None:
    """Propose what to find out next: the gain in bits, the burden, and what each answer would do."""
    reading = _read(file, policy)
    from .inference.ahead import ahead as look_ahead
    from .inference.assessment import assess as assess_case
    from .reports import as_json, words

    assessment = assess_case(reading.case, setting=setting.value if setting else None)
    ahead = look_ahead(assessment, most=top)
    if format is ListFormat.JSON:
        _echo_json(as_json.next_findings_dict(assessment, ahead, reading.issues))
        return
    _echo_issues(reading.issues)
    questions = [f"{number}. {words.question_line(question)}" for number, question in enumerate(ahead.questions, start=1)]
    _echo_either(format, None, [words.opening_line(assessment), words.settled_line(ahead), *questions])


@app.command()
def explain(
    file: Annotated[str, typer.Argument(help="A case file, or - for standard input.")],
    cause: Annotated[str, typer.Argument(help="The id of the cause to explain.")],
    versus: Annotated[str | None, typer.Option("--versus", help="Another cause's id, to set the two side by side.")] = None,
    setting: SettingOption = None,
    policy: PolicyOption = PolicyName.LENIENT,
    format: ListFormatOption = ListFormat.TERMINAL,
) -> None:
    """Why, or why not, this cause: every rule with what decided or stopped it, and the shortest change that would put it first."""
    from .inference.knowledge import knowledge_base

    for id in (cause, versus):
        if id is not None and id not in knowledge_base().causes:
            _wrong_name("cause", id, knowledge_base().causes)
    if versus == cause:
        _fail(f"{cause} cannot be set against itself; name another cause after --versus", USAGE)
    reading = _read(file, policy)
    from .inference import explain as why
    from .inference.ahead import installed_answers, installed_network, whatif_of
    from .inference.assessment import assess as assess_case
    from .reports import explanation as report

    assessment = assess_case(reading.case, setting=setting.value if setting else None)
    if versus is not None:
        separators = why.versus(assessment, installed_network(), cause, versus)
        _echo_either(format, report.versus_data(separators, cause, versus), report.versus_text(separators, cause, versus))
        return
    explained = why.explain(assessment, cause, whatif_of(assessment), installed_answers())
    _echo_either(format, report.explanation_data(explained, assessment), report.explanation_text(explained))


@app.command()
def criteria(
    file: CaseArgument = "-",
    only: Annotated[str | None, typer.Option("--set", help="Only the criteria set with this id.")] = None,
    policy: PolicyOption = PolicyName.LENIENT,
    format: ListFormatOption = ListFormat.TERMINAL,
) -> None:
    """Read formal criteria (Duke, Jones, Ghent …): what is met, not met and unknown, and what would complete them."""
    from .inference.knowledge import knowledge_base

    ids = [criteria.id for criteria in knowledge_base().criteria]
    if only is not None and only not in ids:
        _wrong_name("criteria set", only, ids)
    reading = _read(file, policy)
    from .inference.assessment import assess as assess_case
    from .inference.criteria import read_all
    from .reports import as_json
    from .reports import explanation as report

    results = [result for result in read_all(assess_case(reading.case).known) if only in (None, result.criteria.id)]
    shown = results if only else [result for result in results if result.met]
    _echo_either(format, [as_json.criteria_dict(result) for result in results], report.criteria_text(shown) if shown else ["no item of any set is met"])


@app.command()
def validate(
    files: Annotated[list[str], typer.Argument(help="Case files, or - for standard input.")],
    policy: PolicyOption = PolicyName.LENIENT,
    format: ListFormatOption = ListFormat.TERMINAL,
) -> None:
    """Check case files without ranking: every error and warning with its line and the mend."""
    from .readers.issues import CaseRefusedError

    results: list[tuple[str, bool, list[Issue]]] = []
    for file in files:
        try:
            results.append((file, True, list(_read_or_raise(file, policy).issues)))
        except CaseRefusedError as refused:
            results.append((file, False, list(refused.issues)))
    if format is ListFormat.JSON:
        from .reports.as_json import issue_dict

        _echo_json([{"file": file, "accepted": accepted, "issues": [issue_dict(issue) for issue in issues]} for file, accepted, issues in results])
    else:
        for file, accepted, issues in results:
            _echo_issues(issues)
            typer.echo(f"{file}: {'accepted' if accepted else 'refused'}, {len(issues)} issue(s)")
    if not all(accepted for _, accepted, _ in results):
        raise typer.Exit(REFUSED)


@app.command()
def schema() -> None:
    """Print the JSON Schema of a case file."""
    from .facts.case import case_schema

    _echo_json(case_schema())


@app.command()
def causes(
    id: Annotated[str | None, typer.Argument(help="A cause's id, to see its rules.")] = None,
    format: ListFormatOption = ListFormat.TERMINAL,
) -> None:
    """List the causes, or show one with its rules and sources."""
    from .inference.knowledge import knowledge_base
    from .reports import catalogue

    base = knowledge_base()
    if id is not None and id not in base.causes:
        _wrong_name("cause", id, base.causes)
    chosen = [base.causes[id]] if id else list(base.causes.values())
    if format is ListFormat.JSON:
        data = [catalogue.cause_data(base, cause) for cause in chosen]
        _echo_json(data[0] if id else data)
    else:
        _echo_lines(catalogue.cause_text(base, chosen[0]) if id else catalogue.causes_text(base))


@app.command()
def findings(
    words: Annotated[list[str] | None, typer.Argument(help="Words to look for in ids, labels, questions and synonyms.")] = None,
    format: ListFormatOption = ListFormat.TERMINAL,
) -> None:
    """List the findings that a case may hold, or search them."""
    from .facts import vocabulary
    from .reports import catalogue

    found = vocabulary.search(words or [])
    if not found and words:
        near = vocabulary.close_matches(" ".join(words))
        typer.echo(f"no finding has these words{'; near: ' + ', '.join(near) if near else ''}", err=True)
    if format is ListFormat.JSON:
        _echo_json([catalogue.finding_data(finding) for finding in found])
    else:
        _echo_lines(catalogue.findings_text(found))


@app.command()
def rules(
    cause: Annotated[str | None, typer.Option("--cause", "-c", help="Only the rules of this cause.")] = None,
    book: Annotated[Path | None, typer.Option("--book", help="Write the whole rule book as Markdown pages into this folder.", file_okay=False)] = None,
    format: ListFormatOption = ListFormat.TERMINAL,
) -> None:
    """List the rules with their numbers, reasons and sources."""
    from .inference.knowledge import knowledge_base
    from .reports import catalogue

    base = knowledge_base()
    if book is not None:
        from .reports.rulebook import write_rulebook

        try:
            typer.echo(f"{write_rulebook(base, book)} pages written to {book}")
        except OSError as error:
            _fail(f"{book}: the rule book cannot be written there: {error.strerror}", USAGE)
        return
    if cause is not None and cause not in base.causes:
        _wrong_name("cause", cause, base.causes)
    if format is ListFormat.JSON:
        _echo_json([rule for rule in catalogue.all_rules(base) if cause is None or rule["rule"].startswith(f"{cause}.")])
        return
    for id, named in base.evidence.items():
        for name, rule in named.items() if cause in (None, id) else ():
            _echo_lines([*catalogue.rule_text(f"{id}.{name}", rule), ""])
    for layer, layered in (("tempo", base.tempo), ("mechanism", base.mechanism)):
        for name, rule_ in layered.items() if cause is None else ():
            _echo_lines([*catalogue.layer_text(f"{layer}.{name}", rule_), ""])


@app.command()
def sources(
    tag: Annotated[str | None, typer.Argument(help="A reference's tag, to see the sentences that rest on it.")] = None,
    unused: Annotated[bool, typer.Option("--unused", help="Only references on which no rule rests.")] = False,
    format: ListFormatOption = ListFormat.TERMINAL,
) -> None:
    """List the references: whether each figure was read or recalled, and the rules that rest on it."""
    from .inference.knowledge import knowledge_base
    from .inference.provenance import provenances, tag_of
    from .reports import provenance as report
    from .rules.sources import SOURCES

    found = tag_of(tag) if tag is not None else None
    if tag is not None and found is None:
        _wrong_name("reference", tag.upper(), SOURCES)
    if tag is not None and unused:
        _fail("--unused lists references; it goes with no tag", USAGE)
    chosen = [one for one in provenances(knowledge_base()) if found in (None, one.source.tag) and not (unused and one.uses)]
    data = [report.provenance_data(one) for one in chosen]
    _echo_either(format, data[0] if found else data, report.source_text(chosen[0]) if found else report.sources_text(chosen))


@app.command()
def about(format: ListFormatOption = ListFormat.TERMINAL) -> None:
    """What this program is, for whom, what it is not for, its limits, and the source attributes of decision support."""
    from .inference.knowledge import knowledge_base
    from .reports import provenance as report

    _echo_either(format, report.about_data(knowledge_base()), report.about_text(knowledge_base()))


@app.command()
def consult(
    file: Annotated[str | None, typer.Argument(help="A case file or a note (.txt) to begin with.")] = None,
    guided: Annotated[bool, typer.Option("--guided", help="Ask the next best finding until the leading cause is settled.")] = False,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with the folder's latest session.")] = False,
    folder: Annotated[
        Path | None, typer.Option("--folder", help="Where the session and its files are kept (default: the user's own state folder).", file_okay=False),
    ] = None,
    history: Annotated[bool, typer.Option("--history/--no-history", help="Keep the session and the lines typed on disk, readable by their owner only.")] = True,
    ascii: Annotated[bool, typer.Option("--ascii", help="Plain ASCII, for terminals without Unicode.")] = False,
    setting: SettingOption = None,
) -> None:
    """Enter findings at a prompt, in your own words, and watch the list change. Reads lines from a pipe too."""
    from .consult.start import StartError, start
    from .consult.terminal import run

    try:
        consultation, typed = start(file, folder=folder, resume=resume, keep=history, guided=guided, setting=setting.value if setting else None)
    except StartError as error:
        _fail(str(error), REFUSED)
    run(consultation, ascii=ascii, history=typed)


@app.command()
def read(
    notes: Annotated[str, typer.Argument(help="A note (plain text), a folder of notes (*.txt), or - for standard input.")] = "-",
    output: Annotated[Path | None, typer.Option("--output", "-o", help="The case file to write; for a folder of notes, the folder of case files.")] = None,
) -> None:
    """Turn a clinical note into a case file: each finding with the words it came from; contradictions and what stays open are listed."""
    if notes != "-" and Path(notes).is_dir():
        _read_folder(Path(notes), output)
        return
    from .prose.note import read_note
    from .readers.case_text import case_yaml
    from .readers.issues import CaseRefusedError

    try:
        note = read_note(notes)
    except CaseRefusedError as refused:
        _echo_issues(refused.issues)
        raise typer.Exit(REFUSED) from None
    _write_or_echo(output, case_yaml(note.case))
    _echo_lines(note.remarks(), err=True)


@app.command()
def example(name: Annotated[str | None, typer.Argument(help="A library case's name; without it, the names.")] = None) -> None:
    """List the library's cases, or print one to start from."""
    from . import library

    if name is None:
        _echo_lines(library.case_names())
        return
    try:
        typer.echo(library.case_text(name), nl=False)
    except KeyError:
        _wrong_name("library case", name, library.case_names())


@app.command()
def evaluate(
    folders: Annotated[list[Path], typer.Argument(help="Folders of case files with their known causes.", exists=True, file_okay=False)],
    notes: Annotated[
        Path | None, typer.Option("--notes", help="Rank what is read from the note of the same name in this folder (NAME.txt) instead.", file_okay=False),
    ] = None,
    format: ListFormatOption = ListFormat.TERMINAL,
    setting: SettingOption = None,
) -> None:
    """Compare the ranking with cases whose cause is known; list every miss."""
    from .evaluation.evaluate import as_noted, summarise
    from .evaluation.evaluate import evaluate as evaluate_cases
    from .reports.evaluation import evaluation_data, evaluation_text

    files = _case_files(*folders)
    if notes is not None:
        files = [file for file in files if (notes / f"{file.stem}.txt").exists()]
    cases = (_read(str(file), PolicyName.LENIENT).case for file in _progress(files))
    if notes is not None:
        cases = (as_noted(case, notes / f"{file.stem}.txt") for case, file in zip(cases, files, strict=True))
    outcomes = evaluate_cases(cases, setting=setting.value if setting else None)
    if not outcomes:
        _fail(f"{', '.join(map(str, folders))}: no case file with a known cause{' and a note' if notes else ''}", REFUSED)
    summary = summarise(outcomes)
    if format is ListFormat.JSON:
        _echo_json(evaluation_data(outcomes, summary))
    else:
        _echo_lines(evaluation_text(outcomes, summary))


@app.command(name="evaluate-reading")
def evaluate_reading(
    folder: Annotated[Path, typer.Argument(help="A folder of sentence sets (YAML) and notes (.txt) with their case files.", exists=True, file_okay=False)],
    misses: Annotated[bool, typer.Option("--misses", help="List every text that was not read in full.")] = False,
    format: ListFormatOption = ListFormat.TERMINAL,
) -> None:
    """Compare what is read from free text with what it states: precision and recall for each set."""
    from .evaluation.reading import evaluate_reading as evaluate_texts
    from .reports.reading import reading_data, reading_text

    try:
        sets = evaluate_texts(folder)
    except ValueError as error:
        _fail(str(error), REFUSED)
    if not sets:
        _fail(f"{folder}: no sentence set (YAML) and no note (.txt with a case file of its name)", REFUSED)
    if format is ListFormat.JSON:
        _echo_json(reading_data(sets))
    else:
        _echo_lines(reading_text(sets, misses=misses))


@app.command()
def calibrate(
    folders: Annotated[list[Path] | None, typer.Argument(help="Folders of case files with known causes (default: the library).", exists=True)] = None,
    picture: Annotated[Path | None, typer.Option("--picture", help="Draw the reliability picture to this file (.svg, .png); needs mrddx[plot].")] = None,
    format: ListFormatOption = ListFormat.TERMINAL,
) -> None:
    """Fit the temperature on cases with a known cause, each left out in turn; Brier score and reliability."""
    from . import library
    from .evaluation.calibrate import calibrate as fit
    from .evaluation.calibrate import scored
    from .reports import calibration as report
    from .rules.settings import TEMPERATURE

    cases = [_read(str(file), PolicyName.LENIENT).case for file in _case_files(*folders)] if folders else library.cases()
    try:
        calibration = fit(scored(_progress(cases)), TEMPERATURE)
    except ValueError as error:
        _fail(str(error), REFUSED)
    _echo_either(format, report.calibration_data(calibration), report.calibration_text(calibration))
    if picture is not None:
        try:
            report.draw_reliability(calibration, picture)
        except ModuleNotFoundError:
            _fail("a picture needs matplotlib: pip install 'mrddx[plot]'", USAGE)
        except (OSError, ValueError) as error:
            _fail(f"{picture}: {error}", USAGE)


@app.command()
def verify(
    format: ListFormatOption = ListFormat.TERMINAL,
    notes: Annotated[bool, typer.Option("--notes", help="List the notes too: what is worth a look and may stay.")] = False,
) -> None:
    """Check the rule base itself: rules that can never fire, count twice, contradict each other or rest on nothing. Exit code 1: it has errors."""
    from .inference.knowledge import knowledge_base
    from .inference.verify import CHECKS, installed
    from .inference.verify import verify as verify_base
    from .reports.verification import verification_data, verification_text

    report = verify_base(installed(knowledge_base()), _progress(list(CHECKS), "checks"))
    _echo_either(format, verification_data(report, notes=notes), verification_text(report, notes=notes))
    if report.errors:
        raise typer.Exit(FAULTY)


@app.callback(invoke_without_command=True)
def _root(version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False) -> None:
    if version:
        from . import __version__

        typer.echo(f"mrddx {__version__}")
        raise typer.Exit


def main() -> None:
    """Run the program."""
    app()


def _read(file: str, policy: PolicyName) -> CaseReading:
    """Read a case, or print why it is refused and leave with exit code 3."""
    from .readers.issues import CaseRefusedError

    try:
        return _read_or_raise(file, policy)
    except CaseRefusedError as refused:
        _echo_issues(refused.issues)
        raise typer.Exit(REFUSED) from None


def _read_or_raise(file: str, policy: PolicyName) -> CaseReading:
    from .readers.case_file import read_case
    from .readers.issues import Policy

    if file == "-":
        if sys.stdin.isatty():
            typer.echo("reading a case from standard input; end it with Ctrl-D", err=True)
        return read_case(sys.stdin.buffer, policy=Policy(policy.value), name="standard input")
    return read_case(Path(file), policy=Policy(policy.value))


def _read_folder(folder: Path, output: Path | None) -> None:
    """Read every note of a folder into case files."""
    from .prose.folder import notes_in, read_notes, write_lists

    if output is None:
        _fail("a folder of notes needs --output FOLDER for the case files", USAGE)
    notes = notes_in(folder)
    if not notes:
        _fail(f"{folder}: no note in it (*.txt)", REFUSED)
    try:
        done = list(read_notes(_progress(notes, "notes"), output))
        lists = write_lists(done, output)
    except OSError as error:
        _fail(f"{output}: it cannot be written there: {error.strerror or error}", USAGE)
    refused = [one for one in done if one.case is None]
    see = "".join(f"; see {file}" for file in lists)
    typer.echo(f"{len(done) - len(refused)} case file(s) written to {output}, {len(refused)} note(s) refused{see}", err=True)
    if refused:
        raise typer.Exit(REFUSED)


def _write_or_echo(output: Path | None, text: str) -> None:
    if output is None:
        typer.echo(text, nl=False)
        return
    try:
        output.write_text(text, encoding="utf-8")
    except OSError as error:
        _fail(f"{output}: it cannot be written: {error.strerror or error}", USAGE)


def _case_files(*folders: Path) -> list[Path]:
    """The case files directly in these folders, in order."""
    return [path for folder in folders for path in sorted(folder.iterdir()) if path.suffix in {".yaml", ".yml", ".json", ".csv"}]


def _progress(items: list[Item], what: str = "cases") -> Iterable[Item]:
    """The files, cases or checks, with a bar on a terminal."""
    if not sys.stderr.isatty():
        return items
    from rich.console import Console
    from rich.progress import track

    return track(items, description=what, console=Console(stderr=True), transient=True)


def _echo_lines(lines: Iterable[str], *, err: bool = False) -> None:
    if text := "\n".join(lines):
        typer.echo(text, err=err)


def _echo_either(format: ListFormat, data: object, lines: Iterable[str]) -> None:
    """Plain data as JSON, or lines of prose wrapped to the terminal."""
    if format is ListFormat.JSON:
        _echo_json(data)
        return
    from .reports.terminal import print_prose

    print_prose(lines)


def _echo_json(data: object) -> None:
    import json

    typer.echo(json.dumps(data, indent=2, ensure_ascii=False))


def _echo_issues(issues: Iterable[Issue]) -> None:
    for issue in issues:
        typer.echo(str(issue), err=True)


def _wrong_name(what: str, name: str, names: Iterable[str]) -> NoReturn:
    import difflib

    known = list(names)
    near = difflib.get_close_matches(name, known, n=3) or [each for each in known if name.casefold() in each.casefold()][:3]
    _fail(f"there is no {what} {name!r}{'; did you mean ' + ' or '.join(near) + '?' if near else ''}", USAGE)


def _fail(message: str, code: int) -> NoReturn:
    typer.echo(message, err=True)
    raise typer.Exit(code)


if __name__ == "__main__":
    main()
