"""Reads one raw value for one finding: words for yes and no, numbers with units, options, lists of options.

Nothing is guessed in silence. What is read with a doubt comes with a warning; what cannot be read, or cannot be, comes
with an error and the way to mend it. A number that would only be plausible in another unit is never converted unasked.
"""

from __future__ import annotations

import datetime
import difflib
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..facts import patient
from ..facts.case import CaseValue, in_own_unit, plain_age
from ..facts.findings import Choice, Choices, Finding, Quantity, YesNo
from ..facts.units import spell_unit, split_number
from ..facts.vocabulary import FINDINGS
from .issues import Level, listed, quoted


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a value and how to mend it; where it stood is the caller's to say."""

    level: Level
    message: str
    mend: str


@dataclass(frozen=True, slots=True)
class ValueReading:
    """What a raw value says: ``value`` in the finding's own unit or option ids, None if it says nothing certain."""

    value: CaseValue | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def refused(self) -> bool:
        """Whether something could not be read, as opposed to being read with a doubt."""
        return any(problem.level == "error" for problem in self.problems)


_LONGEST = 500


def read_value(finding: Finding, raw: object) -> ValueReading:
    """Read a raw value (text, number, boolean, list or None) for a finding.

    None and empty text are unknown: no value and no problem. “possible”, “cannot exclude” or “?” are unknown too, with
    a warning. This function raises nothing; errors are problems of the reading.
    """
    if raw is None or (isinstance(raw, str) and not raw.strip()):
        return ValueReading()
    if isinstance(raw, int) and raw.bit_length() > 1000:  # Python refuses to print numbers of thousands of digits
        raw = math.inf
    if isinstance(raw, str) and len(raw) > _LONGEST:
        return _error(f"{quoted(raw)} is too long for a value", "put free text into the comment")
    if isinstance(raw, Mapping):
        return _error("a value belongs here, not a block of names", f"write {_wanted(finding)}")
    match finding:
        case Choices():
            return _read_choices(finding, raw)
        case Choice():
            return _unless_list(finding, raw) or _read_choice(finding, raw)
        case Quantity():
            return _unless_list(finding, raw) or _unless_unsure(raw) or _read_quantity(finding, raw)
        case YesNo():
            return _unless_list(finding, raw) or _unless_unsure(raw) or _read_yes_no(finding, raw)
    raise TypeError(f"no kind of finding: {type(finding).__name__}")


def read_age(raw: object) -> ValueReading:
    """Read an age: the value is a number of years, or the id of an age group for text such as “infant”."""
    if not isinstance(raw, str):
        return read_value(patient.age_years, raw)
    text = plain_age(raw)
    if group := patient.age_group.spellings.get(text):
        return ValueReading(group)
    reading = read_value(patient.age_years, text)
    if reading.refused and not any(character.isdigit() for character in text):
        return _error(f"{quoted(raw)} is not an age", f"write years (70), an age with its unit (15 months) or one of {listed([*patient.age_group.options])}")
    return reading


# Yes and no

_YES = frozenset(("yes", "y", "true", "present", "positive", "pos", "+", "++", "+++"))
_NO = frozenset(("no", "n", "false", "absent", "negative", "neg", "-", "not present"))
_NOT_DONE = "known|sure|certain|clear|done|tested|assessed|measured|available|reported|recorded|stated|applicable|excluded|determined"
_UNSURE_WORDS = re.compile(
    r"unknown|unsure|uncertain|unclear|unlikely|equivocal|indeterminate|inconclusive|questionable|borderline|query|missing"
    rf"|±|\+/-|n/?a|n\.a\.|n/?d|n\.d\.|not (?:{_NOT_DONE})"
)
_UNSURE_START = re.compile(
    r"possib(?:le|ly)\b|probab(?:le|ly)\b|likely\b|suspected\b|suspicion\b|maybe\b|perhaps\b|query\b|questionable\b"
    r"|(?:cannot|can not|can['’]?t|could not) (?:be )?(?:exclude|rule)"
)


def _unless_unsure(raw: object) -> ValueReading | None:
    if not isinstance(raw, str):
        return None
    word = _word(raw)
    unsure = _UNSURE_WORDS.fullmatch(word) or word.startswith("?") or word.endswith("?") or _UNSURE_START.match(word)
    if not unsure:
        return None
    return _warning(None, f"{quoted(raw)} is not certain and is kept as unknown", "write the value if it is certain, or leave it out")


def _word(raw: object) -> str:
    return " ".join(str(raw).casefold().replace("−", "-").split())


def _read_yes_no(finding: YesNo, raw: object) -> ValueReading:
    if isinstance(raw, bool):
        return ValueReading(raw)
    word = _word(raw)
    if word in _YES or word in _NO:
        return ValueReading(word in _YES)
    what = "a number" if split_number(word) else "not yes or no"
    neighbour = _neighbour(finding, raw)
    mend = "write yes, no or unknown"
    return _error(f"{quoted(raw)} is {what}, and this finding is a yes/no", f"{mend}; the value itself belongs to {neighbour.id}" if neighbour else mend)


def _neighbour(finding: YesNo, raw: object) -> Finding | None:
    """The finding named after this one that could hold the value: ``vegetation_length`` for ``vegetation: 12 mm``."""
    if re.fullmatch(r"[-+\d.,\s]*", str(raw)):  # a bare number could be anything: 39 is not weeks of fever
        return None
    near = (other for id, other in FINDINGS.items() if id.startswith(f"{finding.id}_") and isinstance(other, Quantity | Choice))
    return next((other for other in near if not read_value(other, raw).problems), None)


# Numbers

_DATE = re.compile(
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[t ].*)?|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})|(?:19|20)\d{2}[-/](?:0?[1-9]|1[0-2])"
    r"|(?:\d{1,2}\.?[ -])?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?[ -]\d{1,4}(?:[ -,]+\d{4})?"
)
_YEARS = re.compile(r"(?:19|20)\d{2} ?[-–/] ?(?:19|20)\d{2}")
_YEAR = re.compile(r"(?:19|20)\d{2}")
_TIME_OF_DAY = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?")
_PAIR = re.compile(r"\d+(?:\.\d+)? ?/ ?(\d+)(?:\.\d+)?(?: ?mm ?hg)?")
_THOUSANDS = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:,\d{3})+(?!\d)")
_NOT_FINITE = re.compile(r"[-+]?\.?(?:nan|inf|infinity)")
_RANGE = re.compile(r"[\d.,]+\s*(?:-|–|to)\s*\d")
_TIMES = frozenset(("a", "mo", "wk", "d", "h"))
_SIGN_WORDS = {
    **dict.fromkeys(("less than", "below", "under"), "<"),
    **dict.fromkeys(("more than", "greater than", "above", "over"), ">"),
    "at least": "≥",
    "at most": "≤",
    "up to": "≤",
    **dict.fromkeys(("about", "around", "approximately", "approx.", "approx", "circa", "ca.", "ca", "roughly"), "~"),
}
_SIGN_WORD = re.compile(f"({'|'.join(re.escape(word) for word in _SIGN_WORDS)})(?![a-z])\\s*")


def _read_quantity(quantity: Quantity, raw: object) -> ValueReading:
    if isinstance(raw, bool) or not isinstance(raw, str | int | float | datetime.date):
        return _error(f"{quoted(raw)} is not a number", f"write {_wanted(quantity)}")
    text = _tidy(str(raw))
    if refused := _not_a_number(quantity, raw, text):
        return refused
    parsed = split_number(text)
    if parsed is None:
        return _error(f"{quoted(raw)} is not a number", f"write {_wanted(quantity)}")
    number, written = parsed
    unit = _unit(quantity, written)
    if unit is None:
        return _error(f"{quoted(written)} is not a unit of this finding", f"write {_wanted(quantity)}")
    return _in_range(quantity, number, unit) or _doubtful(quantity, raw, text, in_own_unit(quantity, number, unit))


def _tidy(text: str) -> str:
    """The text with words for signs as signs, and numbers written as the parser knows them (``.5`` as ``0.5``)."""
    plain = " ".join(text.replace("−", "-").replace("<=", "≤").replace(">=", "≥").split())
    if word := _SIGN_WORD.match(plain.casefold()):
        plain = _SIGN_WORDS[word[1]] + plain[word.end() :]
    return re.sub(r"(?<![\d.,])[.,](?=\d)", "0.", plain)


def _not_a_number(quantity: Quantity, raw: object, text: str) -> ValueReading | None:
    """The error for text that looks like a number and is something else."""
    plain = text.casefold()
    number, _ = split_number(text) or (0.0, "")
    if _NOT_FINITE.fullmatch(plain) or not math.isfinite(number):
        return _error(f"{quoted(raw)} is not a number that can be measured", "write the number, or leave it out if it is unknown")
    is_time = quantity.unit in _TIMES
    if isinstance(raw, datetime.date) or _DATE.fullmatch(plain) or (is_time and _YEARS.fullmatch(plain)):
        passed = "write the time that has passed, such as 12 days" if is_time else f"write {_wanted(quantity)}"
        return _error(f"{quoted(raw)} is a date, and a number belongs here", passed)
    if re.match(r"[<>≤≥~=] ?[<>≤≥~=]", plain):
        return _error(f"{quoted(raw)} is not a number", f"write {_wanted(quantity)}")
    if _TIME_OF_DAY.fullmatch(plain):
        return _error(f"{quoted(raw)} is a time of day, and a number belongs here", f"write {_wanted(quantity)}")
    if thousands := _THOUSANDS.search(text):
        return _thousands(raw, text, thousands)
    if (pair := _PAIR.fullmatch(plain)) and not _is_out_of(quantity, pair[1]):
        return _error(f"{quoted(raw)} is two numbers", f"write {_wanted(quantity)}")
    return None


def _thousands(raw: object, text: str, found: re.Match[str]) -> ValueReading:
    whole, decimal = (text[: found.start()] + found[0].replace(",", mark) + text[found.end() :] for mark in ("", "."))
    if found[0].count(",") > 1 or text[found.end() :].startswith("."):
        return _error(f"{quoted(raw)} has commas between thousands", f"write {whole}")
    return _error(f"{quoted(raw)} can be read in two ways: the comma may divide thousands or decimals", f"write {whole} or {decimal}")


def _unit(quantity: Quantity, written: str) -> str | None:
    """The accepted unit that was written; none written means the finding's own."""
    plain = written.strip().rstrip(".")
    if not plain:
        return quantity.unit
    if (out_of := re.fullmatch(r"(?:/|of|out of) ?(\d+)", plain)) and _is_out_of(quantity, out_of[1]):
        return quantity.unit
    accepted = frozenset(quantity.units)
    return spell_unit(plain, accepted) or spell_unit(plain.replace(" ", ""), accepted)


def _is_out_of(quantity: Quantity, top: str) -> bool:
    """Whether “3/6” can be meant: a number without unit, out of the finding's own top."""
    return quantity.unit == "1" and float(top) == quantity.high


def _in_range(quantity: Quantity, number: float, unit: str) -> ValueReading | None:
    """The error for a number that is not plausible, with the unit in which it would be."""
    if _plausible(quantity, number, unit):
        return None
    bounds = f"{quantity.low:g} to {_with_unit(quantity.high, quantity.unit)}"
    return _error(f"{_with_unit(number, unit)} is outside the plausible {bounds}", _other_unit(quantity, number, unit) or "check the number and its unit")


def _plausible(quantity: Quantity, number: float, unit: str) -> bool:
    own = in_own_unit(quantity, number, unit)
    return math.isfinite(own) and quantity.low <= own <= quantity.high


def _other_unit(quantity: Quantity, number: float, unit: str) -> str:
    """“did you mean 4.5 mg/dL?”: the other ways to take the number that would make it plausible."""
    ways = [_with_unit(number, other) for other in _distinct_units(quantity) if other != unit and _plausible(quantity, number, other)]
    if quantity.unit == "%" and 0 < number <= 1 and _plausible(quantity, 100 * number, "%"):
        ways.append(_with_unit(100 * number, "%"))
    return f"did you mean {listed(ways)}?" if ways else ""


def _doubtful(quantity: Quantity, raw: object, text: str, own: float) -> ValueReading:
    """The value, with a warning where the text was a range or no exact number.

    A value “<0.4” is less than 0.4, so it is taken as the next number below: it must not meet a rule “0.4 or more”.
    """
    if _RANGE.match(text):
        return _warning(own, f"{quoted(raw)} is a range; its middle is used, {_with_unit(own, quantity.unit)}", "write one number if there is one")
    if quantity.unit in _TIMES and _YEAR.fullmatch(text):
        return _warning(own, f"{quoted(raw)} looks like a year; it is read as {_with_unit(own, quantity.unit)}", "write the unit to be sure")
    sign = text[:1]
    if sign not in ("<", ">", "≤", "≥", "~"):
        return ValueReading(own)
    used = math.nextafter(own, quantity.low) if sign == "<" else math.nextafter(own, quantity.high) if sign == ">" else own
    how = {"<": "just below ", ">": "just above "}.get(sign, "")
    return _warning(used, f"{quoted(raw)} is not an exact number; {how}{_with_unit(own, quantity.unit)} is used", "write the number if it is known")


# Options


def _read_choice(choice: Choice, raw: object) -> ValueReading:
    option = _option(choice, raw)
    if option is not None:
        return ValueReading(option)
    return _unless_unsure(raw) or _error(f"{quoted(raw)} is not an option here", _nearest_option(choice, raw))


def _read_choices(family: Choices, raw: object) -> ValueReading:
    items = _items(family, raw)
    if not items:
        return _warning(None, "an empty list says nothing", "write no if none is present, or leave it out")
    if not isinstance(raw, list | tuple) and (whole := _read_whole(family, raw, alone=len(items) == 1)):
        return whole
    return _joined([_read_member(family, item) for item in items])


def _read_whole(family: Choices, raw: object, *, alone: bool) -> ValueReading | None:
    """The reading of a word about the whole finding: no, yes or unknown. A doubt counts if it stands ``alone``, not in a list."""
    word = _word(raw)
    if _option(family, raw) is not None:
        return None
    if word in _NO or word == "none":
        return ValueReading(False)
    if word in _YES:
        return _error(f"{quoted(raw)} does not say which", f"name what is present: {listed([*family.options])}")
    return _unless_unsure(raw) if alone or _UNSURE_WORDS.fullmatch(word) else None


def _items(family: Choices, raw: object) -> list[object]:
    if isinstance(raw, list | tuple):
        return list(raw)
    if not isinstance(raw, str) or _option(family, raw) is not None:
        return [raw]
    return [part.strip() for part in re.split(r"[;,|+&/]|\band\b", raw) if part.strip()] or [raw]


def _read_member(family: Choices, item: object) -> ValueReading:
    if item is None or isinstance(item, Mapping | list | tuple | bool):
        return _error("a list of options holds something that is not an option", f"name options: {listed([*family.options])}")
    option = _option(family, item)
    if option is not None:
        return ValueReading([option])
    return _unless_unsure(item) or _error(f"{quoted(item)} is not an option here", _nearest_option(family, item))


def _joined(readings: Sequence[ValueReading]) -> ValueReading:
    options = [option for reading in readings if isinstance(reading.value, list) for option in reading.value]
    return ValueReading(list(dict.fromkeys(options)) or None, tuple(problem for reading in readings for problem in reading.problems))


def _option(choice: Choice | Choices, raw: object) -> str | None:
    """The id of the option that is meant, by id, label or another spelling, whatever its case, hyphens and underscores."""
    text = ("yes" if raw else "no") if isinstance(raw, bool) else f"{raw:g}" if isinstance(raw, float) else str(raw)
    if exact := choice.spellings.get(text.strip().casefold()):
        return exact
    return {_loose(spelling): option for spelling, option in choice.spellings.items()}.get(_loose(text))


def _loose(text: str) -> str:
    return re.sub(r"[\s_-]+", " ", text.casefold()).strip(" ")


def _nearest_option(choice: Choice | Choices, raw: object) -> str:
    if "none" in choice.options and str(raw).strip().casefold() in _NO:
        return "did you mean none?"
    near = difflib.get_close_matches(str(raw)[:80].casefold(), choice.spellings, n=1, cutoff=0.7)
    meant = f"did you mean {choice.spellings[near[0]]}? " if near else ""
    return f"{meant}write {listed([*choice.options])}"


# Shared

_UNIT_NAMES = {
    "1": "", "a": "years", "mo": "months", "wk": "weeks", "d": "days", "h": "hours", "Cel": "°C", "[degF]": "°F", "mm[Hg]": "mmHg", "deg": "degrees",
    "[IU]/mL": "IU/mL", "10*9/L": "10^9/L", "umol/L": "µmol/L", "/uL": "/µL", "cm2": "cm²", "mm2": "mm²",
}  # fmt: skip


def unit_name(unit: str) -> str:
    """A unit as people write it; every name given here is read back as the same unit.

    >>> unit_name("mm[Hg]"), unit_name("mg/dL")
    ('mmHg', 'mg/dL')
    """
    return _UNIT_NAMES.get(unit, unit)


def _with_unit(number: float, unit: str) -> str:
    return f"{number:g} {unit_name(unit)}".strip() if unit != "/min" else f"{number:g}/min"


def _wanted(finding: Finding) -> str:
    """What should be written for a finding."""
    match finding:
        case Quantity():
            return _wanted_number(finding)
        case Choice():
            return listed([*finding.options])
        case Choices():
            return f"a list of {listed([*finding.options], 'and')}"
    return "yes, no or unknown"


def _wanted_number(quantity: Quantity) -> str:
    named = [unit_name(unit) for unit in _distinct_units(quantity) if unit != "1"]
    if quantity.unit == "1":
        return " ".join([f"a number from {quantity.low:g} to {quantity.high:g}", *(f"or in {name}" for name in named)])
    return f"a number in {listed(named)}"


def _distinct_units(quantity: Quantity) -> list[str]:
    """The accepted units, of those that are only two ways to write one unit the first."""
    first: dict[tuple[float, float], str] = {}
    for unit, conversion in quantity.units.items():
        first.setdefault(conversion, unit)
    return list(first.values())


def _unless_list(finding: Finding, raw: object) -> ValueReading | None:
    if not isinstance(raw, list | tuple | set | frozenset):
        return None
    return _error("a list is given, and this finding takes one value", f"write {_wanted(finding)}")


def _error(message: str, mend: str) -> ValueReading:
    return ValueReading(None, (Problem("error", message, mend),))


def _warning(value: CaseValue | None, message: str, mend: str) -> ValueReading:
    return ValueReading(value, (Problem("warning", message, mend),))
