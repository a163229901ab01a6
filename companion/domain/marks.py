"""The six marks that may stand at the start of a note."""

from __future__ import annotations

from enum import StrEnum


class NoteKind(StrEnum):
    """The kind of a note; a plain note has no mark."""

    PLAIN = "plain"
    QUOTE = "quote"
    UNDERSTOOD = "understood"
    UNCLEAR = "unclear"
    TODO = "todo"
    NUMBER = "number"
    SPELLING = "spelling"


MARKS: dict[str, NoteKind] = {
    '"': NoteKind.QUOTE,
    "=": NoteKind.UNDERSTOOD,
    "?": NoteKind.UNCLEAR,
    "!": NoteKind.TODO,
    "#": NoteKind.NUMBER,
    "~": NoteKind.SPELLING,
}
MARK_OF: dict[NoteKind, str] = {kind: mark for mark, kind in MARKS.items()}


def read_mark(line: str) -> tuple[NoteKind, str]:
    """Split what was typed into the kind of note and its text.

    A mark counts only at the very start, followed by a blank or alone on the line. A backslash
    before a mark or a backslash is dropped once and makes a plain note.
    """
    first, rest = line[:1], line[1:]
    if first == "\\" and rest[:1] in {*MARKS, "\\"} and rest:
        return NoteKind.PLAIN, rest
    if first not in MARKS:
        return NoteKind.PLAIN, line
    if rest[:1] == " ":
        return MARKS[first], rest[1:]
    if rest[:1] in {"", "\n"}:
        return MARKS[first], rest
    return NoteKind.PLAIN, line


def write_mark(kind: NoteKind, text: str) -> str:
    """Return the line that `read_mark` reads back as this kind and text."""
    if kind is not NoteKind.PLAIN:
        return f"{MARK_OF[kind]} {text}" if text else MARK_OF[kind]
    return text if read_mark(text) == (NoteKind.PLAIN, text) else f"\\{text}"
