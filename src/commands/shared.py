"""What the commands share: options, reading a case, and how an answer or an error is printed. Heavy imports only where they are used."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn, TypeVar

import typer

if TYPE_CHECKING:
    from ..readers.case_file import CaseReading
    from ..readers.issues import Issue

FAULTY, USAGE, REFUSED, STOPPED = 1, 2, 3, 130
Item = TypeVar("Item")


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


def read_or_leave(file: str, policy: PolicyName) -> CaseReading:
    """Read a case, or print why it is refused and leave with exit code 3."""
    from ..readers.issues import CaseRefusedError

    try:
        return read_or_raise(file, policy)
    except CaseRefusedError as refused:
        echo_issues(refused.issues)
        raise typer.Exit(REFUSED) from None


def read_or_raise(file: str, policy: PolicyName) -> CaseReading:
    """Read a case from a file, or from standard input for ``-``.

    Raises:
        CaseRefusedError: the case is refused.
    """
    from ..readers.case_file import read_case
    from ..readers.issues import Policy

    if file == "-":
        if sys.stdin.isatty():
            typer.echo("reading a case from standard input; end it with Ctrl-D", err=True)
        return read_case(sys.stdin.buffer, policy=Policy(policy.value), name="standard input")
    return read_case(Path(file), policy=Policy(policy.value))


def case_files(*folders: Path) -> list[Path]:
    """The case files directly in these folders, in order."""
    return [path for folder in folders for path in sorted(folder.iterdir()) if path.suffix in {".yaml", ".yml", ".json", ".csv"}]


def with_progress(items: list[Item], what: str = "cases") -> Iterable[Item]:
    """The files, cases or checks, with a bar on a terminal."""
    if not sys.stderr.isatty():
        return items
    from rich.console import Console
    from rich.progress import track

    return track(items, description=what, console=Console(stderr=True), transient=True)


def echo_lines(lines: Iterable[str], *, err: bool = False) -> None:
    """Print lines, if there are any."""
    if text := "\n".join(lines):
        typer.echo(text, err=err)


def echo_either(format: ListFormat, data: object, lines: Iterable[str]) -> None:
    """Plain data as JSON, or lines of prose wrapped to the terminal."""
    if format is ListFormat.JSON:
        echo_json(data)
        return
    from ..reports.terminal import print_prose

    print_prose(lines)


def echo_json(data: object) -> None:
    """Print plain data as indented JSON."""
    import json

    typer.echo(json.dumps(data, indent=2, ensure_ascii=False))


def echo_issues(issues: Iterable[Issue]) -> None:
    """Print what is wrong with an input, to standard error."""
    for issue in issues:
        typer.echo(str(issue), err=True)


def wrong_name(what: str, name: str, names: Iterable[str]) -> NoReturn:
    """Leave because a name does not exist, with those that are near."""
    import difflib

    known = list(names)
    near = difflib.get_close_matches(name, known, n=3) or [each for each in known if name.casefold() in each.casefold()][:3]
    fail(f"there is no {what} {name!r}{'; did you mean ' + ' or '.join(near) + '?' if near else ''}", USAGE)


def fail(message: str, code: int) -> NoReturn:
    """Print an error and leave with this exit code."""
    typer.echo(message, err=True)
    raise typer.Exit(code)


def write_or_echo(output: Path | None, text: str) -> None:
    """Write text to a file, or to standard output without one."""
    if output is None:
        typer.echo(text, nl=False)
        return
    try:
        output.write_text(text, encoding="utf-8")
    except OSError as error:
        fail(f"{output}: it cannot be written: {error.strerror or error}", USAGE)
