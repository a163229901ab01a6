"""From the pieces of a terminal's stream to Textual's events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual import events
from textual._xterm_parser import XTermParser

from companion.domain.text import clean
from companion.ui.terminal.decoding import Cutter, Escape, Pasted, Piece, Typed, forgiving_decoder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.message import Message

    from companion.ui.terminal.decoding import Sequence

_LONGEST_SEQUENCE: Final = 32
"""Textual's parser takes a longer sequence for text."""


class Reader:
    """Turns the bytes of a terminal into Textual's events, whatever the bytes are."""

    def __init__(self, escape_wait: float) -> None:
        self._decode = forgiving_decoder().decode
        self._cutter = Cutter(escape_wait)
        self._parser = XTermParser()

    @property
    def due_at(self) -> float | None:
        """When `tick` has to be called if no byte comes (monotonic seconds), or None."""
        return self._cutter.due_at

    def feed(self, raw: bytes, now: float) -> Iterator[Message]:
        """The events that these bytes complete."""
        return self._events(self._cutter.feed(self._decode(raw), now))

    def tick(self, now: float) -> Iterator[Message]:
        """The events that are complete because nothing more came in time."""
        return self._events(self._cutter.tick(now))

    def _events(self, pieces: Iterable[Piece]) -> Iterator[Message]:
        for piece in pieces:
            if isinstance(piece, Typed):
                yield from self._parser.feed(piece.text)
            elif isinstance(piece, Escape):
                yield events.Key("escape", "\x1b")
            elif isinstance(piece, Pasted):
                yield events.Paste(clean(piece.text))
            else:
                yield from self._of_sequence(piece)

    def _of_sequence(self, sequence: Sequence) -> Iterator[Message]:
        if len(sequence.text) > _LONGEST_SEQUENCE:
            return
        parser = self._parser
        try:
            found = list(parser.feed(sequence.text))
        except (ValueError, OverflowError):
            # A key code beyond Unicode; the parser cannot be used after that.
            self._start_again()
            return
        if parser._timeout_time is not None:  # noqa: SLF001 - it waits for more, but this is all
            parser._timeout_time = 0.0  # noqa: SLF001
            rest = list(parser.tick())
            found += rest if sequence.broken else []
        yield from (message for message in found if not _is_half_a_character(message))

    def _start_again(self) -> None:
        old, self._parser = self._parser, XTermParser()
        self._parser.mouse_pixels = old.mouse_pixels
        self._parser.terminal_size = old.terminal_size
        self._parser.terminal_pixel_size = old.terminal_pixel_size


def _is_half_a_character(message: Message) -> bool:
    """Whether a key carries a lone surrogate, which is no text."""
    if not isinstance(message, events.Key) or message.character is None:
        return False
    return any("\ud800" <= character <= "\udfff" for character in message.character)
