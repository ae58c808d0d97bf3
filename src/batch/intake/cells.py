"""Reads the cells of one column: every distinct text once, in the words and units of a case file, and plain numbers all at once.

What a table has beside a case file: 0 and 1 are no and yes, the column may give the unit and the meaning of codes, and certain words stand for
an empty cell. Everything else is read by ``readers.values``, so that a table and a case file mean the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, get_args

import numpy as np
import numpy.typing as npt
import polars as pl

from ...facts import patient
from ...facts.case import Setting, atoms_of, did_you_mean, in_own_unit
from ...facts.conditions import Value
from ...facts.findings import Choices, Finding, Quantity, YesNo
from ...facts.units import split_number
from ...facts.vocabulary import close_matches
from ...readers.issues import listed, quoted
from ...readers.values import Problem, ValueReading, read_age, read_value
from ..records import SETTING, column_type
from .column import Column, Use
from .raw import NOT_UTF8, Integers, utf8

if TYPE_CHECKING:
    import pyarrow as pa

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

_PLAIN_NUMBER = r"^[0-9]{1,15}(\.[0-9]{1,15})?$"
_TIMES = frozenset(("a", "mo", "wk", "d", "h"))
_SETTINGS: tuple[str, ...] = get_args(Setting)
_ZERO_ONE = {"0": False, "1": True, "0.0": False, "1.0": True}
_REMEMBERED = 50_000
"""So many readings of a column are kept; a column with more different texts is read anew beyond them."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A problem, the cells that have it, and an example of what stands in them."""

    problem: Problem
    cells: Integers


@dataclass(frozen=True, slots=True)
class Decoded:
    """What a column's cells say: a typed column for each single finding, and the problems. Null is unknown."""

    values: dict[str, pl.Series]
    faults: tuple[Fault, ...] = ()

    def spread(self, codes: pl.Series) -> Decoded:
        """The same for cells that refer to these by number; null refers to nothing."""
        values = {id: series.gather(codes) for id, series in self.values.items()}
        return Decoded(values, _spread(self.faults, codes.fill_null(-1).to_numpy()) if self.faults else ())


@dataclass
class CellReader:
    """Reads the cells of one column, and remembers what it has read."""

    column: Column
    missing: frozenset[str]
    _readings: dict[str, ValueReading] = field(default_factory=dict)

    def read(self, data: pa.Array) -> Decoded:
        """What the cells say. ``data`` are texts, Booleans, numbers, or lists of texts."""
        import pyarrow as pa
        import pyarrow.compute as pc

        if pa.types.is_dictionary(data.type):
            data = data.dictionary_decode()
        if pa.types.is_decimal(data.type):
            data = data.cast(pa.string()).cast(pa.float64())  # by way of text: at once, it is off by a last digit
        if pa.types.is_null(data.type):
            data = data.cast(pa.string())
        if pa.types.is_list(data.type) or pa.types.is_large_list(data.type):
            data = pc.binary_join(data.cast(pa.list_(pa.string())), "; ")
        finding, coded = self.column.finding, bool(self.column.values)
        if pa.types.is_boolean(data.type) and isinstance(finding, YesNo) and not coded:
            return Decoded({finding.id: pl.Series(finding.id, data)})
        if is_number(data.type) and isinstance(finding, Quantity):
            return self._read_numbers(finding, data)
        encoded = data.dictionary_encode()
        distinct = encoded.dictionary
        texts = utf8(distinct) if is_text(distinct.type) else pa.array([_text(raw, coded=coded) for raw in distinct.to_pylist()], pa.string())
        return self._read_texts(texts).spread(pl.Series(encoded.indices))

    # Numbers

    def _read_numbers(self, quantity: Quantity, data: pa.Array) -> Decoded:
        """Numbers of a typed column; only those that are not plainly fine are looked at one by one."""
        import pyarrow as pa

        numbers = pl.Series(data).cast(pl.Float64).to_numpy()
        years = quantity.unit in _TIMES and pa.types.is_integer(data.type)
        own, fine = self._own(quantity, numbers, years=years)
        doubtful = np.flatnonzero(~fine & ~np.isnan(numbers))
        own[~fine] = np.nan
        show: Callable[[float], str] = (lambda number: str(int(number))) if pa.types.is_integer(data.type) else _shown
        return self._with_doubtful(quantity, own, doubtful, [show(float(number)) for number in numbers[doubtful]])

    def _read_plain_numbers(self, quantity: Quantity, texts: pa.Array) -> Decoded:
        """Texts for a quantity: plain numbers all at once, the others one by one."""
        import pyarrow as pa
        import pyarrow.compute as pc

        special = pa.array([*self.missing, *self.column.values], texts.type)
        is_plain = pc.and_(pc.match_substring_regex(texts, _PLAIN_NUMBER), pc.invert(pc.is_in(texts, value_set=special))).fill_null(False)
        places = np.flatnonzero(is_plain.to_numpy(zero_copy_only=False))
        numbers = np.full(len(texts), np.nan)
        numbers[places] = texts.filter(is_plain).cast(pa.float64()).to_numpy(zero_copy_only=False)
        own, fine = self._own(quantity, numbers, years=quantity.unit in _TIMES)
        own[~fine] = np.nan
        doubtful = np.flatnonzero(~fine)
        return self._with_doubtful(quantity, own, doubtful, texts.take(pa.array(doubtful)).to_pylist())

    def _own(self, quantity: Quantity, numbers: Floats, *, years: bool) -> tuple[Floats, Flags]:
        """The numbers in the finding's own unit, and which of them need no second look. With ``years``, 1990 does."""
        own = _converted(quantity, numbers, self.column.unit or quantity.unit)
        fine = (own >= quantity.low) & (own <= quantity.high)
        if years:
            fine &= ~((numbers >= 1900) & (numbers < 2100))
        if codes := [float(code) for code in (*self.missing, *self.column.values) if re.fullmatch(r"-?\d+(\.\d+)?", code)]:
            fine &= ~np.isin(numbers, codes)
        return own, fine

    def _with_doubtful(self, quantity: Quantity, own: Floats, places: Integers, texts: Sequence[str | None]) -> Decoded:
        """The numbers together with those that had to be read one by one; an age may be an age group's word."""
        groups: dict[int, str] = {}
        problems: dict[Problem, list[int]] = {}
        for place, text in zip(places.tolist(), texts, strict=True):
            reading = self._reading(text or "")
            if isinstance(reading.value, str):
                groups[place] = reading.value
            elif reading.value is not None:
                own[place] = reading.value
            for problem in reading.problems:
                problems.setdefault(problem, []).append(place)
        values = {quantity.id: pl.Series(quantity.id, own, nan_to_null=True)}
        if groups:
            values[patient.age_group.id] = pl.Series([groups.get(place) for place in range(len(own))], dtype=pl.String())
        return Decoded(values, _faults(problems))

    # Texts

    def _read_texts(self, texts: pa.Array) -> Decoded:
        """Distinct texts, read one by one."""
        if isinstance(self.column.finding, Quantity):
            return self._read_plain_numbers(self.column.finding, texts)
        readings = [self._reading(text or "") for text in texts.to_pylist()]
        problems: dict[Problem, list[int]] = {}
        for place, reading in enumerate(readings):
            for problem in reading.problems:
                problems.setdefault(problem, []).append(place)
        return Decoded(_typed(self.column, readings), _faults(problems))

    def _reading(self, raw: str) -> ValueReading:
        reading = self._readings.get(raw)
        if reading is None:
            if len(self._readings) >= _REMEMBERED:
                self._readings.clear()
            reading = self._readings[raw] = self._read(raw)
        return reading

    def _read(self, raw: str) -> ValueReading:
        text = raw.strip()
        if text in self.missing:
            return ValueReading()
        if NOT_UTF8 in text:
            return _error(f"{quoted(text)} holds bytes that are not UTF-8, probably Latin-1 or Windows-1252", "save the file again as UTF-8 text")
        if self.column.values:
            said, meaning = self._by_values(text)
            if said:
                return ValueReading() if meaning is None else self._in_words(meaning)
            if not isinstance(self.column.finding, Quantity):
                mend = f"the values are {listed([*self.column.values])}; add it to the mapping file, such as {text[:20]}: unknown"
                return _error(f"{quoted(text)} is not among the mapping's values", mend)
        return self._in_words(f"{text} {self.column.unit}" if self.column.unit and _is_bare(text) else text)

    def _by_values(self, text: str) -> tuple[bool, str | None]:
        """Whether the mapping gives a meaning to this text, and which. 1.0 is 1, as tables often write it."""
        values = self.column.values
        key = text if text in values else re.sub(r"\.0+$", "", text)
        return key in values, values.get(key)

    def _in_words(self, text: str) -> ValueReading:
        column = self.column
        if column.use is Use.MISNAMED:
            name = column.name.strip().removeprefix("findings.")
            near = close_matches(name[:80])
            mend = f"did you mean {listed(near)}?" if near else "look the name up, or put what it says into the comment"
            return _error(f"{quoted(name)} is not the name of a finding", mend)
        if column.use is Use.SETTING:
            return ValueReading(text) if text in _SETTINGS else _error(f"{quoted(text)} is not a setting", did_you_mean(text, _SETTINGS))
        if column.use is Use.AGE:
            return read_age(text)
        assert column.finding is not None, "a column that is read has a finding"
        if isinstance(column.finding, YesNo) and text in _ZERO_ONE:
            return ValueReading(_ZERO_ONE[text])
        return read_value(column.finding, text)


def is_number(kind: pa.DataType) -> bool:
    """Whether a column of this type holds numbers."""
    import pyarrow as pa

    return bool(pa.types.is_integer(kind) or pa.types.is_floating(kind) or pa.types.is_decimal(kind))


def is_text(kind: pa.DataType) -> bool:
    """Whether a column of this type holds texts."""
    import pyarrow as pa

    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind))


def misfit(column: Column, kind: pa.DataType) -> str:
    """What a column's type holds, if no cell of it can ever be read; empty if it can."""
    import pyarrow as pa

    if pa.types.is_dictionary(kind):
        return misfit(column, kind.value_type)
    is_list = pa.types.is_list(kind) or pa.types.is_large_list(kind)
    if pa.types.is_null(kind) or is_text(kind) or (is_list and is_text(kind.value_type) and isinstance(column.finding, Choices)):
        return ""
    if pa.types.is_boolean(kind):
        return "yes and no" if isinstance(column.finding, Quantity) and not column.values else ""
    if is_number(kind):
        return "numbers" if isinstance(column.finding, Choices) and not column.values else ""
    return "dates" if pa.types.is_date(kind) or pa.types.is_timestamp(kind) else f"values of type {kind}"


def _typed(column: Column, readings: Sequence[ValueReading]) -> dict[str, pl.Series]:
    """The values as a typed column for each single finding."""
    if column.use is Use.SETTING:
        return {SETTING: pl.Series([reading.value for reading in readings], dtype=pl.String())}
    if column.finding is None:
        return {}
    if not isinstance(column.finding, Choices):
        return {column.finding.id: _series(column.finding, [reading.value for reading in readings])}
    said: list[dict[str, Value]] = [dict(atoms_of(column.finding.id, value)) if (value := reading.value) is not None else {} for reading in readings]
    return {option.id: _series(option, [values.get(option.id) for values in said]) for option in column.finding.options.values()}


def _series(finding: Finding, values: Sequence[object]) -> pl.Series:
    return pl.Series(finding.id, values, dtype=column_type(finding))


def _faults(problems: dict[Problem, list[int]]) -> tuple[Fault, ...]:
    return tuple(Fault(problem, np.array(places, np.int64)) for problem, places in problems.items())


def _spread(faults: Sequence[Fault], codes: npt.NDArray[np.integer[npt.NBitBase]]) -> tuple[Fault, ...]:
    """The faults of distinct texts as faults of the cells that hold them."""
    order = np.argsort(codes, kind="stable")
    ranked = codes[order]
    spread = []
    for fault in faults:
        edges = zip(np.searchsorted(ranked, fault.cells, "left"), np.searchsorted(ranked, fault.cells, "right"), strict=True)
        spread.append(Fault(fault.problem, np.sort(np.concatenate([order[start:end] for start, end in edges]))))
    return tuple(spread)


def _converted(quantity: Quantity, numbers: Floats, unit: str) -> Floats:
    """The numbers in the quantity's own unit, to the digit as :func:`in_own_unit` has them."""
    if unit == quantity.unit:
        return numbers.astype(np.float64, copy=True)
    factor, offset = quantity.units[unit]
    own = numbers * factor + offset
    with np.errstate(all="ignore"):
        scale = 10.0 ** (11 - np.floor(np.log10(np.abs(own))))
        digits = own * scale
        rounded = np.where(own == 0, 0.0, np.round(digits) / scale)
        unsure = np.isfinite(own) & (own != 0) & ((np.abs(np.abs(digits - np.floor(digits)) - 0.5) < 0.01) | (scale > 1e22) | (scale < 1))
    for place in np.flatnonzero(unsure):
        rounded[place] = in_own_unit(quantity, float(numbers[place]), unit)
    return np.asarray(rounded, np.float64)


def _is_bare(text: str) -> bool:
    """Whether a text is a number without a unit, perhaps after words for a sign (“less than 3”)."""
    parsed = split_number(text) or split_number(re.sub(r"^[A-Za-z .]+", "", text))
    return parsed is not None and not parsed[1]


def _text(raw: object, *, coded: bool) -> str | None:
    """A typed value as it would stand in a text file; a Boolean is yes or no, or true or false where the mapping gives codes."""
    if raw is None or (isinstance(raw, float) and raw != raw):
        return None
    if isinstance(raw, bool):
        return str(raw).casefold() if coded else "yes" if raw else "no"
    return _shown(raw) if isinstance(raw, float) else str(raw)


def _shown(number: float) -> str:
    return str(int(number)) if number.is_integer() and abs(number) < 1e15 else repr(number)


def _error(message: str, mend: str) -> ValueReading:
    return ValueReading(None, (Problem("error", message, mend),))
