"""Reads one case from a YAML, JSON or CSV file, and says of everything wrong with it where it is and how to mend it.

A case file names what is known of one patient:

    id: heart-12
    age: 67
    sex: female
    findings:
      days_since_infarction: 4
      lvef: 55 %
      flail_segments: [P2]
      fever: no
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from ..facts import patient
from ..facts.case import Case, CaseSource, CaseValue, KnownCause, Quote, Setting, age_finding, atoms_of, did_you_mean, find
from ..facts.conditions import Value
from ..facts.findings import Choices
from ..facts.vocabulary import FINDINGS, close_matches
from .contradictions import ages_exclude, contradictions
from .document import TOP_NAMES, Entries, Node, parse, plain
from .intake import Source, take_in
from .issues import Issue, Policy, listed, quoted
from .notes import Notes, in_lines
from .values import read_age, read_value

_SUGGESTIONS = 20
"""For so many unknown names the nearest known one is sought; a file with more of them is no case file."""
_ONE_FINDING = 'write what is known below "findings:", such as "  lvef: 35"'


@dataclass(frozen=True, slots=True)
class CaseReading:
    """A case that was read, and what was doubtful about it (warnings only)."""

    case: Case
    issues: tuple[Issue, ...] = ()


def read_case(source: Source, *, policy: Policy = Policy.LENIENT, name: str | None = None) -> CaseReading:
    """Read one case.

    ``source`` is a path, ``"-"`` for standard input, or an open stream (wrap text in ``io.StringIO``). The suffix tells
    the format; without a known one, the text does. ``name`` is what the source is called in messages, and the id of a
    case that has none.

    Raises:
        CaseRefusedError: the case is refused; the error holds every issue, not only the first.
    """
    intake = take_in(source, name)
    notes = Notes(intake.name, policy)
    fields = _read_fields(notes, parse(intake))
    case = _made(notes, {**fields, "id": fields["id"] or intake.stem})
    issues = notes.judge()
    assert case is not None, "a case that could not be made has an error"
    return CaseReading(case, issues)


def _read_fields(notes: Notes, document: Entries) -> dict[str, Any]:
    """The fields of the case, as far as they can be read."""
    parts = {name: node for number, (name, node) in enumerate(notes.once(document)) if _is_part(notes, name, seek=number < _SUGGESTIONS)}
    values = {name: plain(node) for name, node in parts.items() if name not in ("findings", "source", "known", "quotes")}
    fields: dict[str, Any] = {
        "id": _text(notes, "id", values),
        "age": _age(notes, values.get("age")),
        "sex": notes.take("sex", read_value(patient.sex, values.get("sex"))),
        "setting": _setting(notes, values.get("setting")),
        "comment": _text(notes, "comment", values),
        "source": _model(notes, "source", CaseSource, parts.get("source")),
        "known": _model(notes, "known", KnownCause, parts.get("known")),
        "quotes": dict(_quotes(notes, parts.get("quotes"))),
        "findings": _findings(notes, parts.get("findings")),
    }
    _one_age_and_sex(notes, fields)
    _one_answer(notes, fields["findings"])
    if not fields["findings"] and not notes.has_errors:
        notes.refuse("findings", "nothing is known: the case has no findings", _ONE_FINDING)
    return fields


def _made(notes: Notes, fields: dict[str, Any]) -> Case | None:
    """The case. What is still wrong with it here slipped through the readers, and is an error all the same."""
    try:
        case = Case.model_validate(fields)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            notes.refuse(".".join(str(part) for part in detail["loc"]), detail["msg"].removeprefix("Value error, "), "correct it")
        return None
    _note_contradictions(notes, case)
    return case


def _is_part(notes: Notes, name: str, *, seek: bool) -> bool:
    """Whether a name may stand at the top of a case."""
    if name in TOP_NAMES:
        return True
    hint = did_you_mean(name, TOP_NAMES)
    if find(name) is not None:
        hint = f"write {name} under findings"
    elif seek and not hint.startswith("did you mean") and (near := close_matches(name[:80], 1)):
        hint = f"did you mean {near[0]}, under findings?"
    notes.drop(name, f"{quoted(name)} is not a part of a case", hint)
    return False


# Findings


def _findings(notes: Notes, node: Node | None) -> dict[str, CaseValue]:
    """The findings that say something."""
    if isinstance(node, Entries):
        return dict(_read_findings(notes, node))
    if node is not None and plain(node) is not None:
        notes.refuse("findings", "the findings are not names with values", _ONE_FINDING)
    return {}


def _read_findings(notes: Notes, entries: Entries) -> Iterator[tuple[str, CaseValue]]:
    unknown = 0
    for id, node in notes.once(entries, "findings."):
        finding = find(id)
        if finding is None:
            unknown += 1
            hint = _meant(id, seek=unknown <= _SUGGESTIONS)
            notes.drop(f"findings.{id}", f"{quoted(id)} is not the name of a finding", hint)
        elif (value := notes.take(f"findings.{id}", read_value(finding, plain(node)))) is not None:
            yield id, value


def _meant(id: str, *, seek: bool) -> str:
    """What an unknown finding's name probably means."""
    if id.casefold() in TOP_NAMES and id not in FINDINGS:
        return f"did you mean {id.casefold()}, at the top of the case?"
    family = FINDINGS.get(id.partition(".")[0])
    if isinstance(family, Choices):
        return f"the options of {family.id} are {listed([*family.options], 'and')}"
    near = close_matches(id[:80]) if seek else []
    return f"did you mean {listed(near)}?" if near else "look the name up, or put what it says into the comment"


# The parts beside the findings


def _text(notes: Notes, key: str, values: Mapping[str, object]) -> str | None:
    value = values.get(key)
    if value is None or isinstance(value, str):
        return (value or "").strip() or None
    notes.drop(key, f"the {key} is not text", "write it as text, in quotes if need be")
    return None


def _age(notes: Notes, raw: object) -> CaseValue | None:
    """The age: as it was written if that is text which stands for itself (15 months), else as it was read."""
    reading = read_age(raw)
    value = notes.take("age", reading)
    if isinstance(raw, str) and isinstance(value, float) and not reading.problems and re.search("[A-Za-z]", raw):
        return raw.strip()
    return value


def _setting(notes: Notes, value: object) -> str | None:
    settings: tuple[str, ...] = get_args(Setting)
    if value is None or value in settings:
        return value if isinstance(value, str) else None
    notes.drop("setting", f"{quoted(value)} is not a setting", did_you_mean(str(value), settings))
    return None


def _quotes(notes: Notes, node: Node | None) -> Iterator[tuple[str, Quote]]:
    """The words that findings were read from."""
    if node is None or plain(node) is None:
        return
    if not isinstance(node, Entries):
        notes.drop("quotes", "the quotes are not findings with their words", "write findings with the words of the note below them, or leave quotes out")
        return
    for id, entry in notes.once(node, "quotes."):
        if find(id) is None:
            notes.drop(f"quotes.{id}", f"{quoted(id)} is not a finding", "name a finding, or leave the quote out")
        elif (quote := _model(notes, f"quotes.{id}", Quote, entry)) is not None:
            assert isinstance(quote, Quote)
            yield id, quote


def _model(notes: Notes, key: str, model: type[CaseSource | KnownCause | Quote], node: Node | None) -> BaseModel | None:
    """The source or the known cause, with an issue for each thing in it that does not fit."""
    if node is None or plain(node) is None:
        return None
    if not isinstance(node, Entries):
        notes.drop(key, f"the {key} is not names with values", f"write names with values below it, such as {model.names()[0]}")
        return None
    read = {name: plain(entry) for name, entry in notes.once(node, f"{key}.") if _is_field(notes, key, model, name)}
    fields = {name: value for name, value in read.items() if value is not None}
    while True:
        try:
            return model.model_validate(fields)
        except ValidationError as error:
            misfits = _note_misfits(notes, key, error)
            if misfits.isdisjoint(fields) or notes.policy is not Policy.MINIMAL:
                return None
            fields = {name: value for name, value in fields.items() if name not in misfits}


def _is_field(notes: Notes, key: str, model: type[CaseSource | KnownCause | Quote], name: str) -> bool:
    if model is CaseSource or name in model.names():
        return True
    notes.drop(f"{key}.{name}", f"{quoted(name)} is not a part of {key}", did_you_mean(name, model.names()))
    return False


def _note_misfits(notes: Notes, key: str, error: ValidationError) -> set[str]:
    """Note what does not fit, once for each name, and return the names."""
    misfits = {str(detail["loc"][0]): detail for detail in error.errors(include_url=False)}
    for name, detail in misfits.items():
        place, expected = f"{key}.{name}", detail.get("ctx", {}).get("expected")
        if detail["type"] == "missing":
            notes.drop(key, f"{place} is missing", f"write it, or leave {key} out")
        else:
            notes.drop(place, f"{quoted(detail['input'])} cannot stand here", f"write {expected.replace(chr(39), '')}" if expected else "write plain text")
    return set(misfits)


# What is said twice, and what excludes each other


def _one_age_and_sex(notes: Notes, fields: dict[str, Any]) -> None:
    """Refuse an age or sex that is given twice and differently, at the top and under findings; none is kept."""
    findings = fields["findings"]
    for key, ids in (("age", ("age_years", "age_group")), ("sex", ("sex",))):
        said = {f"findings.{id}": (id, findings[id]) for id in ids if id in findings}
        if fields[key] is not None:
            said[key] = age_finding(fields[key]) if key == "age" else (key, fields[key])
        if _exclude_each_other(said.values()):
            fields[key] = None
            for id in ids:
                findings.pop(id, None)
            _note_twice(notes, key, {place: value for place, (_, value) in said.items()})


def _exclude_each_other(said: Iterable[tuple[str, Value]]) -> bool:
    values: dict[str, Value] = {}
    if any(values.setdefault(id, value) != value for id, value in said):
        return True
    return ages_exclude(values)


def _note_twice(notes: Notes, key: str, said: Mapping[str, Value]) -> None:
    both = listed([f"{place} {quoted(value)}{in_lines([notes.line(place)])}" for place, value in sorted(said.items())], "and")
    notes.drop(key if key in said else min(said), f"the {key} is given twice and differently: {both}", "keep the right one")


def _one_answer(notes: Notes, findings: dict[str, CaseValue]) -> None:
    """Refuse an option that is said alone (``flail_segments.P2``) and with its family, differently; neither is kept."""
    for id in [id for id in findings if "." in id]:
        family = id.partition(".")[0]
        answers = dict(atoms_of(family, findings[family])) if family in findings else {}
        if answers.get(id, findings[id]) != findings[id]:
            where = in_lines([notes.line(f"findings.{family}"), notes.line(f"findings.{id}")])
            notes.drop(f"findings.{id}", f"{family} and {id}{where} say different things", "keep the right one")
            del findings[family], findings[id]


def _note_contradictions(notes: Notes, case: Case) -> None:
    for found in contradictions(case.values()):
        said = "yes" if found.reported else "no"
        others = f"{listed(found.others, 'and')}{in_lines([_line_of(notes, id) for id in found.others])}"
        speaks = "speaks" if len(found.others) == 1 else "speak"
        message = f"{found.finding} is {quoted(said)}, but {others} {speaks} against it: {found.text}"
        notes.warn(f"findings.{found.finding}", message, "correct one of them")


def _line_of(notes: Notes, id: str) -> int | None:
    """The line where a finding was said: its own, its family's, or that of the age or sex at the top."""
    top = "age" if id in ("age_years", "age_group") else id
    places = (f"findings.{id}", f"findings.{id.partition('.')[0]}", top)
    return next((line for place in places if (line := notes.line(place))), None)
