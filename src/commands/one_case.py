"""Commands about one patient: rank, ask, explain, read criteria, check; enter findings at a prompt, read a note."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .shared import (
    REFUSED,
    USAGE,
    CaseArgument,
    Format,
    FormatOption,
    ListFormat,
    ListFormatOption,
    PolicyName,
    PolicyOption,
    SettingOption,
    echo_either,
    echo_issues,
    echo_json,
    echo_lines,
    fail,
    read_or_leave,
    read_or_raise,
    with_progress,
    write_or_echo,
    wrong_name,
)

if TYPE_CHECKING:
    from ..readers.issues import Issue


def assess(
    file: CaseArgument = "-",
    format: FormatOption = Format.TERMINAL,
    top: Annotated[int, typer.Option("--top", "-n", min=1, help="How many causes to list.")] = 8,
    setting: SettingOption = None,
    policy: PolicyOption = PolicyName.LENIENT,
) -> None:
    """Rank the causes for one case, with the reasons for and against."""
    reading = read_or_leave(file, policy)
    from ..inference.assessment import assess as assess_case

    assessment = assess_case(reading.case, setting=setting.value if setting else None)
    from ..inference.ahead import ahead as look_ahead

    ahead = look_ahead(assessment)
    if format is Format.JSON:
        from ..reports.as_json import assessment_json

        typer.echo(assessment_json(assessment, reading.issues, top=top, ahead=ahead))
    elif format is Format.MARKDOWN:
        from ..reports.markdown import assessment_markdown

        typer.echo(assessment_markdown(assessment, reading.issues, top=top, ahead=ahead), nl=False)
    else:
        from ..reports.terminal import print_assessment

        print_assessment(assessment, reading.issues, top=top, ahead=ahead)


def next_findings(
    file: CaseArgument = "-",
    top: Annotated[int, typer.Option("--top", "-n", min=1, help="How many questions to propose.")] = 8,
    setting: SettingOption = None,
    policy: PolicyOption = PolicyName.LENIENT,
    format: ListFormatOption = ListFormat.TERMINAL,
) -> None:
    """Propose what to find out next: the gain in bits, the burden, and what each answer would do."""
    reading = read_or_leave(file, policy)
    from ..inference.ahead import ahead as look_ahead
    from ..inference.assessment import assess as assess_case
    from ..reports import as_json, words

    assessment = assess_case(reading.case, setting=setting.value if setting else None)
    ahead = look_ahead(assessment, most=top)
    if format is ListFormat.JSON:
        echo_json(as_json.next_findings_dict(assessment, ahead, reading.issues))
        return
    echo_issues(reading.issues)
    questions = [f"{number}. {words.question_line(question)}" for number, question in enumerate(ahead.questions, start=1)]
    echo_either(format, None, [words.opening_line(assessment), words.settled_line(ahead), *questions])


def explain(
    file: Annotated[str, typer.Argument(help="A case file, or - for standard input.")],
    cause: Annotated[str, typer.Argument(help="The id of the cause to explain.")],
    versus: Annotated[str | None, typer.Option("--versus", help="Another cause's id, to set the two side by side.")] = None,
    setting: SettingOption = None,
    policy: PolicyOption = PolicyName.LENIENT,
    format: ListFormatOption = ListFormat.TERMINAL,
) -> None:
    """Why, or why not, this cause: every rule with what decided or stopped it, and the shortest change that would put it first."""
    from ..inference.knowledge import knowledge_base

    for id in (cause, versus):
        if id is not None and id not in knowledge_base().causes:
            wrong_name("cause", id, knowledge_base().causes)
    if versus == cause:
        fail(f"{cause} cannot be set against itself; name another cause after --versus", USAGE)
    reading = read_or_leave(file, policy)
    from ..inference import explain as why
    from ..inference.ahead import installed_answers, installed_network, whatif_of
    from ..inference.assessment import assess as assess_case
    from ..reports import explanation as report

    assessment = assess_case(reading.case, setting=setting.value if setting else None)
    if versus is not None:
        separators = why.versus(assessment, installed_network(), cause, versus)
        echo_either(format, report.versus_data(separators, cause, versus), report.versus_text(separators, cause, versus))
        return
    explained = why.explain(assessment, cause, whatif_of(assessment), installed_answers())
    echo_either(format, report.explanation_data(explained, assessment), report.explanation_text(explained))


def criteria(
    file: CaseArgument = "-",
    only: Annotated[str | None, typer.Option("--set", help="Only the criteria set with this id.")] = None,
    policy: PolicyOption = PolicyName.LENIENT,
    format: ListFormatOption = ListFormat.TERMINAL,
) -> None:
    """Read formal criteria (Duke, Jones, Ghent …): what is met, not met and unknown, and what would complete them."""
    from ..inference.knowledge import knowledge_base

    ids = [criteria.id for criteria in knowledge_base().criteria]
    if only is not None and only not in ids:
        wrong_name("criteria set", only, ids)
    reading = read_or_leave(file, policy)
    from ..inference.assessment import assess as assess_case
    from ..inference.criteria import read_all
    from ..reports import as_json
    from ..reports import explanation as report

    results = [result for result in read_all(assess_case(reading.case).known) if only in (None, result.criteria.id)]
    shown = results if only else [result for result in results if result.met]
    echo_either(format, [as_json.criteria_dict(result) for result in results], report.criteria_text(shown) if shown else ["no item of any set is met"])


def validate(
    files: Annotated[list[str], typer.Argument(help="Case files, or - for standard input.")],
    policy: PolicyOption = PolicyName.LENIENT,
    format: ListFormatOption = ListFormat.TERMINAL,
) -> None:
    """Check case files without ranking: every error and warning with its line and the mend."""
    from ..readers.issues import CaseRefusedError

    results: list[tuple[str, bool, list[Issue]]] = []
    for file in files:
        try:
            results.append((file, True, list(read_or_raise(file, policy).issues)))
        except CaseRefusedError as refused:
            results.append((file, False, list(refused.issues)))
    if format is ListFormat.JSON:
        from ..reports.as_json import issue_dict

        echo_json([{"file": file, "accepted": accepted, "issues": [issue_dict(issue) for issue in issues]} for file, accepted, issues in results])
    else:
        for file, accepted, issues in results:
            echo_issues(issues)
            typer.echo(f"{file}: {'accepted' if accepted else 'refused'}, {len(issues)} issue(s)")
    if not all(accepted for _, accepted, _ in results):
        raise typer.Exit(REFUSED)


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
    from ..consult.start import StartError, start
    from ..consult.terminal import run

    try:
        consultation, typed = start(file, folder=folder, resume=resume, keep=history, guided=guided, setting=setting.value if setting else None)
    except StartError as error:
        fail(str(error), REFUSED)
    run(consultation, ascii=ascii, history=typed)


def read(
    notes: Annotated[str, typer.Argument(help="A note (plain text), a folder of notes (*.txt), or - for standard input.")] = "-",
    output: Annotated[Path | None, typer.Option("--output", "-o", help="The case file to write; for a folder of notes, the folder of case files.")] = None,
) -> None:
    """Turn a clinical note into a case file: each finding with the words it came from; contradictions and what stays open are listed."""
    if notes != "-" and Path(notes).is_dir():
        _read_folder(Path(notes), output)
        return
    from ..prose.note import read_note
    from ..readers.case_text import case_yaml
    from ..readers.issues import CaseRefusedError

    try:
        note = read_note(notes)
    except CaseRefusedError as refused:
        echo_issues(refused.issues)
        raise typer.Exit(REFUSED) from None
    write_or_echo(output, case_yaml(note.case))
    echo_lines(note.remarks(), err=True)


def _read_folder(folder: Path, output: Path | None) -> None:
    """Read every note of a folder into case files."""
    from ..prose.folder import notes_in, read_notes, write_lists

    if output is None:
        fail("a folder of notes needs --output FOLDER for the case files", USAGE)
    notes = notes_in(folder)
    if not notes:
        fail(f"{folder}: no note in it (*.txt)", REFUSED)
    try:
        done = list(read_notes(with_progress(notes, "notes"), output))
        lists = write_lists(done, output)
    except OSError as error:
        fail(f"{output}: it cannot be written there: {error.strerror or error}", USAGE)
    refused = [one for one in done if one.case is None]
    see = "".join(f"; see {file}" for file in lists)
    typer.echo(f"{len(done) - len(refused)} case file(s) written to {output}, {len(refused)} note(s) refused{see}", err=True)
    if refused:
        raise typer.Exit(REFUSED)
