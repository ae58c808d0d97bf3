"""The columnar plan: the rules of a knowledge base over a table of cases. A table in, a table out, a row a case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import polars as pl

from ...facts.conditions import Condition
from ...facts.vocabulary import atoms
from ...rules.model import Tempo
from ...rules.settings import SETTINGS
from ...rules.severity import GRADES
from ..knowledge import KnowledgeBase, knowledge_base
from ..ranking import UNEXPLAINED
from .ranking import UNDETERMINED, Ranked, Ranker
from .reasons import Reasoner, lists
from .sentences import Rows, Sentences, Wordings
from .stages import Stages

ID, SETTING = "id", "setting"
REASONS = 3


class Explain(StrEnum):
    """Whose reasons are given: of every cause that is listed, of the leader, or of none."""

    ALL = "all"
    TOP = "top"
    NONE = "none"


class TableError(ValueError):
    """The table is not a typed table of cases."""


@dataclass(frozen=True, slots=True)
class Concluded:
    """A table on its way: as it came, with every finding, and with a verdict for every condition."""

    cases: pl.DataFrame
    findings: pl.DataFrame
    verdicts: pl.DataFrame


class Plan:
    """Assesses tables of cases. ``top`` causes are listed, with ``reasons`` sentences for and as many against for those that ``explain`` says.

    A typed table has a column ``id``, perhaps ``setting``, and a column for each finding that some row holds, named by its id: Boolean for a
    yes/no, Float64 in the finding's own unit for a number, String with the option's id for a choice. Null is unknown.
    """

    def __init__(self, base: KnowledgeBase | None = None, *, top: int = 5, explain: Explain | str = Explain.TOP, reasons: int = REASONS) -> None:
        self.base = base or knowledge_base()
        self.top = min(top, len(self.base.causes) + 1)
        self.explain = Explain(explain)
        goals: dict[str, Condition] = {condition.key: condition for condition in self.base.rules.values()}
        self._stages = Stages(tuple(goals.values()))
        self._ranker = Ranker(self.base)
        self._reasoner = Reasoner(self._ranker, reasons)
        self._wordings = Wordings(goals.values())
        self._known = {finding.id for finding in atoms()}

    def assess(self, cases: pl.DataFrame, setting: str | None = None) -> pl.DataFrame:
        """The answer for each case, in order. ``setting`` goes before the case's own, and that before the default.

        Raises:
            TableError: the table has no ``id``, or a column that is no finding, or holds an option or setting that does not exist.
        """
        table = self.conclude(cases)
        ranked = self.rank_concluded(table, setting)
        leading = ranked.order[:, : self.top]
        return pl.DataFrame([
            cases[ID].cast(pl.String).alias("case_id"),
            *_verdict_columns(ranked),
            *self._counted_columns(table.verdicts),
            *self._cause_columns(ranked, leading),
            *self._reason_columns(table, ranked, leading),
            pl.repeat(self.base.version, cases.height, dtype=pl.String, eager=True).alias("knowledge_version"),
            pl.repeat(self.base.sha256, cases.height, dtype=pl.String, eager=True).alias("knowledge_sha256"),
        ])  # fmt: skip

    @property
    def nothing(self) -> pl.DataFrame:
        """The answer for no case: the columns with their types."""
        return self.assess(pl.DataFrame({ID: []}, schema={ID: pl.String}))

    def rank(self, cases: pl.DataFrame, setting: str | None = None) -> Ranked:
        """All causes of each case ranked, without words.

        Raises:
            TableError: as for :meth:`assess`.
        """
        return self.rank_concluded(self.conclude(cases), setting)

    def conclude(self, cases: pl.DataFrame) -> Concluded:
        """What follows from what is reported, and the verdict of every condition of the rules.

        Raises:
            TableError: as for :meth:`assess`.
        """
        self._check(cases)
        try:
            findings = self._stages.concluded(cases)
        except pl.exceptions.PolarsError as error:
            raise TableError(f"a column does not hold what its finding can be: {error}") from error
        return Concluded(cases, findings, self._stages.verdicts(findings))

    def rank_concluded(self, table: Concluded, setting: str | None = None) -> Ranked:
        """All causes ranked, from verdicts."""
        own = table.cases[SETTING].cast(pl.String) if SETTING in table.cases.columns else pl.repeat(None, table.cases.height, dtype=pl.String, eager=True)
        if strange := ({setting} | set(own.unique().to_list())) - {None, *SETTINGS}:
            raise TableError(f"there is no setting {min(map(str, strange))!r}; the settings are {', '.join(SETTINGS)}")
        chosen = own if setting is None else pl.repeat(setting, table.cases.height, dtype=pl.String, eager=True)
        return self._ranker.rank(table.verdicts, chosen, table.findings["child"])

    def _check(self, cases: pl.DataFrame) -> None:
        if ID not in cases.columns:
            raise TableError("the table has no column 'id'")
        if strange := set(cases.columns) - self._known - {ID, SETTING}:
            raise TableError(f"{min(strange)!r} is no finding; drop the column, or rename it to a finding's id")

    def _counted_columns(self, verdicts: pl.DataFrame) -> Iterator[pl.Series]:
        """Severity and alerts: what the rules that hold add up to."""
        grades = {grade: [rule for rule in self.base.severity.values() if rule.grade == grade] for grade in GRADES}
        weights = [
            pl.sum_horizontal(pl.when(pl.col(rule.condition.key)).then(rule.weight).otherwise(0) for rule in rules).alias(grade)
            for grade, rules in grades.items()
        ]
        weighed = verdicts.select(weights).to_numpy()
        worst_first = weighed[:, ::-1]
        severity = np.array(GRADES[::-1], dtype=object)[worst_first.argmax(axis=1)]
        severity[weighed.max(axis=1, initial=0) == 0] = UNDETERMINED
        yield pl.Series("severity", severity, dtype=pl.String)
        raised = np.stack([verdicts[alert.condition.key].fill_null(False).to_numpy() for alert in self.base.alerts.values()], axis=1)
        names = pl.Series(list(self.base.alerts), dtype=pl.String)
        yield lists(names.gather(raised.nonzero()[1]), raised.sum(axis=1)).alias("alerts")

    def _cause_columns(self, ranked: Ranked, leading: Rows) -> Iterator[pl.Series]:
        yield pl.Series("unexplained_probability", ranked.probability[:, ranked.causes.index(UNEXPLAINED)])
        causes = pl.Series(ranked.causes, dtype=pl.String)
        for place in range(self.top):
            chosen = leading[:, place]
            yield causes.gather(chosen).alias(f"cause_{place + 1}")
            yield pl.Series(f"probability_{place + 1}", np.take_along_axis(ranked.probability, chosen[:, None], axis=1)[:, 0])
            yield pl.Series(f"strength_{place + 1}", ranked.strength(chosen))

    def _reason_columns(self, table: Concluded, ranked: Ranked, leading: Rows) -> Iterator[pl.Series]:
        places = {Explain.ALL: self.top, Explain.TOP: 1, Explain.NONE: 0}[self.explain]
        sentences = Sentences(self._wordings, table.cases, table.findings)
        for place in range(places):
            for side, reasons in zip(("for", "against"), self._reasoner.at(place, leading, ranked, sentences), strict=True):
                yield reasons.texts.alias(f"reasons_{side}_{place + 1}")
                yield reasons.rules.alias(f"rules_{side}_{place + 1}")


def _verdict_columns(ranked: Ranked) -> Iterator[pl.Series]:
    for name, values in (
        ("setting", ranked.setting), ("tempo", ranked.tempo), ("carpentier", ranked.carpentier), ("mechanism", ranked.mechanism), ("class", ranked.valve_class),
    ):  # fmt: skip
        yield pl.Series(name, values, dtype=pl.String)
    for number, tempo in enumerate(Tempo):
        yield pl.Series(f"probability_{tempo.value}", ranked.tempo_probability[:, number])
