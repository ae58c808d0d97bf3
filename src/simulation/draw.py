"""Draws synthetic cases: who the patient is, then sign by sign what is found, then what of it is reported.

The cause comes by the setting's shares, tempo and mechanism by the cause, age and sex by what the knowledge says of them. Then each sign
(``plan``) that is not decided yet by what is reported is drawn as present, as absent, or not reported. What is set stays: a way to report a
sign that does not fit it is not taken.

How much is reported is chosen, not measured: a sign that holds is reported with the chance ``reported``, one that does not with a fraction
of it, both the less often the more it takes to find out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

import numpy as np
import polars as pl
from numpy.typing import NDArray

from ..batch.records import ID, SETTING
from ..facts import patient
from ..facts.findings import Choice, Finding, Quantity, YesNo
from ..facts.vocabulary import DERIVATIONS, atom
from ..inference.knowledge import knowledge_base
from ..inference.order import in_order
from ..rules.model import Mechanism, Tempo
from ..rules.settings import CHOOSABLE, setting
from . import plan
from .kleene import EVERY, Numbers, Table, Verdicts
from .numbers import Grid
from .patients import Chances, Places, ages, causes, children, choose, mechanism_of, shares, tempo_of, women
from .plan import Drawn, Option
from .ways import Part

BLOCK = 25_000
"""Rows that are drawn together, each block from a seed of its own: how a table is written changes nothing in it."""
REPORTED = 0.6
"""How often a sign that holds and is easily found out is reported."""
_ABSENT_TOO = 0.28
"""How much less often one that does not hold is, where many causes ask for it."""
_PILOT_ROWS = 600
_PILOT_SEED = 0
_TRIES = 2
KNOWN = ("known_cause", "known_tempo", "known_carpentier", "known_class")


@dataclass(frozen=True)
class Patients:
    """Who the patients of a block are, as places: of the cause, the tempo and the mechanism."""

    cause: Places
    layers: dict[str, Places]

    def cell(self, sign: Drawn) -> Places:
        """For each row where the sign's frequency stands, in the flattened table of causes by layer values."""
        return np.asarray(self.cause * sign.frequency.shape[1] + self.layers[sign.layer], np.intp)


@dataclass(frozen=True)
class Simulation:
    """Synthetic cases of one seed and setting. ``cause``: only cases of this cause. ``reported``: how often a sign that holds is reported, 0 to 1.

    Raises:
        KeyError: there is no such setting or cause.
        ValueError: ``seed`` is negative, or ``reported`` not between 0 and 1.
    """

    seed: int
    setting: str = "hospital"
    cause: str | None = None
    reported: float = REPORTED
    _shares: Chances = field(init=False, repr=False)

    def __post_init__(self) -> None:
        if self.seed < 0:
            raise ValueError(f"the seed is {self.seed}; it is a whole number of 0 or more")
        if not 0 <= self.reported <= 1:
            raise ValueError(f"the rate of reporting is {self.reported:g}; it lies between 0 and 1")
        if self.cause is not None and self.cause not in causes():
            raise KeyError(self.cause)
        by_setting = shares(setting(self.setting))
        object.__setattr__(self, "_shares", by_setting if self.cause is None else np.array([float(cause == self.cause) for cause in causes()]))

    def blocks(self, cases: int) -> Iterator[pl.DataFrame]:
        """So many cases as typed tables of at most ``BLOCK`` rows, all with the same columns. The first cases are the same however many follow."""
        for first in range(0, cases, BLOCK):
            yield self.block(first // BLOCK).head(cases - first)

    def block(self, number: int) -> pl.DataFrame:
        """The typed table of one block of ``BLOCK`` cases, numbered from 0."""
        rng = np.random.Generator(np.random.PCG64(np.random.SeedSequence([self.seed, number])))
        child = children(setting(self.setting))
        patients = _patients(choose(self._shares[None, :], np.zeros(BLOCK, np.intp), rng.random(BLOCK)), rng)
        table = _table(patients, child, rng)
        for sign, chances in zip(plan.signs(), _chances_of_signs(child, self.reported), strict=True):
            _draw(table, sign, patients, chances, rng)
        _mend(table)
        return self._frame(table, patients, number * BLOCK)

    def _frame(self, table: Table, patients: Patients, first: int) -> pl.DataFrame:
        base = knowledge_base()
        carpentier = [None if mechanism is Mechanism.PROSTHETIC else mechanism.value for mechanism in Mechanism]
        known = (
            _named(list(causes()), patients.cause), _named([tempo.value for tempo in Tempo], patients.layers["tempo"]),
            _named(carpentier, patients.layers["mechanism"]), _named([base.causes[cause].valve_class.value for cause in causes()], patients.cause),
        )
        own = {ID: pl.Series([f"sim-{self.seed}-{number:07d}" for number in range(first + 1, first + table.rows + 1)])}
        own[SETTING] = pl.Series([self._case_setting]).new_from_index(0, table.rows)
        found = {finding.id: _typed(finding, table.column(finding)) for finding in plan.findings()}
        return pl.DataFrame({**own, **dict(zip(KNOWN, known, strict=True)), **found})

    @property
    def _case_setting(self) -> str:
        """The setting as a case names it: children get the children's shares by themselves."""
        return self.setting if self.setting in CHOOSABLE else "low_income" if self.setting == "child_low_income" else "hospital"


def _patients(cause: Places, rng: np.random.Generator) -> Patients:
    tempo, mechanism = (choose(chances, cause, rng.random(len(cause))) for chances in (tempo_of(), mechanism_of()))
    return Patients(cause, {"": np.zeros(len(cause), np.intp), "tempo": tempo, "mechanism": mechanism})


def _table(patients: Patients, child: bool, rng: np.random.Generator) -> Table:
    """A table in which age and sex are known."""
    cause = patients.cause
    table = Table(len(cause))
    table.column(patient.age_years)[:] = choose(ages(child=child), cause, rng.random(len(cause)))
    female, male = (list(patient.sex.options).index(option) for option in ("female", "male"))
    table.column(patient.sex)[:] = np.where(rng.random(len(cause)) < women()[cause], female, male)
    return table


@cache
def _chances_of_signs(child: bool, reported: float) -> tuple[Chances, ...]:
    """For each sign, by cell, the chance that it is reported where it is open; found on a pilot of cases of every cause.

    A sign may be decided by signs drawn before it. Drawn with its own frequency on top of that it would come too often; so on the pilot it
    is counted how often it is decided already, and what is still wanting makes its chance.
    """
    rng = np.random.Generator(np.random.PCG64(_PILOT_SEED))
    patients = _patients(np.repeat(np.arange(len(causes())), _PILOT_ROWS), rng)
    table = _table(patients, child, rng)
    found = []
    for sign in plan.signs():
        found.append(_wanting(table, sign, patients, reported))
        _draw(table, sign, patients, found[-1], rng)
    return tuple(found)


def _wanting(table: Table, sign: Drawn, patients: Patients, reported: float) -> Chances:
    asked = _asked(table, sign, np.arange(table.rows))
    cell, verdicts = patients.cell(sign)[asked], table.verdict(sign.condition, asked)
    rows, had, open = (np.bincount(cell[chosen], minlength=sign.frequency.size) for chosen in (EVERY, verdicts == (1 if sign.want else -1), verdicts == 0))
    wanted = sign.frequency.ravel() * reported * sign.ease * (1.0 if sign.want else _ABSENT_TOO * sign.interest)
    return np.asarray(np.clip(np.where(open, (wanted * rows - had) / np.maximum(open, 1), wanted), 0, 1))


def _draw(table: Table, sign: Drawn, patients: Patients, chances: Chances, rng: np.random.Generator) -> None:
    """Draw a verdict of a sign where the sign is still open, each in a way of its own; where that does not fit what is set, another is tried."""
    rows = _asked(table, sign, np.flatnonzero(rng.random(table.rows, np.float32) < chances[patients.cell(sign)]))
    rows = rows[table.verdict(sign.condition, rows) == 0]
    for _ in range(_TRIES):
        if not len(rows):
            return
        chosen = choose(sign.chances, patients.cause[rows], rng.random(len(rows)))
        unfit = [rows[:0]]
        for number in np.unique(chosen):
            option, here = sign.options[number], rows[chosen == number]
            fits = _fits(table, option, here)
            _write(table, option, here[fits], rng)
            unfit.append(here[~fits])
        rows = np.concatenate(unfit)


def _asked(table: Table, sign: Drawn, rows: Places) -> Places:
    """The rows in which all holds that must be known before the sign is asked for, and no rival of it."""
    for condition in sign.given:
        rows = rows[table.verdict(condition, rows) == 1]
    for condition in sign.rivals:
        rows = rows[table.verdict(condition, rows) != 1]
    return rows


def _fits(table: Table, option: Option, rows: Places) -> NDArray[np.bool_]:
    """Where a way says nothing against what is reported, and nothing that follows from it does."""
    fits = np.ones(len(rows), bool)
    for condition in option.asks:
        fits &= table.verdict(condition, rows) == 1
    for id, part in option.way.reports.items():
        fits &= _said(table, atom(id), part, rows) != -1
    for finding, value in option.follows:
        if finding.id in table.columns:
            fits &= table.columns[finding.id][rows] != (-1 if value else 1)
    return fits


def _said(table: Table, finding: Finding, part: Part, rows: Places) -> Verdicts:
    """1 where a finding is known to be as a way wants it, -1 where it is otherwise, 0 where nothing is known of it."""
    if isinstance(finding, YesNo):
        return table.verdict(finding, rows) * (1 if part else -1)
    values = table.column(finding)[rows]
    as_wanted = part.holds(values) if isinstance(part, Grid) else values == _place(finding, part)
    return np.where(table.known(finding, rows), np.where(as_wanted, 1, -1), 0)


def _write(table: Table, option: Option, rows: Places, rng: np.random.Generator) -> None:
    """Report what a way reports, where it is not known already."""
    for id, part in option.way.reports.items():
        finding = atom(id)
        here = rows[_said(table, finding, part, rows) == 0]
        table.column(finding)[here] = part.pick(rng.random(len(here))) if isinstance(part, Grid) else _place(finding, part)


def _place(finding: Finding, part: Part) -> int:
    """A yes/no or an option as its column holds it."""
    return list(finding.options).index(str(part)) if isinstance(finding, Choice) else 1 if part else -1


def _mend(table: Table) -> None:
    """Take back what is reported against what other findings together make certain, as ``readers.contradictions`` finds it."""
    for level in in_order(DERIVATIONS):
        for derivation in level:
            present, absent = (table.support(derivation, value) for value in (True, False))
            if derivation.finding.id in table.columns:
                reported = table.columns[derivation.finding.id]
                reported[((reported == 1) & (absent > present)) | ((reported == -1) & (present > absent))] = 0
            table.conclude(derivation, present, absent)


def _named(names: list[str] | list[str | None], places: Places) -> pl.Series:
    return pl.Series(names, dtype=pl.String).gather(pl.Series(places).cast(pl.UInt32))


def _typed(finding: Finding, column: Numbers) -> pl.Series:
    """A column of the table as one of a typed table."""
    values = pl.Series(finding.id, column)
    if isinstance(finding, Quantity):
        return values.fill_nan(None)
    if isinstance(finding, Choice):
        return pl.Series(list(finding.options), dtype=pl.String).gather(values.cast(pl.UInt32, strict=False))
    return (values > 0).set(values == 0, None)
