"""Finds ids that stood before, without keeping the ids.

Of each id a 64-bit hash and the place of the row are kept: 16 bytes a case, in memory up to 4 million cases (64 MB), beyond that in sorted files
in the working folder. Two different ids have the same hash once in 10 million runs of a million cases; then the later one would be refused.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import numpy as np
import numpy.typing as npt
import polars as pl

from .raw import Integers

Hashes = npt.NDArray[np.uint64]
Number = TypeVar("Number", np.uint64, np.int64)


@dataclass(frozen=True, slots=True)
class _Run:
    """Hashes in order, each with the place where its id stood first."""

    hashes: Hashes
    places: Integers

    def find(self, hashes: Hashes) -> Integers:
        """The place of each hash, -1 where it is not in this run."""
        if not len(self.hashes):
            return np.full(len(hashes), -1, np.int64)
        at = np.minimum(np.searchsorted(self.hashes, hashes), len(self.hashes) - 1)
        return np.where(self.hashes[at] == hashes, self.places[at], -1)


@dataclass
class Seen:
    """The ids that were met so far. ``in_memory`` is the number of ids beyond which they are written to ``workdir``."""

    workdir: Path
    in_memory: int = 4_000_000
    _runs: list[_Run] = field(default_factory=list)
    _files: list[_Run] = field(default_factory=list)

    def add(self, ids: pl.Series, places: Integers) -> Integers:
        """Note ids with their places; for each the place where it stood first, -1 if it is new. A null id is never noted."""
        hashes: Hashes = ids.hash().to_numpy()
        known = ids.is_not_null().to_numpy()
        first = np.full(len(ids), -1, np.int64)
        for run in (*self._runs, *self._files):
            first = np.maximum(first, run.find(hashes))
        order = np.argsort(hashes, kind="stable")
        order = order[known[order]]
        ranked = hashes[order]
        is_new = np.ones(len(order), np.bool_)
        is_new[1:] = ranked[1:] != ranked[:-1]
        leaders = order[is_new]
        within = places[leaders][np.cumsum(is_new) - 1]
        repeated = ~is_new & (first[order] < 0)
        first[order[repeated]] = within[repeated]
        fresh = leaders[first[leaders] < 0]
        self._keep(_Run(hashes[fresh], places[fresh]))
        return np.where(known, first, -1)

    def _keep(self, run: _Run) -> None:
        """Keep runs of ever greater length, so that each id is merged a few times only."""
        while self._runs and len(self._runs[-1].hashes) <= 2 * len(run.hashes):
            run = _merged(self._runs.pop(), run)
        self._runs.append(run)
        if sum(len(run.hashes) for run in self._runs) > self.in_memory:
            self._spill()

    def _spill(self) -> None:
        run = self._runs.pop()
        while self._runs:
            run = _merged(self._runs.pop(), run)
        name = self.workdir / f"ids-{len(self._files)}"
        self._files.append(_Run(_written(f"{name}-hashes.npy", run.hashes), _written(f"{name}-places.npy", run.places)))


def _written(path: str, values: npt.NDArray[Number]) -> npt.NDArray[Number]:
    """The values as a file that is read where it is needed."""
    np.save(path, values)
    mapped: npt.NDArray[Number] = np.load(path, mmap_mode="r")
    return mapped


def _merged(one: _Run, other: _Run) -> _Run:
    hashes = np.concatenate([one.hashes, other.hashes])
    order = np.argsort(hashes, kind="stable")
    return _Run(hashes[order], np.concatenate([one.places, other.places])[order])
