"""The result of an evaluation, as text and as plain data: the shares, and every miss with its leading reasons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any as Anything

from ..evaluation.evaluate import Outcome, Summary
from . import words

_REASONS = 3


def evaluation_text(outcomes: Sequence[Outcome], summary: Summary) -> Iterator[str]:
    """The shares as a small table, then the misses."""
    yield f"{summary.cases} cases with a known cause"
    yield ""
    yield "                 strict   lenient"
    yield f"first            {summary.top1_strict:6.1%}   {summary.top1_lenient:6.1%}"
    yield f"in first three   {summary.top3_strict:6.1%}   {summary.top3_lenient:6.1%}"
    yield f"mean reciprocal rank (strict)  {summary.mean_reciprocal_rank:.3f}"
    yield f"tempo right      {summary.tempo_right:6.1%} of {summary.tempo_cases}"
    missed = [outcome for outcome in outcomes if outcome.strict_rank > 1 or outcome.tempo_right is False]
    for outcome in missed:
        yield ""
        yield from _miss_text(outcome)


def evaluation_data(outcomes: Sequence[Outcome], summary: Summary) -> dict[str, Anything]:
    """The shares and one record a case."""
    return {
        "summary": {name: round(value, 4) for name, value in asdict(summary).items()},
        "cases": [
            {
                "case_id": outcome.case.id,
                "known": outcome.known.cause,
                "first": outcome.assessment.differential[0].cause,
                "strict_rank": outcome.strict_rank,
                "lenient_rank": outcome.lenient_rank,
                "probability_of_known": round(_probability(outcome, outcome.known.cause), 4),
                "known_tempo": outcome.known.tempo,
                "tempo": outcome.tempo,
            }
            for outcome in outcomes
        ],
    }


def _miss_text(outcome: Outcome) -> Iterator[str]:
    accepted = " (acceptable)" if outcome.strict_rank > 1 and outcome.lenient_rank == 1 else ""
    first = outcome.assessment.differential[0]
    if outcome.strict_rank > 1:
        yield f"{outcome.case.id}: {outcome.known.cause} is {outcome.strict_rank}., first is {first.cause} {words.percent(first.probability)}{accepted}"
        for line in first.supporting[:_REASONS]:
            yield f"    for {first.cause}: {line.weight:+.1f} {line.text}"
        known = next((ranked for ranked in outcome.assessment.differential if ranked.cause == outcome.known.cause), None)
        for line in (known.opposing if known else [])[:_REASONS]:
            yield f"    against {outcome.known.cause}: {line.weight:+.1f} {line.text}"
    if outcome.tempo_right is False:
        yield f"{outcome.case.id}: tempo is {outcome.known.tempo}, said {outcome.tempo}"


def _probability(outcome: Outcome, cause: str | None) -> float:
    return next((ranked.probability for ranked in outcome.assessment.differential if ranked.cause == cause), 0.0)
