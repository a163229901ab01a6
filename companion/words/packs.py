"""What Companion says about a pack that is not as it should be.

Each sentence says what is wrong and what to do; `companion check` puts file and line before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# Bytes and files.
NOT_UTF8 = "The file is not UTF-8 text; save it again as UTF-8."
BYTE_ORDER_MARK = "The file starts with a byte order mark; save it as UTF-8 without BOM."
LINE_ENDS = "The file has Windows or old Mac line ends; save it with LF line ends."
NOT_A_FILE = "This is not an ordinary file, so it is not read; put a plain text file in its place."
UNREADABLE = "The file can't be read; check that it is there and that you may open it."
NOTHING_THERE = "There's nothing at this path; check the spelling."
FOLDER_UNREADABLE = "The folder can't be read; check that it is there and that you may open it."
NO_PACK = "There's no pack.md here; put one in the pack's folder."
TOO_MANY_FILES = "The folder holds too many files for a pack; split it into several packs."

# Front matter.
NO_FRONT_MATTER = "The file has no front matter; start it with a line ---, its fields and ---."
NOT_YAML = "The front matter can't be read from here on; write one `name: value` on each line."
NOT_NAMED = "The front matter must be a list of `name: value` lines."
NO_ALIASES = "Aliases, anchors and tags are not allowed in front matter; write the value out."
TOO_DEEP = "The front matter is nested too deep; keep to names, values and the list of sources."
TOO_MUCH_FRONT_MATTER = "The front matter is too large to read; keep to what a pack needs."
BAD_ID = "An id is lower-case letters, numbers and dashes, and starts with a letter."
BAD_DATE = "A date is written as year-month-day, such as 2026-11-20, and must exist."
BAD_LANGUAGE = "The language is a short tag, such as en or pt-BR."
PAPER_LETTERS_ONLY = "Only a letter says which paper it is; remove `paper` here."
BAD_PAPER = "The name of a paper is small letters and dashes, 24 at most: `referral`."
BAD_POSITION = "The position is a whole number from 0 to 999."
MISSING_REVIEW = "The pack has no review date; add `reviewed:` with the day it was last checked."
SOURCES_FORM = "The sources are a list; each starts with `- name:` and has its fields below it."
EXTENDS_FORM = "`extends` is a list of pack ids, such as [general]."
HIDES_FORM = "`hides` is a list of items of other packs, such as [general/how-far]."
COUNTRY_FORM = "`country` is a list of two-letter country codes, such as [US, GB]."
SITUATIONS_FORM = (
    "The situations are a list; each starts with `- id:` and has its `title` below it."
)
BAD_SITUATION = "A situation needs an `id` such as my-situation and a `title`, one sentence."
ABOUT_MISSING = "pack.md doesn't say who the pack is for; add 2 or 3 sentences."
BAD_SOURCE_NAME = "A source is named by who and year, such as Soucie 2000."
BAD_YEAR = "The year of a source has 4 numbers, like 2026."
PROSE_ID_ONLY = "Only articles and letters have an `id` in their front matter; remove it."

# Items.
MISSING_ITEM_ID = (
    "The item has no id; put one such as <!-- my-item --> at the end of its first line."
)
BAD_ITEM_ID = (
    "An item's id is lower-case letters, numbers and dashes; write it as <!-- my-item -->."
)
EMPTY_ITEM = "The item has no words; write some before its id."
TEXT_AMONG_ITEMS = (
    "Text that is no item is shown above the first item only; move it there, or make it an item."
)
NO_ITEMS = "The list has no items; add some, or remove the file."
NESTED_TOO_DEEP = "A field has no list below it; write it on one line."
NO_BODY = "There is nothing below this heading; write its text."

# Wording.
URGENT_FIRST = "An urgent item comes after one that is not; put what is urgent first."
NO_URGENT = "The list says nothing about what is urgent; start with items that have `urgent: yes`."
FIRST_GENERAL_ONLY = "Only the general pack says `urgent: first`; write `urgent: yes` here."
STAY_FIRST = "Staying with the current plan must be the first of the paths; move it to the top."
URGENT_WITHOUT_SOURCE = "This urgent item has no source; add a `source:` field below it."
FIGURE_WITHOUT_SOURCE = (
    "A figure has no source; name it as (Who Year) in the text, or add a `source:` field."
)


def too_big(kilobytes: int) -> str:
    """The file has too many bytes."""
    return f"The file is larger than {kilobytes} kB, so it is not read; split it."


def too_many_lines(lines: int) -> str:
    """The file has too many lines."""
    return f"The file has more than {lines} lines, so it is not read; split it."


def hidden_characters(count: int, first: int) -> str:
    """There are invisible characters."""
    many = "a hidden character" if count == 1 else f"{count} hidden characters"
    return f"The file holds {many}, here U+{first:04X}; remove them, as no one sees them."


def repeated_key(name: str) -> str:
    """A front matter field stands twice."""
    return f"`{shown(name)}` is in the front matter twice; keep one."


def unknown_key(name: str, known: Iterable[str]) -> str:
    """A front matter field is unknown."""
    return f"`{shown(name)}` is not a field of this front matter; use {listed(known)}."


def missing_key(name: str) -> str:
    """A front matter field is missing."""
    return f"`{name}:` is missing from the front matter; add it."


def not_text(name: str) -> str:
    """A front matter field is a list or has fields."""
    return f"`{shown(name)}` must be one line of text."


def unknown_kind(kind: str, known: Iterable[str]) -> str:
    """The kind is unknown."""
    return f"`{shown(kind)}` is not a kind of file; use {listed(known)}."


def source_incomplete(name: str, field: str) -> str:
    """A source lacks a field."""
    return f"The source {shown(name)} has no `{field}`; add it."


def repeated_source(name: str) -> str:
    """Two sources have one name."""
    return f"The source {shown(name)} is listed twice; keep one, or name them 2000a and 2000b."


def repeated_situation(name: str) -> str:
    """Two situations have one id."""
    return f"The situation {shown(name)} is listed twice; keep one."


def unknown_situation(name: str) -> str:
    """An item is aimed at a situation that no pack names."""
    return (
        f"There's no situation {shown(name)}; add it to `situations` in pack.md, "
        "or write the situation as a sentence."
    )


def unknown_aspect(name: str) -> str:
    """A question names a topic of the comparison that no pack has."""
    return (
        f"There's no topic {shown(name)}; write the id of an item of `aspects` "
        "of this pack, or of one it builds on."
    )


def urgent_too_long(count: int, limit: int) -> str:
    """A sentence of an urgent item has too many words."""
    return (
        f"A sentence of this urgent item has {count} words, and the limit is {limit}; "
        "split it in two, and keep every sign."
    )


def hides_nothing(item: str) -> str:
    """A pack hides an item that is not there, or not of a pack it builds on."""
    return f"{shown(item, 80)} isn't an item of a pack this one builds on; check `hides`."


def hides_urgent(item: str) -> str:
    """A pack hides an urgent item."""
    return f"{shown(item, 80)} is urgent, so it is always shown; remove it from `hides`."


def instead_of_nothing(item: str) -> str:
    """An item stands for one that is not there, or not of a pack this one builds on."""
    return f"{shown(item, 80)} isn't an item of a pack this one builds on; check `instead of`."


def not_instead_of(item: str) -> str:
    """An item may not stand for another."""
    return (
        f"{shown(item, 80)} has to stay: only an item with `urgent: yes` and without a situation "
        "can stand for another with `urgent: yes`."
    )


def review_is_due(day: str) -> str:
    """The day has passed on which the pack was to be gone over again."""
    return (
        f"The pack was due for another look on {day}; "
        "go over it, then set `reviewed` and `next_review`."
    )


def unknown_seen(known: Iterable[str]) -> str:
    """A source was read in an unknown way."""
    return f"`seen` says how the source was read: {listed(known)}."


def unknown_field(name: str, kind: str, known: Iterable[str]) -> str:
    """An item has a field its kind does not have."""
    what = f"`{shown(name)}` is not a field" if name else "This line is not a field"
    return f"{what} of an item of kind {kind}; use {listed(known)}."


def empty_field(name: str) -> str:
    """A field has no value."""
    return f"`{name}` is empty; fill it in, or remove it."


def bad_value(name: str, known: Iterable[str]) -> str:
    """A field has a value outside its set."""
    return f"`{name}` is one of {listed(known)}."


def missing_field(name: str, kind: str) -> str:
    """An item lacks a field its kind needs."""
    return f"An item of kind {kind} needs `{name}`; add it."


def repeated_id(item: str, file: str, line: int) -> str:
    """Two items have one id."""
    return f"The id {item} is already used in {file}, line {line}; choose another."


def repeated_pack(pack: str, path: str) -> str:
    """Two packs have one id."""
    return f"The pack in {path} already has the id {pack}; choose another."


def unknown_parent(parent: str) -> str:
    """A pack builds on one that is not there."""
    return f"There's no pack {shown(parent)} to build on; check `extends`."


def parent_circle(pack: str) -> str:
    """A pack builds on itself."""
    return f"The pack {pack} builds on itself in the end; check `extends`."


def unknown_place(name: str, known: Iterable[str]) -> str:
    """A letter has an unknown merge field."""
    return f"{{{shown(name)}}} is never filled in; use {listed(known)}."


def unknown_source(name: str) -> str:
    """A source is named that the pack does not list."""
    return f"{shown(name)} isn't one of the pack's sources; add it to pack.md, or check its name."


def missing_caveat(name: str) -> str:
    """A source with figures has no caveat."""
    return f"A figure comes from {name}, which has no `caveat`; add one plain line."


def reading_age(grade: float, limit: float) -> str:
    """A file is hard to read."""
    return (
        f"The text reads at school grade {grade:.1f}, and the limit is {limit:g}; "
        "use shorter sentences and words."
    )


def unbalanced(longest: int, shortest: int, other: str) -> str:
    """One option has much more room than another."""
    return (
        f"This has {longest} words and `{other}` has {shortest}; "
        "make them closer: no option may have more than twice the words of another."
    )


def shown(text: str, limit: int = 40) -> str:
    """Return a piece of a file for a sentence: short, on one line, nothing hidden."""
    line = "".join(sign if sign.isprintable() else " " for sign in text)
    line = " ".join(line.split())
    return line if len(line) <= limit else line[: limit - 1] + "…"


def listed(names: Iterable[str]) -> str:
    """Return names on one line, in order: `could, must or should`."""
    *most, last = sorted(names)
    return f"{', '.join(most)} or {last}" if most else last
