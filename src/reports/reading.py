"""How well free text is read: precision and recall of each set, and what was missed or read wrongly."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any as Anything

from ..evaluation.reading import Compared, ReadingSet


def reading_text(sets: Sequence[ReadingSet], *, misses: bool = False) -> Iterator[str]:
    """One line a set and one for all; with ``misses``, every text that was not read in full."""
    yield f"{'':<22}{'texts':>6}{'stated':>8}{'read':>7}{'precision':>11}{'recall':>8}"
    for each in (*sets, ReadingSet("all", tuple(text for one in sets for text in one.texts))):
        stated = sum(len(text.told.values) for text in each.texts)
        read = sum(len(text.read) for text in each.texts)
        yield f"{each.name:<22}{len(each.texts):>6}{stated:>8}{read:>7}{_share(each.precision):>11}{_share(each.recall):>8}"
    if misses:
        for text in (text for each in sets for text in each.texts if text.missed or text.wrong):
            yield ""
            yield from _miss(text)


def _miss(text: Compared) -> Iterator[str]:
    yield f"{text.told.name}: {' '.join(text.told.text.split())[:300]}"
    if text.missed:
        yield f"  not read: {', '.join(f'{id} = {text.told.values[id]}' for id in text.missed)}"
    if text.wrong:
        yield f"  read, but not stated: {', '.join(f'{id} = {text.read[id]}' for id in text.wrong)}"


def reading_data(sets: Sequence[ReadingSet]) -> list[dict[str, Anything]]:
    """The sets as plain data."""
    return [
        {
            "set": each.name, "texts": len(each.texts), "precision": _plain(each.precision), "recall": _plain(each.recall),
            "misses": [
                {"text": text.told.name, "not_read": list(text.missed), "not_stated": list(text.wrong)} for text in each.texts if text.missed or text.wrong
            ],
        }
        for each in sets
    ]


def _share(share: float) -> str:
    return "" if math.isnan(share) else f"{share:.1%}".replace("%", " %")


def _plain(share: float) -> float | None:
    return None if math.isnan(share) else round(share, 4)
