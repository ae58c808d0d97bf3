"""Numbers in a sentence: the figure, its unit, and whether it is a pair (a blood pressure) or out of a whole (3/6)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ..facts.findings import Quantity
from ..facts.units import spelled_units
from ..facts.vocabulary import FINDINGS

_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    "fourteen": 14, "fifteen": 15, "eighteen": 18, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "a": 1, "an": 1, "half a": 0.5,
    "a couple of": 2, "several": None,
}  # fmt: skip
_TENS = {"ten": 10, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80}
_COUNTS = {"single": 1, "two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
COUNT = "count"
"""The unit of a number that is written as a word or a grade: only a bare number can be meant by it."""
_ONES = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
_NORMAL = re.compile(r"[\s(\[]*(?:normal|ref\.?|reference|nl|N|range)?[\s:]*[<>≤≥]?\s*", re.IGNORECASE)
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6}
_TIME = r"(?:hours?|hrs?|h|days?|d|weeks?|wks?|months?|mths?|mo|years?|yrs?|y|minutes?|mins?)"
_ALSO_WRITTEN = (
    "mm²", "cm²", "mL/m²", "ml/m²", "kg/m²", "µmol/L", "per cent", "mm Hg", "mm/hr", "ml", "/mm3", "×10⁹/L", "×10^9/L", "/µL", "/μL", "/cmm",
    "g/day", "g/24 h", "g/24h", "mg/day", "mg/24 h", "x10^3/µL", "x10^3/uL", "10^3/µL", "g per day", "mg per day",
    "a minute", "per minute", "beats per minute", "beats a minute", "beats/min",
)  # fmt: skip
_FIGURE = r"\d{1,3}(?: \d{3})+(?![\d/.,])|\d+(?:,\d{3})+(?!\d)|\d+(?:[.,]\d+)?"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as written: ``text`` is what a value reader takes (``60-65 %``), ``unit`` its unit as written, empty if none."""

    text: str
    unit: str
    start: int
    end: int
    pair: int = 0

    @property
    def is_time(self) -> bool:
        return bool(re.fullmatch(_TIME, self.unit, re.IGNORECASE))


@cache
def _pattern() -> re.Pattern[str]:
    units = "|".join(sorted(map(re.escape, _units()), key=len, reverse=True))
    unit = rf"(?:\s?(?:x|×|\*|-)?\s?)(?P<unit>{units})(?![\w/²³])"
    sign = r"(?P<sign>[<>≤≥~]\s*|(?:about|around|over|under|nearly|almost|approximately|approx\.?|up to|more than|less than|at least|only|some)\s+)?"
    return re.compile(
        rf"(?<![\w.,/^-])(?:{sign}(?P<pair>\d{{2,3}}\s?(?:/|over)\s?\d{{2,3}})(?![\d/])(?:\s?mm\s?Hg)?"
        rf"|(?P<short>\d{{1,2}})/(?P<span>12|52|7)(?![\d/])"
        rf"|1\s?:\s?(?P<titre>\d{{2,7}})\b"
        rf"|(?P<out>(?:\d|[IVX]+)\s?(?:/|of|out of)\s?(?:6|VI))(?![\w/])"
        rf"|(?P<sign2>[<>≤≥~]\s*)?(?P<low>{_FIGURE})(?:\s?(?:%|percent|mm|cm))?(?:\s*(?P<to>-|–|to|and)\s*(?P<high>{_FIGURE}))(?:{unit}|(?=\W|$|[A-Za-z]))"
        rf"|(?P<side>{_FIGURE})(?:\s?(?:x|×|by)\s?(?:{_FIGURE})){{1,2}}\s?(?P<unit3>mm|cm)\b"
        rf"|(?P<sign3>[<>≤≥~]\s*)?(?P<one>{_FIGURE})(?:{unit.replace('<unit>', '<unit2>')}|(?=\W|$|[A-Za-z]))"
        rf"|\b(?:day|POD|week|month)\s(?P<since>\d{{1,3}}|{'|'.join(_COUNTS)})\b(?!\s?(?:%|mm|cm|/))"
        rf"|\bgrade\s(?P<roman>I{{1,3}}|IV|VI?)\b(?!\s?[/-])"
        rf"|\b(?P<share>{'|'.join(_TENS)})(?:[\s-](?P<ones>{'|'.join(_ONES)}))?\s(?:%|per\s?cent)"
        rf"|(?<!twice )(?<!once )(?<!times )(?<!per )\b(?P<word>{'|'.join(sorted(_WORDS, key=len, reverse=True))})"
        rf"(?:\s+(?:or|to)\s+\w+)?[\s-]+(?:full\s+|long\s+)?(?P<time>{_TIME})\b"
        rf"|\b(?P<count>{'|'.join(_COUNTS)})\b)",
        re.IGNORECASE | re.ASCII,  # in ASCII "²" ends a word, as it must in mm²
    )


def _units() -> set[str]:
    """Every way to write a unit that some finding takes."""
    wanted = {unit for finding in FINDINGS.values() if isinstance(finding, Quantity) for unit in finding.units if unit != "1"}
    return {*wanted, *spelled_units(), *_ALSO_WRITTEN} - {"1"}


def figures(text: str) -> Iterator[Figure]:
    """The numbers of a text, in order."""
    for found in _pattern().finditer(text):
        yield from _figures(found)


def measured(text: str) -> list[Figure]:
    """The numbers of a text without the normal values that stand right behind a number with its unit ("56 mm   42-58", "12 mg/L (<5)")."""
    kept: list[Figure] = []
    for figure in figures(text):
        before = kept[-1] if kept else None
        normal = before is not None and bool(before.unit) and bool(_NORMAL.fullmatch(text[before.end : figure.start]))
        if not (normal and (re.search(r"\d-\d", figure.text) or figure.text[0] in "<>≤≥" or text[figure.start - 1] in "<>≤≥(")):
            kept.append(figure)
    return kept


def _figures(found: re.Match[str]) -> Iterator[Figure]:
    start, end = found.span()
    if found["pair"]:
        first, second = re.split(r"\s?(?:/|over)\s?", found["pair"], flags=re.IGNORECASE)
        yield Figure(first, "mmHg", start, end, 1)
        yield Figure(second, "mmHg", start, end, 2)
    elif found["short"]:
        unit = {"12": "months", "52": "weeks", "7": "days"}[found["span"]]  # 3/12: three months, as British notes have it
        yield Figure(f"{found['short']} {unit}", unit, start, end)
    elif found["titre"]:
        yield Figure(found["titre"], "1:", start, end)
    elif found["since"]:
        unit = {"w": "weeks", "m": "months"}.get(found[0][0].casefold(), "days")
        yield Figure(f"{_COUNTS.get(found['since'].casefold(), found['since'])} {unit}", unit, start, end)
    elif found["roman"]:
        yield Figure(str(_ROMAN[found["roman"].upper()]), COUNT, start, end)
    elif found["count"]:
        yield Figure(str(_COUNTS[found["count"].casefold()]), COUNT, start, end)
    elif found["share"]:
        yield Figure(f"{_TENS[found['share'].casefold()] + _ONES.get((found['ones'] or '').casefold(), 0)} %", "%", start, end)
    elif found["out"]:
        top = re.split(r"\s?(?:/|of|out of)\s?", found["out"])[0]
        yield Figure(f"{_ROMAN.get(top.upper(), top)}/6", "/6", start, end)
    elif found["side"]:  # 14 x 8 mm: the first is the length
        yield Figure(f"{_number(found['side'])} {found['unit3']}", found["unit3"], start, end)
    elif found["word"]:
        number = _WORDS[found["word"].casefold()]
        if number is not None:
            yield Figure(f"{number:g} {found['time']}", found["time"], start, end)
    else:
        yield _plain(found)


def _plain(found: re.Match[str]) -> Figure:
    """One number, or two: a range, or where a value went from one to the other, the other."""
    if found["one"]:
        number, unit = _number(found["one"]), found["unit2"] or ""
        return Figure(f"{(found['sign3'] or '').strip()}{number} {unit}".strip(), unit, found.start("one"), found.end())
    low, high, unit = _number(found["low"]), _number(found["high"]), found["unit"] or ""
    before = found.string[max(0, found.start() - 9) : found.start()].casefold().strip()
    if before.endswith("from") and found["to"].casefold() == "to":
        return Figure(f"{high} {unit}".strip(), unit, found.start("low"), found.end())
    if found["to"].casefold() == "and" and not before.endswith("between"):
        own = re.search(r"(%|percent|mm|cm)\s*$", found.string[found.end("low") : found.start("to")])
        return Figure(f"{low} {own[1] if own else ''}".strip(), own[1] if own else "", found.start("low"), found.end("low"))
    return Figure(f"{(found['sign2'] or '').strip()}{low}-{high} {unit}".strip(), unit, found.start("low"), found.end())


def _number(text: str | None) -> str:
    """A figure with its thousands' commas left out and a decimal point."""
    if not text:
        return ""
    if re.fullmatch(r"\d{1,3}(?:[ ,]\d{3})+", text):
        return text.replace(",", "").replace(" ", "")
    return text.replace(",", ".")
