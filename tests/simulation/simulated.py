"""Simulated cases that several tests look at, drawn once."""

from __future__ import annotations

from functools import cache

import polars as pl

from mrddx.facts.case import Case
from mrddx.simulation.draw import Simulation
from mrddx.simulation.write import documents


@cache
def block(*, seed: int = 7, setting: str = "hospital", cause: str | None = None) -> pl.DataFrame:
    """The first block of a simulation."""
    return Simulation(seed, setting, cause).block(0)


def cases(frame: pl.DataFrame) -> list[Case]:
    """Rows as cases, checked as those of a case file are."""
    return [Case.model_validate(document) for document in documents(frame)]
