"""Every cause belongs to one family."""

from __future__ import annotations

from mrddx.inference.knowledge import knowledge_base
from mrddx.rules.families import FAMILIES, FAMILY_OF


def test_each_cause_has_one_family() -> None:
    listed = [cause for family in FAMILIES.values() for cause in family.causes]
    assert sorted(listed) == sorted(knowledge_base().causes)
    assert FAMILY_OF.keys() == set(listed)


def test_the_heads_of_tables_are_short_and_distinct() -> None:
    shorts = [family.short for family in FAMILIES.values()]
    assert len(set(shorts)) == len(shorts)
    assert max(map(len, shorts)) <= 15


def test_all_prostheses_are_one_family() -> None:
    assert {FAMILY_OF[cause] for cause in knowledge_base().causes if cause.startswith("prosthetic_")} == {"prosthetic"}
