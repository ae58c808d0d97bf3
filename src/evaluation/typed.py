"""Cases with known causes as tables, and back: one row a case, as the columnar plan reads them."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import polars as pl

from ..batch.records import ID, SETTING, column_type
from ..facts.case import Case
from ..facts.conditions import Value
from ..facts.vocabulary import atom
from ..inference.knowledge import knowledge_base
from ..inference.ranking import UNEXPLAINED
from .measures import Truth
from .tables import words

CAUSE, ALSO, BESIDE = "known_cause", "known_also_acceptable", "known_coexisting"
KNOWN = {
    CAUSE: pl.String(), "known_tempo": pl.String(), "known_carpentier": pl.String(), "known_class": pl.String(),
    ALSO: pl.List(pl.String()), BESIDE: pl.List(pl.String()),
}
"""The columns of a table of known causes. Only the first must be there; null is not known."""
_NO_TYPE = "unknown"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A case that cannot be compared, as its known cause is none that the program ranks, and the name that was perhaps meant."""

    case: str
    cause: str
    near: str | None

    @property
    def message(self) -> str:
        """What is wrong, and the mend."""
        mend = f"did you mean {self.near}?" if self.near else "mrddx causes lists them; unexplained is right where none of them is"
        return f"{self.case}: known cause {self.cause!r} is not one of the causes; {mend}"


def typed_table(ids: Sequence[str], settings: Sequence[str | None], rows: Sequence[Mapping[str, Value]]) -> pl.DataFrame:
    """A typed table of cases: their ids, settings and findings, in this order."""
    named = sorted({id for row in rows for id in row})
    columns = {id: pl.Series(id, [row.get(id) for row in rows], dtype=column_type(atom(id))) for id in named}
    return pl.DataFrame({ID: pl.Series(ids, dtype=pl.String), SETTING: pl.Series(settings, dtype=pl.String), **columns})


def tables_of(cases: Iterable[Case]) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The cases whose cause is known: their typed table, and the table of what is known, row by row."""
    told = [(case, case.known) for case in cases if case.known is not None]
    typed = typed_table([case.id for case, _ in told], [case.setting for case, _ in told], [case.values() for case, _ in told])
    known = [(each.cause, each.tempo, each.carpentier, each.valve_class, each.also_acceptable, each.coexisting) for _, each in told]
    return typed, pl.DataFrame(known, schema=KNOWN, orient="row")


def read_table(file: Path) -> tuple[pl.DataFrame, pl.DataFrame]:
    """A typed table (Parquet) with columns of known causes, as ``mrddx simulate`` writes it: the cases, and what is known of them.

    Raises:
        ValueError: it is no Parquet file, or has no column of known causes or of ids.
        OSError: it cannot be opened.
    """
    try:
        table = pl.read_parquet(file)
    except pl.exceptions.PolarsError as error:
        raise ValueError(f"it cannot be read as Parquet ({error}); give a typed table, or a folder of case files") from error
    for needed in (ID, CAUSE):
        if needed not in table.columns:
            raise ValueError(f"there is no column {needed}; add it, with the id of each case's {'proven cause' if needed == CAUSE else 'patient'}")
    known = [name for name in KNOWN if name in table.columns]
    return table.drop(known).with_columns(pl.col(pl.Float32, pl.Float64).fill_nan(None)), table.select(known)


def findings_of(typed: pl.DataFrame) -> list[dict[str, Value]]:
    """What is reported in each row of a typed table."""
    return [{id: value for id, value in row.items() if value is not None} for row in typed.drop(ID, SETTING, strict=False).iter_rows(named=True)]


def comparable(typed: pl.DataFrame, known: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame, list[LeftOut]]:
    """The rows whose known cause is one that the program ranks, with every known column, and the cases that are left out.

    Raises:
        ValueError: the tables have not the same number of rows, an id is missing or cannot be printed, or a known column is of a wrong type.
    """
    if len(typed) != len(known):
        raise ValueError(f"{len(typed)} cases, and known causes of {len(known)}; give one row of each a case")
    typed = typed.with_columns(pl.col(ID).cast(pl.String))
    if strange_ids := [id for id in typed[ID] if not id or not id.isprintable()]:
        raise ValueError(f"{strange_ids[0]!r} is no id of a case; write one on one line with plain characters")
    try:
        whole = known.select(pl.col(id).cast(kind) if id in known.columns else pl.lit(None, dtype=kind).alias(id) for id, kind in KNOWN.items())
    except pl.exceptions.PolarsError as error:
        raise ValueError(f"a known column is of a wrong type; each holds words, {ALSO} and {BESIDE} lists of words") from error
    ranked = [*knowledge_base().causes, UNEXPLAINED]
    fits = whole[CAUSE].is_in(ranked).fill_null(False)
    strange = whole[CAUSE].is_not_null() & ~fits
    left_out = [LeftOut(id, cause, _near(cause, ranked)) for id, cause in zip(typed.filter(strange)[ID], whole.filter(strange)[CAUSE], strict=True)]
    return typed.filter(fits), whole.filter(fits), left_out


def truth_of(ids: Iterable[str], known: pl.DataFrame, causes: tuple[str, ...]) -> Truth:
    """What is known, against the causes that are ranked. A Carpentier type that is known to be unknown counts as not known."""
    place = {cause: number for number, cause in enumerate(causes)}
    urgent = {id: cause.urgent for id, cause in knowledge_base().causes.items()}
    accepted = np.zeros((len(known), len(causes)), dtype=np.bool_)
    for row, (cause, also, beside) in enumerate(known.select(CAUSE, ALSO, BESIDE).iter_rows()):
        accepted[row, [place[each] for each in (cause, *(also or ()), *(beside or ())) if each in place]] = True
    return Truth(
        ids=tuple(ids), causes=causes, known=np.array([place[cause] for cause in known[CAUSE]], dtype=np.intp), accepted=accepted,
        urgent=np.array([urgent.get(cause, False) for cause in known[CAUSE]], dtype=np.bool_), tempo=words(known["known_tempo"].to_list()),
        carpentier=words([None if each == _NO_TYPE else each for each in known["known_carpentier"]]), valve_class=words(known["known_class"].to_list()),
    )


def _near(cause: str, ranked: Sequence[str]) -> str | None:
    return next(iter(difflib.get_close_matches(cause[:80].casefold(), ranked, n=1)), None)
