"""Words and numbers that every report says alike."""

from __future__ import annotations

from collections.abc import Mapping

from ..inference.assessment import Assessment, Line, Missing

LIMITS = (
    "Supports a professional's judgement and does not replace it. It knows only the findings reported to it; "
    "what was not reported counts as unknown, never as absent."
)


def percent(probability: float) -> str:
    """A probability as a clinician reads it: never 0 % or 100 %."""
    if probability < 0.01:
        return "<1 %"
    if probability > 0.99:
        return ">99 %"
    return f"{probability:.0%}".replace("%", " %")


def sign_mark(weight: float) -> str:
    """How strongly a rule speaks, as one to three marks; bands of the likelihood ratio 3 and 10."""
    size = 3 if abs(weight) >= 2.3 else 2 if abs(weight) >= 1.1 else 1
    return ("+" if weight > 0 else "-") * size


def tempo_line(assessment: Assessment) -> str:
    """Tempo in one line."""
    return _layer_line(assessment.tempo.label, assessment.tempo.probabilities)


def mechanism_line(assessment: Assessment) -> str:
    """Mechanism and class in one line."""
    line = _layer_line(assessment.mechanism.label, assessment.mechanism.probabilities)
    return f"{line}; {assessment.valve_class}" if assessment.valve_class else line


def severity_line(assessment: Assessment) -> str:
    """Severity in one line."""
    grade = assessment.severity.grade
    return f"{grade}, from {len(assessment.severity.evidence)} reported measure(s)" if grade else "not graded: no measure reported"


def opening_line(assessment: Assessment) -> str:
    """What the answer comes to, in one sentence."""
    first, second = assessment.differential[0], assessment.differential[1]
    if assessment.unexplained:
        return f"Unexplained: no cause is supported by these findings ({second.name} is nearest). Look for {second.look_for}."
    if first.probability >= 0.5:
        return f"Most likely: {first.name} ({percent(first.probability)})."
    return f"Undecided: {first.name} ({percent(first.probability)}) or {second.name} ({percent(second.probability)})."


def evidence_line(line: Line) -> str:
    """A rule that fired: what was found, why it matters, and what that rests on."""
    return f"{line.text}. {line.why} [{ground(line)}]"


def ground(line: Line) -> str:
    """What a line rests on: the source, or that it is judgement; a judged number may still cite a source for the fact."""
    if line.source == "JUDGEMENT":
        return line.basis
    return f"{line.source}, judged" if line.basis == "judgement" else line.source


def missing_line(missing: Missing) -> str:
    """What is unknown, and the findings that would settle it."""
    families = list(dict.fromkeys(finding.partition(".")[0] for finding in missing.findings))
    asks = f" (ask: {', '.join(families[:3])})" if families else ""
    return f"{missing.text}{asks}"


def _layer_line(label: str, probabilities: Mapping[str, float]) -> str:
    return label if label == "undetermined" else f"{label} ({percent(max(probabilities.values()))})"
