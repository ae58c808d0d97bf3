"""Turns YAML, JSON or CSV text into a tree of names and values that knows the line of each.

The tree holds text as it was written. It is what a file says, not yet what a case means: no value is read here, so that
``no`` stays a word, ``010`` is not octal and ``12:30`` is not 750. Files that could harm (aliases, tags, deep nesting,
thousands of entries) are refused as soon as that is seen.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NoReturn

import yaml

from .intake import Intake
from .issues import UnreadableInputError, quoted

Format = Literal["yaml", "json", "csv"]
MAX_DEPTH = 20
MAX_NODES = 10_000
TOP_NAMES = ("id", "age", "sex", "setting", "findings", "comment", "source", "known", "quotes")
_SUFFIXES: dict[str, Format] = {".yaml": "yaml", ".yml": "yaml", ".json": "json", ".csv": "csv", ".tsv": "csv"}


@dataclass(frozen=True, slots=True)
class Leaf:
    """One value: text as written, a JSON true or false, or None where nothing is written."""

    value: str | bool | None
    line: int | None


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    of: tuple[Node, ...]
    line: int | None


@dataclass(frozen=True, slots=True)
class Entries:
    """Names with values, in file order; a name that stands twice is here twice. A name is a Leaf with its line."""

    of: tuple[tuple[Leaf, Node], ...]
    line: int | None


Node = Leaf | Items | Entries


def plain(node: Node) -> object:
    """The node as Python values: text, True, False, None, lists and dicts."""
    match node:
        case Leaf():
            return node.value
        case Items():
            return [plain(item) for item in node.of]
        case Entries():
            return {str(name.value): plain(value) for name, value in node.of}


def parse(intake: Intake) -> Entries:
    """The document in a file, whose top is always names with values.

    Raises:
        UnreadableInputError: the text is no YAML, JSON or CSV, or not of the shape of one case.
    """
    match _format(intake):
        case "json":
            return _case_shaped(_json(intake), intake.name)
        case "csv":
            return _csv(intake)
        case "yaml":
            return _case_shaped(_yaml(intake.text, intake.name), intake.name)


def _format(intake: Intake) -> Format:
    """By the suffix; without one that is known, by the look of the text."""
    if known := _SUFFIXES.get(intake.suffix):
        return known
    text = intake.text.lstrip()
    if text.startswith("{"):
        return "json"
    header = text.splitlines()[0]
    return "csv" if re.fullmatch(r'[\w."]+ ?(?:[,;\t] ?[\w."]+)+ ?[,;\t]?', header) and "\n" in text else "yaml"


def _case_shaped(node: Node, name: str) -> Entries:
    if isinstance(node, Entries):
        return node
    if isinstance(node, Leaf) and node.value is None:
        refuse(name, None, "it is empty", "give a case with an id, age, sex and findings")
    what = "a list" if isinstance(node, Items) else f"one value, {quoted(node.value)}"
    mend = "give each case a file of its own" if isinstance(node, Items) else 'write "findings:" and below it "  lvef: 35"'
    return refuse(name, node.line, f"the file is {what}, and a case is names with values", mend)


def refuse(name: str, line: int | None, message: str, mend: str) -> NoReturn:
    """Refuse the whole input for something at one line."""
    raise UnreadableInputError.at(name, line, message, mend)


# YAML

_YAML_PROBLEMS = (
    ("'\\t'", "a tab stands where YAML takes only spaces", "replace each tab by spaces"),
    ("mapping values are not allowed", "there is a colon too many, or the indent is wrong", "line up the names, and put text with a colon in quotes"),
    ("expected <block end>", "the indent is wrong", "line up the names of a block"),
    ("could not find expected ':'", "a name has no colon after it", 'write "name: value"'),
    ("unexpected end of stream", "a quotation mark is not closed", "close the quotation mark"),
    ("expected ',' or", "a bracket is not closed, or a comma is missing", "check the brackets and commas"),
    ("expected chomping or indentation", "a value starts with > or |, which YAML reserves", 'put the value in quotes: ">60"'),
    ("cannot start any token", "a value starts with a character that YAML reserves", "put the value in quotes"),
    ("not allowed here", "a value starts with - or ?, which YAML reserves", 'put the value in quotes ("-"), or write yes, no or unknown'),
)
_YAML_EMPTY = frozenset(("", "~", "null", "Null", "NULL"))


def _yaml(text: str, name: str) -> Node:
    try:
        events = yaml.parse(text, Loader=yaml.SafeLoader)
        return _Composer(events, name).document()
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        refuse(name, line, f"there is a character that cannot be printed (code {ord(text[error.position]):#x})", "delete it")
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        refuse(name, mark.line + 1 if mark else None, *_yaml_problem(error))
    except UnreadableInputError:
        raise
    except (ValueError, OverflowError) as error:  # an escape such as \UFFFFFFFF, which is no character
        refuse(name, None, f"this is not valid YAML: {error}", "check the escapes in quoted text")


def _yaml_problem(error: yaml.MarkedYAMLError) -> tuple[str, str]:
    problem = error.problem or error.context or ""
    for part, message, mend in _YAML_PROBLEMS:
        if part in problem:
            return message, mend
    return f"this is not valid YAML: {problem}", "put the value in quotes, or check the indent and the colons"


class _Composer:
    """Builds the tree from YAML's events, so that depth, size and tricks are noticed before anything is built."""

    def __init__(self, events: Iterator[yaml.Event], name: str) -> None:
        self._events = events
        self._name = name
        self._nodes = 0

    def document(self) -> Node:
        """The one document in the stream; a Leaf of None if there is none."""
        root: Node = Leaf(None, None)
        documents = 0
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    refuse(self._name, _line(event), "a second document begins", "give one case in a file, without --- between")
                root = self._node(next(self._events), 1)
        return root

    def _node(self, event: yaml.Event, depth: int) -> Node:
        line = _line(event)
        self._nodes += 1
        self._refuse_tricks(event, line)
        check_size(self._name, line, depth, self._nodes)
        if isinstance(event, yaml.ScalarEvent):
            refuse_half_characters(self._name, line, text := _join_halves(event.value))
            return Leaf(None if event.style is None and text in _YAML_EMPTY else text, line)
        if isinstance(event, yaml.SequenceStartEvent):
            return Items(tuple(self._items(depth)), line)
        return Entries(tuple(self._entries(depth)), line)

    def _items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            yield self._node(event, depth + 1)

    def _entries(self, depth: int) -> Iterator[tuple[Leaf, Node]]:
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            if isinstance(event, yaml.CollectionStartEvent):
                refuse(self._name, _line(event), "a list or block stands where a name belongs", "names are text, such as lvef")
            self._node(event, depth + 1)
            yield Leaf(_join_halves(getattr(event, "value", "")), _line(event)), self._node(next(self._events), depth + 1)

    def _refuse_tricks(self, event: yaml.Event, line: int | None) -> None:
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if isinstance(event, yaml.AliasEvent):
            refuse(self._name, line, f"there is an alias, {quoted(f'*{anchor}')}", "write the value out; put text that starts with * in quotes")
        if anchor:
            refuse(self._name, line, f"there is an anchor, {quoted(f'&{anchor}')}", "leave it out; put text that starts with & in quotes")
        if tag:
            refuse(self._name, line, f"there is a tag, {quoted(tag)}", "leave it out; put text that starts with ! in quotes")


def _line(event: yaml.Event) -> int | None:
    return event.start_mark.line + 1 if event.start_mark else None


def _join_halves(text: str) -> str:
    """YAML reads the JSON escape of an emoji as two half characters (surrogates); this makes one of them."""
    return re.sub("[\ud800-\udbff][\udc00-\udfff]", lambda pair: pair[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le"), text)


def refuse_half_characters(name: str, line: int | None, text: str) -> None:
    """Refuse a lone surrogate, which an escape can write and which no file can hold."""
    if re.search("[\ud800-\udfff]", text):
        refuse(name, line, r"there is half a character (a lone \ud800 to \udfff)", "write both halves, or the character itself")


def check_size(name: str, line: int | None, depth: int, nodes: int) -> None:
    """Refuse what is nested too deep or too long to be one case."""
    if depth > MAX_DEPTH:
        _too_deep(name, line)
    if nodes > MAX_NODES:
        refuse(name, line, f"there are more than {MAX_NODES:,} entries, too many for one case", "give each case a file of its own")


def _too_deep(name: str, line: int | None) -> NoReturn:
    refuse(name, line, f"lists and blocks are nested deeper than {MAX_DEPTH}", "a case needs three levels; check the brackets and the indent")


# JSON


class _Pairs(list[tuple[str, object]]):
    """A JSON object with its names in file order, repeats included."""


def _json(intake: Intake) -> Node:
    """JSON's own parser decides and gives the values; YAML's gives the lines, for JSON is very nearly YAML."""
    try:
        data = json.loads(intake.text, object_pairs_hook=_Pairs, parse_int=str, parse_float=str, parse_constant=str)
    except json.JSONDecodeError as error:
        refuse(intake.name, error.lineno, f"this is not valid JSON: {error.msg} (column {error.colno})", "check the commas, quotes and brackets here")
    except RecursionError:
        _too_deep(intake.name, None)
    return _Located(intake.name).node(data, _json_lines(intake), 1)


def _json_lines(intake: Intake) -> Node | None:
    try:
        return _yaml(intake.text.replace("\t", " "), intake.name)
    except UnreadableInputError:  # text that is JSON and not YAML: its issues then name no line
        return None


class _Located:
    """Joins what JSON's parser read with the lines that YAML's saw."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._nodes = 0

    def node(self, data: object, twin: Node | None, depth: int) -> Node:
        """The JSON value as a tree; ``twin`` is the same place as YAML saw it, None where they differ."""
        line = twin.line if twin else None
        self._nodes += 1
        check_size(self._name, line, depth, self._nodes)
        if isinstance(data, _Pairs):
            return Entries(tuple(self._entries(data, twin, depth)), line)
        if isinstance(data, list):
            twins: Sequence[Node | None] = twin.of if isinstance(twin, Items) and len(twin.of) == len(data) else [None] * len(data)
            return Items(tuple(self.node(item, other, depth + 1) for item, other in zip(data, twins, strict=True)), line)
        if isinstance(data, str):
            refuse_half_characters(self._name, line, data)
        return Leaf(data if isinstance(data, str | bool) else None, line)

    def _entries(self, data: _Pairs, twin: Node | None, depth: int) -> Iterator[tuple[Leaf, Node]]:
        twins = twin.of if isinstance(twin, Entries) and len(twin.of) == len(data) else [(None, None)] * len(data)
        for (name, value), (twin_name, twin_value) in zip(data, twins, strict=True):
            line = twin_name.line if twin_name else None
            refuse_half_characters(self._name, line, name)
            yield Leaf(name, line), self.node(value, twin_value, depth + 1)


# CSV


def _csv(intake: Intake) -> Entries:
    """One case as CSV: a header of names over one row of values, or two columns, ``finding,value``."""
    rows = _rows(intake)
    if not rows:
        refuse(intake.name, None, "it is empty", "give a header of names and one row of values")
    header_line, header = rows[0]
    if [cell.casefold() for cell in header] == ["finding", "value"]:
        return _csv_case([(name, line, value) for line, (name, value) in _pairs(rows[1:], intake.name)], header_line)
    if len(rows) != 2:
        wrong = "there is a header and no row of values" if len(rows) == 1 else f"there are {len(rows) - 1} rows of values, and one case is read at a time"
        refuse(intake.name, rows[-1][0], wrong, "give a header and one row, or two columns named finding and value")
    line, values = rows[1]
    if len(values) != len(header):
        refuse(intake.name, line, f"the row has {len(values)} cells and the header {len(header)}", "put values that hold a comma in quotes")
    if any(value and not name for name, value in zip(header, values, strict=True)):
        refuse(intake.name, header_line, "a column has a value and no name", "name the column after its finding, or delete it")
    return _csv_case([(name, line, value) for name, value in zip(header, values, strict=True) if name], header_line)


def _rows(intake: Intake) -> list[tuple[int, list[str]]]:
    """The rows that hold something, each with the line that it ends on."""
    first = intake.text.lstrip().splitlines()[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(intake.text, newline=""), delimiter=delimiter, strict=True)
    rows: list[tuple[int, list[str]]] = []
    cells = 0
    try:
        for row in reader:
            cells += len(row)
            check_size(intake.name, reader.line_num, 1, cells)
            if any(cell.strip() for cell in row):
                rows.append((reader.line_num, [cell.strip() for cell in row]))
    except csv.Error as error:
        refuse(intake.name, reader.line_num, f"this is not valid CSV: {error}", "check the quotes")
    return rows


def _pairs(rows: list[tuple[int, list[str]]], name: str) -> Iterator[tuple[int, list[str]]]:
    for line, row in rows:
        if len(row) != 2:
            refuse(name, line, f"the row has {len(row)} cells and the header 2", "put values that hold a comma in quotes")
        yield line, row


def _csv_case(cells: list[tuple[str, int, str]], line: int) -> Entries:
    """The cells as a case file has them: the top names, and all others below ``findings``."""
    entries = [(Leaf(name, at), Leaf(value or None, at)) for name, at, value in cells]
    top = [entry for entry in entries if entry[0].value in TOP_NAMES and entry[0].value != "findings"]
    findings = [entry for entry in entries if entry not in top]
    return Entries((*top, (Leaf("findings", line), Entries(tuple(findings), line))), line)
