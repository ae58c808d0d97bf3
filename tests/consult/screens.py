"""A terminal of 80 columns and 24 lines with `mrddx consult` in it: what is typed goes in, what stands on the screen can be read."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import termios
import time
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pexpect
from pexpect.fdpexpect import fdspawn

COLUMNS, ROWS = 80, 24
_PATIENCE = 30.0
_TOKEN = re.compile(r"\x1b\[([?>]?)([0-9;]*)([A-Za-z])|\x1b\][^\x07]*\x07|\x1b[=>78]|[\r\n\b\x07]|[^\x1b\r\n\b\x07]")


class Screen:
    """The few movements that the prompt makes on a VT100. ``widest`` counts the columns that any line has taken."""

    def __init__(self) -> None:
        self.cells = [[" "] * COLUMNS for _ in range(ROWS)]
        self.row = self.column = self.widest = 0
        self._rest = ""
        self.answers: list[str] = []

    def feed(self, text: str) -> None:
        """Take in what the program wrote; a sequence that is cut off waits for its end."""
        text = self._rest + text
        end = 0
        for token in _TOKEN.finditer(text):
            if token.start() != end:
                break
            end = token.end()
            self._take(token)
        self._rest = text[end:]

    def _take(self, token: re.Match[str]) -> None:
        if token[3]:
            if not token[1]:
                self._steer(token[3], [int(number) if number else 0 for number in token[2].split(";")])
        elif token[0] == "\r":
            self.column = 0
        elif token[0] == "\n":
            self._down()
        elif token[0] == "\b":
            self.column = max(self.column - 1, 0)
        elif len(token[0]) == 1 and token[0] != "\x07":
            self._put(token[0])

    def _put(self, character: str) -> None:
        if unicodedata.combining(character):
            return
        self.widest = max(self.widest, self.column + 1)
        if self.column >= COLUMNS:
            self.column = 0
            self._down()
        self.cells[self.row][self.column] = character
        self.column += 1

    def _down(self) -> None:
        if self.row == ROWS - 1:
            self.cells = [*self.cells[1:], [" "] * COLUMNS]
        else:
            self.row += 1

    def _steer(self, name: str, numbers: list[int]) -> None:
        count = max(numbers[0], 1)
        match name:
            case "A":
                self.row = max(self.row - count, 0)
            case "B":
                self.row = min(self.row + count, ROWS - 1)
            case "C":
                self.column = min(self.column + count, COLUMNS - 1)
            case "D":
                self.column = max(min(self.column, COLUMNS - 1) - count, 0)
            case "H":
                self.row, self.column = max(numbers[0], 1) - 1, (max(numbers[1], 1) if len(numbers) > 1 else 1) - 1
            case "J":
                self._erase(numbers[0])
            case "n" if numbers[0] == 6:  # where is the cursor? the prompt shows its bottom line only to a terminal that answers
                self.answers.append(f"\x1b[{self.row + 1};{min(self.column, COLUMNS - 1) + 1}R")
            case "K":
                self.cells[self.row][self.column :] = [" "] * (COLUMNS - self.column)

    def _erase(self, what: int) -> None:
        if what == 2:
            self.cells = [[" "] * COLUMNS for _ in range(ROWS)]
            return
        self.cells[self.row][self.column :] = [" "] * max(COLUMNS - self.column, 0)
        self.cells[self.row + 1 :] = [[" "] * COLUMNS for _ in range(ROWS - self.row - 1)]

    @property
    def lines(self) -> list[str]:
        return ["".join(line).rstrip() for line in self.cells]

    def __str__(self) -> str:
        return "\n".join(self.lines)


class Prompt:
    """A running `mrddx consult`: its screen, and every byte that it wrote."""

    def __init__(self, process: subprocess.Popen[bytes], handle: int) -> None:
        self.process = process
        self.screen = Screen()
        self.bytes = b""
        self._spawn = fdspawn(handle, timeout=_PATIENCE)
        self._decoded = 0

    def type(self, text: str) -> None:
        """Type text; ``\\r`` is the return key."""
        self._spawn.send(text)

    def see(self, seen: str | Callable[[Screen], bool], *, gone: bool = False) -> str:
        """Wait until the screen shows a text (or fits a test), or the program is gone; the screen."""
        fits = seen if callable(seen) else lambda screen: seen in str(screen)
        end = time.monotonic() + _PATIENCE
        while not fits(self.screen):
            try:
                self._take(self._spawn.read_nonblocking(4096, timeout=max(end - time.monotonic(), 0.01)))
            except pexpect.TIMEOUT:
                raise AssertionError(f"never seen: {seen}\n{self.screen}") from None
            except (pexpect.EOF, OSError):
                assert gone or fits(self.screen), f"the program ended before {seen}\n{self.screen}"
                break
        return str(self.screen)

    def ready(self) -> str:
        """Wait for the prompt with nothing typed after it."""
        return self.see(lambda screen: screen.lines[screen.row] == ">" and screen.column == 2)

    def enter(self, line: str, seen: str) -> str:
        """Type a line, wait for its answer and for the next prompt; the screen."""
        self.type(f"{line}\r")
        self.see(seen)
        return self.ready()

    def leave(self) -> int:
        """Quit; the exit code."""
        self.type("quit\r")
        self.see(lambda _: False, gone=True)
        return self.process.wait(_PATIENCE)

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(_PATIENCE)

    def _take(self, data: bytes) -> None:
        self.bytes += data
        text = self.bytes.decode("utf-8", "ignore")  # a character that is cut off is taken with the next bytes
        self.screen.feed(text[self._decoded :])
        self._decoded = len(text)
        while self.screen.answers:
            self.type(self.screen.answers.pop(0))


@contextmanager
def prompt(folder: Path, *arguments: str, env: Mapping[str, str] | None = None) -> Iterator[Prompt]:
    """`mrddx consult` on a terminal, its session in a folder."""
    ours, theirs = os.openpty()
    termios.tcsetwinsize(theirs, (ROWS, COLUMNS))
    plain = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "COLUMNS", "LINES")}
    settings = {**plain, "TERM": "xterm-256color", "PYTHONIOENCODING": "utf-8", **(env or {})}
    command = [sys.executable, "-m", "mrddx.cli", "consult", "--folder", str(folder), *arguments]
    process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=settings, start_new_session=True)
    os.close(theirs)
    try:
        yield Prompt(process, ours)
    finally:
        if process.poll() is None:
            process.kill()
            process.wait(_PATIENCE)
        os.close(ours)
