"""Sentences about a paper that was made: how it is opened and printed."""

from __future__ import annotations

OPENED = "Opening it in your browser. You can print it there."
NOT_OPENED = "No browser opened. Open the file yourself to print it."
SENDING = "Sending it to the printer."
PRINTED = "Sent to the printer."
PRINTED_AS_TEXT = "Printing as plain text. For the full page, press o."
NOT_PRINTED = "The printer didn't take it. o opens it: print there."
NO_PRINTER = "Companion can't reach a printer here. o opens it instead."
NEITHER = "To print, open the file in a browser on any computer."
NOTHING_SAVED = "Nothing is saved yet. Press Enter to save it first."


def how(*, opens: bool, prints: bool) -> str:
    """How a file that was made is printed here."""
    if opens and prints:
        return "To print it: o opens it in your browser, p sends it to the printer."
    if opens:
        return "To print it: o opens it in your browser."
    if prints:
        return "To print it: p sends it to the printer."
    return "To print it: open the file in a browser, on this or another computer."


def keys(*, opens: bool, prints: bool) -> str:
    """The keys for it, as they stand in a last line."""
    both = ("o open to print" if opens else "", "p print" if prints else "")
    return " · ".join(filter(None, both))
