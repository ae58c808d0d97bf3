"""What may be wrong with what was handed in, how strict to be about it, and how it is refused.

    ValueError
    └── CaseRefusedError             it is refused; ``issues`` says everything that is wrong with it
        ├── UnreadableInputError     nothing can be read: no such file, not text, too large, broken YAML, JSON or CSV
        ├── InvalidCaseError         it can be read, but says something that cannot stand
        └── StrictPolicyError        it could stand, but there are warnings and the policy is strict
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

Level = Literal["error", "warning"]


class Policy(StrEnum):
    """How strict a reader is. Broken files (no YAML, no text at all) are refused under every policy."""

    STRICT = "strict"
    """A warning refuses the case too."""
    LENIENT = "lenient"
    """Warnings are handed on, an error refuses the case."""
    MINIMAL = "minimal"
    """What cannot be read is dropped, with a warning that says so, and the rest is used."""


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing that is wrong, where it is, and how to mend it.

    ``where`` is the place in words (``heart.yaml, line 7, lvef``), ``line`` counts from 1 and is None where a place has
    no line, ``finding`` is the id of the finding concerned, if there is one.
    """

    level: Level
    where: str
    message: str
    mend: str
    line: int | None = None
    finding: str | None = None

    def __str__(self) -> str:
        return f"{self.level}: {self.where}: {self.message}; {self.mend}"


class CaseRefusedError(ValueError):
    """What was handed in is refused. ``issues`` holds everything that was found, warnings included, in file order."""

    def __init__(self, issues: Sequence[Issue]) -> None:
        super().__init__(tuple(issues))
        self.issues: tuple[Issue, ...] = tuple(issues)

    def __str__(self) -> str:
        return "\n".join(str(issue) for issue in self.issues)


class UnreadableInputError(CaseRefusedError):
    """Nothing can be read: no such file, not text, too large, or broken YAML, JSON or CSV."""

    @classmethod
    def at(cls, name: str, line: int | None, message: str, mend: str) -> UnreadableInputError:
        """One error at one place of the input called ``name``."""
        return cls([Issue("error", place(name, line), message, mend, line)])


class InvalidCaseError(CaseRefusedError):
    """The input can be read, but says something that cannot stand."""


class StrictPolicyError(CaseRefusedError):
    """There are warnings only, and the policy is strict."""


def place(name: str, line: int | None = None, key: str = "") -> str:
    """A place in words: ``heart.yaml, line 7, lvef``."""
    return ", ".join(part for part in (name, f"line {line}" if line else "", key) if part)


def quoted(raw: object, limit: int = 48) -> str:
    """What was written, fit for a message: in quotes, cut short, and without characters that could upset a terminal."""
    text = {True: "true", False: "false"}[raw] if isinstance(raw, bool) else str(raw)
    text = "".join(character if character.isprintable() else " " for character in text[: limit + 1])
    return f"“{text}”" if len(text) <= limit else f"“{text[:limit]}…”"


def listed(words: Sequence[str], conjunction: str = "or") -> str:
    """Words as a list in a sentence: ``mild, moderate or severe``."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {conjunction} {words[-1]}"
