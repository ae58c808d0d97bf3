"""The prompt on a terminal, and line by line in a pipe."""

from __future__ import annotations

import io
import os
import shutil
import sys
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from .consultation import Consultation, Reply
from .page import Out, ascii_only, wrapped

if TYPE_CHECKING:
    from prompt_toolkit import PromptSession

_STYLES = {"alert": "bold ansired", "lead": "bold", "good": "ansigreen", "bad": "ansired", "ask": "ansicyan", "warn": "ansiyellow", "dim": "ansibrightblack"}
_WIDEST = 100
_LIST_ROWS = 12
_MENU_ROWS = 5
_LEAST_ROWS = 6
_BELOW = _MENU_ROWS + 3  # an empty line, the prompt with room for its menu, and the toolbar
_WELCOME = "Type what is known of the patient; each line is shown as it was read. ? proposes a question, help lists the commands, quit leaves."
_LIMITS = "Supports a professional's judgement and does not replace it. What is not said is unknown, never absent."


class Screen:
    """Where lines are shown: wrapped to the width, in colour only on a terminal that wants it, in ASCII if asked or needed."""

    def __init__(self, stream: TextIO, *, ascii: bool) -> None:
        self._stream = stream
        self.is_terminal = stream.isatty()
        self.ascii = ascii or not (stream.encoding or "").lower().startswith("utf")
        self.colour = self.is_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"

    @property
    def width(self) -> int:
        return min(shutil.get_terminal_size().columns, _WIDEST) if self.is_terminal else 80

    @property
    def rows(self) -> int:
        return shutil.get_terminal_size().lines

    def clear(self) -> None:
        """An empty screen, on a terminal."""
        if self.is_terminal and os.environ.get("TERM") != "dumb":
            from prompt_toolkit.shortcuts import clear

            clear()

    def fit(self, lines: Iterable[Out]) -> list[Out]:
        """The lines as they will stand."""
        return list(wrapped(lines, self.width - 1))

    def show(self, lines: Iterable[Out]) -> None:
        """Print lines."""
        for line in lines:
            text = ascii_only(line.text) if self.ascii else line.text
            if self.colour and line.style:
                from prompt_toolkit import print_formatted_text
                from prompt_toolkit.formatted_text import FormattedText

                print_formatted_text(FormattedText([(_STYLES[line.style], text)]))
            else:
                print(text, file=self._stream, flush=True)


def run(consultation: Consultation, *, ascii: bool, history: Path | None) -> None:
    """Hold the session: at a prompt if there is a terminal, else over the lines of standard input."""
    screen = Screen(sys.stdout, ascii=ascii)
    if sys.stdin.isatty() and screen.is_terminal:
        _at_a_prompt(consultation, screen, history)
    else:
        if isinstance(sys.stdin, io.TextIOWrapper):
            sys.stdin.reconfigure(errors="replace")
        _line_by_line(consultation, screen, sys.stdin)


def _line_by_line(consultation: Consultation, screen: Screen, lines: TextIO) -> None:
    """A pipe: each line with its answer, and the list after each line that changed it."""
    if consultation.history.now.known:
        screen.show(screen.fit(consultation.draw(rows=_LIST_ROWS, width=79)))
    if consultation.guided:
        screen.show(screen.fit(consultation.guide().lines))
    for line in lines:
        screen.show([Out(f"> {''.join(character for character in line.strip() if character.isprintable())}")])
        reply = consultation.hear(line)
        screen.show(screen.fit(reply.lines))
        if reply.redraw:
            screen.show(screen.fit(consultation.draw(rows=_LIST_ROWS, width=79)))
        if reply.done:
            return
        if consultation.guided:
            screen.show(screen.fit(consultation.guide().lines))
        screen.show([Out()])


def _at_a_prompt(consultation: Consultation, screen: Screen, history: Path | None) -> None:
    from prompt_toolkit import PromptSession
    from prompt_toolkit.history import FileHistory, InMemoryHistory
    from prompt_toolkit.output.color_depth import ColorDepth
    from prompt_toolkit.shortcuts import CompleteStyle
    from prompt_toolkit.styles import Style

    from .completion import FindingCompleter

    screen.show(screen.fit([Out(_WELCOME), Out(_LIMITS, "dim")]))
    consultation.width = screen.width - 1
    loaded = threading.Event()
    session: PromptSession[str] = PromptSession(
        "> ", completer=FindingCompleter(ascii=screen.ascii), complete_while_typing=True, complete_in_thread=True, complete_style=CompleteStyle.COLUMN,
        reserve_space_for_menu=_MENU_ROWS, history=FileHistory(str(history)) if history is not None else InMemoryHistory(),
        color_depth=None if screen.colour else ColorDepth.DEPTH_1_BIT,
        style=Style.from_dict({"bottom-toolbar": "noreverse" if screen.colour else "noinherit"}),
        bottom_toolbar=lambda: _toolbar(consultation, screen, loaded, session),
    )
    threading.Thread(target=_warm, args=(session, loaded), daemon=True).start()
    reply = consultation.guide() if consultation.guided else Reply(redraw=bool(consultation.history.now.known))
    _respond(consultation, screen, reply, clear=False)
    while True:
        try:
            line = session.prompt()
        except KeyboardInterrupt:
            screen.show([Out("  Line dropped. Nothing else is lost; quit or Ctrl-D leaves.", "dim")])
            continue
        except EOFError:
            line = "quit"
        try:
            reply = consultation.hear(line)
        except KeyboardInterrupt:
            screen.show([Out("  Stopped. Nothing that was known is lost; quit or Ctrl-D leaves.", "dim")])
            continue
        _respond(consultation, screen, reply, clear=True)
        if reply.done:
            return
        if consultation.guided:
            screen.show(screen.fit(consultation.guide().lines))


def _respond(consultation: Consultation, screen: Screen, reply: Reply, *, clear: bool) -> None:
    """The answer to a line: below the list if that was drawn anew."""
    lines = screen.fit(reply.lines)
    if reply.redraw:
        room = screen.rows - _BELOW - _LEAST_ROWS
        if len(lines) > room:
            lines = [*lines[: room - 1], Out(f"  and {len(lines) - room + 1} lines more; show lists all that is known", "dim")]
        left = screen.rows - len(lines) - _BELOW
        drawn = consultation.draw(rows=max(min(left, _LIST_ROWS + 6), _LEAST_ROWS), width=screen.width - 1)
        if clear:
            screen.clear()
        screen.show([*drawn, Out()])
    screen.show(lines)


def _toolbar(consultation: Consultation, screen: Screen, loaded: threading.Event, session: PromptSession[str]) -> str:
    """How the line that is being typed would be read."""
    if not loaded.is_set():
        return ""
    preview = consultation.preview(session.default_buffer.text)
    text = ascii_only(preview) if screen.ascii else preview
    return text if len(text) < screen.width else f"{text[: screen.width - 4]}..."


def _warm(session: PromptSession[str], loaded: threading.Event) -> None:
    """Load what the first line needs while it is typed; then the line is read as far as it stands."""
    from ..facts.case import Case
    from ..inference.ahead import assess_quickly
    from .lines import read_line

    read_line("no fever")
    assess_quickly(Case(id="warm"))
    loaded.set()
    session.app.invalidate()
