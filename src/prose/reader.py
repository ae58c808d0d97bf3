"""Reads free text: which findings it states, where it says so, and what was not understood.

Nothing is guessed. What a text says uncertainly, of a relative, of the past or of what might be stays unknown, and is
shown; so is what two places of a text say differently.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..facts.case import CaseValue
from ..facts.findings import Choice, Choices, Finding, Quantity, YesNo
from ..facts.vocabulary import FINDINGS
from ..readers.values import read_value
from .context import Manner, Status, manners, treatment
from .figures import COUNT, Figure, measured
from .lexicon import Phrase, lexicon
from .matching import Match, matches, most_exact
from .patient import read_patient
from .tokens import Sentence, Token, sentences
from .words import STOP_WORDS, thesaurus


@dataclass(frozen=True, slots=True)
class Mention:
    """A finding that a text names: its id (``flail_segments.P2`` for an option), its value, how it is said, and where.

    ``start`` and ``end`` are places in the text; ``remark`` says what the reader took for granted (an unsaid unit).
    """

    finding: str
    value: CaseValue
    status: Status
    start: int
    end: int
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text that was not understood."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TextReading:
    """What a text says: every mention in order, and the stretches that no mention covers."""

    text: str
    mentions: tuple[Mention, ...]
    left: tuple[Passage, ...]

    def quote(self, mention: Mention | Passage) -> str:
        """The words of a mention, on one line."""
        return " ".join(self.text[mention.start : mention.end].split())


def read_text(text: str) -> TextReading:
    """Read free text. It raises nothing: what cannot be understood is left over, and said."""
    patient = [Mention(id, value, Status.SAID, start, end) for id, value, start, end in read_patient(text)]
    found = list(patient)
    left: list[Passage] = []
    for sentence in sentences(text):
        own = {place for place, token in enumerate(sentence.tokens) if any(told.start <= token.start < told.end for told in patient)}
        mentions, covered = _read_sentence(sentence, text, own)
        found += mentions
        left += _left(sentence.tokens, covered | own)
    return TextReading(text, tuple(sorted(found, key=lambda mention: (mention.start, mention.end, mention.finding))), tuple(left))


def _read_sentence(sentence: Sentence, text: str, own: set[int]) -> tuple[list[Mention], set[int]]:
    """The mentions of a sentence, and the places of the tokens that were understood. ``own``: those that give age and sex, and no more."""
    tokens = [Token("·", token.start, token.end) if place in own or _of_four(sentence.tokens, place) else token for place, token in enumerate(sentence.tokens)]
    sentence = Sentence(tuple(tokens), sentence.heading)
    numbers = [figure for figure in measured(text[sentence.start : sentence.end]) if not _places(sentence, figure) & own]
    every = matches(tokens, thesaurus(), lexicon())
    bound = _bind(sentence, every, numbers)
    found = _chosen(every, bound)
    mentions: list[Mention] = []
    covered = {place for match in every if match.phrase.finding is None for place in match.places}
    named = {figure.start for figure, _, _ in bound.values()}
    for figure in numbers:
        if figure.start not in named and (mention := _alone(sentence, figure)) is not None:
            mentions.append(mention)
            covered |= _places(sentence, figure)
    said = text[sentence.start : sentence.end]
    for match, manner in zip(found, manners(sentence, found) if found else (), strict=True):
        made = _mention(sentence, match, manner, bound.get(id(match)))
        mentions += [replace(mention, status=Status.TREATMENT) if treatment().follows(mention.finding, said) else mention for mention in made]
        covered |= match.places | manner.places
        if id(match) in bound:
            covered |= _places(sentence, bound[id(match)][0])
    return mentions, covered


def _chosen(every: Sequence[Match], bound: Mapping[int, Bound]) -> list[Match]:
    """The matches that are read: quantities only with a number, and of the rest the most exact.

    A measured quantity takes its words away from what would read them more loosely; a time leaves the event that it dates.
    """
    measured = [match for match in every if id(match) in bound and not bound[id(match)][0].is_time]
    timed = [match for match in every if id(match) in bound and bound[id(match)][0].is_time]
    others = [match for match in every if not isinstance(match.phrase.finding, Quantity)]
    kept = [*most_exact([*others, *measured]), *timed]
    kept += [match for match in measured if match not in kept]
    yes_no = frozenset().union(*(match.places for match in kept if isinstance(match.phrase.finding, YesNo)))
    return [match for match in kept if not (isinstance(match.phrase.finding, Choices) and match.phrase.says is None and match.places & yes_no)]


def _of_four(tokens: Sequence[Token], place: int) -> bool:
    """Whether a token is the whole that a grade is a part of: the IV of "grade II of IV" or "III/IV"."""
    if place < 2 or tokens[place].text not in ("IV", "4", "4+") or tokens[place - 1].text.casefold() not in ("/", "of"):
        return False
    before = tokens[place - 2].text
    return before.rstrip("+").isdigit() or (bool(before) and set(before) <= set("IV"))


def _places(sentence: Sentence, figure: Figure) -> set[int]:
    """The tokens of a number and its unit."""
    return {place for place, token in enumerate(sentence.tokens) if sentence.start + figure.start <= token.start < sentence.start + figure.end}


def _alone(sentence: Sentence, figure: Figure) -> Mention | None:
    """What a number says by its unit alone."""
    id = lexicon().alone.get(figure.unit)
    finding = FINDINGS.get(id) if id else None
    if not isinstance(finding, Quantity) or (read := _read_figure(finding, figure)) is None:
        return None
    return Mention(finding.id, read[0], Status.SAID, sentence.start + figure.start, sentence.start + figure.end, read[1])


Bound = tuple[Figure, CaseValue, str]


def _bind(sentence: Sentence, found: Sequence[Match], numbers: Sequence[Figure]) -> dict[int, Bound]:
    """The number of each quantity that is named: the nearest that could be it. One number is one quantity's, or that of two named by the same words."""
    options = []
    nothing = [match.places for match in found if match.phrase.finding is None]
    for match in found:
        if isinstance(match.phrase.finding, Quantity) and not any(match.places <= places for places in nothing):
            for figure in numbers:
                distance = _distance(sentence, match, figure)
                if distance is not None and (read := _read_figure(match.phrase, figure)) is not None:
                    options.append((distance + (2 if read[1] else 0), -len(match.places), match.gap, match, figure, read))
    bound: dict[int, Bound] = {}
    used: dict[tuple[int, int], frozenset[int]] = {}
    given: set[tuple[str, int]] = set()
    named: dict[str, list[tuple[frozenset[int], Figure]]] = {}
    for _, _, _, match, figure, (value, remark) in sorted(options, key=lambda option: option[:3]):
        slot = (figure.start, figure.pair)
        name = (match.phrase.finding.id, min(match.places)) if match.phrase.finding else ("", 0)
        taken = used.get(slot, match.places)
        part = match.places < taken and not figure.is_time  # "gradient" beside the bound "gradient with Valsalva"
        again = not figure.is_time and any(places & match.places and other is not figure for places, other in named.get(name[0], ()))
        if name not in given and taken & match.places and not part and not again:
            named.setdefault(name[0], []).append((match.places, figure))
            bound[id(match)] = (figure, value, remark)
            used[slot] = used.get(slot, frozenset()) | match.places
            given.add(name)
    return bound


def _distance(sentence: Sentence, match: Match, figure: Figure) -> int | None:
    """How many words stand between a name and a number; None if too many or a wall does. A number stands more often after its name."""
    inside = sorted(_places(sentence, figure))
    if not inside:
        return None
    if inside[0] > match.last:
        between, extra = range(match.last + 1, inside[0]), 0
    elif inside[-1] < match.first:
        between, extra = range(inside[-1] + 1, match.first), 1
    else:
        return 1
    words = [sentence.tokens[place] for place in between]
    if any(token.text == ";" for token in words):
        return None
    distance = extra + sum(1 if token.is_word else 2 if token.text == "," else 0 for token in words)
    return distance if distance <= (7 if not extra else 5) else None


def _read_figure(phrase: Phrase | Quantity, figure: Figure) -> tuple[CaseValue, str] | None:
    """The value that a number gives a quantity, with a remark if its unit was not said; None if it cannot be."""
    quantity = phrase.finding if isinstance(phrase, Phrase) else phrase
    assert isinstance(quantity, Quantity)
    pair = lexicon().pairs.get(quantity.id, 0)
    if (figure.pair and figure.pair != pair) or (pair == 2 and not figure.pair and isinstance(phrase, Phrase) and len(phrase.names) < 3):
        return None  # a single pressure is the systolic one unless it is called diastolic
    if (figure.unit == COUNT and quantity.unit != "1") or (not figure.unit and quantity.id in lexicon().needs_unit):
        return None
    times = {"a", "mo", "wk", "d", "h", "min"}
    if figure.is_time != (quantity.unit in times) or (figure.unit == "1:") != (quantity.id in lexicon().titres):
        return None
    reading = read_value(quantity, figure.text)
    if reading.value is not None and not reading.refused:
        return reading.value, ""
    if figure.unit and figure.unit != COUNT:
        return None
    able = {unit: read for unit in quantity.units if (read := read_value(quantity, f"{figure.text} {unit}").value) is not None}
    if len(set(able.values())) != 1:
        return None
    unit, value = next(iter(able.items()))
    return value, f"unit not said; read in {unit}, the only one in which it is plausible"


def _mention(sentence: Sentence, match: Match, manner: Manner, bound: Bound | None) -> Iterator[Mention]:
    """What a match says, once the words around it are taken in. A quantity without a number says nothing."""
    finding, says = match.phrase.finding, match.phrase.says
    assert finding is not None
    places = match.places | manner.places if manner.negated else match.places  # a "no" is quoted with what it denies
    start, end = sentence.tokens[min(places)].start, sentence.tokens[max(places)].end
    if bound:
        figure, value, remark = bound
        start, end = min(start, sentence.start + figure.start), max(end, sentence.start + figure.end)
        mention = Mention(finding.id, value, _for_kind(finding, manner.status), start, end, remark)
        yield mention
        told, options = lexicon().by_unit.get(finding.id, ("", {}))
        if option := options.get(_plural(figure.unit)):
            yield replace(mention, finding=told, value=option, remark=f"from the unit of {finding.id}")
        return
    for id, value in _values(finding, says, manner.negated):
        yield _timed(finding, Mention(id, value, manner.status, start, end))


def _plural(unit: str) -> str:
    """The name of a unit of time, in the plural, however it was written."""
    start = unit.casefold()[:1]
    return {"d": "days", "w": "weeks", "m": "months", "y": "years"}.get(start, "") if not unit.casefold().startswith("min") else ""


def _values(finding: Finding, says: object, negated: bool) -> Iterator[tuple[str, CaseValue]]:
    match finding:
        case YesNo():
            if says or not negated:  # "not normotensive" says nothing for certain
                yield finding.id, bool(says) and not negated
        case Choices():
            if says is None or says is False:
                if negated or says is False:
                    yield finding.id, False
            else:
                yield f"{finding.id}.{says}", not negated
        case Choice():
            if says is None:
                says = "none" if negated and "none" in finding.options else "present" if not negated and "present" in finding.options else None
                negated = False
            if says is not None and not negated:
                yield finding.id, str(says)


_LASTING = frozenset((
    "Patient and family", "History and exposures", "Labels handed down", "Prosthesis, procedures, surgery", "Body features and genes",
    "Joints, skin and autoimmunity",
))  # fmt: skip


def _for_kind(finding: Finding, status: Status) -> Status:
    if finding.id in lexicon().always and status in (Status.PAST, Status.LATER):
        return Status.SAID
    return Status.SAID if status is Status.PAST and finding.kind in _LASTING else status


def _timed(finding: Finding, mention: Mention) -> Mention:
    """What is past, as the finding that means its past, or as it is if it lasts; what is a relative's, as it is if the finding is about relatives."""
    if mention.status is Status.FAMILY and finding.id.startswith(("family_", "first_degree")):
        return replace(mention, status=Status.SAID)
    if mention.status is not Status.PAST:
        return replace(mention, status=_for_kind(finding, mention.status))
    if (past := lexicon().past.get(finding.id)) and mention.value is True:
        return replace(mention, finding=past, status=Status.SAID)
    return replace(mention, status=_for_kind(finding, mention.status))


def _left(tokens: Sequence[Token], covered: set[int]) -> Iterator[Passage]:
    """The stretches of a sentence that say something and were not understood."""
    run: list[Token] = []
    for place, token in enumerate(tokens):
        speaks = token.is_word and token.text.casefold() not in STOP_WORDS
        if place in covered:
            if run:
                yield Passage(run[0].start, run[-1].end)
            run = []
        elif speaks or (run and token.is_word):
            run.append(token)
    if run:
        yield Passage(run[0].start, run[-1].end)

