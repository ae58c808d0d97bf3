"""How often the known cause comes first: the program against cases whose cause is known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..facts.case import Case, KnownCause
from ..inference.assessment import Assessment, Assessor
from ..readers.intake import take_in


@dataclass(frozen=True, slots=True)
class Outcome:
    """One case with its answer. Ranks count from 1; ``lenient_rank`` also accepts what a fair judge would."""

    case: Case
    known: KnownCause
    strict_rank: int
    lenient_rank: int
    tempo: str
    assessment: Assessment

    @property
    def tempo_right(self) -> bool | None:
        """Whether the tempo is the known one; None where no tempo is known."""
        return None if self.known.tempo is None else self.tempo == self.known.tempo


@dataclass(frozen=True, slots=True)
class Summary:
    """Shares over all cases with a known cause. Each is a fraction of ``cases`` (tempo: of ``tempo_cases``)."""

    cases: int
    top1_strict: float
    top1_lenient: float
    top3_strict: float
    top3_lenient: float
    mean_reciprocal_rank: float
    tempo_cases: int
    tempo_right: float


def as_noted(case: Case, note: Path) -> Case:
    """The patient as read from a note, with the known cause of the case file. A note in which nothing is understood gives an empty case.

    Raises:
        CaseRefusedError: the note cannot be opened.
    """
    from ..prose import read_text, settle

    settled = settle(read_text(take_in(note).text))
    findings = dict(settled.findings)
    parts = {"age": findings.pop("age_years", None), "sex": findings.pop("sex", None), "findings": findings, "known": case.known}
    return Case.model_validate({"id": case.id, "setting": case.setting, **parts})


def evaluate(cases: Iterable[Case], assessor: Assessor | None = None, *, setting: str | None = None) -> list[Outcome]:
    """Assess every case whose cause is known and in the knowledge base."""
    assessor = assessor or Assessor()
    return [_outcome(case, case.known, assessor.assess(case, setting=setting)) for case in cases if case.known is not None and case.known.cause is not None]


def summarise(outcomes: Sequence[Outcome]) -> Summary:
    """The shares over these outcomes.

    Raises:
        ValueError: there is no outcome.
    """
    if not outcomes:
        raise ValueError("no case with a known cause")
    count = len(outcomes)
    timed = [outcome for outcome in outcomes if outcome.tempo_right is not None]
    return Summary(
        cases=count,
        top1_strict=sum(outcome.strict_rank == 1 for outcome in outcomes) / count,
        top1_lenient=sum(outcome.lenient_rank == 1 for outcome in outcomes) / count,
        top3_strict=sum(outcome.strict_rank <= 3 for outcome in outcomes) / count,
        top3_lenient=sum(outcome.lenient_rank <= 3 for outcome in outcomes) / count,
        mean_reciprocal_rank=sum(1 / outcome.strict_rank for outcome in outcomes) / count,
        tempo_cases=len(timed),
        tempo_right=sum(bool(outcome.tempo_right) for outcome in timed) / len(timed) if timed else 0.0,
    )


def _outcome(case: Case, known: KnownCause, assessment: Assessment) -> Outcome:
    accepted = {known.cause, *known.also_acceptable, *known.coexisting}
    ranks = {ranked.cause: ranked.rank for ranked in assessment.differential}
    absent = len(ranks) + 1
    lenient = min(ranks.get(cause or "", absent) for cause in accepted)
    return Outcome(case, known, ranks.get(known.cause or "", absent), lenient, assessment.tempo.verdict or "undetermined", assessment)
