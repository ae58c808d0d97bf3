"""Collects what is wrong with one input while it is read, with the line of each place."""

from __future__ import annotations

from collections.abc import Iterator

from ..facts.case import CaseValue
from .document import Entries, Leaf, Node
from .issues import InvalidCaseError, Issue, Level, Policy, StrictPolicyError, listed, place, quoted
from .values import ValueReading


class Notes:
    """The issues of one input. A place is a dotted name (``age``, ``findings.lvef``); its line is noted when it is met."""

    def __init__(self, name: str, policy: Policy) -> None:
        self._name = name
        self._issues: list[Issue] = []
        self._lines: dict[str, int | None] = {}
        self.policy = policy

    def warn(self, key: str, message: str, mend: str) -> None:
        """Something was read with a doubt."""
        self._note("warning", key, message, mend)

    def drop(self, key: str, message: str, mend: str) -> None:
        """Something cannot be read: an error, or under the minimal policy a warning that this part is dropped."""
        if self.policy is Policy.MINIMAL:
            self._note("warning", key, f"dropped: {message}", mend)
        else:
            self._note("error", key, message, mend)

    def refuse(self, key: str, message: str, mend: str) -> None:
        """An error under every policy."""
        self._note("error", key, message, mend)

    def take(self, key: str, reading: ValueReading) -> CaseValue | None:
        """The value of a reading, its problems noted."""
        for problem in reading.problems:
            note = self.drop if problem.level == "error" else self.warn
            note(key, problem.message, problem.mend)
        return reading.value

    def once(self, entries: Entries, prefix: str = "") -> Iterator[tuple[str, Node]]:
        """The entries whose name stands once. A name that stands twice is noted, and says nothing that could be trusted."""
        by_name: dict[str, list[tuple[Leaf, Node]]] = {}
        for leaf, node in entries.of:
            by_name.setdefault(str(leaf.value), []).append((leaf, node))
        for name, same in by_name.items():
            self._lines[prefix + name] = same[-1][0].line
            if len(same) == 1:
                yield name, same[0][1]
            else:
                where = in_lines([leaf.line for leaf, _ in same])
                self.drop(prefix + name, f"{quoted(name)} stands {len(same)} times{where}", "keep one of them")

    def line(self, key: str) -> int | None:
        """The line of a place, if it was met and has one."""
        return self._lines.get(key)

    @property
    def has_errors(self) -> bool:
        """Whether there is an error so far."""
        return any(issue.level == "error" for issue in self._issues)

    def judge(self) -> tuple[Issue, ...]:
        """All issues, by line, if the policy lets the input pass.

        Raises:
            InvalidCaseError: there is an error.
            StrictPolicyError: there is a warning, and the policy is strict.
        """
        issues = tuple(sorted(self._issues, key=lambda issue: issue.line or 0))
        if self.has_errors:
            raise InvalidCaseError(issues)
        if issues and self.policy is Policy.STRICT:
            raise StrictPolicyError(issues)
        return issues

    def _note(self, level: Level, key: str, message: str, mend: str) -> None:
        section, _, id = key.partition(".")
        finding = id if section == "findings" and id else None
        shown = quoted(finding or key)[1:-1]
        self._issues.append(Issue(level, place(self._name, self.line(key), shown), message, mend, self.line(key), finding))


def in_lines(lines: list[int | None]) -> str:
    """Where things stand, as part of a sentence: `` (lines 3 and 9)``; empty where no line is known."""
    known = sorted({line for line in lines if line})
    if not known:
        return ""
    return f" ({'line' if len(known) == 1 else 'lines'} {listed([str(line) for line in known], 'and')})"
