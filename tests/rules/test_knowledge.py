"""The knowledge base as a whole: complete, consistent, sourced, and written for people."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from mrddx.facts.vocabulary import FINDINGS, atom
from mrddx.inference.knowledge import KnowledgeBase, knowledge_base
from mrddx.rules.model import Basis, Mechanism, Tempo, ValveClass
from mrddx.rules.settings import SETTINGS, setting, setting_for
from mrddx.rules.sources import SOURCES, Status

SEED = {
    "prolapse_barlow", "prolapse_fibroelastic", "annular_calcification", "rheumatic_chronic", "congenital_cleft", "congenital_other",
    "endocarditis_perforation", "endocarditis_chordal", "endocarditis_healed", "chordal_rupture", "trauma_acute", "trauma_chronic", "papillary_rupture",
    "ischemic_acute", "ischemic_chronic", "dilated_cardiomyopathy", "hypertensive_heart", "hypertrophic_obstructive", "lupus_libman_sacks", "rheumatoid",
    "marfan", "kidney_disease", "drug_fenfluramine", "prosthetic_paravalvular", "prosthetic_bio_degeneration", "prosthetic_thrombosis_pannus",
    "prosthetic_endocarditis", "coronary_childhood",
}  # fmt: skip
CAUSES = Path(__file__).parents[2] / "src" / "rules" / "causes"


@pytest.fixture(scope="module")
def base() -> KnowledgeBase:
    return knowledge_base()


def test_every_seed_cause_is_there(base: KnowledgeBase) -> None:
    assert base.causes.keys() >= SEED


def test_every_cause_has_ten_rules_or_more_for_and_against(base: KnowledgeBase) -> None:
    for cause, rules in base.evidence.items():
        assert len(rules) >= 10, cause
        assert any(rule.weight_if_true > 1 for rule in rules.values()), cause
        assert any(min(rule.weight_if_true, rule.weight_if_false) < -1 for rule in rules.values()), cause


def test_distributions_name_every_value_and_sum_to_one(base: KnowledgeBase) -> None:
    for id, cause in base.causes.items():
        assert set(cause.tempo) == set(Tempo), id
        assert set(cause.mechanism) == set(Mechanism), id
        assert sum(cause.tempo.values()) == pytest.approx(1), id
        assert sum(cause.mechanism.values()) == pytest.approx(1), id
        assert min(*cause.tempo.values(), *cause.mechanism.values()) > 0, id


def test_every_cause_says_what_to_look_for(base: KnowledgeBase) -> None:
    for id, cause in base.causes.items():
        assert cause.look_for, id
        assert cause.__doc__, id
        assert isinstance(cause.valve_class, ValveClass)
        assert len(cause.name) <= 60, id


def test_every_rule_gives_its_reason_in_a_sentence(base: KnowledgeBase) -> None:
    for cause, rules in base.evidence.items():
        for name, rule in rules.items():
            assert re.fullmatch(r"[A-Z0-9“].*[.]", rule.why), f"{cause}.{name}: {rule.why}"


def test_a_measured_figure_has_a_source_that_was_read(base: KnowledgeBase) -> None:
    for cause, rules in base.evidence.items():
        for name, rule in rules.items():
            assert SOURCES[rule.source.tag] is rule.source
            if rule.basis in (Basis.COHORT, Basis.DERIVED):
                assert rule.source.status is not Status.RECALLED, f"{cause}.{name}"


def test_rules_read_findings_that_exist(base: KnowledgeBase) -> None:
    for id, condition in base.rules.items():
        for finding in condition.finding_ids():
            assert atom(finding).id == finding, id


def test_every_cause_has_a_share_in_every_setting(base: KnowledgeBase) -> None:
    for name in SETTINGS:
        assert base.causes.keys() <= setting(name).shares.keys()


def test_children_get_their_own_shares() -> None:
    assert setting_for("hospital", child=True).id == "child_high_income"
    assert setting_for("low_income", child=True).id == "child_low_income"
    assert setting_for("hospital", child=False).id == "hospital"
    assert setting_for("hospital", child=None).id == "hospital"


def test_the_hash_stands_for_the_knowledge(base: KnowledgeBase) -> None:
    assert re.fullmatch(r"[0-9a-f]{64}", base.sha256)


def test_knowledge_holds_no_machinery() -> None:
    for path in CAUSES.glob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        machinery = (ast.For, ast.While, ast.If, ast.FunctionDef, ast.Lambda, ast.Try, ast.BinOp)
        found = [type(node).__name__ for node in ast.walk(tree) if isinstance(node, machinery) and not _is_condition(node)]
        assert not found, path.name


def _is_condition(node: ast.AST) -> bool:
    return isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitAnd | ast.BitOr)


def test_a_denied_exposure_speaks_against_its_cause(base: KnowledgeBase) -> None:
    for cause, rule in (("drug_fenfluramine", "exposure"), ("rheumatoid", "arthritis")):
        assert base.evidence[cause][rule].weight_if_false < -3


def test_vocabulary_is_about_as_large_as_reports_need() -> None:
    assert len(FINDINGS) >= 200
    for id, finding in FINDINGS.items():
        assert re.fullmatch(r"[a-z][a-z0-9_]*", id)
        assert finding.label
        assert finding.question.endswith("?"), id


def test_a_label_handed_down_weighs_little(base: KnowledgeBase) -> None:
    for cause, rules in base.evidence.items():
        for name, rule in rules.items():
            if rule.sign.condition.key.startswith("claimed_"):
                assert abs(rule.weight_if_true) < 2.4, f"{cause}.{name}"  # a likelihood ratio of about ten at most
                assert abs(rule.weight_if_false) < 1, f"{cause}.{name}"


def test_what_hardly_ever_occurs_in_a_cause_never_speaks_for_it(base: KnowledgeBase) -> None:
    for cause, rules in base.evidence.items():
        for name, rule in rules.items():
            if rule.seen_in <= 0.005:
                assert rule.weight_if_true <= 0, f"{cause}.{name}"
