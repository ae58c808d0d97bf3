"""What the reader can do must not get lost: floors a little below what `mrddx evaluate-reading notes` measured when they were set."""

from __future__ import annotations

from pathlib import Path

import pytest

from mrddx.evaluation.reading import ReadingSet, compare, evaluate_reading, sentences_of

NOTES = Path(__file__).parents[2] / "notes"
PHENOMENA = ("negation", "uncertainty", "family", "history", "units", "laterality", "leaflet_and_jet", "everyday")


@pytest.mark.parametrize("phenomenon", PHENOMENA)
def test_each_phenomenon_has_its_sentences_and_is_read(phenomenon: str) -> None:
    texts = list(sentences_of(NOTES / "sentences" / f"{phenomenon}.yaml"))
    read = ReadingSet(phenomenon, tuple(map(compare, texts)))
    assert len(texts) >= 40
    assert read.precision >= 0.77
    assert read.recall >= 0.70


def test_all_sentences_together() -> None:
    read = ReadingSet("all", tuple(compare(text) for name in PHENOMENA for text in sentences_of(NOTES / "sentences" / f"{name}.yaml")))
    assert read.precision >= 0.82
    assert read.recall >= 0.81


def test_whole_notes() -> None:
    (read,) = evaluate_reading(NOTES / "whole")
    assert len(read.texts) == 20
    assert read.precision >= 0.85
    assert read.recall >= 0.75


@pytest.mark.parametrize("phenomenon", ["uncertainty", "family"])
def test_what_must_stay_open_mostly_does(phenomenon: str) -> None:
    """Of the findings that are named and must stay unknown at most one in ten is taken for known."""
    read = [compare(text) for text in sentences_of(NOTES / "sentences" / f"{phenomenon}.yaml")]
    named = sum(len(each.told.open) for each in read)
    taken = sum(len(each.told.open & set(each.wrong)) for each in read)
    assert named >= 40
    assert taken <= named / 10
