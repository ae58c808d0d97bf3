"""An assessment as the JSON that other programs rely on. Keys and meanings are fixed; new keys may be added."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any as Anything

from ..inference.assessment import Assessment, LayerResult, Line, Missing, RankedCause
from ..readers.issues import Issue

_CARPENTIER = {"I", "II", "IIIa", "IIIb", "SAM"}


def assessment_json(assessment: Assessment, issues: Iterable[Issue] = (), *, top: int | None = None) -> str:
    """The answer as indented JSON text; ``top`` keeps only the leading causes."""
    return json.dumps(assessment_dict(assessment, issues, top=top), indent=2, ensure_ascii=False)


def assessment_dict(assessment: Assessment, issues: Iterable[Issue] = (), *, top: int | None = None) -> dict[str, Anything]:
    """The answer as plain data. Rank bounds, criteria sets and next findings are not computed yet: null and empty."""
    mechanism = assessment.mechanism
    return {
        "case_id": assessment.case.id,
        "knowledge": {"version": assessment.knowledge_version, "sha256": assessment.knowledge_sha256},
        "setting": assessment.setting,
        "tempo": {"verdict": assessment.tempo.verdict or "undetermined", **_layer(assessment.tempo)},
        "mechanism": {
            "carpentier": mechanism.verdict if mechanism.verdict in _CARPENTIER else "unknown",
            "class": assessment.valve_class or "undetermined",
            "class_probabilities": _rounded(assessment.class_probabilities),
            **_layer(mechanism),
        },
        "severity": {"grade": assessment.severity.grade or "undetermined", "evidence": [_line(line) for line in assessment.severity.evidence]},
        "differential": [_cause(ranked) for ranked in assessment.differential[:top]],
        "alerts": [{"id": alert.id, "text": alert.text, "why": alert.why, "because": alert.because, "source": alert.source} for alert in assessment.alerts],
        "criteria": [],
        "next_findings": [],
        "issues": [issue_dict(issue) for issue in issues],
    }


def issue_dict(issue: Issue) -> dict[str, Anything]:
    """A problem with the input as plain data."""
    return {"level": issue.level, "where": issue.where, "line": issue.line, "finding": issue.finding, "message": issue.message, "mend": issue.mend}


def _layer(layer: LayerResult) -> dict[str, Anything]:
    return {"probabilities": _rounded(layer.probabilities), "evidence": [_line(line) for line in layer.evidence]}


def _cause(ranked: RankedCause) -> dict[str, Anything]:
    return {
        "rank": ranked.rank,
        "cause": ranked.cause,
        "name": ranked.name,
        "probability": round(ranked.probability, 6),
        "strength": round(ranked.strength, 4),
        "urgent": ranked.urgent,
        "best_rank": None,
        "worst_rank": None,
        "evidence": [_line(line) for line in sorted(ranked.evidence, key=lambda line: (-abs(line.weight), line.rule))],
        "missing": [_missing(missing) for missing in ranked.missing],
        "look_for": ranked.look_for,
    }


def _line(line: Line) -> dict[str, Anything]:
    return {
        "rule": line.rule,
        "verdict": line.verdict,
        "weight": round(line.weight, 4),
        "counted": line.counted,
        "text": line.text,
        "why": line.why,
        "values": dict(line.values),
        "source": line.source,
        "basis": line.basis,
    }


def _missing(missing: Missing) -> dict[str, Anything]:
    return {
        "rule": missing.rule,
        "text": missing.text,
        "findings": list(missing.findings),
        "weight_if_true": round(missing.weight_if_true, 4),
        "weight_if_false": round(missing.weight_if_false, 4),
    }


def _rounded(probabilities: Mapping[str, float]) -> dict[str, float]:
    return {name: round(value, 6) for name, value in probabilities.items()}
