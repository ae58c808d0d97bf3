"""Says what each column of a table means: by id, label or synonym, with the unit that its name carries."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from ...facts import patient
from ...facts.case import find
from ...facts.findings import Finding, Quantity
from ...facts.units import spell_unit
from ...facts.vocabulary import FINDINGS, atoms, close_matches
from ...readers.issues import UnreadableInputError, listed, quoted
from .column import OF_LONG, READ, Column, Use, is_long
from .mapping import Mapped

_IDS = (
    "id", "case", "case id", "caseid", "patient", "patient id", "patientid", "patid", "record id", "recordid", "subject", "subject id", "subjectid",
    "participant id",
)  # fmt: skip
_SPECIAL: dict[str, Use] = {
    **dict.fromkeys(_IDS, Use.ID),
    "age": Use.AGE,
    "setting": Use.SETTING,
    **dict.fromkeys(("comment", "comments", "note", "notes", "remark", "remarks", "source", "quotes"), Use.COMMENT),
    "known": Use.KNOWN,
}
_LONG: dict[str, Use] = {
    **dict.fromkeys(("finding", "variable", "item", "parameter"), Use.NAME),
    **dict.fromkeys(("value", "result", "answer"), Use.VALUE),
    **dict.fromkeys(("unit", "units"), Use.UNIT),
}
_SUGGESTIONS = 40
MAX_COLUMNS = 20_000


class Columns:
    """What the columns of an input mean, each looked up once.

    ``mapping`` overrules the names. ``known`` holds every column met so far, in the order of meeting.
    """

    def __init__(self, mapping: Mapped, place: str) -> None:
        self._mapping = mapping
        self._place = place
        self._suggested = 0
        self.known: dict[str, Column] = {}

    def of(self, name: str) -> Column:
        """What a column means.

        Raises:
            UnreadableInputError: there are more names than any table of findings has.
        """
        if name not in self.known:
            if len(self.known) >= MAX_COLUMNS:
                message = f"there are more than {MAX_COLUMNS:,} different names"
                raise UnreadableInputError.at(self._place, None, message, "check that names and values are not exchanged")
            self.known[name] = self._mapping.column(name) or self._with_hint(column_named(name))
        return self.known[name]

    def never_met(self) -> list[Column]:
        """The names of the mapping that were not met so far."""
        return [Column(name, Use.UNKNOWN, hint="named in the mapping and never met") for name in self._mapping.never_met(self.known)]

    def check(self, names: Iterable[str]) -> None:
        """Refuse two columns that say the same thing, or a table in which no column says anything.

        Raises:
            UnreadableInputError: so it is.
        """
        columns = [*map(self.of, names)]
        long = is_long(columns)
        read = [column for column in columns if column.use in (Use.ID, *READ) or (long and column.use in OF_LONG)]
        first: dict[str, Column] = {}
        for column in read:
            if (other := first.setdefault(column.key, column)) is not column:
                message = f"the columns {quoted(other.name)} and {quoted(column.name)} are both read as {column.key}"
                raise UnreadableInputError.at(self._place, None, message, f"leave one out with a mapping file (--map): {column.name}: ignore")
        if not long and not any(column.use is Use.FINDING for column in read):
            mend = "name the columns after findings (mrddx findings WORDS searches them), or say what they are with a mapping file (--map)"
            raise UnreadableInputError.at(self._place, None, "no column is the name of a finding", mend)

    def _with_hint(self, column: Column) -> Column:
        """The nearest names are sought for so many columns only: it takes time."""
        if column.use is not Use.UNKNOWN or column.hint:
            return column
        self._suggested += 1
        near = close_matches(column.name[:80]) if self._suggested <= _SUGGESTIONS else []
        return Column(column.name, column.use, hint=f"did you mean {listed(near)}?" if near else "no finding has a name like it")


def column_named(name: str) -> Column:
    """What a column means by its name alone."""
    bare = name.strip()
    if bare.startswith("findings."):
        finding = find(bare.removeprefix("findings."))
        return Column(name, Use.MISNAMED) if finding is None else Column(name, Use.FINDING, finding)
    if (finding := find(bare)) is not None:
        return Column(name, Use.FINDING, finding)
    if column := _with_marked_unit(name):
        return column
    words = plain(bare)
    if use := _SPECIAL.get(words) or _LONG.get(words):
        return Column(name, use, patient.age_years if use is Use.AGE else None)
    if (found := _finding(words)) is not None:
        return Column(name, Use.FINDING, found)
    if words.startswith("known "):
        return Column(name, Use.KNOWN)
    if len(meant := _names().get(words, ())) > 1:
        return Column(name, Use.UNKNOWN, hint=f"it may be {listed([*meant])}; say which with a mapping file (--map)")
    return _with_unit(name) or Column(name, Use.UNKNOWN)


def _finding(words: str) -> Finding | None:
    """The only finding of this name."""
    meant = _names().get(words, ())
    return find(meant[0]) if len(meant) == 1 else None


def _with_marked_unit(name: str) -> Column | None:
    """A column whose name marks its unit: ``LVEDD (cm)``, ``creatinine [mg/dL]``, ``EF %``."""
    match = re.fullmatch(r"\s*(.+?)\s*[(\[,]\s*([^()\[\],]+?)\s*[)\]]?\s*|\s*(.+?)[\s_]*(%)\s*", name)
    return _measured(name, plain(match[1] or match[3]), (match[2] or match[4],)) if match else None


def _with_unit(name: str) -> Column | None:
    """A column whose last words are a unit: ``creatinine_mg_dl``."""
    words = plain(name).split()
    for end in range(len(words) - 1, 0, -1):
        unit = words[end:]
        if column := _measured(name, " ".join(words[:end]), ("/".join(unit), " ".join(unit), "".join(unit))):
            return column
    return None


def _measured(name: str, words: str, units: Iterable[str]) -> Column | None:
    is_age = _SPECIAL.get(words) is Use.AGE
    finding = patient.age_years if is_age else _finding(words)
    if not isinstance(finding, Quantity):
        return None
    unit = next((unit for text in units if (unit := spell_unit(text, frozenset(finding.units)))), None)
    return Column(name, Use.AGE if is_age else Use.FINDING, finding, unit) if unit else None


def plain(text: str) -> str:
    """A name without what people write in different ways: case, hyphens, underscores, signs.

    >>> plain("LV_end-diastolic  Diameter")
    'lv end diastolic diameter'
    """
    return re.sub(r"[^a-z0-9+]+", " ", text.casefold()).strip()


@cache
def _names() -> dict[str, tuple[str, ...]]:
    """The findings of each name: its id or label if one has it, else the synonym of one or several."""
    names: dict[str, tuple[str, ...]] = {}
    for finding in (*FINDINGS.values(), *(atom for atom in atoms() if atom.id not in FINDINGS)):
        names.setdefault(plain(finding.id), (finding.id,))
    for finding in FINDINGS.values():
        names.setdefault(plain(finding.label), (finding.id,))
    synonyms: dict[str, list[str]] = {}
    for finding in FINDINGS.values():
        for synonym in {plain(synonym) for synonym in finding.synonyms}:
            synonyms.setdefault(synonym, []).append(finding.id)
    return {**{name: tuple(ids) for name, ids in synonyms.items()}, **names}
