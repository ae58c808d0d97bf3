"""Sentences for many patients: each wording is read once, and the patient's numbers are put into it.

What a condition says of a patient depends on the values behind it; for numbers, apart from the number that is shown, only
on where they lie between the limits of the rules. Rows that agree in this share a *wording*, which the English reading of
the condition makes from one of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import repeat

import numpy as np
import numpy.typing as npt
import polars as pl

from ...facts.conditions import Condition, Known, Value
from ...facts.findings import Between, Compare, Finding, Quantity, YesNo
from ...facts.vocabulary import atoms
from ..assessment import drawn_from, sentence
from ..order import conclusions

Rows = npt.NDArray[np.intp]
Texts = npt.NDArray[np.object_]
_MARK = re.compile("\x02(.*?)\x03")
_MOST_WORDINGS = 50_000
"""Wordings kept at once; beyond that all are forgotten, so that memory stays bounded."""


class Wordings:
    """The wordings of some conditions, kept from table to table."""

    def __init__(self, goals: Iterable[Condition]) -> None:
        self.drawn_by = {derivation.finding.id: derivation for derivation in conclusions()}
        self.findings: dict[str, Finding] = {finding.id: finding for finding in (*atoms(), *(derivation.finding for derivation in conclusions()))}
        self._reads: dict[str, tuple[str, ...]] = {}
        self._limits: dict[str, set[float]] = {}
        self._made: dict[tuple[str, bytes], tuple[str, ...]] = {}
        for goal in goals:
            self._note(goal)
        self.limits = {id: np.array(sorted(limits)) for id, limits in self._limits.items()}
        self._shown = {id: f"\x02{id}\x03" for id in self.limits}
        named = dict.fromkeys(id for ids in self._reads.values() for id in ids)
        self.yes_no = [id for id in named if isinstance(self.findings[id], YesNo)]

    def reads(self, goal: Condition) -> tuple[str, ...]:
        """The ids of the findings that the goal's sentence may name: its own, and those that its conclusions are drawn from."""
        return self._reads[goal.key]

    def of(self, goal: Condition, pattern: bytes, patient: Callable[[], tuple[Mapping[str, Value], Sequence[str]]]) -> tuple[str, ...]:
        """The wording as pieces: text, the id of a finding whose number goes in, text, …

        ``patient`` gives the values of one row of this pattern, and the ids of those that were concluded.
        """
        key = (goal.key, pattern)
        wording = self._made.get(key)
        if wording is None:
            if len(self._made) >= _MOST_WORDINGS:
                self._made.clear()
            wording = self._made[key] = tuple(_MARK.split(sentence(self._read(goal, *patient()))))
        return wording

    def _read(self, goal: Condition, values: Mapping[str, Value], drawn: Sequence[str]) -> str:
        known = Known(values, shown=self._shown)
        because = {id: words for id in drawn if (words := drawn_from(self.drawn_by[id], known))}
        return goal.read(Known(values, because, self._shown)).text

    def _note(self, goal: Condition) -> None:
        drawn = [self.drawn_by[id] for id in goal.finding_ids() if id in self.drawn_by]
        conditions = [goal, *(condition for each in drawn for condition in (each.present_if, each.absent_if) if condition is not None)]
        self._reads[goal.key] = tuple(dict.fromkeys(id for condition in conditions for id in condition.finding_ids()))
        for atom in (atom for condition in conditions for atom in condition.atoms()):
            if isinstance(atom, Compare):
                self._limits.setdefault(atom.quantity.id, set()).add(atom.bound)
            elif isinstance(atom, Between):
                self._limits.setdefault(atom.quantity.id, set()).update((atom.low, atom.high))


class Sentences:
    """The sentences of one table: ``reported`` as it came, ``concluded`` with every finding."""

    def __init__(self, wordings: Wordings, reported: pl.DataFrame, concluded: pl.DataFrame) -> None:
        self._wordings = wordings
        self._reported = reported.to_dict()
        self._concluded = concluded.to_dict()
        self._codes = {column.name: column.to_numpy() for column in self._said(concluded)}

    def of(self, goal: Condition, rows: Rows) -> Texts:
        """What the goal says in each of these rows."""
        ids = self._wordings.reads(goal)
        patterns = np.ascontiguousarray(np.stack([self._code(id)[rows] for id in ids], axis=1))
        packed = patterns.view(np.dtype((np.void, len(ids)))).ravel()
        _, first, which = np.unique(packed, return_index=True, return_inverse=True)
        wordings = [self._wordings.of(goal, patterns[place].tobytes(), partial(self._patient, ids, rows[place])) for place in first]
        numbers = {id: self._numbers(id, rows) for id in dict.fromkeys(id for pieces in wordings for id in pieces[1::2])}
        texts: Texts = np.array([pieces[0] for pieces in wordings], dtype=object)[which]
        for number, cells in grouped(which) if numbers else ():
            head, *rest = wordings[number]
            if rest:
                texts[cells] = [head + "".join(parts) for parts in zip(*_columns(rest, numbers, cells), strict=True)]
        return texts

    def _patient(self, ids: Sequence[str], row: np.intp) -> tuple[dict[str, Value], list[str]]:
        """The known values among these findings in one row, and which of them were concluded."""
        values = {id: value for id in ids if (value := self._concluded[id][int(row)]) is not None}
        return values, [id for id in values if id in self._wordings.drawn_by and (id not in self._reported or self._reported[id][int(row)] is None)]

    def _numbers(self, id: str, rows: Rows) -> Texts:
        """A finding's numbers as they are shown, in these rows."""
        quantity = self._wordings.findings[id]
        assert isinstance(quantity, Quantity)
        unique, which = np.unique(self._concluded[id].to_numpy()[rows], return_inverse=True)
        numbers: Texts = np.array([quantity.show(value) for value in unique.tolist()], dtype=object)[which]
        return numbers

    def _code(self, id: str) -> npt.NDArray[np.uint8]:
        """What matters of a finding for a sentence, as a small number for each row of the table; 0 is unknown."""
        if id not in self._codes:
            finding, column = self._wordings.findings[id], self._concluded[id]
            if isinstance(finding, Quantity):
                self._codes[id] = _between(column.to_numpy(), self._wordings.limits[id])
            else:
                self._codes[id] = column.to_physical().cast(pl.UInt8).fill_null(255).to_numpy() + np.uint8(1)
        return self._codes[id]

    def _said(self, concluded: pl.DataFrame) -> pl.DataFrame:
        """Every yes/no that a sentence may name: 1 no, 2 yes; 3 and 4 where that was concluded."""
        numbers = [pl.lit(number, pl.UInt8) for number in range(5)]

        def code(id: str) -> pl.Expr:
            coded = pl.when(pl.col(id)).then(numbers[2]).when(~pl.col(id)).then(numbers[1]).otherwise(numbers[0])
            if id not in self._wordings.drawn_by:
                return coded
            drawn = pl.when(pl.col(id)).then(numbers[4]).when(~pl.col(id)).then(numbers[3]).otherwise(numbers[0])
            return pl.when(pl.lit(self._reported[id].is_null())).then(drawn).otherwise(coded) if id in self._reported else drawn

        return concluded.select(code(id).alias(id) for id in self._wordings.yes_no)


def _between(values: npt.NDArray[np.float64], limits: npt.NDArray[np.float64]) -> npt.NDArray[np.uint8]:
    """Where numbers lie between limits, the limits themselves being places of their own; 0 for no number."""
    places = np.searchsorted(limits, values, side="left") + np.searchsorted(limits, values, side="right") + 1
    return np.where(np.isnan(values), 0, places).astype(np.uint8)


def _columns(pieces: Sequence[str], numbers: Mapping[str, Texts], cells: Rows) -> Iterator[Iterable[str]]:
    """The pieces of a wording after the first, a column each: the shown numbers of the cells, and the same text for all."""
    for id, text in zip(pieces[::2], pieces[1::2], strict=True):
        yield numbers[id][cells].tolist()
        yield repeat(text, len(cells))


def grouped(numbers: npt.NDArray[np.int32] | npt.NDArray[np.int64]) -> Iterator[tuple[int, Rows]]:
    """Each number with the cells that hold it."""
    order = np.argsort(numbers, kind="stable")
    present, first = np.unique(numbers[order], return_index=True)
    for number, low, high in zip(present.tolist(), first, [*first[1:], len(order)], strict=False):
        yield number, order[low:high]
