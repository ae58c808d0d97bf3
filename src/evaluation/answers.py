"""Each case's answer in numbers, and the misses with their leading reasons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..facts.case import Case
from ..facts.conditions import Value
from ..inference.ahead import assess_quickly
from ..inference.assessment import Line
from .measures import Lists, Truth, best_places

REASONS = 3
MOST = 200
"""Misses beyond these are counted and not explained."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One case in numbers. Places count from 1; ``lenient_rank`` also accepts what a fair judge would. None is not known."""

    case: str
    known: str
    urgent: bool
    first: str
    first_probability: float
    strict_rank: int
    lenient_rank: int
    probability_of_known: float
    known_tempo: str | None
    tempo: str
    known_class: str | None
    valve_class: str
    known_carpentier: str | None
    carpentier: str

    @property
    def tempo_right(self) -> bool | None:
        """Whether the tempo is the known one; None where no tempo is known."""
        return None if self.known_tempo is None else self.tempo == self.known_tempo

    @property
    def missed(self) -> bool:
        """The known cause does not stand first, or the tempo is not the known one."""
        return self.strict_rank > 1 or self.tempo_right is False


@dataclass(frozen=True, slots=True)
class Miss:
    """A missed case, with the strongest reasons for what stands first and against the known cause, each a weight and a sentence."""

    answer: Answer
    for_first: tuple[tuple[float, str], ...] = ()
    against_known: tuple[tuple[float, str], ...] = ()


def answers_of(truth: Truth, lists: Lists) -> Iterator[Answer]:
    """The answer to each case, in order."""
    strict, lenient = best_places(truth, lists.order)
    for row, id in enumerate(truth.ids):
        known, first = truth.known[row], lists.order[row, 0]
        yield Answer(
            case=id,
            known=truth.causes[known],
            urgent=bool(truth.urgent[row]),
            first=truth.causes[first],
            first_probability=float(lists.probability[row, first]),
            strict_rank=int(strict[row]),
            lenient_rank=int(lenient[row]),
            probability_of_known=float(lists.probability[row, known]),
            known_tempo=truth.tempo[row],
            tempo=lists.tempo[row],
            known_class=truth.valve_class[row],
            valve_class=lists.valve_class[row],
            known_carpentier=truth.carpentier[row],
            carpentier=lists.carpentier[row],
        )


def misses(answers: Sequence[Answer], findings: Sequence[Mapping[str, Value]], settings: Sequence[str | None]) -> Iterator[Miss]:
    """The first ``MOST`` misses, in the order of the cases, each in the setting that was asked for."""
    missed = [row for row, answer in enumerate(answers) if answer.missed]
    for row in missed[:MOST]:
        answer = answers[row]
        if answer.strict_rank == 1:
            yield Miss(answer)
            continue
        case = Case.model_construct(id=answer.case, findings=dict(findings[row]))  # the plan has taken these findings: they are not checked again
        listed = {ranked.cause: ranked for ranked in assess_quickly(case, setting=settings[row]).differential}
        yield Miss(answer, _leading(listed[answer.first].supporting), _leading(listed[answer.known].opposing))


def _leading(lines: Sequence[Line]) -> tuple[tuple[float, str], ...]:
    return tuple((line.weight, line.text) for line in lines[:REASONS])
