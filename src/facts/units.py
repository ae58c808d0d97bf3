"""Units that people write, and the number that a text such as ``4.5 mg/dL`` stands for.

A finding's own unit is UCUM. Only conversions that are pure arithmetic live here; which units a finding accepts is
declared with the finding.
"""

from __future__ import annotations

import re

TIME_IN_DAYS = {"h": 1 / 24, "wk": 7.0, "mo": 30.4375, "a": 365.25}
TIME_IN_YEARS = {"d": 1 / 365.25, "wk": 7 / 365.25, "mo": 1 / 12}
TIME_IN_MONTHS = {"d": 1 / 30.4375, "wk": 7 / 30.4375, "a": 12.0}
LENGTH_IN_MM = {"cm": 10.0}
LENGTH_IN_CM = {"mm": 0.1, "m": 100.0}
AREA_IN_CM2 = {"mm2": 0.01}
VELOCITY_IN_M_S = {"cm/s": 0.01}
TEMPERATURE_IN_CEL = {"[degF]": (5 / 9, -160 / 9)}

_SPELLINGS = {
    "percent": "%",
    "pct": "%",
    "years": "a",
    "year": "a",
    "yr": "a",
    "yrs": "a",
    "y": "a",
    "months": "mo",
    "month": "mo",
    "mth": "mo",
    "weeks": "wk",
    "week": "wk",
    "w": "wk",
    "days": "d",
    "day": "d",
    "hours": "h",
    "hour": "h",
    "hr": "h",
    "hrs": "h",
    "mmhg": "mm[Hg]",
    "bpm": "/min",
    "a minute": "/min",
    "per minute": "/min",
    "beats per minute": "/min",
    "beats a minute": "/min",
    "beats/min": "/min",
    "1/min": "/min",
    "per min": "/min",
    "/minute": "/min",
    "°c": "Cel",
    "c": "Cel",
    "celsius": "Cel",
    "degc": "Cel",
    "°f": "[degF]",
    "f": "[degF]",
    "fahrenheit": "[degF]",
    "degf": "[degF]",
    "degrees": "deg",
    "degree": "deg",
    "°": "deg",
    "msec": "ms",
    "cc": "mL",
    "sec": "s",
    "iu/ml": "[IU]/mL",
    "iu/l": "U/L",
    "u/l": "U/L",
    "u/ml": "[IU]/mL",
    "units/ml": "[IU]/mL",
    "gy": "Gy",
    "hu": "[hnsf'U]",
    "kg/m²": "kg/m2",
    "pack-years": "[pack_a]",
    "pack years": "[pack_a]",
    "10^9/l": "10*9/L",
    "x10^9/l": "10*9/L",
    "×10⁹/l": "10*9/L",
    "10e9/l": "10*9/L",
    "g/l": "g/L",
    "x10^3/ul": "10*9/L",
    "10^3/ul": "10*9/L",
    "mm/hr": "mm/h",
    "g/day": "g/d",
    "g per day": "g/d",
    "g/24 h": "g/d",
    "g/24h": "g/d",
    "mg/day": "mg/d",
    "mg per day": "mg/d",
    "mg/24 h": "mg/d",
    "minutes": "min",
    "minute": "min",
    "mins": "min",
    "per cent": "%",
    "wks": "wk",
    "mths": "mo",
    "/nl": "10*9/L",
    "/ul": "/uL",
    "/mm3": "/uL",
    "/cmm": "/uL",
    "cells/ul": "/uL",
    "k/ul": "10*9/L",
}
_NUMBER = re.compile(r"^\s*(?:[<>≤≥~=]+\s*)?([-+]?\d+(?:[.,]\d+)?(?:[eE][-+]?\d+)?)\s*(.*?)\s*$")
_RANGE = re.compile(r"^\s*(\d+(?:[.,]\d+)?)\s*(?:-|–|to)\s*(\d+(?:[.,]\d+)?)\s*(.*?)\s*$")
_PRE_UNIT = re.compile(r"^\s*([a-zA-Zµμ%°/²2]+)\s+([-+]?\d+(?:[.,]\d+)?)\s*$")


def spelled_units() -> frozenset[str]:
    """Every way to write a unit that has more than one, in lower case."""
    return frozenset(_SPELLINGS)


def spell_unit(text: str, accepted: frozenset[str]) -> str | None:
    """The accepted unit that ``text`` spells, or None.

    >>> spell_unit("mm²", frozenset({"mm2", "cm2"}))
    'mm2'
    """
    plain = text.strip().replace("²", "2").replace("³", "3").replace("μ", "u").replace("µ", "u").replace("·", ".")
    for candidate in (text.strip(), plain, _SPELLINGS.get(text.strip().casefold(), ""), _SPELLINGS.get(plain.casefold(), "")):
        if candidate in accepted:
            return candidate
    folded = {unit.casefold(): unit for unit in accepted}
    return folded.get(plain.casefold())


def split_number(text: str) -> tuple[float, str] | None:
    """A number and the unit text written with it, in either order; a range is read as its middle.

    >>> split_number("4.5 mg/dL")
    (4.5, 'mg/dL')
    >>> split_number("60-65 %")
    (62.5, '%')
    """
    if match := _RANGE.match(text):
        return (_number(match[1]) + _number(match[2])) / 2, match[3]
    if match := _NUMBER.match(text):
        return _number(match[1]), match[2]
    if match := _PRE_UNIT.match(text):
        return _number(match[2]), match[1]
    return None


def _number(text: str) -> float:
    return float(text.replace(",", "."))
