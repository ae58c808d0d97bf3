"""Age and sex, as a text opens with them: "62F", "69-year-old woman", "Man of 83", "Woman, 61"."""

from __future__ import annotations

import re

from ..facts import patient

_START = r"(?<![\d.,/])\b"
_UNIT = r"(?P<unit>years?|yrs?|y|months?|mo|weeks?|wks?|days?)"
_SEX = r"(?P<sex>women|woman|female|lady|girl|man|male|gentleman|boy|[FM](?![a-z]))"
_WHO = r"(?P<who>(?:(?!\bwith\b)[a-z-]+\s+){0,3}?)"
_SEXES = {**dict.fromkeys(("women", "woman", "female", "lady", "girl", "f"), "female"), **dict.fromkeys(("man", "male", "gentleman", "boy", "m"), "male")}
_PATTERNS = [
    re.compile(rf"{_START}(?P<age>\d{{1,3}})[\s-]*{_UNIT}[\s/.-]*(?:old|o\b|of age)?[\s,]*{_WHO}{_SEX}\b", re.IGNORECASE | re.ASCII),
    re.compile(rf"{_START}(?P<age>\d{{1,3}})\s*(?:yo|y/o|y\.o\.)?\s?(?P<sex>[FM])\b", re.ASCII),
    re.compile(rf"{_START}(?P<age>\d{{1,3}})\s*(?:yo|y/o|y\.o\.)\s*{_WHO}{_SEX}\b", re.IGNORECASE | re.ASCII),
    re.compile(rf"\b{_SEX}[\s,]+(?:patient\s+)?(?:of|aged?|age)?[\s,:]*(?P<age>\d{{1,3}})\b(?![\d./%-])(?:[\s-]*{_UNIT}\b)?", re.IGNORECASE | re.ASCII),
    re.compile(rf"\bage[d:]?\s*:?\s*(?P<age>\d{{1,3}})\b(?:[\s-]*{_UNIT}\b)?", re.IGNORECASE | re.ASCII),
    re.compile(rf"{_START}(?P<age>\d{{1,3}})[\s-]*{_UNIT}[\s-]*old\b", re.IGNORECASE | re.ASCII),
    re.compile(rf"{_START}(?P<age>\d{{1,3}})\s*(?:yo|y/o|y\.o\.)(?=\W|$)", re.IGNORECASE | re.ASCII),
]
_SEX_ALONE = re.compile(r"\b(?:sex|gender)\s*:?\s*(female|male|f|m)\b|\b(woman|female|girl|lady|man|male|boy|gentleman)\b", re.IGNORECASE | re.ASCII)
_PRONOUN = re.compile(r"\b(?:(she|her|hers)|(he|his|him))\b", re.IGNORECASE | re.ASCII)
_RELATIVE = re.compile(r"\b(mother|father|brother|sister|son|daughter|aunt|uncle|wife|husband|cousin|twin|grand\w+)\b[^.;]*$", re.IGNORECASE | re.ASCII)


def read_patient(text: str) -> list[tuple[str, float | str, int, int]]:
    """Age (years, as ``age_years``) and sex with their places in the text, as far as they are said of the patient."""
    found: list[tuple[str, float | str, int, int]] = []
    aged = [match for pattern in _PATTERNS for match in pattern.finditer(text) if not _of_a_relative(text, match.start())]
    aged = [match for match in aged if patient.age_years.low <= _years(match) <= patient.age_years.high]
    if aged:
        first = min(aged, key=lambda match: match.start())
        found.append(("age_years", _years(first), first.start(), _end(first)))
        told = next((match for match in aged if "sex" in match.groupdict() and match["sex"]), None)
        if told:
            found.append(("sex", _SEXES[told["sex"].casefold()], told.start("sex"), told.end("sex")))
    if len(found) < 2 and (sex := _sex(text)):
        found.append(sex)
    return found


def _end(match: re.Match[str]) -> int:
    """Where the age ends: before the words that stand between it and the sex ("80-year-old hypertensive man")."""
    return match.start("who") if match.groupdict().get("who") else match.end()


def _years(match: re.Match[str]) -> float:
    unit = (match.groupdict().get("unit") or "y").casefold()
    number = float(match["age"])
    return number / 12 if unit.startswith("mo") else number * 7 / 365.25 if unit.startswith("w") else number / 365.25 if unit.startswith("d") else number


def _sex(text: str) -> tuple[str, str, int, int] | None:
    for match in _SEX_ALONE.finditer(text):
        if not _of_a_relative(text, match.start()):
            return "sex", _SEXES[(match[1] or match[2]).casefold()], match.start(), match.end()
    told = {bool(match[1]) for match in _PRONOUN.finditer(text) if not _of_a_relative(text, match.start())}
    if len(told) != 1:
        return None
    match = next(_PRONOUN.finditer(text))
    return "sex", "female" if told.pop() else "male", match.start(), match.end()


def _of_a_relative(text: str, place: int) -> bool:
    return bool(_RELATIVE.search(text[max(0, place - 80) : place]))
