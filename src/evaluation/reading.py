"""How well free text is read: precision and recall of findings against texts whose findings are known.

A sentence set is a YAML file of entries ``{text, findings, open}``; a whole note is a text beside a case file of the same
name. A finding that is read counts as right if it is expected, or follows from what is expected; an expected finding
counts as found if it is read, or follows from what is read.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from ..facts.case import CaseValue, atoms_of, find
from ..facts.conditions import Value
from ..inference.ahead import installed_network
from ..prose import read_text, settle
from ..readers.case_file import read_case
from ..readers.values import read_age, read_value

_NEAR = 0.02


@dataclass(frozen=True)
class Told:
    """A text and what it states; ``open``: what it names and leaves unknown."""

    name: str
    text: str
    values: Mapping[str, Value]
    open: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Compared:
    """A text as read against what it states: expected findings found and missed, findings read right and wrong."""

    told: Told
    read: Mapping[str, Value]
    found: tuple[str, ...]
    missed: tuple[str, ...]
    right: tuple[str, ...]
    wrong: tuple[str, ...]


@dataclass(frozen=True)
class ReadingSet:
    """All texts of one phenomenon."""

    name: str
    texts: tuple[Compared, ...]

    @property
    def precision(self) -> float:
        """Of the findings read, the share that the text states; NaN where none was read."""
        return _share(sum(len(each.right) for each in self.texts), sum(len(each.wrong) for each in self.texts))

    @property
    def recall(self) -> float:
        """Of the findings stated, the share that was read; NaN where none is stated."""
        return _share(sum(len(each.found) for each in self.texts), sum(len(each.missed) for each in self.texts))


def evaluate_reading(folder: Path) -> list[ReadingSet]:
    """Read every sentence set (``*.yaml`` that holds a list) and every note (``*.txt`` with its case file) of a folder and its folders.

    Raises:
        ValueError: an entry names a finding that does not exist or a value that it cannot have.
    """
    sets = [ReadingSet(file.stem, tuple(map(compare, sentences_of(file)))) for file in sorted(folder.rglob("*.yaml")) if _is_list(file)]
    by_folder: dict[Path, list[Path]] = {}
    for file in sorted(folder.rglob("*.txt")):
        if file.with_suffix(".yaml").exists():
            by_folder.setdefault(file.parent, []).append(file)
    return sets + [ReadingSet(f"{folder.name} notes", tuple(compare(_note(file)) for file in files)) for folder, files in by_folder.items()]


def sentences_of(file: Path) -> Iterator[Told]:
    """The entries of a sentence set.

    Raises:
        ValueError: an entry names a finding that does not exist or a value that it cannot have.
    """
    for number, entry in enumerate(yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)):
        name = f"{file.stem} {number + 1}"
        yield Told(name, entry["text"], dict(_values(name, entry.get("findings") or {})), frozenset(entry.get("open") or ()))


def compare(told: Told) -> Compared:
    """Read a text and compare."""
    read = {id: value for pair in settle(read_text(told.text)).findings.items() for id, value in atoms_of(*pair)}
    conclude = installed_network().concluded
    expected, concluded = conclude(told.values), conclude(read)
    found = [id for id, value in told.values.items() if _same(concluded.get(id), value)]
    right = [id for id, value in read.items() if _same(expected.get(id), value)]
    return Compared(told, read, tuple(found), tuple(sorted(told.values.keys() - set(found))), tuple(right), tuple(sorted(read.keys() - set(right))))


def _note(file: Path) -> Told:
    return Told(file.stem, file.read_text(encoding="utf-8"), read_case(file.with_suffix(".yaml")).case.values())


def _values(name: str, findings: Mapping[str, Any]) -> Iterable[tuple[str, Value]]:
    for id, raw in findings.items():
        finding = find("age_years" if id == "age" else id)
        if finding is None:
            raise ValueError(f"{name}: there is no finding {id!r}")
        reading = read_age(raw) if id == "age" else read_value(finding, raw)
        value: CaseValue | None = reading.value
        if value is None:
            raise ValueError(f"{name}: {id} cannot be {raw!r}")
        yield from atoms_of("age_group" if isinstance(value, str) and id == "age" else finding.id, value)


def _same(one: Value | None, other: Value) -> bool:
    if isinstance(one, float) and isinstance(other, float):
        return math.isclose(one, other, rel_tol=_NEAR, abs_tol=1e-9)
    return one == other


def _is_list(file: Path) -> bool:
    return file.read_text(encoding="utf-8").lstrip("# \n").startswith("- ") or "\n- text:" in file.read_text(encoding="utf-8")


def _share(part: int, rest: int) -> float:
    return part / (part + rest) if part + rest else math.nan
