"""Sentences of the Guide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.words.days import plain_date

if TYPE_CHECKING:
    from datetime import date

TITLE = "Guide"
NOT_ADVICE = "general information, not medical advice"
NOT_ADVICE_SHORT = "not medical advice"
NOT_ADVICE_NOT_READ = "not medical advice, not yet read by a clinician"
NOT_ADVICE_SENTENCE = "This is general information, not medical advice. Ask your doctor."
CONTENTS = "Contents"
TIME_SECTION = "Is there time?"
WORDS_SECTION = "Words and what they mean"
HOW_TO_USE = "How to use the lists"
"""The title of what stands above a pack's lists."""
SEARCH = "type a word to search"
NOTHING_FOUND = "Nothing found. Esc clears the search."
SOURCES = "Sources"
NO_PACKS = "No guidance here. You can add some to the data folder."
CONTENTS_HINT = "Enter read · Up/Down choose · F1 more"
FOUND_HINT = "Enter next place · Up/Down scroll · Esc contents · F1 more"
READER_HINT = "Up/Down, PgUp/PgDn scroll · Esc contents · F1 more"
URGENT = "!"
"""Put before the text to read first."""
FIELDS = {"situation": "Fits when: ", "why": "", "say": "You can say: ", "contact": "Where: "}


def time_title(pack: str) -> str:
    """The title of the list that says whether there is time, of one pack or of all."""
    return f"{TIME_SECTION} ({pack})" if pack else "What is urgent, and what can wait"


def list_title(kind: str, pack: str) -> str:
    """The title of one of a pack's lists; it tells the pack, as each has such lists."""
    title = {"glossary": "Words you may hear"}.get(kind, "Where to get help")
    return f"{title} ({pack})"


def item(text: str, means: str) -> str:
    """An item of a list; a word of the glossary with its meaning."""
    return f"{text}: {means}" if means else text


def field(name: str, value: str) -> str:
    """A field of an item."""
    quoted = f'"{value}"' if name == "say" else value
    return f"{FIELDS[name]}{quoted}"


def source(name: str, title: str, where: str, read: date | None) -> str:
    """A source by who and year, what it is, where to find it and when a page was read."""
    told = f"{name}: {title.rstrip('.')}. {where.rstrip('.')}."
    return f"{told} Read on {plain_date(read)}." if read else told


def caveat(text: str) -> str:
    """What to keep in mind about a figure."""
    return f"Keep in mind: {text}"


def gone(names: str) -> str:
    """Packs of the case that are not there any more."""
    return f"{names} guidance is gone. This case keeps what it uses."


def at_place(title: str, place: int, count: int) -> str:
    """The current text among those with the words."""
    return f"place {place} of {count} · {title}" if count else title


def search_title(count: int) -> str:
    """How many texts have the words."""
    return f"{CONTENTS}: {count} found"


def with_decide_by(day: str, *, short: bool = False) -> str:
    """The top line of the Guide with the day to decide by."""
    return f"{TITLE} · {'by' if short else 'decide by'} {day}"
