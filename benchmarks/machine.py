"""What a benchmark ran on, and how its times are taken."""

from __future__ import annotations

import os
import platform
import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path


def machine(*packages: str) -> str:
    """The machine, Python, and the versions of some packages, in two lines."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    versions = ", ".join(f"{package} {version(package)}" for package in packages)
    return f"{cores} cores, {memory:.0f} GB of memory, {_processor()}\nPython {platform.python_version()}, {versions}"


def _processor() -> str:
    """The processor's own name where Linux tells it, else its kind."""
    info = Path("/proc/cpuinfo")
    names = [line.partition(":")[2].strip() for line in info.read_text().splitlines() if line.startswith("model name")] if info.exists() else []
    return names[0] if names else platform.machine()


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds for one case, of each round."""

    rounds: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle one."""
        return statistics.median(self.rounds)

    def __str__(self) -> str:
        return f"{self.median * 1e6:12,.1f} µs  ({min(self.rounds) * 1e6:,.1f} to {max(self.rounds) * 1e6:,.1f})"


def timed(work: Mapping[str, tuple[Callable[[], object], int]], rounds: int) -> dict[str, Times]:
    """The time for one case of each piece of work, given with how many cases it does; in turn, so that drift of the machine touches all alike."""
    taken: dict[str, list[float]] = {name: [] for name in work}
    for _ in range(rounds):
        for name, (do, cases) in work.items():
            start = time.perf_counter()
            do()
            taken[name].append((time.perf_counter() - start) / cases)
    return {name: Times(tuple(each)) for name, each in taken.items()}
