"""Input of a terminal, split into what the user typed, pressed and pasted.

Terminals send keys, pastes and answers as one stream of bytes without lengths. Here that stream
becomes whole pieces, however it was torn on its way, and nothing typed or pasted is ever dropped
or taken for a key.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, Final

import companion.domain.text  # noqa: F401 - registers the handler that `_WRONG_BYTES` names
from companion.domain.value import Value

if TYPE_CHECKING:
    from collections.abc import Iterator

_WRONG_BYTES: Final = "companion-cp1252"
ESC: Final = "\x1b"
PASTE_START: Final = "\x1b[200~"
PASTE_END: Final = "\x1b[201~"
BRACKET_WAIT: Final = 0.12
"""Seconds ESC and `[` or `O` may wait for more: they can be Alt and a key too."""
SEQUENCE_WAIT: Final = 0.5
"""Seconds a longer sequence may wait for its next byte; it cannot be typed by hand."""
JOIN_WAIT: Final = 0.12
"""Seconds after an ESC that acted within which a torn-off `[` or `O` sequence is joined back.

A tenth of a second, and something for a reader that comes late.
"""
PASTE_WAIT: Final = 2.0
"""Seconds without any pasted text after which the end of a paste counts as lost."""
_TYPED_AT_ONCE: Final = 4
"""A read of at most so many characters may be typed text after a lost end of paste."""
_TYPING_PAUSE: Final = 0.03
"""A small read that follows so many seconds after the last one is typing, not pasting."""

_CSI: Final = re.compile(
    r"\x1b\[(?:\[[^\x1b]|\d{1,2}\$(?!y)|M[^\x1b]{3}|[0-?]*[ -/]*[@-LN-Z\\-~]|[0-?]+[ -/]*M)"
)
_CSI_BEGUN: Final = re.compile(r"\x1b\[(?:\[?|M[^\x1b]{0,2}|[0-?]*[ -/]*)\Z")
_SS3: Final = re.compile(r"\x1bO[0-9;]*[A-Za-z]")
_SS3_BEGUN: Final = re.compile(r"\x1bO[0-9;]*\Z")
_SS3_KEYS: Final = frozenset("ABCDFHPQRS")
_SS3_KEYS_ALONE: Final = frozenset("abcd")
"""Ctrl and an arrow in rxvt; words begin the same way, but not two letters in one read."""
_ANSWER: Final = re.compile(r"\x1b(?:\]\d|P[\d>!+$]|_G)[^\x07\x1b]*(?:\x07|\x1b\\)")
"""Answers of a terminal in a string (colours, name, features), which were not asked for here."""
_ANSWER_BEGUN: Final = re.compile(r"\x1b(?:\]\d|P[\d>!+$]|_G)[^\x07\x1b]*\x1b?\Z")
_ANSWER_OR_ALT: Final = ("\x1b]", "\x1bP", "\x1b_")
_TORN_OFF: Final = re.compile(r"[\[O]|\]\d|P[\d>!+$]|_G")
"""How what followed an ESC that acted too early begins."""
_LONGEST_ANSWER: Final = 1024
_MOST_HELD: Final = 1024
"""No key is this long, not even one that carries a sentence as numbers."""


class Typed(Value):
    """Characters that came as themselves."""

    text: str
    """One or more characters; C0 controls are keys such as Enter."""


class Escape(Value):
    """The Escape key."""


class ControlSequence(Value):
    """One whole control sequence: a key, a mouse report or an answer of the terminal."""

    text: str
    """The sequence with its ESC."""
    broken: bool = False
    """True when its rest never came: ESC and one character, a key pressed with Alt."""


class Pasted(Value):
    """The text between the marks of a bracketed paste."""

    text: str
    """The text as it came, controls included."""


Piece = Typed | Escape | ControlSequence | Pasted


def forgiving_decoder() -> codecs.IncrementalDecoder:
    """A UTF-8 decoder that never fails: a wrong byte becomes its cp1252 character or U+FFFD."""
    return codecs.getincrementaldecoder("utf-8")(_WRONG_BYTES)


class InputSplitter:
    """Cuts decoded text into whole pieces; time is told to it, never asked for."""

    def __init__(self, escape_wait: float) -> None:
        self._escape_wait = escape_wait
        self._held = ""
        self._paste: list[str] | None = None
        self._escaped_at: float | None = None
        self._joining = False
        self._last_at = 0.0
        self.due_at: float | None = None
        """When `tick` has to be called if nothing else comes; None to wait for ever."""

    def feed(self, text: str, now: float) -> Iterator[Piece]:
        """The pieces that `text`, read at `now` (monotonic seconds), completes."""
        yield from self.tick(now)
        pause, self._last_at = now - self._last_at, now
        keeps_on = self._held + text if self._paste is None else text
        self._held = "" if self._paste is None else self._held
        yield from self._cut(keeps_on, now)
        if self._paste is not None:
            typing = len(text) <= _TYPED_AT_ONCE and pause > _TYPING_PAUSE
            if not typing or self.due_at is None:
                self.due_at = now + PASTE_WAIT

    def tick(self, now: float) -> Iterator[Piece]:
        """The pieces that are complete because nothing more of them came in time."""
        if self.due_at is None or now < self.due_at:
            return
        self.due_at = None
        held, self._held = self._held, ""
        if self._paste is not None:
            pasted, self._paste = "".join([*self._paste, held]), None
            yield Pasted(pasted)
        elif held == ESC:
            self._escaped_at = now
            yield Escape()
        elif held:
            yield from self._give_up(held)

    def _give_up(self, held: str) -> Iterator[Piece]:
        joined, self._joining = self._joining, False
        if joined and len(held) == len("\x1b["):
            yield Typed(held[1:])
        elif not joined and len(held) == len("\x1b["):
            yield ControlSequence(held, broken=True)

    def _cut(self, text: str, now: float) -> Iterator[Piece]:
        while text:
            if self._paste is not None:
                text, pieces = self._cut_paste(text)
            elif text[0] == ESC:
                text, pieces = self._cut_sequence(text, now)
            else:
                text, pieces = self._cut_typed(text, now)
            yield from pieces

    def _cut_typed(self, text: str, now: float) -> tuple[str, list[Piece]]:
        since, self._escaped_at = self._escaped_at, None
        if since is not None and now - since <= JOIN_WAIT and _TORN_OFF.match(text):
            self._joining = True
            return ESC + text, []
        end = text.find(ESC)
        end = len(text) if end < 0 else end
        return text[end:], [Typed(text[:end])]

    def _cut_sequence(self, text: str, now: float) -> tuple[str, list[Piece]]:
        self.due_at = self._escaped_at = None
        if whole := _CSI.match(text) or _SS3.match(text):
            return self._take_whole(text, whole.group())
        if answer := _ANSWER.match(text):
            return text[answer.end() :], []
        if wait := self._wait_for_more(text):
            self._held, self.due_at = text, now + wait
            return "", []
        return self._take_short(text)

    def _wait_for_more(self, text: str) -> float:
        """Return the seconds after which an unfinished sequence counts as lost; 0 without one."""
        if text == ESC:
            return self._escape_wait
        if text in _ANSWER_OR_ALT:
            return BRACKET_WAIT
        if _CSI_BEGUN.match(text) or _SS3_BEGUN.match(text):
            if len(text) > _MOST_HELD:
                return 0.0
            return BRACKET_WAIT if len(text) == len("\x1b[") else SEQUENCE_WAIT
        is_answer = len(text) <= _LONGEST_ANSWER and _ANSWER_BEGUN.match(text)
        return SEQUENCE_WAIT if is_answer else 0.0

    def _take_whole(self, text: str, whole: str) -> tuple[str, list[Piece]]:
        rest = text[len(whole) :]
        joined, self._joining = self._joining, False
        if joined and whole[1] == "O" and not _is_a_key(whole[-1], rest):
            return rest, [Typed(whole[1:])]
        if whole == PASTE_START:
            self._paste = []
            return rest, []
        return rest, ([] if whole == PASTE_END else [ControlSequence(whole)])

    def _take_short(self, text: str) -> tuple[str, list[Piece]]:
        joined, self._joining = self._joining, False
        if text[1] == ESC:
            return text[1:], [Escape()]
        if text[1] not in "[O":
            return text[2:], [ControlSequence(text[:2], broken=True)]
        rest = _after_nonsense(text)
        if joined and len(text) - len(rest) == len("\x1b["):
            return rest, [Typed(text[1])]
        return rest, []

    def _cut_paste(self, text: str) -> tuple[str, list[Piece]]:
        paste = self._paste
        text, self._held = self._held + text, ""
        if paste is None:
            return text, []
        end = text.find(PASTE_END)
        if end >= 0:
            self._paste, self.due_at = None, None
            return text[end + len(PASTE_END) :], [Pasted("".join([*paste, text[:end]]))]
        held = _begins_the_end(text)
        paste.append(text[: len(text) - held])
        self._held = text[len(text) - held :]
        return "", []


def _is_a_key(letter: str, rest: str) -> bool:
    return letter in _SS3_KEYS or (letter in _SS3_KEYS_ALONE and not rest[:1].isalpha())


def _begins_the_end(text: str) -> int:
    """How many characters at the end of `text` may be the first part of the end of a paste."""
    for length in range(min(len(PASTE_END) - 1, len(text)), 0, -1):
        if PASTE_END.startswith(text[-length:]):
            return length
    return 0


def _after_nonsense(text: str) -> str:
    """Return the rest of a sequence that no terminal sends, from the first foreign character on."""
    begun = re.match(r"\x1b[\[O][0-?]*[ -/]*", text)
    return text[begun.end() :] if begun else text[1:]
