"""Sessions for tests: made in a folder, and lines and values as they are typed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import strategies as st

from mrddx.consult.consultation import Consultation, Reply
from mrddx.consult.journal import Journal
from mrddx.consult.state import History, Known, State

from ..strategies import ATOMS, values_of

LINES: tuple[str, ...] = (
    "84 yo woman, sudden pulmonary oedema", "lvef: 30", "LVEF 45 %", "no fever", "flail P2", "vegetation on the anterior leaflet", "fever: unknown",
    "flail_segments: P1, P2", "flail_segments: none", "flail_segments.P3: yes", "flail_segments.P1: unknown", "age: 70", "creatinine 140 µmol/L",
    "severe MR, no chest pain", "drop lvef", "drop fever", "setting hospital", "setting low_income", "sex: female", "age_group: infant",
)  # fmt: skip
PRINTABLE = st.characters(exclude_categories=("C", "Zl", "Zp"))
STEPS: tuple[str, ...] = ("undo", "undo", "redo")


def sessions(most: int = 12) -> st.SearchStrategy[list[str]]:
    """The lines of a session: findings, settings, drops, and steps back and forth."""
    return st.lists(st.sampled_from(LINES) | st.sampled_from(STEPS), max_size=most)


@st.composite
def said(draw: st.DrawFn) -> dict[str, Known | None]:
    """What a line may make known, or unknown again."""
    findings = draw(st.lists(st.sampled_from(ATOMS), max_size=4, unique_by=lambda finding: finding.id))
    values: dict[str, Known | None] = {}
    for finding in findings:
        value = draw(st.none() | values_of(finding))
        values[finding.id] = None if value is None else Known(value, f"said {finding.id} ≥ µ")
    return values


class Session(Consultation):
    """A session that knows where it is kept."""

    def __init__(self, folder: Path, *, guided: bool = False, kept: bool = True, first: State | None = None) -> None:
        self.folder = folder
        self.file = folder / "session-test.jsonl"
        super().__init__(History(first), folder=folder, journal=Journal(self.file) if kept else None, guided=guided)


@contextmanager
def session() -> Iterator[Session]:
    """A session in a folder of its own that goes away with it, for an example of a property."""
    with TemporaryDirectory() as name:
        yield Session(Path(name))


def tell(consultation: Consultation, *lines: str) -> Reply:
    """Type lines; the answer to the last."""
    replies = [consultation.hear(line) for line in lines]
    return replies[-1]


def text_of(reply: Reply) -> str:
    return "\n".join(line.text for line in reply.lines)


def values_of_state(state: State) -> dict[str, object]:
    return {id: known.value for id, known in state.known.items()}


def way(history: History) -> Sequence[Mapping[str, object]]:
    """What was known at each step back, the latest first; the session is taken back to its start."""
    states = [values_of_state(history.now)]
    while history.undo():
        states.append(values_of_state(history.now))
    return states
