"""How right the answers are: the program against cases whose cause is known, and against simpler rankers on the same cases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from ..batch.records import ID, SETTING
from ..facts.case import Case
from ..inference.columnar import Plan
from ..library import case_names
from ..readers.intake import take_in
from .answers import Answer, Miss, answers_of, misses
from .baselines import Baseline, baselines
from .bootstrap import RESAMPLES, Estimate, differences, estimates
from .calibrate import Bin, reliability
from .measures import Lists, Truth, Vectors, all_measures, expected_calibration_error, first_places, probability_measures, rank_measures
from .noise import NoiseLevel, Patients, noise_study
from .tables import CauseRow, Confusion, by_cause, families, verdicts
from .typed import LeftOut, comparable, findings_of, tables_of, truth_of

_TRIES, _ROWS = 10, 5000  # of the noise study: so often on each case, and fewer times on many cases


@dataclass(frozen=True, slots=True)
class Compared:
    """A simpler ranker: what it does, its measures, and by how much the program is above it on the same cases."""

    label: str
    meaning: str
    measures: Mapping[str, Estimate]
    advantage: Mapping[str, Estimate]


@dataclass(frozen=True, slots=True)
class Reliability:
    """The first places by the probability that they were given, and the mean gap between that and the share that was right."""

    bins: tuple[Bin, ...]
    expected_error: float


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All that was measured. ``measures`` and those of the baselines are by the ids of ``MEASURES``.

    ``from_library`` counts the cases that have the id of a case in the installed library, which the rules were tuned on.
    """

    knowledge_version: str
    knowledge_sha256: str
    seed: int
    resamples: int
    from_library: int
    answers: tuple[Answer, ...]
    left_out: tuple[LeftOut, ...]
    measures: Mapping[str, Estimate]
    baselines: Mapping[str, Compared]
    reliability: Reliability
    families: Confusion
    verdicts: Mapping[str, Confusion]
    causes: tuple[CauseRow, ...]
    noise: tuple[NoiseLevel, ...]
    misses: tuple[Miss, ...]

    @property
    def urgent_missed(self) -> list[Answer]:
        """The cases whose known cause is urgent and not among the first three."""
        return [answer for answer in self.answers if answer.urgent and answer.strict_rank > 3]


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


def evaluate(cases: Iterable[Case], *, setting: str | None = None, seed: int = 0, noise: bool = True) -> Evaluation:
    """Evaluate on every case whose cause is known; see :func:`evaluate_table`."""
    return evaluate_table(*tables_of(cases), setting=setting, seed=seed, noise=noise)


def evaluate_table(
    typed: pl.DataFrame, known: pl.DataFrame, *, setting: str | None = None, seed: int = 0, noise: bool = True, resamples: int = RESAMPLES
) -> Evaluation:
    """Evaluate on every row of a typed table whose cause is known. ``setting`` goes before a row's own.

    ``known`` has a row for each row of ``typed``: ``known_cause``, and where there are such columns ``known_tempo``, ``known_carpentier``,
    ``known_class``, and as lists ``known_also_acceptable`` and ``known_coexisting``. ``seed`` fixes the intervals and the noise.

    Raises:
        ValueError: no row has a known cause that the program ranks, the tables do not fit together, or ``typed`` is no typed table.
    """
    typed, known, left_out = comparable(typed, known)
    if typed.is_empty():
        raise ValueError("no case with a known cause" + "".join(f"; {each.message}" for each in left_out[:3]))
    plan = Plan(explain="none")
    table = plan.conclude(typed)
    ranked = plan.rank_concluded(table, setting)
    lists = Lists(ranked.order, ranked.probability, ranked.tempo, ranked.carpentier, ranked.valve_class)
    truth = truth_of(typed[ID], known, ranked.causes)
    measured = all_measures(truth, lists)
    simpler = baselines(table.verdicts, ranked.setting.tolist(), ranked.causes, plan.base)
    findings = findings_of(typed)
    answers = tuple(answers_of(truth, lists))
    return Evaluation(
        knowledge_version=plan.base.version,
        knowledge_sha256=plan.base.sha256,
        seed=seed,
        resamples=resamples,
        from_library=len(set(truth.ids) & set(case_names())),
        answers=answers,
        left_out=tuple(left_out),
        measures=estimates(measured, seed=seed, resamples=resamples),
        baselines={id: _compared(truth, measured, each, seed, resamples) for id, each in simpler.items()},
        reliability=_reliability(truth, lists),
        families=families(truth, lists),
        verdicts=verdicts(truth, lists),
        causes=tuple(by_cause(truth, lists)),
        noise=tuple(_noise(plan, Patients(truth, typed, findings, lists.order), setting, seed)) if noise else (),
        misses=tuple(misses(answers, findings, _asked(typed, setting))),
    )


def _compared(truth: Truth, program: Vectors, simpler: Baseline, seed: int, resamples: int) -> Compared:
    measured = rank_measures(truth, simpler.order)
    if simpler.probability is not None:
        measured |= probability_measures(truth, simpler.order, simpler.probability)
    measured = {id: measured[id] for id in program if id in measured}
    advantage = differences(program, measured, seed=seed, resamples=resamples)
    return Compared(simpler.label, simpler.meaning, estimates(measured, seed=seed, resamples=resamples), advantage)


def _asked(typed: pl.DataFrame, setting: str | None) -> list[str | None]:
    """The setting asked for in each row, before a child gets the children's shares."""
    own = typed[SETTING].to_list() if SETTING in typed.columns else [None] * len(typed)
    return [setting or each for each in own]


def _noise(plan: Plan, patients: Patients, setting: str | None, seed: int) -> Iterator[NoiseLevel]:
    repetitions = max(1, min(_TRIES, _ROWS // len(patients.truth)))
    return noise_study(patients, lambda rows: plan.rank(rows, setting).order, seed=seed, repetitions=repetitions)


def _reliability(truth: Truth, lists: Lists) -> Reliability:
    said, right = first_places(truth, lists.order, lists.probability)
    bins = tuple(reliability([(float(probability), bool(accepted)) for probability, accepted in zip(said, right, strict=True)]))
    gap = expected_calibration_error([each.cases for each in bins], [each.mean_probability for each in bins], [each.share_right for each in bins])
    return Reliability(bins, gap)

