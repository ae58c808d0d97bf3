"""What a session knows of one patient, and the way back and forth through what was said.

A state is never changed: each line that says something makes the next one, so that undo is a step back and a journal of
states loses nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import get_args

from pydantic import ValidationError

from ..facts.case import Case, CaseValue, Setting
from ..facts.findings import Choices
from ..facts.vocabulary import FINDINGS


@dataclass(frozen=True, slots=True)
class Known:
    """A value of a finding and the words that it was said with."""

    value: CaseValue
    words: str = ""


@dataclass(frozen=True)
class State:
    """Everything known at one moment, by finding (``age_years`` and ``sex`` among them), and the setting if one was chosen."""

    known: Mapping[str, Known] = field(default_factory=dict)
    setting: str | None = None

    def case(self, id: str) -> Case:
        """The patient as a case.

        Raises:
            pydantic.ValidationError: two things known exclude each other.
        """
        values = {finding: known.value for finding, known in self.known.items()}
        age, sex = values.pop("age_years", None), values.pop("sex", None)
        setting = self.setting if self.setting in get_args(Setting) else None
        return Case.model_validate({"id": id, "age": age, "sex": sex, "setting": setting, "findings": values})


def state_of(case: Case, words: Mapping[str, str] | None = None) -> State:
    """The state that a case file gives: what it says, with the words of the note that it came from if it has them."""
    values: dict[str, CaseValue] = dict(case.findings)
    if case.age is not None:
        name, value = next((name, value) for name, value in case.values().items() if name in ("age_years", "age_group"))
        values[name] = value
    if case.sex is not None:
        values["sex"] = case.sex
    return State({id: Known(value, (words or {}).get(id, "")) for id, value in values.items()}, case.setting)


@dataclass(frozen=True, slots=True)
class Changed:
    """What a line changed of one finding: None where it was or becomes unknown."""

    finding: str
    was: CaseValue | None
    now: CaseValue | None


class History:
    """The states of a session, and where in them it stands."""

    def __init__(self, first: State | None = None) -> None:
        self._states = [first or State()]
        self._at = 0

    @property
    def now(self) -> State:
        return self._states[self._at]

    @property
    def before(self) -> State | None:
        """The state one step back, if there is one."""
        return self._states[self._at - 1] if self._at else None

    def learn(self, values: Mapping[str, Known | None], *, setting: str | None = None) -> list[Changed]:
        """Take in what was said (None: unknown again) as a new state; what it changed.

        Raises:
            ValueError: it cannot hold together with what is known already.
        """
        known = dict(self.now.known)
        for id, value in values.items():
            _make_room(known, id, value)
            if value is not None:
                known[id] = value
            else:
                known.pop(id, None)
        state = State(known, setting or self.now.setting)
        try:
            state.case("session")
        except ValidationError as error:
            raise ValueError(error.errors(include_url=False)[0]["msg"].removeprefix("Value error, ")) from None
        changed = list(changes(self.now, state))
        if changed or state.setting != self.now.setting:
            self.go(state)
        return changed

    def go(self, state: State) -> None:
        """Go on to a state. What was undone is forgotten."""
        self._states[self._at + 1 :] = [state]
        self._at += 1

    def undo(self) -> bool:
        """A step back; whether there was one."""
        if not self._at:
            return False
        self._at -= 1
        return True

    def redo(self) -> bool:
        """A step forward again; whether there was one."""
        if self._at + 1 >= len(self._states):
            return False
        self._at += 1
        return True


def _make_room(known: dict[str, Known], id: str, value: Known | None) -> None:
    """Take away what a new value replaces: the options of a whole, or the word on the whole that an option goes against."""
    family, _, option = id.partition(".")
    if option:
        whole = known.get(family)
        if whole is not None and whole.value is False and value is not None and value.value is True:
            del known[family]
        elif whole is not None and isinstance(whole.value, list):
            known.update({f"{family}.{each}": Known(True, whole.words) for each in whole.value})
            del known[family]
    elif isinstance(FINDINGS.get(id), Choices):
        for other in [other for other in known if other.startswith(f"{id}.")]:
            del known[other]
    if id in ("age_years", "age_group") and value is not None:
        known.pop("age_group" if id == "age_years" else "age_years", None)


def changes(before: State, after: State) -> Iterator[Changed]:
    """What is other in a later state, in the order in which it became known."""
    for id in dict.fromkeys((*before.known, *after.known)):
        was, now = (state.known[id].value if id in state.known else None for state in (before, after))
        if was != now:
            yield Changed(id, was, now)
