"""A consultation: takes a line, says what it understood and what follows. It knows nothing of screens and keys."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from ..facts.case import Case
from ..facts.findings import Choice, Choices, Quantity, YesNo
from ..facts.vocabulary import atom, close_matches
from ..inference import explain as reasons
from ..inference.ahead import Ahead, ahead, assess_quickly, installed_answers, installed_network, whatif_of
from ..inference.assessment import Assessment
from ..inference.next_findings import NextFinding
from ..readers.values import read_value
from ..reports import explanation as report
from ..reports import words
from ..rules.settings import CHOOSABLE
from .files import FileError, load, save, write_report
from .journal import Journal
from .lines import LineRead, read_line
from .page import Out, panel, shown
from .state import Changed, History, Known, changes

_SETTLED = 0.95
_REASONS_SHOWN = 6
_UNKNOWN_SHOWN = 8


@dataclass(frozen=True)
class Reply:
    """What is said to a line: ``redraw`` if the list should be drawn anew, ``done`` if the session ends."""

    lines: tuple[Out, ...] = ()
    redraw: bool = False
    done: bool = False


@dataclass(frozen=True, slots=True)
class Command:
    """Something other than findings that may be typed: its words, what follows them, and what it does."""

    words: str
    usage: str
    help: str


COMMANDS = (
    Command("?", "?", "the next best finding; answer y, n, u (unknown) or a value"),
    Command("why not", "why not CAUSE", "what speaks against a cause, and what would put it first"),
    Command("why", "why CAUSE", "for and against a cause (its place, id or name)"),
    Command("versus", "versus A B", "two causes side by side, by what separates them"),
    Command("what if", "what if LVEF 25", "the list with other findings; nothing is kept"),
    Command("tempo", "tempo", "acute or chronic, and on what grounds"),
    Command("show", "show", "what is known, with the words that said it"),
    Command("drop", "drop FINDING", "make a finding unknown again"),
    Command("undo", "undo", "take the last step back"),
    Command("redo", "redo", "take an undone step again"),
    Command("setting", "setting hospital", "where the patient is seen"),
    Command("save", "save [FILE.yaml]", "write the case into the session's folder"),
    Command("load", "load FILE", "begin anew with a case file or a note"),
    Command("report", "report [FILE]", "the whole report, or into FILE (.txt, .md, .json)"),
    Command("help", "help", "this list"),
    Command("quit", "quit", "leave; `mrddx consult --resume` goes on"),
)
_ALSO = {"vs": "versus", "exit": "quit", "whatif": "what if", "h": "help", "q": "quit", "next": "?"}


class Consultation:
    """One patient's session. ``journal`` is None if nothing is to be kept; ``folder`` is where files may be written."""

    def __init__(self, history: History, *, folder: Path, journal: Journal | None, name: str = "consultation", guided: bool = False) -> None:
        self.history = history
        self.guided = guided
        self._name = name
        self._folder = folder
        self._journal = journal
        self._question: NextFinding | None = None
        self._offer = ""
        self._declined: set[str] = set()
        self._shown: dict[str, int] = {}
        self._trouble: tuple[Out, ...] = ()
        self.width = 79
        self._assessed: tuple[object, Assessment] | None = None

    # What the list is

    def case(self) -> Case:
        """The patient as known now."""
        return self.history.now.case(self._name)

    def assessment(self) -> Assessment:
        """The answer to what is known now."""
        state = self.history.now
        if self._assessed is None or self._assessed[0] is not state:
            self._assessed = (state, assess_quickly(self.case(), setting=state.setting))
        return self._assessed[1]

    def draw(self, *, rows: int, width: int) -> list[Out]:
        """The list, with how far each cause has moved since it was last drawn."""
        assessment = self.assessment()
        lines = panel(assessment, self._shown, rows=rows, width=width)
        self._shown = {ranked.cause: ranked.rank for ranked in assessment.differential}
        return lines

    # What is said

    def hear(self, line: str) -> Reply:
        """Take in a line: an answer to the open question, a command, or findings."""
        reply = self._hear("".join(character if character.isprintable() else " " for character in line))
        trouble, self._trouble = self._trouble, ()
        return replace(reply, lines=(*reply.lines, *trouble)) if trouble else reply

    def _hear(self, line: str) -> Reply:
        line = " ".join(line.split())
        if not line:
            return Reply()
        if (answered := self._answer(line)) is not None:
            return answered
        self._offer = ""
        name, rest = _command(line)
        if name:
            return self._commands()[name](rest)
        return self._learn(read_line(line))

    def preview(self, line: str) -> str:
        """How a line that is being typed would be read, in few words; empty for a command."""
        if not line.strip() or _command(line)[0] or self._question is not None:
            return ""
        read = read_line(line)
        said = [f"{id} = {shown(id, known.value) if known else 'unknown'}" for id, known in read.known.items()]
        said += [f"{id} stays open" for id, _, _ in read.open] + [*read.problems, *(f"{id} is said in two ways" for id, _ in read.contradictions)]
        return "; ".join(said) + (f"  not understood: {', '.join(read.left)}" if read.left else "")

    def _commands(self) -> dict[str, Callable[[str], Reply]]:
        return {
            "?": self._ask, "why": self._why, "why not": self._why_not, "versus": self._versus, "what if": self._what_if, "tempo": self._tempo,
            "show": self._show, "drop": self._drop, "undo": self._undo, "redo": self._redo, "setting": self._setting, "save": self._save,
            "load": self._load, "report": self._report, "help": self._help, "quit": self._quit,
        }  # fmt: skip

    # Findings

    def _learn(self, read: LineRead) -> Reply:
        try:
            changed = self.history.learn(read.known) if read.known else []
        except ValueError as error:
            return Reply((Out(f"! This cannot hold together: {error}. Nothing was taken in.", "warn"),))
        if changed:
            self._keep()
        return Reply((*_echo(read, changed), *self._offered(read)), redraw=bool(changed))

    def _offered(self, read: LineRead) -> Iterator[Out]:
        if read.offer:
            self._offer = read.offer
            yield Out(f"  Did you mean {' and '.join(f'“{right}” for “{wrong}”' for wrong, right in read.corrections)}? y takes it.", "ask")

    def _keep(self) -> None:
        self._write(lambda journal: journal.state(self.history.now))

    def _write(self, work: Callable[[Journal], None]) -> None:
        """Write to the journal. If that fails the session goes on, and says so."""
        if self._journal is None:
            return
        try:
            work(self._journal)
        except OSError as error:
            self._trouble = (Out(f"! This could not be kept in {self._journal.file}: {error.strerror or error}. The session goes on.", "warn"),)

    # Questions

    def _ask(self, _: str = "") -> Reply:
        ahead = self._ahead()
        open_ = [question for question in ahead.questions if question.finding.id not in self._declined]
        if not open_:
            self._question = None
            return Reply((Out("No finding that is still open would change the list by much.", "lead"),))
        self._question, self._offer = open_[0], ""
        return Reply(tuple(_question(self._question)))

    def _ahead(self) -> Ahead:
        return ahead(self.assessment(), most=6 + len(self._declined))

    def guide(self) -> Reply:
        """In guided mode, what comes next: the next best question, or why no more is asked."""
        first = self.assessment().differential[0]
        seen = self._ahead()
        open_ = [question for question in seen.questions if question.finding.id not in self._declined]
        firm = first.probability >= _SETTLED and not self.assessment().unexplained
        if self._question is not None and not firm:
            return Reply((Out(f"Still open: {self._question.finding.question}  [{self._question.finding.id}]", "ask"),))
        if not firm and open_:
            return self._ask()
        self._question = None
        if firm:
            why = f"{first.name} is settled at {words.percent(first.probability)}"
        elif not seen.unseating:
            why = "no single open question could put another cause first"
        else:
            why = "no question is left that you have not passed over and that would change the list by much"
        self.guided = False
        return Reply((Out(f"No more questions: {why}. Findings and commands are still taken.", "lead"),))

    def _answer(self, line: str) -> Reply | None:
        """What follows from an answer to the offer or the question that stands; None if the line is none."""
        word = line.casefold()
        if self._offer and word in ("y", "yes", "n", "no"):
            offer, self._offer = self._offer, ""
            return self._learn(read_line(offer)) if word.startswith("y") else Reply((Out("  Left as it was.", "dim"),))
        if self._question is None:
            return None
        question, finding = self._question, self._question.finding
        if word in ("u", "unknown", "skip", "pass"):
            self._question = None
            self._declined.add(finding.id)
            return Reply((Out(f"  {finding.id} stays unknown.", "dim"),)) if self.guided else self._ask()
        if _command(line)[0]:
            return None
        reading = read_value(finding, {"y": "yes", "n": "no"}.get(word, word))
        if reading.value is None:
            if word in ("y", "n", "yes", "no"):
                return Reply((Out(f"  {reading.problems[0].message}: {reading.problems[0].mend}; or u for unknown.", "warn"),))
            self._question = None
            return None
        self._question = None
        return self._learn(LineRead({finding.id: Known(reading.value, f"{question.finding.question} {line}")}))

    # Reasons

    def _why(self, rest: str) -> Reply:
        cause, wrong = self._cause(rest)
        if cause is None:
            return wrong
        ranked = next(each for each in self.assessment().differential if each.cause == cause)
        lines = [Out(f"{ranked.rank}. {ranked.name}: {words.percent(ranked.probability)}, strength {ranked.strength:+.1f}", "lead")]
        for evidence, style in ((ranked.supporting, "good"), (ranked.opposing, "bad")):
            lines += [Out(f"  {words.sign_mark(line.weight)} {words.evidence_line(line)}", style) for line in evidence[:_REASONS_SHOWN]]
            if len(evidence) > _REASONS_SHOWN:
                lines.append(Out(f"  and {len(evidence) - _REASONS_SHOWN} more", "dim"))
        lines += [Out(f"  ? unknown: {words.missing_line(missing)}", "ask") for missing in ranked.missing]
        return Reply(tuple(lines))

    def _why_not(self, rest: str) -> Reply:
        cause, wrong = self._cause(rest)
        if cause is None:
            return wrong
        explained = reasons.explain(self.assessment(), cause, whatif_of(self.assessment()), installed_answers())
        ranked = explained.ranked
        lines = [Out(f"{ranked.rank}. {ranked.name}: {words.percent(ranked.probability)}", "lead")]
        lines += [Out(f"  {words.sign_mark(line.weight)} {words.evidence_line(line)}", "bad") for line in ranked.opposing[:_REASONS_SHOWN]]
        if not ranked.opposing:
            lines.append(Out("  Nothing that was reported speaks against it; others are supported better."))
        if ranked.rank == 1:
            return Reply((*lines, Out("  It is first.")))
        title = "  The shortest changes that would put it first:" if explained.to_first else "  No short change of findings would put it first."
        return Reply((*lines, Out(title), *(Out(f"    {report.counterfactual_line(change)}") for change in explained.to_first)))

    def _versus(self, rest: str) -> Reply:
        first, second, wrong = self._two_causes(rest)
        if first is None or second is None:
            return wrong
        separators = reasons.versus(self.assessment(), installed_network(), first, second)
        known = [each for each in separators if each.verdict is not None]
        unknown = [each for each in separators if each.verdict is None]
        lines = [Out(line) for line in report.versus_text([*known, *unknown[:_UNKNOWN_SHOWN]], first, second)]
        more = len(unknown) - _UNKNOWN_SHOWN
        return Reply((*lines, *([Out(f"  and {more} more that are unknown", "dim")] if more > 0 else [])))

    def _two_causes(self, rest: str) -> tuple[str | None, str | None, Reply]:
        parts = re.split(r"\s+(?:and|vs\.?|versus|,)\s+|\s*,\s*", rest)
        names = rest.split()
        splits = [parts] if len(parts) == 2 else [[" ".join(names[:cut]), " ".join(names[cut:])] for cut in range(1, len(names))]
        for left, right in splits:
            one, other = self._cause(left)[0], self._cause(right)[0]
            if one and other and one != other:
                return one, other, Reply()
        return None, None, Reply((Out("! Name two causes of the list, such as: versus 1 2, or versus barlow chordal_rupture.", "warn"),))

    def _tempo(self, _: str) -> Reply:
        tempo = self.assessment().tempo
        lines = [Out(f"Tempo: {words.tempo_line(self.assessment())}", "lead")]
        lines.append(Out("  " + ", ".join(f"{name.replace('_', ' ')} {words.percent(share)}" for name, share in tempo.probabilities.items())))
        lines += [Out(f"  {words.sign_mark(line.weight)} {words.evidence_line(line)}") for line in tempo.evidence]
        return Reply(tuple(lines or [Out("  Nothing reported speaks of it.")]))

    def _what_if(self, rest: str) -> Reply:
        if not rest:
            return Reply((Out("! Say what: what if LVEF 25.", "warn"),))
        read = read_line(rest)
        trial = History(self.history.now)
        try:
            changed = trial.learn(read.known) if read.known else []
        except ValueError as error:
            return Reply((Out(f"! This cannot hold together: {error}.", "warn"),))
        if not changed:
            return Reply((*_echo(read, []), Out("  Nothing would change.")))
        other = assess_quickly(trial.now.case(self._name), setting=trial.now.setting)
        now = {ranked.cause: ranked for ranked in self.assessment().differential}
        lines = [Out(f"What if {'; '.join(_changed(change) for change in changed)}:", "lead")]
        for ranked in other.differential[:6]:
            was = now[ranked.cause]
            lines.append(Out(f"  {ranked.rank}. {words.percent(ranked.probability)} (now {was.rank}., {words.percent(was.probability)}) {ranked.name}"))
        lines += [Out(f"  ALERT {alert.text}", "alert") for alert in other.alerts if alert.id not in {each.id for each in self.assessment().alerts}]
        return Reply((*lines, Out("  Nothing was kept.", "dim")))

    def _cause(self, text: str) -> tuple[str | None, Reply]:
        """The cause that is meant by an id, a name, part of a name, or a place in the list."""
        listed = self.assessment().differential
        wanted = text.strip().casefold().rstrip(".")
        if wanted.isascii() and wanted.isdigit() and 1 <= int(wanted) <= len(listed):
            return listed[int(wanted) - 1].cause, Reply()
        plain = wanted.replace("_", " ")
        names = {ranked.cause: (ranked.cause.replace("_", " "), ranked.name.casefold()) for ranked in listed}
        exact = [cause for cause, both in names.items() if plain in both]
        part = [cause for cause, both in names.items() if plain and any(all(word in name for word in plain.split()) for name in both)]
        if exact or len(part) == 1:
            return (exact or part)[0], Reply()
        from rapidfuzz import process

        near = part or [found[2] for found in process.extract(plain, {cause: both[0] for cause, both in names.items()}, limit=3, score_cutoff=55)]
        hint = f"did you mean {', '.join(near[:4])}?" if near else "`mrddx causes` lists them"
        message = f"! “{text}” is no cause of the list; {hint}" if text else "! Name a cause, by its place in the list, its id or its name."
        return None, Reply((Out(message, "warn"),))

    # What is known

    def _show(self, _: str) -> Reply:
        known = self.history.now.known
        lines = [Out(f"  {id} = {shown(id, each.value)}{f'   “{each.words}”' if each.words else ''}") for id, each in known.items()]
        return Reply((Out(f"Known: {len(known)} finding(s); setting {self.assessment().setting_label}. All else is unknown.", "lead"), *lines))

    def _drop(self, rest: str) -> Reply:
        id = self._known_id(rest)
        if id is None:
            known = self.history.now.known
            near = [name for name in close_matches(rest) if name in known] or list(known)[:6]
            message = f"! “{rest}” is not known, so there is nothing to drop; known are {', '.join(near)}." if near else "! Nothing is known yet."
            return Reply((Out(message, "warn"),))
        return self._learn(LineRead({id: None}))

    def _known_id(self, text: str) -> str | None:
        known = self.history.now.known
        wanted = text.strip()
        for id in (wanted, wanted.casefold().replace(" ", "_"), {"age": "age_years"}.get(wanted.casefold(), "")):
            if id in known:
                return id
        labels = {atom(id).label.casefold(): id for id in known}
        read = read_line(wanted).known
        return labels.get(wanted.casefold()) or next((id for id in [*(read if len(read) == 1 else ()), *close_matches(wanted)] if id in known), None)

    def _undo(self, _: str) -> Reply:
        return self._step("undo", self.history.undo)

    def _redo(self, _: str) -> Reply:
        return self._step("redo", self.history.redo)

    def _step(self, name: Literal["undo", "redo"], step: Callable[[], bool]) -> Reply:
        before = self.history.now
        if not step():
            return Reply((Out(f"  Nothing to {name}.", "dim"),))
        self._write(lambda journal: journal.step(name))
        told = [Out(f"  {_changed(change)}") for change in changes(before, self.history.now)]
        return Reply(tuple(told or [Out(f"  Setting: {self.assessment().setting_label}")]), redraw=True)

    def _setting(self, rest: str) -> Reply:
        wanted = rest.casefold().replace(" ", "_")
        if wanted not in CHOOSABLE:
            return Reply((Out(f"! The settings are {', '.join(CHOOSABLE)}; now: {self.assessment().setting_label}.", "warn"),))
        if self.history.now.setting != wanted:
            self.history.learn({}, setting=wanted)
            self._keep()
        return Reply((Out(f"  Setting: {self.assessment().setting_label}."),), redraw=True)

    # Files

    def _save(self, rest: str) -> Reply:
        return self._with_file(lambda: Reply((Out(f"  Saved to {save(self._folder, rest or f'{self._name}.yaml', self.history.now, self._name)}."),)))

    def _load(self, rest: str) -> Reply:
        if not rest:
            return Reply((Out("! Say which file: load FILE.", "warn"),))
        return self._with_file(lambda: self._loaded(rest))

    def _loaded(self, rest: str) -> Reply:
        loaded = load(rest)
        self.history.go(loaded.state)
        self._keep()
        self._declined.clear()
        remarks = [Out(f"  ! {remark}", "warn") for remark in loaded.remarks]
        return Reply((Out(f"  {len(loaded.state.known)} finding(s) from {rest}.", "lead"), *remarks), redraw=True)

    def _report(self, rest: str) -> Reply:
        assessment = self.assessment()
        if rest:
            return self._with_file(lambda: Reply((Out(f"  Report written to {write_report(self._folder, rest, assessment, ahead(assessment))}."),)))
        from ..reports.terminal import print_assessment

        text = io.StringIO()
        print_assessment(assessment, ahead=ahead(assessment), stream=text, width=self.width)
        return Reply(tuple(Out(line) for line in text.getvalue().splitlines()))

    @staticmethod
    def _with_file(work: Callable[[], Reply]) -> Reply:
        try:
            return work()
        except FileError as error:
            return Reply(tuple(Out(f"! {line}", "warn") for line in str(error).splitlines()))

    def _help(self, _: str) -> Reply:
        lines = [Out("Type findings in your own words, or as id: value. Each line is shown as it was read.", "lead")]
        lines += [Out(f"  {command.usage:<19}{command.help}") for command in COMMANDS]
        return Reply(tuple(lines))

    def _quit(self, _: str) -> Reply:
        kept = self._journal is not None and self._journal.file.exists()
        message = f"Kept in {self._journal.file}; `mrddx consult --resume` goes on." if self._journal and kept else "Nothing was kept."
        return Reply((Out(message, "dim"),), done=True)


def _command(line: str) -> tuple[str, str]:
    """The command that a line begins with and what follows it; ("", "") for findings."""
    plain = line.strip()
    folded = plain.casefold()
    for name in (*(command.words for command in COMMANDS), *_ALSO):
        if folded == name or folded.startswith(f"{name} "):
            rest = plain[len(name) :].strip()
            name = _ALSO.get(name, name)
            if (name in _ALONE and rest) or (name in _ONE_WORD and " " in rest):
                continue
            return name, rest
    return "", ""


_ONE_WORD = frozenset(("report", "save", "load"))
_ALONE = frozenset(("?", "tempo", "show", "undo", "redo", "help", "quit"))


def _echo(read: LineRead, changed: Sequence[Changed]) -> Iterator[Out]:
    """Each finding with its id and value, then what stays open, what goes against itself, and what was not understood."""
    was = {change.finding: change.was for change in changed}
    for id, known in read.known.items():
        value = shown(id, known.value) if known else "unknown"
        before = was.get(id)
        note = f" (was {shown(id, before)})" if before is not None else "" if id in was else " (known already)" if known else ""
        remark = f" [{read.remarks[id]}]" if id in read.remarks else ""
        yield Out(f"  + {id} = {value}{note}{f'   “{known.words}”' if known and known.words else ''}{remark}", "good")
    for id, quote, why in read.open:
        yield Out(f"  ? {id} stays unknown: “{quote}” is {why}", "ask")
    for id, quotes in read.contradictions:
        yield Out(f"  ! {id} is said in two ways and stays unknown: {' / '.join(f'“{quote}”' for quote in quotes)}", "warn")
    yield from (Out(f"  ! {problem}", "warn") for problem in read.problems)
    if read.left:
        yield Out(f"  - not understood: {', '.join(f'“{each}”' for each in read.left)}", "dim")


def _changed(change: Changed) -> str:
    now = "unknown" if change.now is None else shown(change.finding, change.now)
    return f"{change.finding} = {now}{f' (was {shown(change.finding, change.was)})' if change.was is not None else ''}"


def _question(question: NextFinding) -> Iterator[Out]:
    finding = question.finding
    yield Out(f"{finding.question}  [{finding.id}, {question.burden.value}, {question.gain_bits:.2f} bit]", "ask")
    yield Out(f"  {question.text[:1].upper()}{question.text[1:]}.")
    match finding:
        case YesNo():
            yield Out("  y, n, u (unknown), or any other line", "dim")
        case Quantity():
            yield Out(f"  a number{f' in {finding.unit}' if finding.unit != '1' else ''}, u (unknown), or any other line", "dim")
        case Choice() | Choices():
            yield Out(f"  {', '.join(finding.options)}; u (unknown), or any other line", "dim")

