"""The columnar plan against rule engines: experta case by case, CLIPS, zen-engine. The answers are compared before the times are.

All engines are given the same patients and the rules generated from the same conditions. The verdict of every rule has to be the
same, and of those that rank, every score and every place; the first difference ends the run and is named. Three tasks are timed,
each against the plan doing the same: the verdicts of all rules; the ranking (scores, probabilities and order of all causes); and the whole
answer with its sentences. The plan uses all cores, the other engines one.

    python benchmarks/engines.py                          # simulates the patients
    python benchmarks/engines.py --patients cases.parquet
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import polars as pl
from clips_ranking import ClipsRanking
from clips_rules import ClipsVerdicts
from machine import Times, machine, timed
from patients import as_cases, read, simulate
from zen_rules import ZenGraph, ZenLists

from mrddx.facts.case import Case
from mrddx.facts.conditions import Value
from mrddx.inference.ahead import assess_quickly, installed_network, whatif
from mrddx.inference.assessment import chosen_setting
from mrddx.inference.columnar import Plan, Ranked
from mrddx.inference.engine import CaseEngine, Run
from mrddx.inference.knowledge import knowledge_base
from mrddx.inference.ranking import rank
from mrddx.rules.settings import Setting

VERDICTS, RANKING, ANSWER = "verdicts of all rules", "ranking of all causes", "whole answer with sentences"
PLAN = "columnar plan"
TARGETS = {"experta": 5_000, "CLIPS": 400}
_ANSWERS = 40
_SAID = {True: "true", False: "false", None: "undecided"}

Work = tuple[Callable[[], object], int]
Verdicts = Mapping[str, bool]
Scores = Mapping[str, float]


@dataclass(frozen=True)
class Patients:
    """The patients as a table for the plan, and the first of them as cases for the engines that take one at a time."""

    table: pl.DataFrame
    cases: Sequence[Case]

    @cached_property
    def values(self) -> list[dict[str, Value]]:
        """What is reported of each case."""
        return [case.values() for case in self.cases]

    @cached_property
    def settings(self) -> list[Setting]:
        """The setting of each case."""
        return [chosen_setting(case, installed_network().concluded(values)) for case, values in zip(self.cases, self.values, strict=True)]

    @cached_property
    def priors(self) -> list[Scores]:
        """ln of the share of every cause in each case's setting."""
        return [whatif(case).prior for case in self.cases]


class Experta:
    """The reference: an engine run a case, with one network for all cases or with one pruned to each case."""

    def __init__(self) -> None:
        self._base = knowledge_base()
        self._whole = CaseEngine(self._base.rules)

    def reused(self, values: Mapping[str, Value]) -> Run:
        """One network serves all."""
        return self._whole.run(values)

    def pruned(self, values: Mapping[str, Value]) -> Run:
        """A network of its own for each case."""
        return CaseEngine(self._base.rules, values).run(values)

    def verdicts(self, run: Run) -> dict[str, bool]:
        """Verdicts by the conditions' keys."""
        return {self._base.rules[rule].key: verdict for rule, verdict in run.firings.items()}

    def scores(self, case: Case, run: Run) -> dict[str, float]:
        """The score of every cause."""
        return _scores(run.firings, chosen_setting(case, run.values))


def _scores(firings: Verdicts, setting: Setting) -> dict[str, float]:
    """The score of every cause, by the ranking in Python. ``firings``: verdicts by rule."""
    return {score.cause: score.total for score in rank(knowledge_base(), firings, setting).order}


def compare_verdicts(engine: str, cases: Sequence[Case], found: Iterable[Verdicts], expected: pl.DataFrame) -> None:
    """End the run at the first verdict that is not the plan's.

    Raises:
        SystemExit: a verdict differs; says the engine, the rule and the case.
    """
    for case, verdicts, row in zip(cases, found, expected.iter_rows(named=True), strict=False):
        for key, verdict in row.items():
            if verdicts.get(key) is not verdict:
                rule = installed_network().rules[key][0]
                raise SystemExit(f"{engine}: rule {rule} is {_SAID[verdicts.get(key)]} in case {case.id}; the plan says {_SAID[verdict]}")


def compare_scores(engine: str, cases: Sequence[Case], found: Iterable[Scores], expected: Ranked) -> None:
    """End the run at the first score or place that is not the plan's.

    Raises:
        SystemExit: a score or place differs; says the engine, the cause and the case.
    """
    for number, (case, scores) in enumerate(zip(cases, found, strict=False)):
        for place, cause in enumerate(sorted(scores, key=lambda name, of=scores: (-round(of[name], 9), name))):  # type: ignore[misc]
            total = expected.totals[number, expected.causes.index(cause)]
            if abs(scores[cause] - total) > 1e-9 or expected.causes[expected.order[number, place]] != cause:
                raise SystemExit(f"{engine}: {cause} has score {scores[cause]:.9f} and place {place + 1} in case {case.id}; the plan's score is {total:.9f}")


class Contest:
    """All engines on the same patients. ``experta`` is how many cases experta is given, since it takes long."""

    def __init__(self, patients: Patients, experta: int) -> None:
        self.patients = patients
        self.few = experta
        conditions = installed_network().conditions
        self.plan = Plan()
        self.experta = Experta()
        self.clips = {direct: ClipsVerdicts(conditions, direct=direct) for direct in (True, False)}
        self.clips_ranking = {direct: ClipsRanking(knowledge_base(), direct=direct) for direct in (True, False)}
        self.graph, self.lists = ZenGraph(conditions), ZenLists(conditions)

    def compare(self) -> None:
        """Hold every verdict, score and place equal to the plan's.

        Raises:
            SystemExit: an answer differs.
        """
        cases, values, few = self.patients.cases, self.patients.values, self.few
        table = self.plan.conclude(self.patients.table.head(len(cases)))
        ranked = self.plan.rank_concluded(table)
        runs = [self.experta.reused(each) for each in values[:few]]
        pruned = [self.experta.pruned(each) for each in values[:few]]
        answers = {
            "experta": map(self.experta.verdicts, runs), "experta, pruned": map(self.experta.verdicts, pruned),
            "CLIPS, direct": map(self.clips[True].verdicts, values), "CLIPS": map(self.clips[False].verdicts, values),
            "zen-engine, graph": self.graph.verdicts(values), "zen-engine, lists": map(self.lists.verdicts, values),
        }  # fmt: skip
        for name, found in answers.items():
            compare_verdicts(name, cases, found, table.verdicts)
        compare_scores("experta", cases, map(self.experta.scores, cases, runs), ranked)
        compare_scores("CLIPS", cases, (scores for scores, _, _ in map(self.clips_ranking[True].rank, values, self.patients.priors)), ranked)
        compare_scores("CLIPS, ranked in Python", cases, map(self._clips_in_python, values, self.patients.settings), ranked)
        compare_scores("one-case path", cases, (whatif(case).now.totals for case in cases), ranked)

    def _clips_in_python(self, values: Mapping[str, Value], setting: Setting) -> dict[str, float]:
        """Verdicts from CLIPS, scores from the ranking in Python."""
        decided = self.clips[True].verdicts(values)
        return _scores({rule: verdict for key, verdict in decided.items() for rule in installed_network().rules[key]}, setting)

    def work(self) -> dict[str, dict[str, Work]]:
        """What is timed, by task and name. The plan comes first in each task."""
        table, cases, values, priors = self.patients.table, self.patients.cases, self.patients.values, self.patients.priors
        few, rows, many = self.few, self.patients.table.height, len(self.patients.cases)
        experta = self.experta
        return {
            VERDICTS: {
                PLAN: (lambda: self.plan.conclude(table), rows),
                "experta, one network": (lambda: _each(experta.reused, values[:few]), few),
                "experta, pruned to the case": (lambda: _each(experta.pruned, values[:few]), few),
                "CLIPS, direct": (lambda: _each(self.clips[True].verdicts, values), many),
                "CLIPS, clipspy's public calls": (lambda: _each(self.clips[False].verdicts, values), many),
                "zen-engine, compiled lists": (lambda: _each(self.lists.verdicts, values), many),
                "zen-engine, graph": (lambda: list(self.graph.verdicts(values)), many),
            },
            RANKING: {
                PLAN: (lambda: self.plan.rank(table).order, rows),
                "experta, one network": (lambda: [experta.scores(case, experta.reused(case.values())) for case in cases[:few]], few),
                "experta, pruned to the case": (lambda: [experta.scores(case, experta.pruned(case.values())) for case in cases[:few]], few),
                "CLIPS, direct": (lambda: _each(self.clips_ranking[True].rank, values, priors), many),
                "CLIPS, clipspy's public calls": (lambda: _each(self.clips_ranking[False].rank, values, priors), many),
                "CLIPS, ranked in Python": (lambda: _each(self._clips_in_python, values, self.patients.settings), many),
                "one-case path": (lambda: _each(lambda case: whatif(case).now, cases), many),
            },
            ANSWER: {PLAN: (lambda: self.plan.assess(table), rows), "one-case path": (lambda: _each(assess_quickly, cases[:_ANSWERS]), _ANSWERS)},
        }


def _each(do: Callable[..., object], *arguments: Sequence[object]) -> None:
    for each in zip(*arguments, strict=True):
        do(*each)


def report(task: str, times: Mapping[str, Times]) -> str:
    """A task's times and their ratios to the plan's, as lines."""
    plan = times[PLAN].median
    lines = [f"  {name:<31} {time}  {time.median / plan:10,.1f} x the plan" for name, time in times.items()]
    return "\n".join((f"{task}, one case:", *lines))


def conclusion(verdicts: Mapping[str, Times], ranking: Mapping[str, Times]) -> str:
    """The targets against every form of each engine, and what the plan's time for a ranking is made of, as lines."""
    lines = []
    for engine, target in TARGETS.items():
        for name in (name for name in ranking if name.startswith(engine)):
            ratio = ranking[name].median / ranking[PLAN].median
            lines.append(f"target {target:,} times {engine} on the ranking: {ratio:,.0f} times {name}, {'reached' if ratio >= target else 'missed'}")
    before, whole = verdicts[PLAN].median * 1e6, ranking[PLAN].median * 1e6
    lines.append(
        f"of the plan's {whole:.1f} µs for a ranking {before:.1f} are the verdicts, the rest scores, probabilities and order (numpy, about "
        "350 small look-ups and sums a block; two threads share Python's lock)",
    )
    return "\n".join(lines)


def main() -> None:
    """Read the patients, compare the answers, then time the engines in turn."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("--patients", type=Path, help="a Parquet file of simulated cases, instead of simulating them")
    asked.add_argument("--rows", type=int, default=100_000, help="cases for the plan")
    asked.add_argument("--cases", type=int, default=400, help="cases of these for CLIPS, zen-engine and the one-case path")
    asked.add_argument("--experta", type=int, default=3, help="cases of these for experta")
    asked.add_argument("--rounds", type=int, default=3)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        table = read(given.patients or simulate(given.rows, Path(folder) / "cases.parquet"), given.rows)
    patients = Patients(table, as_cases(table.head(given.cases)))
    print(machine("polars", "numpy", "experta", "clipspy", "zen-engine"))
    print(f"{table.height:,} cases for the plan, the first {given.cases} for the others, {given.experta} for experta; median of {given.rounds} rounds (range)")
    reported = sum(map(len, patients.values)) / len(patients.values)
    print(f"{len(knowledge_base().rules):,} rules over {len(installed_network().conditions)} conditions; {reported:.0f} findings reported in a case on average")
    contest = Contest(patients, given.experta)
    contest.compare()
    print("every verdict, score and place is the same in all engines")
    times = {task: timed(work, given.rounds) for task, work in contest.work().items()}
    for task, taken in times.items():
        print(report(task, taken))
    print(conclusion(times[VERDICTS], times[RANKING]))


if __name__ == "__main__":
    main()
