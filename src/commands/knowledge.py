"""Commands about what the program knows: vocabulary, causes, rules, references, and the check of the rule base."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .shared import (
    FAULTY,
    USAGE,
    ListFormat,
    ListFormatOption,
    echo_either,
    echo_json,
    echo_lines,
    fail,
    with_progress,
    wrong_name,
)

if TYPE_CHECKING:
    pass


def schema() -> None:
    """Print the JSON Schema of a case file."""
    from ..facts.case import case_schema

    echo_json(case_schema())


def causes(
    id: Annotated[str | None, typer.Argument(help="A cause's id, to see its rules.")] = None,
    format: ListFormatOption = ListFormat.TERMINAL,
) -> None:
    """List the causes, or show one with its rules and sources."""
    from ..inference.knowledge import knowledge_base
    from ..reports import catalogue

    base = knowledge_base()
    if id is not None and id not in base.causes:
        wrong_name("cause", id, base.causes)
    chosen = [base.causes[id]] if id else list(base.causes.values())
    if format is ListFormat.JSON:
        data = [catalogue.cause_data(base, cause) for cause in chosen]
        echo_json(data[0] if id else data)
    else:
        echo_lines(catalogue.cause_text(base, chosen[0]) if id else catalogue.causes_text(base))


def findings(
    words: Annotated[list[str] | None, typer.Argument(help="Words to look for in ids, labels, questions and synonyms.")] = None,
    format: ListFormatOption = ListFormat.TERMINAL,
) -> None:
    """List the findings that a case may hold, or search them."""
    from ..facts import vocabulary
    from ..reports import catalogue

    found = vocabulary.search(words or [])
    if not found and words:
        near = vocabulary.close_matches(" ".join(words))
        typer.echo(f"no finding has these words{'; near: ' + ', '.join(near) if near else ''}", err=True)
    if format is ListFormat.JSON:
        echo_json([catalogue.finding_data(finding) for finding in found])
    else:
        echo_lines(catalogue.findings_text(found))


def rules(
    cause: Annotated[str | None, typer.Option("--cause", "-c", help="Only the rules of this cause.")] = None,
    book: Annotated[Path | None, typer.Option("--book", help="Write the whole rule book as Markdown pages into this folder.", file_okay=False)] = None,
    format: ListFormatOption = ListFormat.TERMINAL,
) -> None:
    """List the rules with their numbers, reasons and sources."""
    from ..inference.knowledge import knowledge_base
    from ..reports import catalogue

    base = knowledge_base()
    if book is not None:
        from ..reports.rulebook import write_rulebook

        try:
            typer.echo(f"{write_rulebook(base, book)} pages written to {book}")
        except OSError as error:
            fail(f"{book}: the rule book cannot be written there: {error.strerror}", USAGE)
        return
    if cause is not None and cause not in base.causes:
        wrong_name("cause", cause, base.causes)
    if format is ListFormat.JSON:
        echo_json([rule for rule in catalogue.all_rules(base) if cause is None or rule["rule"].startswith(f"{cause}.")])
        return
    for id, named in base.evidence.items():
        for name, rule in named.items() if cause in (None, id) else ():
            echo_lines([*catalogue.rule_text(f"{id}.{name}", rule), ""])
    for layer, layered in (("tempo", base.tempo), ("mechanism", base.mechanism)):
        for name, rule_ in layered.items() if cause is None else ():
            echo_lines([*catalogue.layer_text(f"{layer}.{name}", rule_), ""])


def sources(
    tag: Annotated[str | None, typer.Argument(help="A reference's tag, to see the sentences that rest on it.")] = None,
    unused: Annotated[bool, typer.Option("--unused", help="Only references on which no rule rests.")] = False,
    format: ListFormatOption = ListFormat.TERMINAL,
) -> None:
    """List the references: whether each figure was read or recalled, and the rules that rest on it."""
    from ..inference.knowledge import knowledge_base
    from ..inference.provenance import provenances, tag_of
    from ..reports import provenance as report
    from ..rules.sources import SOURCES

    found = tag_of(tag) if tag is not None else None
    if tag is not None and found is None:
        wrong_name("reference", tag.upper(), SOURCES)
    if tag is not None and unused:
        fail("--unused lists references; it goes with no tag", USAGE)
    chosen = [one for one in provenances(knowledge_base()) if found in (None, one.source.tag) and not (unused and one.uses)]
    data = [report.provenance_data(one) for one in chosen]
    echo_either(format, data[0] if found else data, report.source_text(chosen[0]) if found else report.sources_text(chosen))


def about(format: ListFormatOption = ListFormat.TERMINAL) -> None:
    """What this program is, for whom, what it is not for, its limits, and the source attributes of decision support."""
    from ..inference.knowledge import knowledge_base
    from ..reports import provenance as report

    echo_either(format, report.about_data(knowledge_base()), report.about_text(knowledge_base()))


def verify(
    format: ListFormatOption = ListFormat.TERMINAL,
    notes: Annotated[bool, typer.Option("--notes", help="List the notes too: what is worth a look and may stay.")] = False,
) -> None:
    """Check the rule base itself: rules that can never fire, count twice, contradict each other or rest on nothing. Exit code 1: it has errors."""
    from ..inference.knowledge import knowledge_base
    from ..inference.verify import CHECKS, installed
    from ..inference.verify import verify as verify_base
    from ..reports.verification import verification_data, verification_text

    report = verify_base(installed(knowledge_base()), with_progress(list(CHECKS), "checks"))
    echo_either(format, verification_data(report, notes=notes), verification_text(report, notes=notes))
    if report.errors:
        raise typer.Exit(FAULTY)
