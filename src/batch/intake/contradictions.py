"""Finds where the rows of a table contradict themselves: the limits of ``readers.contradictions``, for all rows at once."""

from __future__ import annotations

import functools
import operator
from functools import cache

import polars as pl

from ...facts import patient
from ...facts.derivation import Derivation
from ...facts.vocabulary import DERIVATIONS, atom
from ...inference.columns import expression
from ...inference.order import in_order
from ..records import column_type

_AGES = frozenset((patient.age_years.id, patient.age_group.id))
_FLAG = "contradicted "


def contradicted(cases: pl.DataFrame) -> dict[str, pl.Series]:
    """For each yes/no of a typed table that other findings can speak against: in which rows they do."""
    unnamed, steps, flags = _steps(frozenset(cases.columns))
    if not flags:
        return {}
    table = cases.lazy().with_columns(unnamed)
    for step in steps:
        table = table.with_columns(step)
    found = table.select(flags).collect()
    return {name.removeprefix(_FLAG): found[name] for name in found.columns}


def ages_exclude(years: pl.Series, group: pl.Series) -> pl.Series:
    """In which rows the age and the age group cannot both be true."""
    return pl.DataFrame([years, group]).select(functools.reduce(operator.or_, _by_age())).to_series().fill_null(False)


@cache
def _by_age() -> list[pl.Expr]:
    of_age = [derivation for derivation in DERIVATIONS if _AGES.issuperset(_reads(derivation))]
    return [expression(each.present_if) & expression(each.absent_if) for each in of_age if each.present_if is not None and each.absent_if is not None]


@cache
def _steps(reported: frozenset[str]) -> tuple[list[pl.Expr], list[list[pl.Expr]], list[str]]:
    """The columns to add, the levels in which findings are drawn and compared, and the names of the results."""
    levels = in_order(DERIVATIONS)
    drawn = {derivation.finding.id for level in levels for derivation in level}
    read = {id for level in levels for derivation in level for id in _reads(derivation)}
    unnamed = [pl.lit(None, column_type(atom(id))).alias(id) for id in sorted((drawn | read) - reported)]
    steps = [[each for derivation in level for each in _drawn(derivation, derivation.finding.id in reported)] for level in levels]
    return unnamed, steps, [_FLAG + id for id in sorted(drawn & reported)]


def _drawn(derivation: Derivation, is_reported: bool) -> list[pl.Expr]:
    """The finding, drawn where it was not reported, and where it was whether that contradicts what is drawn."""
    present, absent = (pl.lit(False) if each is None else expression(each).fill_null(False) for each in (derivation.present_if, derivation.absent_if))
    value = pl.when(present).then(True).when(absent).then(False)
    if not is_reported:
        return [value.alias(derivation.finding.id)]
    said = pl.col(derivation.finding.id)
    against = pl.when(said).then(absent & ~present).when(~said).then(present & ~absent).otherwise(False)
    return [pl.coalesce(said, value).alias(derivation.finding.id), against.alias(_FLAG + derivation.finding.id)]


def _reads(derivation: Derivation) -> set[str]:
    return {id for condition in (derivation.present_if, derivation.absent_if) if condition is not None for id in condition.finding_ids()}
