"""How well free text is read, checked by hand on a tiny set."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from mrddx.evaluation.reading import Compared, ReadingSet, Told, compare, evaluate_reading, sentences_of

SENTENCES = """\
- text: No fever. LVEF 30 %.
  findings: {fever: no, lvef: 30 %}
- text: We talked about the garden.
  findings: {vegetation: yes, fever: yes}
- text: No fever.
"""


def told(text: str, **values: bool | float | str) -> Compared:
    return compare(Told("x", text, values))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "tiny.yaml").write_text(SENTENCES, encoding="utf-8")
    return tmp_path


def test_precision_and_recall_by_hand(folder: Path) -> None:
    # read: fever and lvef (right), fever in the third text, which states nothing (wrong): precision 2 / 3
    # stated: fever and lvef (found), vegetation and fever in the second text (missed): recall 2 / 4
    (tiny,) = evaluate_reading(folder)
    assert tiny.name == "tiny"
    assert len(tiny.texts) == 3
    assert tiny.precision == pytest.approx(2 / 3)
    assert tiny.recall == pytest.approx(2 / 4)


def test_what_was_found_missed_right_and_wrong(folder: Path) -> None:
    first, second, third = evaluate_reading(folder)[0].texts
    assert (set(first.found), set(first.right), first.missed, first.wrong) == ({"fever", "lvef"}, {"fever", "lvef"}, (), ())
    assert (second.found, second.missed, dict(second.read)) == ((), ("fever", "vegetation"), {})
    assert (third.right, third.wrong) == ((), ("fever",))


def test_the_opposite_is_both_missed_and_wrong() -> None:
    compared = told("No fever.", fever=True)
    assert (compared.missed, compared.wrong) == (("fever",), ("fever",))


def test_what_follows_from_what_is_read_is_found() -> None:
    compared = told("LVEDD 70 mm.", lv_dilated=True)
    assert compared.found == ("lv_dilated",)


def test_what_follows_from_what_is_stated_is_right() -> None:
    compared = told("The left ventricle is dilated.", lvedd=70.0)
    assert "lv_dilated" not in compared.wrong
    assert compared.missed == ("lvedd",)


@pytest.mark.parametrize(("stated", "near"), [(30.0, True), (30.5, True), (31.0, False)])
def test_numbers_within_two_hundredths_are_the_same(stated: float, near: bool) -> None:
    # 30 against 30.5 differs by 0.5 <= 0.02 * 30.5, against 31 by 1 > 0.02 * 31
    assert (told("LVEF 30 %.", lvef=stated).found == ("lvef",)) is near


def test_shares_of_nothing_are_no_number() -> None:
    empty = ReadingSet("empty", ())
    assert math.isnan(empty.precision)
    assert math.isnan(empty.recall)
    assert math.isnan(ReadingSet("one", (told("We talked about the garden.", fever=True),)).precision)


class TestFiles:
    def test_ages_options_and_families(self, tmp_path: Path) -> None:
        (tmp_path / "a.yaml").write_text(
            "- text: x\n  findings: {age: 62, mr_grade: severe, flail_segments: [P2], fever: no}\n  open: [vegetation]\n", encoding="utf-8"
        )
        (one,) = sentences_of(tmp_path / "a.yaml")
        assert dict(one.values) == {"age_years": 62.0, "mr_grade": "severe", "flail_segments.P2": True, "fever": False}
        assert one.open == frozenset({"vegetation"})

    @pytest.mark.parametrize("findings", ["{fevr: yes}", "{lvef: many}", "{lvef: 300 %}", "{mr_grade: huge}"])
    def test_a_finding_or_value_that_cannot_be_is_an_error(self, tmp_path: Path, findings: str) -> None:
        (tmp_path / "a.yaml").write_text(f"- text: x\n  findings: {findings}\n", encoding="utf-8")
        with pytest.raises(ValueError, match="a 1"):
            evaluate_reading(tmp_path)

    def test_a_note_beside_its_case(self, tmp_path: Path) -> None:
        notes = tmp_path / "whole"
        notes.mkdir()
        (notes / "a.txt").write_text("No fever. LVEF 30 %.", encoding="utf-8")
        (notes / "a.yaml").write_text("id: a\nfindings: {fever: no, lvef: 30 %, vegetation: yes}\n", encoding="utf-8")
        (notes / "alone.txt").write_text("No fever.", encoding="utf-8")
        (whole,) = evaluate_reading(tmp_path)
        assert whole.name == "whole notes"
        assert [each.told.name for each in whole.texts] == ["a"]
        # two of two read are right, two of three stated are found
        assert whole.precision == 1.0
        assert whole.recall == pytest.approx(2 / 3)

    def test_the_sets_of_the_project_are_well_formed(self) -> None:
        for file in sorted((Path(__file__).parents[2] / "notes" / "sentences").glob("*.yaml")):
            assert list(sentences_of(file)), file.name
