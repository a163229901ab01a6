"""Escape and Ctrl+Q."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.bench.instrument.session import Session

MORE = "What you can do now"
"""The list behind F1."""
CHANGING = "Changing your note"
"""What Up in an empty line brings."""
SEQUENCES = (
    *("\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1b[H", "\x1b[F", "\x1bOA", "\x1bOB", "\x1bOC"),
    *("\x1b[1;5C", "\x1b[1;5D", "\x1b[I", "\x1b[O", "\x1b[<35;10;10M"),
)
"""Keys, focus and mouse reports that change no text."""
PAUSES = (0.005, 0.02, 0.04, 0.09)
"""Seconds between two halves of a sequence."""


def escape(session: Session, key: str, shown: str, times: int) -> list[float]:
    """Milliseconds from Escape until what a key brought is gone, each time.

    Args:
        session: The Visit room.
        key: What is pressed before.
        shown: What is to be seen then.
        times: How often.
    """
    taken = []
    for _ in range(times):
        session.press(key)
        session.wait_for(shown)
        session.settle(0.15)
        pressed = session.press("escape")
        taken.append((session.wait_for(shown, gone=True) - pressed) * 1000)
        session.settle(0.15)
    return taken


def split_sequences(session: Session) -> tuple[int, bool]:
    """Send every sequence cut at every byte, with every pause between the halves.

    Returns:
        How many, and whether the word typed before and after them stands there as it was.
    """
    session.write(b"untouched")
    session.wait_for("untouched")
    count = 0
    for sequence in SEQUENCES:
        for cut in range(1, len(sequence)):
            for pause in PAUSES:
                session.write(sequence[:cut].encode())
                time.sleep(pause)
                session.write(sequence[cut:].encode())
                # Longer than what a late half may still be joined to.
                time.sleep(0.12)
                count += 1
    session.settle()
    lines = [line.strip() for line in session.screen.splitlines()]
    return count, "> untouched" in lines


def leave(session: Session) -> float:
    """Milliseconds from Ctrl+Q until the process is gone."""
    pressed = session.press("ctrl+q")
    return (session.wait_for_end() - pressed) * 1000
