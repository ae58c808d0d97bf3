"""A whole note becomes a case: each finding with the words it came from, and what the note leaves open or says in two ways."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..facts.case import Case, Quote
from ..readers.intake import Source, take_in
from ..readers.issues import UnreadableInputError
from .reader import Mention, TextReading, read_text
from .settle import Settled, settle


@dataclass(frozen=True)
class Note:
    """A note as read: the case, what was settled, and the reading that it rests on."""

    case: Case
    settled: Settled
    reading: TextReading

    def remarks(self) -> Iterator[str]:
        """What a reader of the case should know: contradictions, what stays open, and units that were taken for granted."""
        for contradiction in self.settled.contradictions:
            said = " / ".join(f"“{self.reading.quote(mention)}” (line {self.line(mention)})" for mention in contradiction.mentions)
            yield f"{contradiction.finding} is said in two ways and stays unknown: {said}"
        for mention in self.settled.open:
            yield f"{mention.finding} stays unknown: “{self.reading.quote(mention)}” (line {self.line(mention)}) is {mention.status.value}"
        for id, mention in self.settled.grounds.items():
            if mention.remark:
                yield f"{id}: {mention.remark} (“{self.reading.quote(mention)}”, line {self.line(mention)})"

    def line(self, mention: Mention) -> int:
        """The line of a note on which a mention begins, from 1."""
        return self.reading.text.count("\n", 0, mention.start) + 1


def read_note(source: Source, name: str | None = None) -> Note:
    """Read a note from a path, ``"-"`` for standard input, or an open stream.

    Raises:
        CaseRefusedError: it cannot be opened, is no text, or no finding was understood in it.
    """
    intake = take_in(source, name)
    reading = read_text(intake.text)
    settled = settle(reading)
    if not settled.findings.keys() - {"age_years", "sex"}:
        mend = "check that it is a clinical note in English; `mrddx findings` lists what is read"
        raise UnreadableInputError.at(intake.name, None, "no finding was understood in it", mend)
    return Note(_case(intake.stem if intake.stem.isprintable() else "note", settled, reading), settled, reading)


def _case(id: str, settled: Settled, reading: TextReading) -> Case:
    findings = dict(settled.findings)
    age, sex = findings.pop("age_years", None), findings.pop("sex", None)
    quotes = {
        id: Quote(text=reading.quote(mention), line=reading.text.count("\n", 0, mention.start) + 1, start=mention.start, end=mention.end)
        for id, mention in settled.grounds.items()
    }
    return Case.model_validate({"id": id, "age": age, "sex": sex, "findings": findings, "quotes": quotes})
