"""The program ``mrddx``: its commands, in the order of its help.

Exit codes: 0 answered, 1 the rule base has errors (``verify``), 2 usage, 3 input refused, 130 stopped (``batch``).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer

from .commands import batch, evaluation, knowledge, one_case

app = typer.Typer(
    help="Why does this mitral valve leak? Ranks the causes of mitral regurgitation from reported findings, and shows its reasons.",
    epilog="Exit codes: 0 answered, 1 rule base has errors (verify), 2 wrong usage, 3 input refused, 130 stopped (batch). "
    "Supports a professional's judgement; never replaces it.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

COMMANDS: tuple[Callable[..., None], ...] = (
    one_case.assess, one_case.next_findings, one_case.explain, one_case.criteria, one_case.validate, one_case.consult, one_case.read,
    batch.batch, batch.simulate,
    evaluation.example, evaluation.evaluate, evaluation.evaluate_reading, evaluation.calibrate,
    knowledge.schema, knowledge.causes, knowledge.findings, knowledge.rules, knowledge.sources, knowledge.about, knowledge.verify,
)  # fmt: skip
NAMES = {one_case.next_findings: "next"}

for command in COMMANDS:
    app.command(name=NAMES.get(command))(command)


@app.callback(invoke_without_command=True)
def _root(version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False) -> None:
    if version:
        from . import __version__

        typer.echo(f"mrddx {__version__}")
        raise typer.Exit


def main() -> None:
    """Run the program."""
    app()


if __name__ == "__main__":
    main()
