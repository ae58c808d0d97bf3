"""How long a cold start takes: `mrddx --help`, and one whole `mrddx assess`, each a fresh process.

Prints the median and the range of several runs, and both as a ratio to a bare start of Python, measured in the same run
so that a slow machine shows.
"""

from __future__ import annotations

import platform
import statistics
import subprocess
import sys
import time
from pathlib import Path

RUNS = 7
CASE = Path(__file__).parents[1] / "cases" / "pmr-88f-silent-small-mi.yaml"
COMMANDS = {
    "python -c pass": [sys.executable, "-c", "pass"],
    "mrddx --help": [sys.executable, "-m", "mrddx.cli", "--help"],
    "mrddx assess (terminal)": [sys.executable, "-m", "mrddx.cli", "assess", str(CASE)],
    "mrddx assess (JSON)": [sys.executable, "-m", "mrddx.cli", "assess", str(CASE), "--format", "json"],
}


def seconds(command: list[str]) -> float:
    """Wall time of one run of a command."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def main() -> None:
    """Measure every command in turn, so that drift of the machine touches all alike."""
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for command in COMMANDS.values():
        seconds(command)
    for _ in range(RUNS):
        for name, command in COMMANDS.items():
            times[name].append(seconds(command))
    bare = statistics.median(times["python -c pass"])
    print(f"Python {platform.python_version()}, {platform.machine()}, {RUNS} runs after one warm-up, seconds")
    for name, taken in times.items():
        median = statistics.median(taken)
        print(f"{name:<26} median {median:.3f}  range {min(taken):.3f} to {max(taken):.3f}  {median / bare:5.1f} x bare Python")


if __name__ == "__main__":
    main()
