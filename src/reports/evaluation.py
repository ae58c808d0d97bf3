"""The result of an evaluation, as text and as plain data: the shares with their intervals, and every miss with its leading reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any as Anything

from ..evaluation.answers import Answer, Miss
from ..evaluation.bootstrap import Estimate
from ..evaluation.evaluate import Evaluation
from ..evaluation.measures import MEASURES
from ..evaluation.noise import NoiseLevel
from ..evaluation.tables import Confusion
from ..rules.families import FAMILIES
from . import words

COMPARED = ("top1_strict", "top1_lenient", "top3_strict", "top3_lenient", "urgent_top3_strict", "reciprocal_rank_strict")
PROBABILITIES = ("brier_first", "brier_all", "log_loss")
NOISE_COLUMNS = {
    "top1_strict": "first, strict", "top1_lenient": "first, lenient", "top3_strict": "in three, strict", "first_unchanged": "first unchanged",
    "first_five_shared": "first five shared",
}  # fmt: skip
_HEADS = ("first", "lenient", "in three", "lenient", "urgent", "MRR")
_PAIRS = {"first": "top1", "in first three": "top3", "in first five": "top5", "urgent in three": "urgent_top3", "mean reciprocal rank": "reciprocal_rank"}
_ALONE = {"family_first": "family right", "tempo_right": "tempo right", "class_right": "class right", "carpentier_right": "Carpentier right"}
VERDICTS = {"tempo": "Tempo", "class": "Class", "carpentier": "Carpentier type"}


def number(measure: str, value: float) -> str:
    """A measure's value: a share in percent, anything else with three decimals."""
    return f"{value:.1%}" if MEASURES[measure].share else f"{value:.3f}"


def interval(measure: str, estimate: Estimate) -> str:
    """A 95 % interval without its unit."""
    scale, digits = (100, 1) if MEASURES[measure].share else (1, 3)
    return f"{scale * estimate.low:.{digits}f} to {scale * estimate.high:.{digits}f}"


def gain(measure: str, difference: float) -> str:
    """A difference with its sign: points of percent, or as it is."""
    return f"{100 * difference:+.1f}" if MEASURES[measure].share else f"{difference:+.3f}"


def gain_interval(measure: str, estimate: Estimate) -> str:
    """The 95 % interval of a difference."""
    return f"{gain(measure, estimate.low)} to {gain(measure, estimate.high)}"


def noise_label(level: NoiseLevel) -> str:
    """What was done to the findings, in words: ``3 dropped``, ``25 % turned``."""
    amount = f"{level.amount}" if isinstance(level.amount, int) else f"{level.amount:.0%}".replace("%", " %")
    return f"{amount} {'dropped' if level.kind == 'drop' else 'turned'}"


def family_name(id: str) -> str:
    """A family's short name; what is no family (*unexplained*) as it is."""
    return FAMILIES[id].short if id in FAMILIES else id


def evaluation_text(evaluation: Evaluation) -> Iterator[str]:
    """The shares as small tables, then the misses."""
    yield f"{len(evaluation.answers)} cases with a known cause"
    if evaluation.from_library:
        yield f"{evaluation.from_library} of them have the id of a library case: the rules were tuned on those, so their shares flatter"
    for each in evaluation.left_out:
        yield f"left out: {each.message}"
    yield ""
    yield from _headline(evaluation.measures)
    yield f"In brackets: 95 % interval ({evaluation.resamples:,} bootstrap samples of the cases, seed {evaluation.seed}); n: the cases that count."
    yield from _baselines(evaluation)
    yield from _probabilities(evaluation)
    yield from _families(evaluation.families)
    yield from _causes(evaluation)
    yield from _urgent(evaluation)
    yield from _noise(evaluation)
    for miss in evaluation.misses:
        yield ""
        yield from _miss_text(miss)
    if more := sum(answer.missed for answer in evaluation.answers) - len(evaluation.misses):
        yield ""
        yield f"and {more} more misses"


def evaluation_data(evaluation: Evaluation) -> dict[str, Anything]:
    """Everything as plain data: a summary, one record a case, and what each part of the text rests on."""
    return {
        "summary": _summary(evaluation),
        "cases": [_case_data(answer) for answer in evaluation.answers],
        "knowledge": {"version": evaluation.knowledge_version, "sha256": evaluation.knowledge_sha256},
        "seed": evaluation.seed,
        "resamples": evaluation.resamples,
        "from_library": evaluation.from_library,
        "left_out": [asdict(each) for each in evaluation.left_out],
        "measures": _measures_data(evaluation.measures),
        "baselines": {
            id: {"label": each.label, "meaning": each.meaning, "measures": _measures_data(each.measures), "advantage": _measures_data(each.advantage)}
            for id, each in evaluation.baselines.items()
        },
        "reliability": _rounded(asdict(evaluation.reliability)),
        "families": _rounded(asdict(evaluation.families)),
        "verdicts": {name: _rounded(asdict(each)) for name, each in evaluation.verdicts.items()},
        "causes": [_rounded(asdict(row)) for row in evaluation.causes],
        "urgent_missed": [answer.case for answer in evaluation.urgent_missed],
        "noise": [_rounded(asdict(level)) for level in evaluation.noise],
    }


def _headline(measures: Mapping[str, Estimate]) -> Iterator[str]:
    yield f"{'':22}{'strict':>7}{'':21}{'lenient':>7}"
    for label, name in _PAIRS.items():
        pair = [id for id in (f"{name}_strict", f"{name}_lenient") if id in measures]
        if pair:
            yield f"{label:22}" + "   ".join(_cell(id, measures[id]) for id in pair) + f"  n = {measures[pair[0]].cases}"
    for id, label in _ALONE.items():
        if id in measures:
            yield f"{label:22}{_cell(id, measures[id])} of {measures[id].cases}"


def _cell(id: str, estimate: Estimate) -> str:
    return f"{number(id, estimate.value):>7}  {f'({interval(id, estimate)})':16}"


def _baselines(evaluation: Evaluation) -> Iterator[str]:
    shown = [(id, head) for id, head in zip(COMPARED, _HEADS, strict=True) if id in evaluation.measures]
    yield ""
    yield f"{'Against simpler rankers':24}" + "".join(f"{head:>10}" for _, head in shown)
    yield f"{'mrddx':24}" + "".join(f"{number(id, evaluation.measures[id].value):>10}" for id, _ in shown)
    for each in evaluation.baselines.values():
        yield f"{each.label:24}" + "".join(f"{number(id, each.measures[id].value):>10}" for id, _ in shown)
        yield f"{'  mrddx is above by':24}" + "".join(f"{gain(id, each.advantage[id].value):>10}" for id, _ in shown)
        yield f"{'    at least':24}" + "".join(f"{gain(id, each.advantage[id].low):>10}" for id, _ in shown)
    yield from (f"{each.label}: {each.meaning}" for each in evaluation.baselines.values())
    yield "at least: the lower end of the 95 % interval of the difference on the same cases"


def _probabilities(evaluation: Evaluation) -> Iterator[str]:
    yield ""
    yield "Probabilities"
    for id in PROBABILITIES:
        estimate = evaluation.measures[id]
        yield f"{MEASURES[id].label}: {estimate.value:.3f} ({interval(id, estimate)}); {MEASURES[id].meaning}"
    yield f"expected calibration error: {evaluation.reliability.expected_error:.3f}; mean gap between what was said and what was accepted, below; 0 is best"
    yield "given to the first place   cases   mean said   accepted"
    for each in evaluation.reliability.bins:
        low, high = each.interval
        counts = f"{each.cases:5}       {each.mean_probability:5.0%}      {each.share_right:5.0%}"
        yield f"{each.low:6.0%} to {each.high:4.0%}            {counts}  ({low:.0%} to {high:.0%})"


def _families(table: Confusion) -> Iterator[str]:
    yield ""
    yield "Families: the known cause (lines) and the first place (columns, in the same order)"
    columns = {name: str(number) for number, name in enumerate(table.columns, start=1)}
    yield f"{'':18}" + "".join(f"{place:>5}" for place in columns.values())
    for name, counts in zip(table.rows, table.counts, strict=True):
        yield f"{columns[name]:>2} {family_name(name):15}" + "".join(f"{count or '.':>5}" for count in counts)
    yield from (f"{columns[name]:>2} {family_name(name)}" for name in table.columns if name not in table.rows)


def _causes(evaluation: Evaluation) -> Iterator[str]:
    yield ""
    yield f"{'Cause':30}{'cases':>6}{'first':>7}{'lenient':>9}{'in three':>10}{'put first':>11}{'accepted':>10}"
    for row in evaluation.causes:
        own = f"{row.cases:6}{row.first_strict:7}{row.first_lenient:9}{row.in_three_strict:10}"
        yield f"{row.cause:30}{own}{row.put_first:11}{row.put_first_accepted:10}"


def _urgent(evaluation: Evaluation) -> Iterator[str]:
    if evaluation.urgent_missed:
        yield ""
        yield "Urgent, and not in the first three:"
        yield from (f"  {answer.case}: {answer.known} is {answer.strict_rank}." for answer in evaluation.urgent_missed)


def _noise(evaluation: Evaluation) -> Iterator[str]:
    if not evaluation.noise:
        return
    yield ""
    yield f"{'Noise':14}" + "".join(f"{label:>18}" for label in NOISE_COLUMNS.values())
    known = [evaluation.measures.get(id) for id in NOISE_COLUMNS]
    yield f"{'none':14}" + "".join(f"{estimate.value if estimate else 1.0:>18.1%}" for estimate in known)
    for level in evaluation.noise:
        yield f"{noise_label(level):14}" + "".join(f"{level.estimates[id].value:>18.1%}" for id in NOISE_COLUMNS)
    yield f"each tried {evaluation.noise[0].repetitions} times on each case; turned: yes into no, an option into another, a number into another range"


def _miss_text(miss: Miss) -> Iterator[str]:
    answer = miss.answer
    if answer.strict_rank > 1:
        accepted = " (acceptable)" if answer.lenient_rank == 1 else ""
        yield f"{answer.case}: {answer.known} is {answer.strict_rank}., first is {answer.first} {words.percent(answer.first_probability)}{accepted}"
        yield from (f"    for {answer.first}: {weight:+.1f} {text}" for weight, text in miss.for_first)
        yield from (f"    against {answer.known}: {weight:+.1f} {text}" for weight, text in miss.against_known)
    if answer.tempo_right is False:
        yield f"{answer.case}: tempo is {answer.known_tempo}, said {answer.tempo}"


def _summary(evaluation: Evaluation) -> dict[str, Anything]:
    measures = evaluation.measures
    tempo = measures.get("tempo_right")
    shares = {id: round(measures[id].value, 4) for id in ("top1_strict", "top1_lenient", "top3_strict", "top3_lenient")}
    return {
        "cases": len(evaluation.answers),
        **shares,
        "mean_reciprocal_rank": round(measures["reciprocal_rank_strict"].value, 4),
        "tempo_cases": tempo.cases if tempo else 0,
        "tempo_right": round(tempo.value, 4) if tempo else 0.0,
    }


def _case_data(answer: Answer) -> dict[str, Anything]:
    return {
        "case_id": answer.case,
        "known": answer.known,
        "first": answer.first,
        "strict_rank": answer.strict_rank,
        "lenient_rank": answer.lenient_rank,
        "probability_of_known": round(answer.probability_of_known, 4),
        "probability_of_first": round(answer.first_probability, 4),
        "urgent": answer.urgent,
        "known_tempo": answer.known_tempo,
        "tempo": answer.tempo,
        "known_class": answer.known_class,
        "class": answer.valve_class,
        "known_carpentier": answer.known_carpentier,
        "carpentier": answer.carpentier,
    }


def _measures_data(measures: Mapping[str, Estimate]) -> dict[str, Anything]:
    return {id: {"label": MEASURES[id].label, **_rounded(asdict(estimate))} for id, estimate in measures.items()}


def _rounded(value: Anything) -> Anything:
    """Plain data with its numbers to four decimals."""
    if isinstance(value, float):
        return round(value, 4)
    if isinstance(value, Mapping):
        return {name: _rounded(each) for name, each in value.items()}
    return [_rounded(each) for each in value] if isinstance(value, Iterable) and not isinstance(value, str) else value
