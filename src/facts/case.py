"""What is known of one patient: the case, and the JSON Schema of a case file.

A case holds what was reported and nothing else. What it does not name is unknown, never absent. Files, words and units
are read by ``readers``; this module sees to it that a case which contradicts itself or the vocabulary cannot exist.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    AliasChoices,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StrictBool,
    StrictFloat,
    StrictStr,
    field_validator,
    model_validator,
)

from . import patient
from .conditions import Value
from .findings import Choice, Choices, Finding, Quantity, YesNo
from .units import spell_unit, split_number
from .vocabulary import FINDINGS, atom, close_matches

CaseValue = bool | float | str | list[str]
"""What a case may hold for a finding: a yes/no, a number in its own unit, an option's id, or the ids of several options."""

Setting = Literal["community", "hospital", "low_income", "acute"]
Tempo = Literal["acute", "chronic", "acute_on_chronic", "undetermined"]
Carpentier = Literal["I", "II", "IIIa", "IIIb", "SAM", "unknown"]
ValveClass = Literal["primary", "secondary", "prosthetic", "undetermined"]

_YES_NO_WORDS = ("yes", "no", "true", "false", "present", "absent", "positive", "negative")


def did_you_mean(word: str, names: Iterable[str]) -> str:
    """The hint for a name that does not exist: the nearest one that does, or all of them."""
    known = list(names)
    near = difflib.get_close_matches(word[:80].casefold(), known, n=1)
    return f"did you mean {near[0]}?" if near else f"the names are {', '.join(known)}"


def find(id: str) -> Finding | None:
    """The finding with this id (``lvef``, ``flail_segments`` or ``flail_segments.P2``), or None."""
    try:
        finding = atom(id)
    except KeyError:
        return None
    return finding if finding.id == id else None


def _year(raw: object) -> object:
    return int(raw) if isinstance(raw, str) and re.fullmatch(r"[0-9]{4}", raw.strip()) else raw


def _sex(raw: object) -> object:
    return patient.sex.spellings.get(raw.strip().casefold(), raw) if isinstance(raw, str) else raw


def _as_list(raw: object) -> object:
    return [raw] if isinstance(raw, str) else [] if raw is None else raw


def _printable(text: str) -> str:
    """A name that goes into reports: one line, nothing that steers a terminal."""
    if not text.isprintable():
        raise ValueError("a case's id holds a line break or another character that cannot be printed; write it on one line with plain characters")
    return text


class _Named(BaseModel):
    """A model that is never changed and knows the names of its fields as a case file writes them."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @classmethod
    def names(cls) -> list[str]:
        """The names of the fields as a case file writes them: ``class``, not ``valve_class``."""
        return [str(field.serialization_alias or name) for name, field in cls.model_fields.items()]

    @model_validator(mode="before")
    @classmethod
    def _known_names(cls, data: Any) -> Any:
        """Refuse a name that does not exist with the name that was probably meant."""
        accepted = {*cls.names(), *cls.model_fields}
        strange = [name for name in data if name not in accepted] if isinstance(data, Mapping) else []
        if strange and cls.model_config.get("extra") == "forbid":
            raise ValueError(f"there is no field {strange[0]!r}; {did_you_mean(str(strange[0]), cls.names())}")
        return data


class CaseSource(_Named):
    """Where a case comes from. Other plain keys (text, numbers) may stand beside the named ones."""

    model_config = ConfigDict(extra="allow", frozen=True)
    __pydantic_extra__: dict[str, str | int | float | bool | None] = Field(init=False)

    title: str | None = Field(default=None, description="Title of the publication.")
    journal: str | None = Field(default=None, description="Journal or publisher.")
    year: Annotated[int | str | None, BeforeValidator(_year)] = Field(default=None, description="Year of publication.")
    doi: str | None = Field(default=None, description="Digital object identifier.")
    url: str | None = Field(default=None, description="Address of the text.")
    dataset: str | None = Field(default=None, description="Data set that holds the case.")
    repo: str | None = Field(default=None, description="Repository of the data set.")
    path: str | None = Field(default=None, description="File in the repository.")
    item: str | None = Field(default=None, description="Which part of the file.")


class KnownCause(_Named):
    """The answer, where it is known: the cause that was proven, for teaching and for tests. The rules never see it."""

    cause: str = Field(description="Id of the proven cause.")
    tempo: Tempo | None = Field(default=None, description="Whether the regurgitation was acute, chronic, or acute on chronic.")
    carpentier: Carpentier | None = Field(default=None, description="Carpentier type of the leaflet motion.")
    valve_class: ValveClass | None = Field(
        default=None, validation_alias=AliasChoices("class", "valve_class"), serialization_alias="class", description="Primary, secondary or prosthetic."
    )
    also_acceptable: Annotated[list[str], BeforeValidator(_as_list)] = Field(default=[], description="Ids of other causes that a fair judge would accept.")
    coexisting: Annotated[list[str], BeforeValidator(_as_list)] = Field(default=[], description="Ids of second causes that were present too.")


class Quote(_Named):
    """The words of a note that a finding was read from, and where they stand."""

    text: str = Field(description="The words, on one line.")
    line: int | None = Field(default=None, ge=1, description="Line of the note.")
    start: int | None = Field(default=None, ge=0, description="Place of the first character in the note, from 0.")
    end: int | None = Field(default=None, ge=0, description="Place after the last character.")


class Case(_Named):
    """One patient: what was reported, and nothing else.

    ``findings`` maps a finding's id to a boolean (yes/no), a number in the finding's own unit, the id of an option, or,
    for a finding with several options, the ids of those that are present; False there means that none is.

    Raises:
        pydantic.ValidationError: a name, type, option or number that cannot be, or two statements that exclude each other.
    """

    id: Annotated[str, AfterValidator(_printable)] = Field(min_length=1, description="Name of the case; the name of the file if left out.")
    age: StrictFloat | StrictStr | None = Field(default=None, description="Age in years, or in words: 15 months, 6 weeks, infant.")
    sex: Annotated[Literal["female", "male"] | None, BeforeValidator(_sex)] = Field(default=None, description="Sex of the patient.")
    setting: Setting | None = Field(default=None, description="Where the patient is seen: it decides how common each cause is to begin with.")
    findings: dict[str, StrictBool | StrictFloat | StrictStr | list[StrictStr]] = Field(
        default={}, description="What is known. What is not named is unknown, not absent."
    )
    comment: str | None = Field(default=None, description="Anything else; it is kept and not read.")
    source: CaseSource | None = Field(default=None, description="Where the case comes from.")
    known: KnownCause | None = Field(default=None, description="The proven cause, for teaching and tests.")
    quotes: dict[str, Quote] = Field(default={}, description="For findings read from a note, by id: the words that say them.")

    @field_validator("age")
    @classmethod
    def _readable_age(cls, age: float | str | None) -> float | str | None:
        if age is not None:
            age_finding(age)
        return age

    @field_validator("findings")
    @classmethod
    def _fitting_findings(cls, findings: dict[str, CaseValue]) -> dict[str, CaseValue]:
        for id, value in findings.items():
            if (finding := find(id)) is None:
                near = close_matches(id[:80])
                raise ValueError(f"there is no finding {id!r}{f'; did you mean {near[0]}?' if near else ''}")
            if wanted := _misfit(finding, value):
                raise ValueError(f"{id} is {wanted}, not {value!r}")
        return findings

    @model_validator(mode="after")
    def _one_voice(self) -> Case:
        self.values()
        return self

    def values(self) -> dict[str, Value]:
        """The findings as the engine reads them, by id, in alphabetical order.

        Numbers are in the finding's own unit. A finding with several options becomes one yes/no finding for each option
        that was named (``flail_segments.P2``), or for every option if the whole was said to be absent. Age and sex are
        findings too.

        Raises:
            ValueError: the case says two different things of one finding.
        """
        values: dict[str, Value] = {}
        stated = [pair for id, value in self.findings.items() for pair in atoms_of(id, value)]
        if self.age is not None:
            stated.append(age_finding(self.age))
        if self.sex is not None:
            stated.append(("sex", self.sex))
        for id, value in stated:
            if values.setdefault(id, value) != value:
                raise ValueError(f"{id} is given twice, as {values[id]!r} and as {value!r}")
        return dict(sorted(values.items()))


def atoms_of(id: str, value: CaseValue) -> list[tuple[str, Value]]:
    """A case's entry as single findings: ``flail_segments: [P2]`` is ``flail_segments.P2: True``."""
    if isinstance(value, list):
        return [(f"{id}.{option}", True) for option in value]
    finding = FINDINGS.get(id)
    if isinstance(finding, Choices):
        return [(option.id, False) for option in finding.options.values()]
    return [(id, value)]


def age_finding(age: float | str) -> tuple[str, Value]:
    """Which finding an age is, with its value: ``("age_years", 1.25)`` or ``("age_group", "infant")``.

    Raises:
        ValueError: the age is neither a plausible number of years nor text that can be read.
    """
    if isinstance(age, str):
        text = plain_age(age)
        if group := patient.age_group.spellings.get(text):
            return "age_group", group
        years = _years(text)
    else:
        years = float(age)
    if years is None or not patient.age_years.low <= years <= patient.age_years.high:
        raise ValueError(f"{age!r} is not an age; write years (70), an age with its unit (15 months) or one of {', '.join(patient.age_group.options)}")
    return "age_years", years


def plain_age(text: str) -> str:
    """An age without the words around its number and unit: ``70-year-old`` is ``70 year``.

    >>> plain_age("70-year-old"), plain_age("70 yo"), plain_age("Infant")
    ('70 year', '70 year', 'infant')
    """
    plain = re.sub(r"(?<=[0-9])-(?=[a-z])", " ", " ".join(text.casefold().split()))
    plain = re.sub(r"(?<=[0-9]) ?y[/.]?o[.]?$", " year", plain)
    return re.sub(r"(?<=[a-z])[ -]old$", "", plain)


def _years(text: str) -> float | None:
    parsed = split_number(text)
    if parsed is None:
        return None
    number, written = parsed
    unit = spell_unit(written, frozenset(patient.age_years.units)) if written else patient.age_years.unit
    if unit is None:
        return None
    return in_own_unit(patient.age_years, number, unit)


def in_own_unit(quantity: Quantity, number: float, unit: str) -> float:
    """A number in one of the quantity's accepted units, turned into its own unit.

    What was converted is rounded to 12 digits, so that 3.5 cm is 35 mm and meets a limit of 35 mm.
    """
    if unit == quantity.unit:
        return number
    factor, offset = quantity.units[unit]
    return float(f"{number * factor + offset:.12g}")


def _misfit(finding: Finding, value: CaseValue) -> str:
    """What the finding should hold, if ``value`` is not it; empty if all is well."""
    match finding:
        case YesNo():
            return "" if isinstance(value, bool) else "a yes/no (True or False)"
        case Quantity():
            fits = isinstance(value, float) and not isinstance(value, bool) and finding.low <= value <= finding.high
            return "" if fits else f"a number from {finding.low:g} to {finding.high:g} (unit {finding.unit})"
        case Choice():
            return "" if isinstance(value, str) and value in finding.options else f"one of {', '.join(finding.options)}"
        case Choices():
            named = isinstance(value, list) and all(option in finding.options for option in value)
            return "" if named or value is False else f"a list of {', '.join(finding.options)}, or False for none"
    raise TypeError(f"no kind of finding: {type(finding).__name__}")


def case_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a case file, with every finding: type, options, unit, plain name and question.

    It names the plain way to write each value, for an editor to offer. As the reader also takes other spellings and
    units, any text passes where a word may stand: what a text says is checked by the reader, not by the schema.
    """
    schema = Case.model_json_schema(by_alias=True)
    findings: dict[str, Any] = {id: _schema_of(finding) for id, finding in FINDINGS.items()}
    for family in FINDINGS.values():
        if isinstance(family, Choices):
            findings.update({option.id: _schema_of(option) for option in family.options.values()})
    described = {"type": "object", "properties": findings, "additionalProperties": False, "description": schema["properties"]["findings"]["description"]}
    schema["properties"]["findings"] = described
    schema["properties"]["id"]["type"] = ["string", "integer"]
    schema["properties"]["sex"]["anyOf"].append({"type": "string"})
    schema["required"] = ["findings"]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": "mrddx case", "description": "One patient, as mrddx reads it."}


def _schema_of(finding: Finding) -> dict[str, Any]:
    return {"title": finding.label, "description": finding.question, **_type_schema(finding)}


def _type_schema(finding: Finding) -> dict[str, Any]:
    match finding:
        case YesNo():
            return {"anyOf": [{"enum": [True, False, *_YES_NO_WORDS, "unknown", None]}, {"type": "string"}]}
        case Quantity():
            units = [unit for unit in finding.units if unit != "1"]
            return {"type": ["number", "string", "null"], "minimum": finding.low, "maximum": finding.high, "unit": finding.unit, "units": units}
        case Choice():
            return {"anyOf": [{"enum": [*finding.options, "unknown", None]}, {"type": ["string", "integer"]}], "options": dict(finding.options)}
        case Choices():
            several = {"type": "array", "items": {"anyOf": [{"enum": [*finding.options, "unknown"]}, {"type": "string"}]}}
            one = {"enum": [*finding.options, False, "no", "none", "absent", "unknown", None]}
            labels = {option: member.label.partition(": ")[2] for option, member in finding.options.items()}
            return {"anyOf": [several, one, {"type": "string"}], "options": labels}
    raise TypeError(f"no kind of finding: {type(finding).__name__}")
