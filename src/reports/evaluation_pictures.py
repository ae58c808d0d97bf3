"""The pictures of an evaluation, as SVG to stand inside a page: they take their colours and letters from it, in light and dark.

Colours are drawn as marks and replaced by the page's own: see ``COLOURS``.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING
from typing import Any as Anything

from ..evaluation.bootstrap import Estimate
from ..evaluation.evaluate import Evaluation
from ..evaluation.noise import NoiseLevel
from ..evaluation.tables import Confusion
from .evaluation import family_name

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

INK, MUTED, RULE, FIRST, SECOND, THIRD = (f"#01010{number}" for number in range(1, 7))
COLOURS: Mapping[str, str] = {INK: "ink", MUTED: "muted", RULE: "rule", FIRST: "first", SECOND: "second", THIRD: "third"}
"""The mark that stands for each colour of the page, a CSS variable."""

_COMPARED = {"top1_strict": "first, strict", "top1_lenient": "first, lenient", "top3_strict": "in three, strict", "top3_lenient": "in three, lenient",
             "top5_strict": "in five, strict", "urgent_top3_strict": "urgent, in three"}  # fmt: skip
_NOISE = {"top1_strict": ("known cause first", FIRST, "o"), "top3_strict": ("known cause in three", SECOND, "s"),
          "first_unchanged": ("first place unchanged", THIRD, "^")}  # fmt: skip
_STYLE: dict[Anything, Anything] = {
    "font.size": 8.5, "svg.fonttype": "none", "svg.hashsalt": "mrddx", "text.color": INK, "legend.frameon": False,
    "axes.edgecolor": RULE, "axes.labelcolor": MUTED, "axes.titlecolor": INK, "axes.spines.top": False, "axes.spines.right": False,
    "xtick.color": RULE, "ytick.color": RULE, "xtick.labelcolor": MUTED, "ytick.labelcolor": INK,
    "axes.grid": True, "grid.color": RULE, "grid.linewidth": 0.5,
}  # fmt: skip


def pictures(evaluation: Evaluation) -> dict[str, str]:
    """The pictures by name: ``baselines``, ``reliability``, ``families`` and, after a noise study, ``noise``.

    Raises:
        ModuleNotFoundError: matplotlib is not installed (the extra ``plot``).
    """
    from matplotlib import rc_context

    with rc_context(_STYLE):
        drawn = {"baselines": _baselines(evaluation), "reliability": _reliability(evaluation), "families": _families(evaluation.families)}
        if evaluation.noise:
            drawn["noise"] = _noise(evaluation)
        return {name: _svg(figure, name) for name, figure in drawn.items()}


def _figure(height: float) -> Figure:
    from matplotlib.figure import Figure

    return Figure(figsize=(5, height), layout="constrained")


def _baselines(evaluation: Evaluation) -> Figure:
    """Each share as a point with its interval, the program beside the simpler rankers."""
    shown = [id for id in _COMPARED if id in evaluation.measures]
    figure = _figure(0.42 * len(shown) + 0.9)
    axes = figure.add_subplot()
    rankers = [("mrddx", evaluation.measures), *((each.label, each.measures) for each in evaluation.baselines.values())]
    for number, ((label, measures), colour, marker) in enumerate(zip(rankers, (FIRST, SECOND, THIRD), "osD", strict=False)):
        heights = [place + 0.22 * (number - 1) for place in range(len(shown))]
        _points(axes, [measures[id] for id in shown], heights, colour, marker, label)
    axes.set(xlim=(-2, 102), xlabel="percent of the cases, with 95 % interval", yticks=range(len(shown)), yticklabels=[_COMPARED[id] for id in shown])
    axes.invert_yaxis()
    axes.grid(axis="y", visible=False)
    _legend(figure)
    return figure


def _points(axes: Axes, estimates: Sequence[Estimate], heights: Sequence[float], colour: str, marker: str, label: str) -> None:
    values = [100 * each.value for each in estimates]
    spread = _arms(values, [100 * each.low for each in estimates], [100 * each.high for each in estimates])
    axes.errorbar(values, heights, xerr=spread, fmt=marker, color=colour, markersize=5, capsize=0, linewidth=1.6, label=label, clip_on=False)


def _reliability(evaluation: Evaluation) -> Figure:
    """What was said against what was accepted."""
    bins = evaluation.reliability.bins
    figure = _figure(4.2)
    axes = figure.add_subplot()
    axes.plot([0, 100], [0, 100], color=MUTED, linestyle="--", linewidth=1)
    said, right = [100 * each.mean_probability for each in bins], [100 * each.share_right for each in bins]
    spread = _arms(right, [100 * each.interval[0] for each in bins], [100 * each.interval[1] for each in bins])
    axes.errorbar(said, right, yerr=spread, fmt="o", color=FIRST, markersize=5, linewidth=1.6, clip_on=False)
    for each, across, up in zip(bins, said, right, strict=True):
        axes.annotate(f"{each.cases}", (across, up), textcoords="offset points", xytext=(6, -11), color=MUTED)
    axes.set(xlim=(0, 103), ylim=(0, 103), xlabel="percent given to the first place", ylabel="percent in which it was accepted")
    axes.set_aspect("equal")
    return figure


def _families(table: Confusion) -> Figure:
    """Known families by those of the first place, each cell shaded by its share of the line."""
    from matplotlib.patches import Rectangle

    figure = _figure(0.34 * len(table.rows) + 1.3)
    axes = figure.add_subplot()
    for row, (name, counts) in enumerate(zip(table.rows, table.counts, strict=True)):
        for column, count in enumerate(counts):
            if count:
                colour = FIRST if table.columns[column] == name else SECOND
                axes.add_patch(Rectangle((column - 0.46, row - 0.44), 0.92, 0.88, facecolor=colour, alpha=0.15 + 0.45 * count / sum(counts), linewidth=0))
                axes.text(column, row, f"{count}", ha="center", va="center")
    axes.set(xlim=(-0.5, len(table.columns) - 0.5), ylim=(len(table.rows) - 0.5, -0.5), xlabel="family of the first place", ylabel="family of the known cause")
    axes.set_xticks(range(len(table.columns)), [family_name(name) for name in table.columns], rotation=55, ha="right", rotation_mode="anchor", color=INK)
    axes.set_yticks(range(len(table.rows)), [f"{family_name(name)} ({sum(counts)})" for name, counts in zip(table.rows, table.counts, strict=True)])
    axes.tick_params(length=0)
    axes.grid(visible=False)
    return figure


def _noise(evaluation: Evaluation) -> Figure:
    """The shares as more and more findings are lost or wrong: first numbers of findings, then shares of them."""
    figure = _figure(5.2)
    for axes, kind, title in zip(figure.subplots(2, 1, sharex=True), ("drop", "flip"), ("findings dropped", "findings turned"), strict=True):
        levels = [level for level in evaluation.noise if level.kind == kind]
        places, names = _noise_places(levels)
        for id, (label, colour, marker) in _NOISE.items():
            start = evaluation.measures[id].value if id in evaluation.measures else 1.0
            means = [100 * start, *(100 * level.estimates[id].value for level in levels)]
            for part in _runs(places):
                axes.plot([places[at] for at in part], [means[at] for at in part], color=colour, marker=marker, markersize=4.5, linewidth=1.6,
                          label=label if kind == "drop" and 0 in part else None)  # fmt: skip
            low, high = [100 * level.estimates[id].low for level in levels], [100 * level.estimates[id].high for level in levels]
            axes.vlines(places[1:], low, high, color=colour, linewidth=1, alpha=0.6)
        axes.set(ylim=(0, 103), ylabel="percent")
        axes.set_title(title, loc="left", fontsize=9)
        axes.set_xticks(places, names)
        axes.tick_params(labelbottom=True)
    _legend(figure)
    return figure


def _noise_places(levels: Sequence[NoiseLevel]) -> tuple[list[int], list[str]]:
    """Where each level stands, and its name; the shares of findings begin after a gap."""
    places, names = [0], ["none"]
    for number, level in enumerate(levels, start=1):
        places.append(number + (not isinstance(level.amount, int)))
        names.append(f"{level.amount}" if isinstance(level.amount, int) else f"{level.amount:.0%}".replace("%", " %"))
    return places, names


def _runs(places: Sequence[int]) -> list[list[int]]:
    """Indices of places that follow one another without a gap."""
    runs: list[list[int]] = [[]]
    for at, place in enumerate(places):
        if at and place != places[at - 1] + 1:
            runs.append([])
        runs[-1].append(at)
    return runs


def _arms(values: Sequence[float], low: Sequence[float], high: Sequence[float]) -> tuple[list[float], list[float]]:
    """How far an interval reaches below and above; never less than nothing, whatever the rounding."""
    return [max(value - end, 0.0) for value, end in zip(values, low, strict=True)], [max(end - value, 0.0) for value, end in zip(values, high, strict=True)]


def _legend(figure: Figure) -> None:
    figure.legend(loc="outside upper left", ncols=3, handletextpad=0.3, columnspacing=1.2)


def _svg(figure: Figure, name: str) -> str:
    """The figure as an element of a page: no head, no fixed size, the page's colours and letters, ids of its own."""
    figure.patch.set_alpha(0)
    for axes in figure.axes:
        axes.patch.set_alpha(0)
    file = io.StringIO()
    figure.savefig(file, format="svg", metadata={"Date": None, "Creator": None, "Format": None, "Type": None})
    svg = file.getvalue()[file.getvalue().index("<svg"):]
    svg = re.sub(r"<metadata>.*?</metadata>|<style.*?</style>|<!--.*?-->", "", svg, flags=re.DOTALL)
    box = re.search(r'viewBox="[^"]*"', svg)
    svg = re.sub(r"<svg[^>]*>", f'<svg {box[0] if box else ""} role="img" aria-labelledby="{name}-said">', svg, count=1)
    svg = re.sub(r'<g id="[^"]*"', "<g", re.sub(r"font-family: [^;]*; ", "", svg))
    svg = re.sub(r'(id="|href="#|url\(#)', rf"\g<1>{name}-", svg).replace("xlink:href", "href")
    for mark, colour in COLOURS.items():
        svg = svg.replace(mark, f"var(--{colour})")
    return svg.strip()
