"""Sentences about codes that a phone reads from the screen."""

from __future__ import annotations

TITLE = "To a phone: a code to scan"
TITLES = {
    "doctor": "Page for the doctor",
    "said": "What was said",
    "calendar": "The next visit, for the calendar",
}
FITS = "fits this window"
LONG = "too long here; a shorter text fits"
NO_ROOM = "window too small"
NONE = "Nothing to show yet. Plan a visit or write questions first."
LIST_HINT = "Enter show the code · Esc back"
HOW = (
    "Point your phone's camera at the code. The text is in the code itself: nothing is sent over "
    "a network. Hidden notes, and notes not for copies, aren't in it."
)
WHOLE = "The whole text."
SHORTER = (
    "The shorter text. To fit more, make the window larger, or its letters smaller: hold Ctrl and "
    "press -  (on a Mac: Cmd and -)."
)
SAYS = "What it says"
SHORTER_SAYS = "The shorter text says"
TOO_SMALL = "This window is too small for a code. Make it larger."
NO_CODE_HINT = "Esc back"
CODE_HINT = "Arrows scroll · Esc back"
LONG_HINT = "Enter the shorter text · Esc back"


def too_long(have: int, room: int) -> str:
    """A text that no code of this window holds."""
    return f"Too long for this window: {have} characters, and {room} fit. Enter: the shorter text."
