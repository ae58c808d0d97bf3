"""Takes in a file, a stream or standard input as text, and refuses what is not text, is too large or cannot be opened."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from .issues import UnreadableInputError, quoted

MAX_BYTES = 1_000_000
"""A case is a page of text. Anything much larger is another kind of file, and is not read."""

Source = Path | str | IO[str] | IO[bytes]

_SIGNATURES = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a zip archive or an Office file (Excel, Word)",
    b"\xd0\xcf\x11\xe0": "an old Office file (Excel, Word)",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"\x1f\x8b": "a gzip archive",
    b"PAR1": "a Parquet table",
    b"SQLite format 3": "a database",
}
_MARKS = {b"\xff\xfe\x00\x00": "UTF-32", b"\x00\x00\xfe\xff": "UTF-32", b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")
_NAMELESS = ("standard input", "input")
_SAVE_AS_UTF8 = "save it again as UTF-8 text"


@dataclass(frozen=True, slots=True)
class Intake:
    """Text as it came in: ``name`` for messages, ``stem`` as a name for the case, ``suffix`` in lower case, with its dot."""

    text: str
    name: str
    stem: str
    suffix: str


def take_in(source: Source, name: str | None = None) -> Intake:
    """The text of a source: a path, ``"-"`` for standard input, or an open stream of text or bytes.

    Raises:
        UnreadableInputError: it cannot be opened, is a directory, empty, larger than 1 MB, or no UTF-8 text.
    """
    shown = quoted(name or _name_of(source), limit=200)[1:-1]
    path = Path(_name_of(source))
    data = _read(source, shown)
    if len(data) > MAX_BYTES:
        raise _too_large(shown)
    text = decode(data, shown) if isinstance(data, bytes) else _checked(data.removeprefix("\ufeff"), shown)
    if not text.strip():
        raise UnreadableInputError.at(shown, None, "it is empty", "give a case with an id, age, sex and findings")
    stem = Path(name).stem if name else path.stem if path.name and path.name not in _NAMELESS else "case"
    return Intake(text, shown, stem, (path.suffix or Path(name or "").suffix).lower())


def decode(data: bytes, name: str) -> str:
    """UTF-8 bytes as text, with or without a byte-order mark; other encodings are named and refused."""
    if kind := next((kind for start, kind in _SIGNATURES.items() if data.startswith(start)), None):
        raise UnreadableInputError.at(name, None, f"it is {kind}, not a case file", "give the case as YAML, JSON or CSV")
    if encoding := _wide_encoding(data):
        raise UnreadableInputError.at(name, None, f"it is written in {encoding}", _SAVE_AS_UTF8)
    try:
        return _checked(data.decode("utf-8-sig"), name)
    except UnicodeDecodeError as error:
        raise _not_utf8(data, error, name) from None


def _name_of(source: Source) -> str:
    if isinstance(source, Path):
        return str(source)
    if isinstance(source, str):
        return "standard input" if source == "-" else source
    called = getattr(source, "name", None)
    return "standard input" if called == "<stdin>" else called if isinstance(called, str) else "input"


def _read(source: Source, name: str) -> str | bytes:
    """At most one character or byte more than the limit, so that a huge file is refused without being read."""
    try:
        if source == "-":
            return getattr(sys.stdin, "buffer", sys.stdin).read(MAX_BYTES + 1)
        if not isinstance(source, Path | str):
            return source.read(MAX_BYTES + 1)
        return _read_path(Path(source), name)
    except UnicodeDecodeError as error:
        raise _not_utf8(error.object, error, name) from None
    except FileNotFoundError:
        raise UnreadableInputError.at(name, None, "there is no such file", "check the path; - reads standard input") from None
    except OSError as error:
        raise UnreadableInputError.at(name, None, f"it cannot be opened: {error.strerror or error}", "check the path and the permissions") from None


def _read_path(path: Path, name: str) -> bytes:
    if "\0" in str(path) or _HALF_CHARACTER.search(str(path)):
        raise UnreadableInputError.at(name, None, "this is not the name of a file", "check the path")
    if path.is_dir():
        raise UnreadableInputError.at(name, None, "it is a directory", "give one case file")
    if path.stat().st_size > MAX_BYTES:
        raise _too_large(name)
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def _too_large(name: str) -> UnreadableInputError:
    return UnreadableInputError.at(name, None, "it is larger than 1 MB, too large for one case", "give one case in a file of its own")


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 or UTF-32, by its mark, or by the zero bytes that it puts between Latin letters."""
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return encoding
    head = data[:2000]
    zeros = [head[start::2].count(0) for start in (0, 1)]
    return "UTF-16" if max(zeros) > 0.35 * len(head) and min(zeros) == 0 else None


def _not_utf8(data: bytes, error: UnicodeDecodeError, name: str) -> UnreadableInputError:
    line = data.count(b"\n", 0, error.start) + 1
    if any(byte < 32 and byte not in b"\t\n\r\f" for byte in data):
        return _binary(name)
    message = f"it is not UTF-8 but probably Latin-1 or Windows-1252 (byte {data[error.start]:#04x})"
    return UnreadableInputError.at(name, line, message, _SAVE_AS_UTF8)


def _binary(name: str, line: int | None = None) -> UnreadableInputError:
    return UnreadableInputError.at(name, line, "it holds bytes that no text has: a binary file", "give the case as YAML, JSON or CSV text")


def _checked(text: str, name: str) -> str:
    if control := _NOT_TEXT.search(text):
        raise _binary(name, text.count("\n", 0, control.start()) + 1)
    if half := _HALF_CHARACTER.search(text):
        raise UnreadableInputError.at(name, text.count("\n", 0, half.start()) + 1, "it holds half a character (a lone surrogate)", _SAVE_AS_UTF8)
    return text
