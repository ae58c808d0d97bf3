"""`mrddx batch`, Parquet to Parquet with the first five causes and the leader's reasons: time, memory, and what bounds it.

Each size is simulated and then run by the commands that users have, in a process of its own. Cost per case is given with and without
the start of the program, which a run over a single case measures. Then one chunk is timed stage by stage in this process.

    python benchmarks/batch.py                                  # 10 thousand, 100 thousand, a million
    python benchmarks/batch.py --sizes 10000000 --folder /data  # ten million, keeping the simulated cases for the next run
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from machine import machine, timed

SIZES = (10_000, 100_000, 1_000_000)
MILLION, SECONDS, GIGABYTES = 1_000_000, 60, 2.0
CHUNK = 100_000
ROUNDS = 5
SEED = 7
_LOOK_EVERY = 0.05


@dataclass(frozen=True, slots=True)
class Usage:
    """What a command took: wall time in seconds, and the most memory that its processes held together, in bytes."""

    seconds: float
    peak: int


def measure(command: list[str]) -> Usage:
    """Run a command to its end and watch its processes.

    Raises:
        SystemExit: the command failed; says what it said.
    """
    with tempfile.TemporaryFile() as said:
        start, peak = time.perf_counter(), 0
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=said)
        while process.poll() is None:
            peak = max(peak, sum(map(_resident, _family(process.pid))))
            time.sleep(_LOOK_EVERY)
        seconds = time.perf_counter() - start
        if process.returncode:
            said.seek(0)
            raise SystemExit(f"{' '.join(command)} ended with {process.returncode}: {said.read().decode(errors='replace').strip()}")
    return Usage(seconds, peak)


def _family(pid: int) -> list[int]:
    """A process and all that it started, directly or through others."""
    try:
        children = [int(child) for task in Path(f"/proc/{pid}/task").iterdir() for child in (task / "children").read_text().split()]
    except OSError:  # it has just ended
        return []
    return [pid, *(each for child in children for each in _family(child))]


def _resident(pid: int) -> int:
    """The memory that a process holds now, in bytes."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0


def mrddx(*arguments: str) -> list[str]:
    """A command of the program."""
    return [sys.executable, "-m", "mrddx.cli", *arguments]


def simulated(size: int, folder: Path) -> Path:
    """A Parquet file of so many simulated cases; made now unless it is there from an earlier run."""
    path = folder / f"cases-{size}-seed-{SEED}.parquet"
    if not path.exists():
        usage = measure(mrddx("simulate", "--cases", str(size), "--seed", str(SEED), "--output", str(path)))
        print(f"simulated {size:>10,} cases: {usage.seconds:7.1f} s, {usage.peak / 2**30:.2f} GB at most, {path.stat().st_size / 2**20:,.1f} MB", flush=True)
    return path


def assessed(size: int, folder: Path) -> Usage:
    """What `mrddx batch` takes for so many cases."""
    answers = folder / f"answers-{size}.parquet"
    answers.unlink(missing_ok=True)
    usage = measure(mrddx("batch", str(simulated(size, folder)), "--output", str(answers), "--explain", "top"))
    _check_rows(answers, size)
    answers.unlink()
    return usage


def _check_rows(answers: Path, size: int) -> None:
    import pyarrow.parquet

    rows = pyarrow.parquet.ParquetFile(answers).metadata.num_rows
    if rows != size:
        raise SystemExit(f"{answers.name} has {rows:,} rows for {size:,} cases")


def stages(cases: Path, folder: Path) -> dict[str, float]:
    """Seconds of each stage for one chunk of cases, in order: the best of several rounds, since two of them are differences."""
    import polars as pl

    from mrddx.facts.vocabulary import atoms
    from mrddx.inference.columnar import Plan

    findings = {"id", "setting", *(finding.id for finding in atoms())}
    table = pl.read_parquet(cases, n_rows=CHUNK)
    table = table.select(column for column in table.columns if column in findings)
    bare, plan = Plan(explain="none"), Plan()
    concluded, answer = bare.conclude(table), plan.assess(table)
    work: dict[str, tuple[Callable[[], object], int]] = {
        "reading": (lambda: pl.read_parquet(cases, n_rows=CHUNK), 1),
        "derived findings and conditions": (lambda: bare.conclude(table), 1),
        "scores and ranking": (lambda: bare.rank_concluded(concluded), 1),
        "columns of the answer": (lambda: bare.assess(table), 1),
        "reasons": (lambda: plan.assess(table), 1),
        "writing": (lambda: answer.write_parquet(folder / "chunk.parquet"), 1),
    }
    taken = {name: min(times.rounds) for name, times in timed(work, ROUNDS).items()}
    without = taken["columns of the answer"]
    taken["reasons"] = max(0.0, taken["reasons"] - without)
    taken["columns of the answer"] = max(0.0, without - taken["derived findings and conditions"] - taken["scores and ranking"])
    return taken


def report_stages(taken: dict[str, float], rows: int) -> str:
    """The stages as lines, with the one that takes most."""
    whole = sum(taken.values())
    lines = [f"  {name:<32} {seconds / rows * 1e6:8.1f} µs a case  {seconds / whole:4.0%}" for name, seconds in taken.items()]
    return "\n".join((f"one chunk of {rows:,} cases, stage by stage:", *lines, f"  bounded by: {max(taken, key=lambda name: taken[name])}"))


def report_size(size: int, usage: Usage, start: float) -> str:
    """A size's time and memory as a line, against the target where one is set."""
    each, beyond = usage.seconds / size * 1e6, (usage.seconds - start) / size * 1e6
    line = f"{size:>10,} cases: {usage.seconds:7.1f} s, {each:9.1f} µs a case ({beyond:.1f} without the start), {usage.peak / 2**30:.2f} GB at most"
    if size != MILLION:
        return line
    reached = "reached" if usage.seconds <= SECONDS and usage.peak <= GIGABYTES * 2**30 else "missed"
    return f"{line}; target {SECONDS} s and {GIGABYTES:.0f} GB {reached}"


def run(sizes: list[int], folder: Path) -> None:
    """Measure every size, then the stages."""
    start = assessed(1, folder).seconds
    print(f"a single case takes {start:.2f} s: the start of the program")
    for size in sizes:
        print(report_size(size, assessed(size, folder), start), flush=True)
    print(report_stages(stages(simulated(max(sizes), folder), folder), min(CHUNK, max(sizes))))


def main() -> None:
    """Say what the machine is, then measure."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("--sizes", type=int, nargs="+", default=list(SIZES), help="numbers of cases")
    asked.add_argument("--folder", type=Path, help="where simulated cases are kept, and found again")
    given = asked.parse_args()
    print(machine("polars", "numpy", "pyarrow"))
    with tempfile.TemporaryDirectory() as passing:
        folder = given.folder or Path(passing)
        folder.mkdir(parents=True, exist_ok=True)
        run(given.sizes, folder)


if __name__ == "__main__":
    main()
