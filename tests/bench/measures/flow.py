"""Much text at once: typed ahead at a fixed rate, or pasted."""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING

from tests.bench.instrument import readings

if TYPE_CHECKING:
    from tests.bench.instrument.session import Session

THE_END = "QZXJKVWY"
"""Letters that stand nowhere else."""
_LETTERS = "abcdefghijklmnoprstu"
_WORD = 7


def text_of(size: int, line: int, seed: int) -> str:
    """So many characters of made-up words in lines, the last of them `THE_END`."""
    chance = random.Random(seed)  # noqa: S311 - to be repeated, not to be secret
    letters = []
    for place in range(size - len(THE_END)):
        column = place % (line + 1)
        if column == line:
            letters.append("\n")
        else:
            letters.append(" " if column % _WORD == _WORD - 1 else chance.choice(_LETTERS))
    return "".join(letters) + THE_END


def burst(session: Session, count: int, seed: int, *, rate: float = 200.0) -> dict[str, float]:
    """Type so many characters at a fixed rate, Enter after each line of 70.

    Returns:
        Milliseconds from the last key to the end on the screen, processor time in ms.
    """
    session.settle()
    before, started = readings.processor_ms(session.pid), time.monotonic()
    at = started
    for number, letter in enumerate(text_of(count, 70, seed)):
        time.sleep(max(0.0, started + number / rate - time.monotonic()))
        at = session.press("enter" if letter == "\n" else letter)
    shown = session.wait_for(THE_END)
    session.settle(0.5)
    spent = readings.processor_ms(session.pid) - before
    return {"end_shown": (shown - at) * 1000, "processor": spent}


def paste(session: Session, size: int, seed: int, *, line: int = 80) -> dict[str, float]:
    """One bracketed paste.

    Returns:
        Milliseconds until the end of it is on the screen, processor time in ms.
    """
    session.settle()
    text = text_of(size, line, seed).replace("\n", "\r").encode()
    before, started = readings.processor_ms(session.pid), time.monotonic()
    session.write(b"\x1b[200~" + text + b"\x1b[201~")
    shown = session.wait_for(THE_END)
    session.settle(0.5)
    spent = readings.processor_ms(session.pid) - before
    return {"end_shown": (shown - started) * 1000, "processor": spent}
