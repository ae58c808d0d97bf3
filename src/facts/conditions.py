"""The condition algebra: what a rule asks of a patient, written once and read three ways.

A condition is a small immutable tree over findings. It is three-valued (Kleene): it holds, it does not hold, or it is
undecided because something it needs is unknown. Unknown is never read as absent.

Three readings exist and no more:

1. experta patterns (``inference.engine``): the reference run of one case,
2. a Polars expression (``inference.columns``): the same rule over a table of cases,
3. English (:meth:`Condition.read` and :meth:`Condition.wording`, here): the sentence that a clinician reads;
   :meth:`Condition.verdict` is the same reading without the words.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

Value = bool | float | str
"""A finding's value in the project's own unit: a yes/no, a number, or the id of an option."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of one patient: values by finding id, and for derived findings the words that say why.

    ``shown`` holds, by finding id, words to stand for a number instead of its own (for a sentence that many patients share).
    """

    values: Mapping[str, Value]
    because: Mapping[str, str] = field(default_factory=dict)
    shown: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """A condition read against one patient.

    ``verdict`` is True, False or None (undecided); ``phrases`` say it with the patient's values, one for each finding
    that decided; ``values`` holds those values, ``missing`` the ids of unknown findings that could still decide it.
    """

    verdict: bool | None
    phrases: tuple[str, ...] = ()
    values: Mapping[str, Value] = field(default_factory=dict)
    missing: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The phrases as one, each said once."""
        return _listed(self.phrases, "and")


class Condition(ABC):
    """A three-valued question about a patient. Combine with ``&``, ``|`` and ``~``."""

    __slots__ = ()

    def __and__(self, other: Condition) -> Condition:
        return All((*_parts(self, All), *_parts(other, All)))

    def __or__(self, other: Condition) -> Condition:
        return Any((*_parts(self, Any), *_parts(other, Any)))

    def __invert__(self) -> Condition:
        return self.part if isinstance(self, Not) else Not(self)

    def __bool__(self) -> bool:
        raise TypeError("a condition has no truth value of its own: combine conditions with & | ~, not with and/or/not")

    @property
    def parts(self) -> tuple[Condition, ...]:
        """The conditions directly inside this one; none for a question about a single finding."""
        return ()

    @property
    @abstractmethod
    def key(self) -> str:
        """A stable text that is equal for equal conditions: their identity in every engine."""

    @abstractmethod
    def read(self, known: Known) -> Reading:
        """Read the condition against one patient."""

    @abstractmethod
    def verdict(self, values: Mapping[str, Value]) -> bool | None:
        """The verdict of :meth:`read` without its words, for searches over many what-ifs."""

    @abstractmethod
    def wording(self) -> str:
        """The condition in words, without a patient."""

    def atoms(self) -> Iterator[Condition]:
        """The questions about single findings in this tree, in order, repeats included."""
        if not self.parts:
            yield self
        for part in self.parts:
            yield from part.atoms()

    def finding_ids(self) -> tuple[str, ...]:
        """The ids of the findings that this condition reads, in order, without repeats."""
        return tuple(dict.fromkeys(atom.finding_id for atom in self.atoms() if isinstance(atom, Atom)))


class Atom(Condition):
    """A question about one finding."""

    __slots__ = ()

    @property
    @abstractmethod
    def finding_id(self) -> str:
        """The id of the finding that is asked about."""

    @abstractmethod
    def holds(self, value: Value) -> bool:
        """Whether a known value satisfies the question."""

    def verdict(self, values: Mapping[str, Value]) -> bool | None:
        value = values.get(self.finding_id)
        return None if value is None else self.holds(value)


@dataclass(frozen=True, slots=True)
class Junction(Condition):
    """Conditions joined: All or Any. ``decider`` is the verdict of one part that decides the whole."""

    of: tuple[Condition, ...]
    symbol: ClassVar[str]
    word: ClassVar[str]
    decider: ClassVar[bool]

    @property
    def parts(self) -> tuple[Condition, ...]:
        return self.of

    @property
    def key(self) -> str:
        return f"({f' {self.symbol} '.join(part.key for part in self.of)})"

    def read(self, known: Known) -> Reading:
        readings = [part.read(known) for part in self.of]
        deciding = [reading for reading in readings if reading.verdict is self.decider]
        if deciding:
            return Reading(self.decider, _phrases(deciding), _values(deciding))
        decided = [reading for reading in readings if reading.verdict is not None]
        if len(decided) == len(readings):
            return Reading(not self.decider, _phrases(decided), _values(decided))
        return Reading(None, _phrases(decided), _values(decided), _missing(readings))

    def verdict(self, values: Mapping[str, Value]) -> bool | None:
        open = False
        for part in self.of:
            verdict = part.verdict(values)
            if verdict is self.decider:
                return verdict
            open = open or verdict is None
        return None if open else not self.decider

    def wording(self) -> str:
        return _listed([_nested(part) for part in self.of], self.word)


class All(Junction):
    """Every part holds."""

    __slots__ = ()
    symbol, word, decider = "&", "and", False


class Any(Junction):
    """At least one part holds."""

    __slots__ = ()
    symbol, word, decider = "|", "or", True


@dataclass(frozen=True, slots=True)
class Not(Condition):
    """The part does not hold. Undecided stays undecided."""

    part: Condition

    @property
    def parts(self) -> tuple[Condition, ...]:
        return (self.part,)

    @property
    def key(self) -> str:
        return f"~{self.part.key}"

    def read(self, known: Known) -> Reading:
        inner = self.part.read(known)
        verdict = None if inner.verdict is None else not inner.verdict
        return Reading(verdict, inner.phrases, inner.values, inner.missing)

    def verdict(self, values: Mapping[str, Value]) -> bool | None:
        inner = self.part.verdict(values)
        return None if inner is None else not inner

    def wording(self) -> str:
        return f"not {_nested(self.part)}"


@dataclass(frozen=True, slots=True)
class Points(Condition):
    """A score: the points of the items that hold reach a threshold.

    The score is a range: what is sure, and what it could become if every unknown item held. It is true once the sure
    part reaches the threshold, false once even the upper end falls short, undecided between.
    """

    items: tuple[tuple[Condition, int], ...]
    threshold: int
    unit: str = "points"

    def __post_init__(self) -> None:
        if any(points < 1 for _, points in self.items) or not 1 <= self.threshold <= sum(points for _, points in self.items):
            raise ValueError("a score needs items worth one point or more each, and a threshold that they can reach")

    @property
    def parts(self) -> tuple[Condition, ...]:
        return tuple(item for item, _ in self.items)

    @property
    def key(self) -> str:
        return f"[{' + '.join(f'{points}*{item.key}' for item, points in self.items)} >= {self.threshold}]"

    def read(self, known: Known) -> Reading:
        readings = [(item.read(known), points) for item, points in self.items]
        sure, reach = _range((reading.verdict, points) for reading, points in readings)
        verdict = self._decided(sure, reach)
        shown = [reading for reading, _ in readings if reading.verdict is (verdict is not False)]
        head = f"{sure} of {self.threshold} {self.unit} needed" if verdict is not False else f"at most {reach} of {self.threshold} {self.unit} needed"
        phrase = f"{head}: {', '.join(reading.text for reading in shown)}" if shown else head
        missing = () if verdict is not None else _missing([reading for reading, _ in readings])
        return Reading(verdict, (phrase,), _values(shown), missing)

    def verdict(self, values: Mapping[str, Value]) -> bool | None:
        return self._decided(*_range((item.verdict(values), points) for item, points in self.items))

    def _decided(self, sure: int, reach: int) -> bool | None:
        return True if sure >= self.threshold else False if reach < self.threshold else None

    def wording(self) -> str:
        if all(points == 1 for _, points in self.items):
            return f"at least {self.threshold} of: {'; '.join(item.wording() for item, _ in self.items)}"
        scored = "; ".join(f"{item.wording()} {points}" for item, points in self.items)
        return f"at least {self.threshold} {self.unit} of: {scored}"


@dataclass(frozen=True, slots=True)
class Score:
    """Points given to conditions, waiting for a threshold: ``points({...}) >= 7``."""

    items: tuple[tuple[Condition, int], ...]

    def __ge__(self, threshold: int) -> Condition:
        return Points(self.items, threshold)


def at_least(n: int, *, of: Sequence[Condition]) -> Condition:
    """At least ``n`` of the conditions hold."""
    return Points(tuple((condition, 1) for condition in of), n, unit="items")


def points(items: Mapping[Condition, int]) -> Score:
    """A score over conditions; compare it with ``>=`` to make a condition."""
    return Score(tuple(items.items()))


def any_of(*conditions: Condition) -> Condition:
    """At least one of the conditions holds."""
    return Any(tuple(part for condition in conditions for part in _parts(condition, Any)))


def all_of(*conditions: Condition) -> Condition:
    """Every one of the conditions holds."""
    return All(tuple(part for condition in conditions for part in _parts(condition, All)))


def _range(scored: Iterable[tuple[bool | None, int]]) -> tuple[int, int]:
    """The points that are sure, and what they could become if everything open held."""
    sure = reach = 0
    for verdict, points in scored:
        sure += points if verdict else 0
        reach += 0 if verdict is False else points
    return sure, reach


def _parts(condition: Condition, kind: type[All] | type[Any]) -> tuple[Condition, ...]:
    return condition.parts if isinstance(condition, kind) else (condition,)


def _phrases(readings: Sequence[Reading]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(phrase for reading in readings for phrase in reading.phrases))


def _values(readings: Sequence[Reading]) -> dict[str, Value]:
    return {name: value for reading in readings for name, value in reading.values.items()}


def _missing(readings: Sequence[Reading]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for reading in readings for name in reading.missing))


def _nested(condition: Condition) -> str:
    inner = condition.wording()
    return f"({inner})" if isinstance(condition, Junction) else inner


def _listed(texts: Sequence[str], word: str) -> str:
    """Texts as one list; what all begin with alike ("flail scallops: ") is said once."""
    unique = list(dict.fromkeys(text for text in texts if text))
    heads = {text.partition(": ")[0] for text in unique}
    if len(unique) > 1 and len(heads) == 1 and all(": " in text for text in unique):
        return f"{heads.pop()}: {_listed([text.partition(': ')[2] for text in unique], word)}"
    if len(unique) < 2:
        return "".join(unique)
    return f"{', '.join(unique[:-1])} {word} {unique[-1]}"
