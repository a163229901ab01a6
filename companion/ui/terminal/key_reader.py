"""From the pieces of a terminal's stream to Textual's events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual import events

from companion.domain.text import clean
from companion.ui.terminal import key_codes
from companion.ui.terminal.input_splitter import (
    Escape,
    InputSplitter,
    Pasted,
    Piece,
    Typed,
    forgiving_decoder,
)
from companion.ui.terminal.textual_internals import XTermParser

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.message import Message

    from companion.ui.terminal.input_splitter import ControlSequence

_LONGEST_SEQUENCE: Final = 32
"""Textual's parser takes a longer sequence for text."""
_BURST: Final = 256
"""So many characters at once were never typed: a paste by a terminal that does not mark pastes."""
_BURST_PAUSE: Final = 0.03
"""Seconds within which the rest of such a paste follows."""
_LINE_BEGINS: Final = ("", "\r", "\n")
_MOST_KNOWN: Final = 1_000
"""Keys that are remembered, each by what the terminal sends for it."""


class KeyReader:
    """Turns the bytes of a terminal into Textual's events, whatever the bytes are."""

    def __init__(self, escape_wait: float) -> None:
        self._decode = forgiving_decoder().decode
        self._splitter = InputSplitter(escape_wait)
        self._parser = XTermParser()
        self._keys: dict[tuple[str, bool], list[tuple[str, str | None]]] = {}
        self._now = 0.0
        self._burst_until = -1.0
        self._before = ""

    @property
    def due_at(self) -> float | None:
        """When `tick` has to be called if no byte comes (monotonic seconds), or None."""
        return self._splitter.due_at

    def feed(self, raw: bytes, now: float) -> Iterator[Message]:
        """The events that these bytes complete."""
        self._now = now
        return self._events(self._splitter.feed(self._decode(raw), now))

    def tick(self, now: float) -> Iterator[Message]:
        """The events that are complete because nothing more came in time."""
        return self._events(self._splitter.tick(now))

    def _events(self, pieces: Iterable[Piece]) -> Iterator[Message]:
        for piece in pieces:
            if isinstance(piece, Typed):
                yield from self._of_typed(piece.text)
            elif isinstance(piece, Escape):
                yield events.Key("escape", "\x1b")
            elif isinstance(piece, Pasted):
                yield events.Paste(clean(piece.text))
            else:
                yield from self._of_sequence(piece)

    def _of_typed(self, text: str) -> Iterator[Message]:
        in_burst = len(text) >= _BURST or self._now <= self._burst_until
        if len(text) >= _BURST:
            self._burst_until = self._now + _BURST_PAUSE
        for character in text:
            if in_burst and character == "\t" and self._before not in _LINE_BEGINS:
                # In the middle of a pasted line it is text: as a key it would take the next digit.
                yield events.Paste(character)
            else:
                yield from self._known(character, broken=False)
            self._before = character

    def _of_sequence(self, sequence: ControlSequence) -> Iterator[Message]:
        code = None if sequence.broken else key_codes.read(sequence.text)
        if code is None:
            yield from self._of_keys(sequence.text, broken=sequence.broken)
        elif code.letter:
            yield events.Key(code.letter, code.text)
        elif code.text:
            yield from self._of_typed(code.text)
        elif code.sequence:
            yield from self._of_keys(code.sequence, broken=False)

    def _of_keys(self, sequence: str, *, broken: bool) -> Iterable[Message]:
        """The events of a sequence that Textual's parser knows, if it does."""
        if len(sequence) > _LONGEST_SEQUENCE:
            return ()
        return self._known(sequence, broken=broken)

    def _known(self, text: str, *, broken: bool) -> Iterable[Message]:
        """The events of one piece: what was a key the last time is the same key again."""
        keys = self._keys.get((text, broken))
        if keys is not None:
            return [events.Key(key, character) for key, character in keys]
        found = list(self._parsed(text, broken=broken))
        if all(type(message) is events.Key for message in found):
            if len(self._keys) >= _MOST_KNOWN:
                self._keys.clear()
            self._keys[text, broken] = [
                (message.key, message.character)
                for message in found
                if isinstance(message, events.Key)
            ]
        return found

    def _parsed(self, text: str, *, broken: bool) -> Iterator[Message]:
        parser = self._parser
        try:
            found = list(parser.feed(text))
        except (ValueError, OverflowError):
            # A key code beyond Unicode; the parser cannot be used after that.
            self._start_again()
            return
        if parser._timeout_time is not None:  # noqa: SLF001 - it waits for more, but this is all
            parser._timeout_time = 0.0  # noqa: SLF001
            rest = list(parser.tick())
            found += rest if broken else []
        yield from (message for message in found if not _is_half_a_character(message))

    def _start_again(self) -> None:
        old, self._parser = self._parser, XTermParser()
        self._parser.mouse_pixels = old.mouse_pixels
        self._parser.terminal_size = old.terminal_size
        self._parser.terminal_pixel_size = old.terminal_pixel_size


def _is_half_a_character(message: Message) -> bool:
    """Return whether a key carries a lone surrogate, which is not text."""
    if not isinstance(message, events.Key) or message.character is None:
        return False
    return any("\ud800" <= character <= "\udfff" for character in message.character)
