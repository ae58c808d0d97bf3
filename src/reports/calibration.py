"""A calibration as text, as plain data and as a picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any as Anything

from ..evaluation.calibrate import Calibration


def calibration_text(calibration: Calibration) -> Iterator[str]:
    """The fit, the Brier scores and the reliability table, and how far so few cases can be trusted."""
    least, most = calibration.left_out
    yield f"{calibration.cases} cases with a known cause; the first place is right (a fair judge would accept it) in {calibration.first_right:.1%}"
    yield f"temperature: fitted {calibration.temperature:.2f}, with one case left out {least:.2f} to {most:.2f}; the program uses {calibration.used:.2f}"
    yield (
        f"Brier score of the first place: {calibration.brier_used:.3f} ± {calibration.standard_error:.3f} as used, "
        f"{calibration.brier:.3f} fitted, {calibration.brier_left_out:.3f} left out"
    )
    yield f"log loss left out: {calibration.log_loss_left_out:.3f}"
    yield ""
    yield "probability of the first    cases   mean said   right"
    for each in calibration.bins:
        low, high = each.interval
        counts = f"{each.cases:6}      {each.mean_probability:5.0%}    {each.share_right:5.0%}"
        yield f"{each.low:6.0%} to {each.high:4.0%}          {counts}  ({low:.0%} to {high:.0%})"
    yield ""
    yield "In brackets: 95 % interval of the share (Wilson). A few dozen cases a line, many of them used for tuning, bound no probability tightly:"
    yield "take the probabilities as an order of magnitude."


def calibration_data(calibration: Calibration) -> dict[str, Anything]:
    """The calibration as plain data."""
    return asdict(calibration)


def draw_reliability(calibration: Calibration, file: Path) -> None:
    """Draw the reliability picture: what was said against what was right, with intervals and counts.

    Raises:
        ModuleNotFoundError: matplotlib is not installed (the extra ``plot``).
    """
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    figure = Figure(figsize=(6, 6), layout="constrained")
    axes = figure.add_subplot()
    axes.plot([0, 1], [0, 1], color="0.7", linestyle="--", label="said = right")
    said = [each.mean_probability for each in calibration.bins]
    right = [each.share_right for each in calibration.bins]
    # At a share of 1 the interval's end may fall short of it by a rounding error.
    below = [max(each.share_right - each.interval[0], 0.0) for each in calibration.bins]
    above = [max(each.interval[1] - each.share_right, 0.0) for each in calibration.bins]
    axes.errorbar(said, right, yerr=(below, above), fmt="o-", color="#1f5fa8", capsize=3, label="cases, with 95 % interval")
    for each in calibration.bins:
        axes.annotate(f"{each.cases}", (each.mean_probability, each.share_right), textcoords="offset points", xytext=(8, -12))
    axes.set(
        xlim=(0, 1.02), ylim=(0, 1.02), xlabel="probability given to the first place", ylabel="share in which it was right",
        title=f"Reliability, {calibration.cases} cases; Brier {calibration.brier_used:.3f}",
    )
    axes.legend(loc="upper left")
    with rc_context({"svg.hashsalt": "mrddx"}):  # the same bytes each time
        figure.savefig(file, metadata={"Date": None} if file.suffix == ".svg" else None)
