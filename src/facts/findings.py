"""The kinds of finding: yes/no, quantity with a unit, one choice of several, several choices together.

Findings are module-level names (``fever``, ``lvef``, ``jet_direction``), so that an editor completes them and a type
checker refuses ``fever < 40``. A :class:`Catalogue` makes them and keeps their order.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum

from .conditions import Any, Atom, Condition, Known, Reading, Value


class Burden(Enum):
    """What it costs a patient to find a thing out, from asking to operating."""

    HISTORY = "history and examination"
    BASIC = "ECG, chest film and laboratory"
    TTE = "transthoracic echo"
    TOE = "transoesophageal echo"
    ADVANCED = "CMR, CT or catheter"
    SURGERY = "surgery or pathology"


@dataclass(frozen=True, eq=False)
class Finding:
    """Something that may be said of a patient.

    ``id`` is the name used in case files and code, ``label`` the plain name, ``question`` what a clinician would be
    asked, ``synonyms`` what clinicians type for it, ``kind`` the heading that it stands under.
    """

    id: str
    label: str
    question: str
    synonyms: tuple[str, ...]
    kind: str
    burden: Burden

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Finding) and other.id == self.id

    def __hash__(self) -> int:
        return hash(self.id)


@dataclass(frozen=True, eq=False)
class YesNo(Finding, Atom):
    """A finding that is present or absent. It is itself a condition: that it is present."""

    negative: str = ""

    @property
    def finding_id(self) -> str:
        return self.id

    @property
    def key(self) -> str:
        return self.id

    def holds(self, value: Value) -> bool:
        return value is True

    def read(self, known: Known) -> Reading:
        value = known.values.get(self.id)
        if value is None:
            return Reading(None, missing=(self.id,))
        short = _lower_first(self.label).partition(" (")[0]
        phrase = short if value else self.negative or f"no {short}"
        if reason := known.because.get(self.id):
            phrase = f"{phrase} ({reason})"
        return Reading(bool(value), (phrase,), {self.id: value})

    def wording(self) -> str:
        return _lower_first(self.label)


@dataclass(frozen=True, eq=False)
class Quantity(Finding):
    """A measured number.

    ``unit`` is the project's own unit, written in UCUM; ``units`` maps every accepted spelling of a unit to the factor
    and offset that turn a number in it into the own unit (own = number * factor + offset). ``low`` and ``high`` bound
    what is plausible, in the own unit: outside them a value is refused as a slip.
    """

    unit: str = "1"
    low: float = 0.0
    high: float = 1e9
    units: Mapping[str, tuple[float, float]] = field(default_factory=dict)

    def __lt__(self, bound: float) -> Condition:
        return Compare(self, "<", float(bound))

    def __le__(self, bound: float) -> Condition:
        return Compare(self, "<=", float(bound))

    def __gt__(self, bound: float) -> Condition:
        return Compare(self, ">", float(bound))

    def __ge__(self, bound: float) -> Condition:
        return Compare(self, ">=", float(bound))

    def between(self, low: float, high: float) -> Condition:
        """From ``low`` to ``high``, both included."""
        return Between(self, float(low), float(high))

    def show(self, value: float) -> str:
        """A value with its unit, as a clinician writes it."""
        unit = _printed_unit(self.unit)
        if value == 1 and self.unit in ("a", "mo", "wk", "d"):
            unit = unit.removesuffix("s")
        return f"{value:.0f}{unit}" if abs(value) >= 1000 else f"{value:.3g}{unit}"


_OPERATORS: dict[str, tuple[Callable[[float, float], bool], str, str]] = {
    "<": (operator.lt, "below", "not below"),
    "<=": (operator.le, "at most", "above"),
    ">": (operator.gt, "above", "not above"),
    ">=": (operator.ge, "at least", "below"),
}


@dataclass(frozen=True, slots=True)
class Compare(Atom):
    """A quantity against one bound."""

    quantity: Quantity
    sign: str
    bound: float

    @property
    def finding_id(self) -> str:
        return self.quantity.id

    @property
    def key(self) -> str:
        return f"{self.quantity.id}{self.sign}{self.bound:g}"

    def holds(self, value: Value) -> bool:
        return _OPERATORS[self.sign][0](float(value), self.bound)

    def read(self, known: Known) -> Reading:
        _, holds, fails = _OPERATORS[self.sign]
        return _read_quantity(self, self.quantity, known, f"{holds} {self.quantity.show(self.bound)}", f"{fails} {self.quantity.show(self.bound)}")

    def wording(self) -> str:
        return f"{_lower_first(self.quantity.label)} {_OPERATORS[self.sign][1]} {self.quantity.show(self.bound)}"


@dataclass(frozen=True, slots=True)
class Between(Atom):
    """A quantity within two bounds, both included."""

    quantity: Quantity
    low: float
    high: float

    @property
    def finding_id(self) -> str:
        return self.quantity.id

    @property
    def key(self) -> str:
        return f"{self.low:g}<={self.quantity.id}<={self.high:g}"

    def holds(self, value: Value) -> bool:
        return self.low <= float(value) <= self.high

    def _range(self) -> str:
        return f"{self.low:g} to {self.quantity.show(self.high)}"

    def read(self, known: Known) -> Reading:
        return _read_quantity(self, self.quantity, known, f"within {self._range()}", f"outside {self._range()}")

    def wording(self) -> str:
        return f"{_lower_first(self.quantity.label)} {self._range()}"


@dataclass(frozen=True, eq=False)
class Choice(Finding):
    """A finding with one of several named options. ``ordered`` options run from least to most.

    ``options`` maps an option's id to its label, ``spellings`` other ways to write it to the id.
    """

    options: Mapping[str, str] = field(default_factory=dict)
    spellings: Mapping[str, str] = field(default_factory=dict)
    ordered: bool = False

    def is_(self, *wanted: str) -> Condition:
        """The option is one of these."""
        if unknown := [option for option in wanted if option not in self.options]:
            raise ValueError(f"{self.id} has no option {unknown[0]!r}; it has {', '.join(self.options)}")
        return OneOf(self, tuple(wanted))

    def at_least(self, least: str) -> Condition:
        """For ordered options: this one or more."""
        names = list(self.options)
        if not self.ordered or least not in names:
            raise ValueError(f"{self.id} is not ordered or has no option {least!r}")
        return self.is_(*names[names.index(least) :])


@dataclass(frozen=True, slots=True)
class OneOf(Atom):
    """A choice is one of certain options."""

    choice: Choice
    wanted: tuple[str, ...]

    @property
    def finding_id(self) -> str:
        return self.choice.id

    @property
    def key(self) -> str:
        return f"{self.choice.id}={'/'.join(self.wanted)}"

    def holds(self, value: Value) -> bool:
        return value in self.wanted

    def read(self, known: Known) -> Reading:
        value = known.values.get(self.choice.id)
        if value is None:
            return Reading(None, missing=(self.choice.id,))
        phrase = f"{_lower_first(self.choice.label)}: {self.choice.options[str(value)]}"
        return Reading(self.holds(value), (phrase,), {self.choice.id: value})

    def wording(self) -> str:
        return f"{_lower_first(self.choice.label)}: {' or '.join(self.choice.options[option] for option in self.wanted)}"


@dataclass(frozen=True, eq=False)
class Choices(Finding):
    """A finding with several options that may hold together, such as the flail scallops.

    Each option is a yes/no finding of its own (``flail_segments.P2``). Options that a report does not name stay
    unknown; saying that the whole finding is absent makes every option absent.
    """

    options: Mapping[str, YesNo] = field(default_factory=dict)
    spellings: Mapping[str, str] = field(default_factory=dict)

    def includes(self, *wanted: str) -> Condition:
        """At least one of these options is present."""
        if unknown := [option for option in wanted if option not in self.options]:
            raise ValueError(f"{self.id} has no option {unknown[0]!r}; it has {', '.join(self.options)}")
        named = tuple(self.options[option] for option in wanted)
        return named[0] if len(named) == 1 else Any(named)


Unit = tuple[float, float]


class Catalogue:
    """Makes the findings of one kind and keeps them in order."""

    def __init__(self, kind: str, burden: Burden) -> None:
        self.kind = kind
        self.burden = burden
        self.findings: list[Finding] = []

    def _common(self, id: str, label: str, question: str, synonyms: str, burden: Burden | None) -> tuple[str, str, str, tuple[str, ...], str, Burden]:
        return id, label, question, _split(synonyms), self.kind, burden or self.burden

    def yes_no(self, id: str, label: str, question: str, synonyms: str = "", *, negative: str = "", burden: Burden | None = None) -> YesNo:
        """A finding that is present or absent; ``negative`` is the label of its absence where "no …" reads badly."""
        finding = YesNo(*self._common(id, label, question, synonyms, burden), negative=negative)
        self.findings.append(finding)
        return finding

    def quantity(
        self,
        id: str,
        label: str,
        unit: str,
        low: float,
        high: float,
        question: str,
        synonyms: str = "",
        *,
        units: Mapping[str, float | Unit] | None = None,
        burden: Burden | None = None,
    ) -> Quantity:
        """A number in ``unit``; ``units`` gives other accepted units with their factor, or factor and offset."""
        accepted: dict[str, Unit] = {unit: (1.0, 0.0)}
        for name, factor in (units or {}).items():
            accepted[name] = factor if isinstance(factor, tuple) else (float(factor), 0.0)
        finding = Quantity(*self._common(id, label, question, synonyms, burden), unit=unit, low=low, high=high, units=accepted)
        self.findings.append(finding)
        return finding

    def choice(
        self, id: str, label: str, options: Mapping[str, str], question: str, synonyms: str = "", *, ordered: bool = False, burden: Burden | None = None
    ) -> Choice:
        """One of several options; each option's text is its label, then other spellings after ``|``."""
        labels, spellings = _options(options)
        finding = Choice(*self._common(id, label, question, synonyms, burden), options=labels, spellings=spellings, ordered=ordered)
        self.findings.append(finding)
        return finding

    def choices(self, id: str, label: str, options: Mapping[str, str], question: str, synonyms: str = "", *, burden: Burden | None = None) -> Choices:
        """Several options that may hold together; each option's text is its label, then other spellings after ``|``."""
        labels, spellings = _options(options)
        members = {
            option: YesNo(f"{id}.{option}", f"{label}: {text}", question, (), self.kind, burden or self.burden) for option, text in labels.items()
        }
        finding = Choices(*self._common(id, label, question, synonyms, burden), options=members, spellings=spellings)
        self.findings.append(finding)
        return finding


def _read_quantity(atom: Atom, quantity: Quantity, known: Known, holds: str, fails: str) -> Reading:
    value = known.values.get(quantity.id)
    if value is None:
        return Reading(None, missing=(quantity.id,))
    verdict = atom.holds(value)
    shown = known.shown.get(quantity.id) or quantity.show(float(value))
    phrase = f"{_lower_first(quantity.label)} {shown} ({holds if verdict else fails})"
    return Reading(verdict, (phrase,), {quantity.id: value})


def _options(options: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    labels: dict[str, str] = {}
    spellings: dict[str, str] = {}
    for option, text in options.items():
        label, *others = [part.strip() for part in text.split("|")]
        labels[option] = label
        for spelling in (option, label, *others):
            spellings[spelling.casefold()] = option
    return labels, spellings


def _split(synonyms: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in synonyms.split(",") if part.strip())


_PRINTED_UNITS = {
    "1": "", "a": " years", "mo": " months", "wk": " weeks", "d": " days", "h": " h", "Cel": " °C", "mm[Hg]": " mmHg", "/min": "/min", "deg": "°",
    "cm2": " cm²", "mL/m2": " mL/m²", "10*9/L": " × 10⁹/L", "[IU]/mL": " IU/mL", "[GPL'U]": " GPL units", "[MPL'U]": " MPL units", "L/min/m2": " L/min/m²",
}  # fmt: skip
PROPER_NAMES = frozenset({
    "Marfan", "Barlow", "Libman-Sacks", "Carpentier", "Doppler", "Duke", "Jones", "Ghent", "Fabry", "Loeys-Dietz", "Ehlers-Danlos", "Kawasaki", "Down", "Osler",
    "Janeway", "Roth", "Valsalva", "Coxiella", "Bartonella", "Candida", "Impella", "Ebstein", "Parkinson", "E", "V", "S",
})  # fmt: skip


def _printed_unit(unit: str) -> str:
    return _PRINTED_UNITS.get(unit, f" {unit}")


def _lower_first(label: str) -> str:
    """Lower the first letter unless the word is an abbreviation or a proper name ("LV mass", "Marfan syndrome")."""
    first = label.split(" ", 1)[0].rstrip(",:")
    abbreviation = (len(first) > 1 and first[1:] != first[1:].lower()) or any(character.isdigit() for character in first)
    return label if abbreviation or first in PROPER_NAMES else label[:1].lower() + label[1:]
