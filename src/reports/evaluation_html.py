"""An evaluation as one page of HTML: it needs nothing but itself, reads on a telephone and on paper, in light and in dark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from importlib.resources import files
from string import Template

from ..evaluation.answers import Miss
from ..evaluation.bootstrap import Estimate
from ..evaluation.evaluate import Compared, Evaluation
from ..evaluation.measures import MEASURES
from ..inference.knowledge import knowledge_base
from . import words
from .evaluation import COMPARED, NOISE_COLUMNS, PROBABILITIES, VERDICTS, gain, gain_interval, interval, noise_label, number
from .evaluation_pictures import pictures

_BIG = ("top1_strict", "top1_lenient", "top3_strict", "urgent_top3_strict")
_HEADLINE = tuple(id for id in MEASURES if id not in PROBABILITIES)


def evaluation_page(evaluation: Evaluation) -> str:
    """The whole page.

    Raises:
        ModuleNotFoundError: matplotlib is not installed (the extra ``plot``).
    """
    drawn = pictures(evaluation)
    sections = [
        ("headline", "How often it is right", _headline(evaluation)),
        ("baselines", "Against simpler rankers", _baselines(evaluation, drawn)),
        ("reliability", "Do the probabilities mean what they say?", _reliability(evaluation, drawn)),
        ("families", "What is taken for what", _families(drawn)),
        ("causes", "Cause by cause", _causes(evaluation)),
        ("verdicts", "Tempo, class and mechanism", _verdicts(evaluation)),
        ("urgent", "Urgent causes", _urgent(evaluation)),
        ("noise", "When findings are lost or wrong", _noise(evaluation, drawn)),
        ("misses", "The misses, with the leading reasons", _misses(evaluation)),
        ("limits", "What these figures cannot say", _limits(evaluation)),
    ]
    body = "\n".join(f'<section id="{id}">\n<h2>{title}</h2>\n{"".join(lines)}</section>' for id, title, lines in sections)
    links = "".join(f'<li><a href="#{id}">{title}</a></li>' for id, title, _ in sections)
    template = Template(files("mrddx.reports").joinpath("evaluation.html").read_text(encoding="utf-8"))
    knowledge = f"{evaluation.knowledge_version}, {evaluation.knowledge_sha256[:12]}"
    return template.substitute(cases=f"{len(evaluation.answers):,}", knowledge=knowledge, links=links, body=body)


def _headline(evaluation: Evaluation) -> Iterator[str]:
    yield '<div class="cards">'
    for id in _BIG:
        if id in evaluation.measures:
            estimate = evaluation.measures[id]
            left, width = 100 * estimate.low, max(100 * (estimate.high - estimate.low), 1)
            bar = f'<span class="bar"><i style="left:{min(left, 99):.1f}%;width:{width:.1f}%"></i><b style="left:{100 * estimate.value:.1f}%"></b></span>'
            said = f"{interval(id, estimate)}; n = {estimate.cases}"
            yield f'<div class="card"><strong>{_value(id, estimate)}</strong><span>{MEASURES[id].label}</span>{bar}<small>{said}</small></div>'
    yield "</div>"
    rows = [
        (f"{_name(id)}", _value(id, evaluation.measures[id]), interval(id, evaluation.measures[id]), f"{evaluation.measures[id].cases}")
        for id in _HEADLINE if id in evaluation.measures
    ]
    yield _table(("Measure", "Value", "95 % interval", "n"), rows)
    yield _note("<em>Strict</em> asks for the known cause; <em>lenient</em> also accepts causes that a fair judge would, or that were present too.")


def _baselines(evaluation: Evaluation, drawn: dict[str, str]) -> Iterator[str]:
    yield _picture("baselines", drawn, "Shares of the cases with 95 % intervals: mrddx beside rankers that know less.")
    for each in evaluation.baselines.values():
        yield f"<p><b>{escape(each.label.capitalize())}:</b> {escape(each.meaning)}.</p>"
    head = ("Measure", "mrddx", *(part for each in evaluation.baselines.values() for part in (each.label, "difference", "95 % interval")))
    shown = [id for id in COMPARED if id in evaluation.measures]
    rows = [(_name(id), _value(id, evaluation.measures[id]), *(part for each in evaluation.baselines.values() for part in _beside(id, each))) for id in shown]
    yield _table(head, rows)
    yield _note("Differences are taken case by case, in points of percent for shares. An interval that does not hold 0 is more than chance would give.")


def _beside(id: str, simpler: Compared) -> tuple[str, str, str]:
    """A simpler ranker's value, and by how much the program is above it."""
    return _value(id, simpler.measures[id]), gain(id, simpler.advantage[id].value), gain_interval(id, simpler.advantage[id])


def _reliability(evaluation: Evaluation, drawn: dict[str, str]) -> Iterator[str]:
    yield _picture("reliability", drawn, "What was given to the first place, and the share in which it was accepted, with 95 % intervals and numbers of cases.")
    error = evaluation.reliability.expected_error
    rows = [(_name(id), f"{evaluation.measures[id].value:.3f}", interval(id, evaluation.measures[id]), escape(MEASURES[id].meaning)) for id in PROBABILITIES]
    rows.append(("Expected calibration error", f"{error:.3f}", "", "mean gap between what was said and what was accepted, over the points above; 0 is best"))
    yield _table(("Measure", "Value", "95 % interval", "What it means"), rows, wordy=3)


def _families(drawn: dict[str, str]) -> Iterator[str]:
    yield _picture("families", drawn, "Family of the known cause (lines, with their cases) and of the first place (columns). Off the diagonal: errors.")


def _causes(evaluation: Evaluation) -> Iterator[str]:
    rows = [
        (
            _cause(row.cause), f"{row.cases}", f"{row.first_strict}", f"{row.first_lenient}", f"{row.in_three_strict}",
            f"{row.mean_reciprocal_rank:.2f}" if row.cases else "", words.percent(row.mean_probability) if row.cases else "",
            f"{row.put_first}", f"{row.put_first_accepted}",
        )
        for row in evaluation.causes
    ]  # fmt: skip
    head = ("Cause", "cases", "first", "first, lenient", "in three", "mean 1 / place", "mean probability", "put first", "accepted")
    yield _table(head, rows)
    absent = [cause.name for id, cause in knowledge_base().causes.items() if id not in {row.cause for row in evaluation.causes if row.cases}]
    if absent:
        yield _note(f"Causes without a case here, on which these figures say nothing: {escape('; '.join(absent))}.")


def _verdicts(evaluation: Evaluation) -> Iterator[str]:
    for id, table in evaluation.verdicts.items():
        if not table.rows:
            yield f"<h3>{VERDICTS[id]}</h3>" + _note("Not known of any of these cases.")
            continue
        estimate = evaluation.measures[f"{id}_right"]
        yield f"<h3>{VERDICTS[id]}: right in {_value(f'{id}_right', estimate)} of {estimate.cases} ({interval(f'{id}_right', estimate)})</h3>"
        rows = [(escape(name.replace("_", " ")), *(f"{count or '·'}" for count in counts)) for name, counts in zip(table.rows, table.counts, strict=True)]
        yield _table(("known ↓ said →", *(name.replace("_", " ") for name in table.columns)), rows)


def _urgent(evaluation: Evaluation) -> Iterator[str]:
    estimate = evaluation.measures.get("urgent_top3_strict")
    if estimate is None:
        yield _note("No case here has an urgent cause.")
        return
    value = f"{_value('urgent_top3_strict', estimate)} ({interval('urgent_top3_strict', estimate)})"
    yield f"<p>Of {estimate.cases} cases whose known cause is urgent, {value} have it among the first three."
    yield " None is missed.</p>" if not evaluation.urgent_missed else " Missed:</p><ul>"
    for answer in evaluation.urgent_missed:
        yield f"<li><b>{escape(answer.case)}</b>: {_cause(answer.known)} stands in place {answer.strict_rank}; first is {_cause(answer.first)}.</li>"
    yield "</ul>" if evaluation.urgent_missed else ""


def _noise(evaluation: Evaluation, drawn: dict[str, str]) -> Iterator[str]:
    if not evaluation.noise:
        yield _note("The noise study was not made (--no-noise).")
        return
    yield f"<p>Findings of each case were dropped or turned at random, {evaluation.noise[0].repetitions} times each. Turned means: a yes made a no, "
    yield "an option another, a number one from another range that the rules tell apart.</p>"
    yield _picture("noise", drawn, "Shares as more findings are lost (above) or wrong (below): numbers of findings, then shares of a case's findings.")
    rows = [
        (noise_label(level), f"{level.mean_findings:.1f}", *(_percent(level.estimates[id].value) for id in NOISE_COLUMNS)) for level in evaluation.noise
    ]
    yield _table(("Findings", "touched", *NOISE_COLUMNS.values()), rows)
    yield _note("First unchanged, first five shared: against the list without noise, right or wrong.")


def _misses(evaluation: Evaluation) -> Iterator[str]:
    missed = sum(answer.missed for answer in evaluation.answers)
    yield "<p>No miss.</p>" if not missed else f"<p>{missed} cases: the known cause does not stand first, or the tempo is not the known one.</p>"
    for miss in evaluation.misses:
        yield from _miss(miss)
    if missed > len(evaluation.misses):
        yield _note(f"and {missed - len(evaluation.misses)} more.")


def _miss(miss: Miss) -> Iterator[str]:
    answer = miss.answer
    yield f'<article><h3>{escape(answer.case)}{" <span>acceptable</span>" if answer.strict_rank > 1 == answer.lenient_rank else ""}</h3>'
    if answer.strict_rank > 1:
        first = f"{_cause(answer.first)}, {words.percent(answer.first_probability)}"
        yield f"<p>{_cause(answer.known)} stands in place {answer.strict_rank}; first is {first}.</p><ul>"
        yield "".join(f'<li><b class="for">{weight:+.1f}</b> for the first: {escape(text)}</li>' for weight, text in miss.for_first)
        yield "".join(f'<li><b class="against">{weight:+.1f}</b> against the known: {escape(text)}</li>' for weight, text in miss.against_known)
        yield "</ul>"
    if answer.tempo_right is False:
        yield f"<p>Tempo is {escape(str(answer.known_tempo)).replace('_', ' ')}, said {escape(answer.tempo).replace('_', ' ')}.</p>"
    yield "</article>"


def _limits(evaluation: Evaluation) -> Iterator[str]:
    count = len(evaluation.answers)
    yield "<ul>"
    if evaluation.from_library:
        yield f"<li><b>Tuned on.</b> {evaluation.from_library} of these {count} cases have the id of a library case. The rules were tuned on those: "
        yield "their shares flatter.</li>"
    yield "<li><b>Unseen, or not.</b> Only cases that nobody looked at while the rules were written or mended show what to expect of the next patient.</li>"
    yield "<li><b>How the cases were chosen.</b> Published cases are unusual ones, or they would not be published. They show whether rare causes are "
    yield "found, not how often the program is right in a clinic. Simulated cases are drawn from the very frequencies that rank them: they show the best "
    yield "that could be hoped for.</li>"
    yield f"<li><b>Small numbers.</b> The intervals are the middle 95 % of {evaluation.resamples:,} draws of the cases with replacement (seed "
    yield f"{evaluation.seed}). They say how far chance in the choice of cases goes, and nothing of cases of another kind. Where every case is right "
    yield f"the draws cannot differ: an interval up to 100 % on {count} cases still leaves room for about {min(3 / count, 1):.0%} of errors.</li>"
    for each in evaluation.left_out:
        yield f"<li><b>Left out.</b> {escape(each.message)}.</li>"
    yield f"</ul><p>{escape(words.LIMITS)}</p>"


def _name(id: str) -> str:
    label = MEASURES[id].label
    return f"{label[:1].upper()}{label[1:]}"


def _value(id: str, estimate: Estimate) -> str:
    return _percent(estimate.value) if MEASURES[id].share else number(id, estimate.value)


def _cause(id: str) -> str:
    """A cause by its name, its id where the pointer rests."""
    cause = knowledge_base().causes.get(id)
    return f'<span title="{escape(id)}">{escape(cause.name if cause else "none of these causes")}</span>'


def _picture(name: str, drawn: dict[str, str], said: str) -> str:
    return f'<figure>{drawn[name]}<figcaption id="{name}-said">{said}</figcaption></figure>'


def _percent(share: float) -> str:
    return f"{100 * share:.1f}\N{NO-BREAK SPACE}%"


def _note(text: str) -> str:
    return f'<p class="note">{text}</p>'


def _table(head: Sequence[str], rows: Sequence[Sequence[str]], *, wordy: int = 0) -> str:
    """A table whose first column names its rows; ``wordy`` is the column of sentences, if any."""
    marks = [' class="words"' if wordy and place == wordy else "" for place in range(len(head))]
    heads = "".join(f'<th scope="col"{mark}>{escape(each)}</th>' for mark, each in zip(marks, head, strict=True))
    body = "".join(f'<tr><th scope="row">{first}</th>{"".join(map(_cell, marks[1:], rest))}</tr>' for first, *rest in rows)
    return f'<div class="wide"><table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>'


def _cell(mark: str, text: str) -> str:
    return f"<td{mark}>{text}</td>"
