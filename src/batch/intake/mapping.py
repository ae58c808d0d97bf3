"""Reads a mapping file: what a registry's own column names, units and codes mean.

    columns:
      PatID: id
      LVEF_pct: lvef
      lvidd_cm: {finding: lvedd, unit: cm}
      mr_sev: {finding: mr_grade, values: {1: mild, 2: moderate, 3: severe, 9: unknown}}
      fever_yn: {finding: fever, values: {1: yes, 0: no, 9: unknown}}
      notes: ignore
    missing: [NA, ".", "-99"]

``columns`` says for a column (in a long table: for a name in the column of findings) what it holds: ``id``, ``age``, ``sex``, ``setting``,
``ignore``, the id of a finding (``flail_segments.P2`` for one option), or, for a long table, ``finding``, ``value`` and ``unit``. Columns that are
not named here are read by their own names. Names are compared without regard to case.

In the longer form ``finding`` is any of these; ``unit`` is the unit of numbers written without one; ``values`` says what each code means, in any
words that a case file takes, ``unknown`` among them. Where ``values`` are given, what they do not name is refused; with numbers it is read as it
stands, so that ``values: {-9: unknown}`` takes one code out. ``missing`` are words for an empty cell in every column, besides those that always
are (empty, NA, N/A, NaN, null and a lone dot).
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

from ...facts import patient
from ...facts.case import did_you_mean, find
from ...facts.findings import Choices, Finding, Quantity
from ...facts.units import spell_unit
from ...facts.vocabulary import FINDINGS, close_matches
from ...readers.document import Entries, Items, Leaf, Node, parse, plain, refuse
from ...readers.intake import take_in
from ...readers.issues import UnreadableInputError, listed, quoted
from ...readers.values import read_value
from .column import Column, Use

MISSING = frozenset(("", "NA", "N/A", "#N/A", "<NA>", "na", "n/a", "NaN", "nan", "NULL", "null", "."))
"""What stands for an empty cell in tables that programs write."""
_PARTS = ("columns", "missing")
_KEYS = ("finding", "unit", "values")
_WORDS = {
    "id": Use.ID, "age": Use.AGE, "setting": Use.SETTING, "ignore": Use.IGNORED, "finding": Use.NAME, "value": Use.VALUE, "unit": Use.UNIT,
}  # fmt: skip
_EXAMPLE = 'write "columns:" and below it "  LVEF_pct: lvef"'


@dataclass(frozen=True)
class Mapped:
    """What a mapping file says. ``columns`` are by name in lower case, ``lines`` where each stands."""

    name: str = ""
    columns: Mapping[str, Column] = field(default_factory=dict)
    lines: Mapping[str, int | None] = field(default_factory=dict)
    missing: frozenset[str] = MISSING

    def column(self, name: str) -> Column | None:
        """What the file says of a column, under the column's own spelling."""
        said = self.columns.get(_folded(name))
        return None if said is None else Column(name, said.use, said.finding, said.unit, said.values)

    def check_unused(self) -> None:
        """Refuse a mapping for an input that takes none.

        Raises:
            UnreadableInputError: there is a mapping.
        """
        if self.name:
            raise UnreadableInputError.at(self.name, None, "case files are read by their own names, without a mapping", "leave --map out")

    def never_met(self, names: Iterable[str]) -> list[str]:
        """The names that the file gives and that are not among these."""
        there = {*map(_folded, names)}
        return [column.name for key, column in self.columns.items() if key not in there]

    def check_names(self, names: Iterable[str]) -> None:
        """Refuse a name that no column of the input has.

        Raises:
            UnreadableInputError: there is one.
        """
        there = {_folded(name): name for name in names}
        for key, column in self.columns.items():
            if key not in there:
                near = difflib.get_close_matches(key, there, n=1)
                mend = f"did you mean {there[near[0]]}?" if near else f"the columns are {_some([*there.values()])}"
                refuse(self.name, self.lines[key], f"the input has no column {quoted(column.name)}", mend)


def read_mapping(path: Path) -> Mapped:
    """Read a mapping file (YAML or JSON).

    Raises:
        UnreadableInputError: it cannot be read, or says something that cannot be; the error names the line and the mend.
    """
    document = _document(path)
    name = str(path)
    parts = {_key(name, leaf, _PARTS, "a part of a mapping"): (leaf, node) for leaf, node in _once(name, document)}
    columns: dict[str, Column] = {}
    lines: dict[str, int | None] = {}
    if "columns" in parts:
        for leaf, node in _once(name, _entries(name, *parts["columns"])):
            key = _folded(str(leaf.value))
            columns[key], lines[key] = _column(name, leaf, node), leaf.line
    return Mapped(name, columns, lines, MISSING | _missing(name, *parts["missing"]) if "missing" in parts else MISSING)


def _document(path: Path) -> Entries:
    try:
        return parse(take_in(path))
    except UnreadableInputError as error:
        issue = error.issues[0]
        message = issue.message.replace("a case is", "a mapping is")
        raise UnreadableInputError.at(str(path), issue.line, message, _EXAMPLE if "case" in issue.mend or "findings:" in issue.mend else issue.mend) from None


def _once(name: str, entries: Entries) -> Iterable[tuple[Leaf, Node]]:
    """The entries; a name may not stand twice."""
    lines: dict[str, int | None] = {}
    for leaf, _ in entries.of:
        key = _folded(str(leaf.value))
        if key in lines:
            refuse(name, leaf.line, f"{quoted(leaf.value)} stands twice (first in line {lines[key]})", "keep one of them")
        lines[key] = leaf.line
    return entries.of


def _entries(name: str, leaf: Leaf, node: Node) -> Entries:
    if not isinstance(node, Entries):
        refuse(name, leaf.line, f"{quoted(leaf.value)} is not names with values", _EXAMPLE)
    return node


def _key(name: str, leaf: Leaf, allowed: tuple[str, ...], what: str) -> str:
    if leaf.value not in allowed:
        refuse(name, leaf.line, f"{quoted(leaf.value)} is not {what}", did_you_mean(str(leaf.value), allowed))
    return str(leaf.value)


def _column(name: str, leaf: Leaf, node: Node) -> Column:
    column = str(leaf.value)
    if not isinstance(node, Entries):
        return _meant(name, column, leaf, node)
    parts = {_key(name, key, _KEYS, "a part of a column"): (key, part) for key, part in _once(name, node)}
    if "finding" not in parts:
        refuse(name, leaf.line, f"{quoted(column)} has no finding", f"write {column}: {{finding: lvef, …}}, or {column}: ignore")
    made = _meant(name, column, *parts["finding"])
    unit = _unit(name, made.finding, *parts["unit"]) if "unit" in parts else None
    values = _values(name, made, *parts["values"]) if "values" in parts else {}
    return Column(column, made.use, made.finding, unit, values)


def _meant(name: str, column: str, leaf: Leaf, node: Node) -> Column:
    """What one word says that a column is."""
    word = str(node.value).strip() if isinstance(node, Leaf) and node.value is not None else ""
    if not word:
        refuse(name, leaf.line, f"{quoted(column)} does not say what it is", f"write {column}: and the id of a finding, or ignore")
    if use := _WORDS.get(word):
        return Column(column, use, patient.age_years if use is Use.AGE else None)
    finding = find(word)
    if finding is None:
        _unknown_finding(name, node.line, word)
    return Column(column, Use.FINDING, finding)


def _unknown_finding(name: str, line: int | None, word: str) -> NoReturn:
    family = FINDINGS.get(word.partition(".")[0])
    if isinstance(family, Choices):
        refuse(name, line, f"{quoted(word)} is not an option of {family.id}", f"its options are {listed([*family.options], 'and')}")
    near = close_matches(word[:80])
    mend = f"did you mean {listed(near)}?" if near else f"write the id of a finding (mrddx findings WORDS searches them), or {listed([*_WORDS])}"
    refuse(name, line, f"{quoted(word)} is not the id of a finding", mend)


def _unit(name: str, finding: Finding | None, leaf: Leaf, node: Node) -> str:
    written = str(plain(node))
    if not isinstance(finding, Quantity):
        refuse(name, leaf.line, "a unit is given, and this column holds no numbers", "leave the unit out")
    unit = spell_unit(written, frozenset(finding.units))
    if unit is None:
        refuse(name, leaf.line, f"{quoted(written)} is not a unit of {finding.id}", f"its units are {listed([*finding.units], 'and')}")
    return unit


def _values(name: str, column: Column, leaf: Leaf, node: Node) -> dict[str, str | None]:
    """What each code means, in words that the reader of values takes."""
    if column.finding is None and column.use is not Use.SETTING:
        refuse(name, leaf.line, "values are given, and this column holds no finding", "leave them out")
    return {str(code.value).strip(): _meaning(name, column, code, value) for code, value in _once(name, _entries(name, leaf, node))}


def _meaning(name: str, column: Column, code: Leaf, node: Node) -> str | None:
    raw = plain(node)
    text = "; ".join(map(_word, raw)) if isinstance(raw, list) else _word(raw)
    if not text.strip() or text.strip().casefold() == "unknown":
        return None
    if column.finding is not None and column.use is Use.FINDING and (problems := read_value(column.finding, text).problems):
        refuse(name, code.line, f"the meaning of {quoted(code.value)}: {problems[0].message}", problems[0].mend)
    return text


def _word(raw: object) -> str:
    """A value of the file as text; YAML keeps yes and no as words, JSON has true and false."""
    return ("yes" if raw else "no") if isinstance(raw, bool) else "" if raw is None else str(raw)


def _missing(name: str, leaf: Leaf, node: Node) -> frozenset[str]:
    if not isinstance(node, Items) or not all(isinstance(item, Leaf) for item in node.of):
        refuse(name, leaf.line, '"missing" is not a list of words', 'write missing: [NA, "-99"]')
    return frozenset("" if (word := plain(item)) is None else str(word).strip() for item in node.of)


def _some(names: list[str], most: int = 12) -> str:
    return f"{', '.join(names[:most])} and {len(names) - most:,} more" if len(names) > most else listed(names, "and")


def _folded(name: str) -> str:
    return name.strip().casefold()
