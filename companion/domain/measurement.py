"""Values over time: number notes that give the same thing a value on different days.

A line is read by a plain rule, `name value unit`, and where it does not follow it, it is not read:
nothing is guessed. `white cells 24 /nl on Nov 3` has a name, a value, a unit and a day; `2 in 100
get inhibitors` has no name before its number, and is none. What was read is shown beside the note
itself, so that everybody can see how it was taken. Nothing is converted, judged or compared with a
normal range.
"""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from companion.domain.correction import is_corrected, told, told_in_one
from companion.domain.folded_text import folded
from companion.domain.marks import NoteKind
from companion.domain.number import NUMBER, from_words, number_of, plain_number
from companion.domain.text import is_blank
from companion.domain.typed_days import DayContext
from companion.domain.value import Value
from companion.domain.visit_times import day_of_visit, note_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from companion.domain.case import Case
    from companion.domain.note import Note
    from companion.domain.visit import VisitFile

MOST_DRAWN = 60
"""Values of one name that are drawn at most: the newest."""
LEAST_DRAWN = 2
"""Values that are drawn at least."""
_NO_DAY = date(2000, 1, 1)
"""Stands for the day of a note that has none; nothing is dated by it."""
_LONGEST_NAME, _LONGEST_UNIT, _LONGEST_LINE = 40, 24, 300
_MOST_WORDS_OF_A_DAY = 5
_FIGURE = re.compile(
    rf"(?P<figure>(?:[<>≤≥~≈]|<=|>=)?[ ]?(?:{NUMBER})(?:[ ]?(?:-|–|to|/)[ ]?(?:{NUMBER}))?)"
    r"(?P<rest>(?![\d])(?![.,]\d).*)",
    re.IGNORECASE,
)
_WORD_BEGINS = re.compile(r"(?<![^\s:=(])(?=\S)")
_REMARK = re.compile(r"\s*\([^()]*\)\Z")
_NUMBER_ALONE = re.compile(rf"[(<>≤≥~≈]*(?:{NUMBER})[-–/)]*(?:{NUMBER})?[,;.)]*")
_SAYS_NOTHING = re.compile(r"(?:\s*[:=–-]|\s+(?:is|are|was|were|of|at))+\s*\Z", re.IGNORECASE)
_ON = re.compile(r"\A(?:on|of) ", re.IGNORECASE)
_LONG_AGO = re.compile(r"(?:in )?\w+ (?:day|week|fortnight|month|year)s?")
_LEADS_TO_A_DAY = frozenset({"on", "today", "yesterday", "last", "this"})
_THOUSANDS_APART = re.compile(r"\d[ ,\u00a0\u202f'’]\d{3}(?!\d)")
_TWO_NUMBERS = re.compile(r"\d{1,2}-\d{1,2}")
"""More often a range than a day."""
_LITER = re.compile(r"l(?![^\W_])")


class ReadLine(NamedTuple):
    """What a line says: a name, its value, the unit and the day as they were written."""

    name: str
    figure: str
    """The value as written: `24`, `<5`, `120/80`."""
    unit: str = ""
    day: str = ""
    """The day as written; empty where the line has none."""


class Measurement(Value):
    """One value of something, on one day."""

    name: str
    figure: str
    """As written."""
    unit: str
    """As written; may be empty."""
    day: date | None
    """The day that was written with it, else the day of the note."""
    value: int | None
    """In millionths; None where the figure is not one plain number."""
    note_id: str
    visit_id: str
    line: str
    """The line of the note, as it reads now."""

    @property
    def grouped(self) -> bool:
        """Whether thousands were written apart, so that it is to be said how they were read."""
        return self.value is not None and bool(_THOUSANDS_APART.search(self.figure))

    @property
    def can_be_drawn(self) -> bool:
        """Whether it has a place in a drawing."""
        return self.value is not None and self.day is not None


class Undrawable(StrEnum):
    """Why the values of a name are not drawn."""

    ONE = "one"
    """There is one value so far."""
    UNITS = "units"
    FEW = "few"
    """Fewer than two are plain numbers with a day."""


class ValueSeries(Value):
    """All values of one name, by day; without a day last."""

    name: str
    """As it was written last."""
    measurements: tuple[Measurement, ...]

    @property
    def units(self) -> tuple[str, ...]:
        """Return the units as written, each once, in the order of the days."""
        found: dict[str, str] = {}
        for each in self.measurements:
            found.setdefault(unit_key(each.unit), each.unit)
        return tuple(found.values())

    @property
    def drawn(self) -> tuple[Measurement, ...]:
        """Return the values that are drawn: the newest, in the order of their days."""
        return tuple(each for each in self.measurements if each.can_be_drawn)[-MOST_DRAWN:]

    @property
    def why_not(self) -> Undrawable | None:
        """Return why nothing is drawn; None when it is."""
        if len(self.measurements) < LEAST_DRAWN:
            return Undrawable.ONE
        if len(self.units) > 1:
            return Undrawable.UNITS
        return Undrawable.FEW if len(self.drawn) < LEAST_DRAWN else None


class Measured(Value):
    """What the number notes of a case say over time."""

    series: tuple[ValueSeries, ...]
    """Each in the order its name came up."""
    unread: tuple[tuple[str, str, str], ...]
    """Visit, note and line of each that is no name with a value."""

    @property
    def several(self) -> tuple[ValueSeries, ...]:
        """Return those with several values."""
        return tuple(each for each in self.series if each.why_not is not Undrawable.ONE)

    @property
    def once(self) -> tuple[ValueSeries, ...]:
        """Return those with one value so far."""
        return tuple(each for each in self.series if each.why_not is Undrawable.ONE)


def unit_key(unit: str) -> str:
    """Return a unit in the form in which units are compared; case counts, but for the liter."""
    plain = folded(unit.replace("µ", "u").replace("μ", "u")).replace(" ", "")
    if plain in {"percent", "percent.", "%"}:
        return "%"
    kept = "".join(each for each in unit if not each.isspace()).replace("µ", "u").replace("μ", "u")
    return _LITER.sub("L", kept)


# Reading a line


def read_line(text: str, written: date) -> ReadLine | None:
    """Return what a line says; None when it is no name with one value.

    Args:
        text: The line.
        written: The day it was written on, for days such as `last Thursday`.
    """
    days = DayContext(written, past=True)
    line = " ".join(text.split())
    if len(line) > _LONGEST_LINE or from_words(line).count or _reads(line, days):
        return None
    day, line = _day_in_front(line, days)
    for begins in _WORD_BEGINS.finditer(line):
        found = _FIGURE.match(line, begins.start())
        if found is None:
            continue
        before = line[: begins.start()].rstrip(" (")
        name = _SAYS_NOTHING.sub("", before)
        if name == before and plain_number(name.rpartition(" ")[2]) is not None:
            continue
        read = _unit_and_day(found["rest"], days)
        if read is None or not _is_name(name):
            continue
        unit, behind = read
        return ReadLine(name, found["figure"].strip(), unit, _ON.sub("", behind or day))
    return None


def _is_name(text: str) -> bool:
    short = len(text) <= _LONGEST_NAME
    return short and any(map(str.isalpha, text)) and not re.search(r"[.!?;]\s|[,;]", text)


def _reads(text: str, days: DayContext) -> bool:
    """Return whether a piece of a line is a day, and can't be a length of time."""
    plain = folded(text.strip(" ().,;")).replace(",", " ")
    words = plain.split()
    if not words or _LONG_AGO.fullmatch(plain) or _TWO_NUMBERS.fullmatch(plain):
        return False
    told_by_words = words[0] in _LEADS_TO_A_DAY or any(each.endswith("day") for each in words)
    may_be = any(map(str.isdigit, plain)) or told_by_words
    return may_be and _read_day(plain, days) is not None


def _read_day(text: str, days: DayContext) -> date | None:
    return days.read(" ".join(folded(text).replace(",", " ").split()))


def _day_in_front(line: str, days: DayContext) -> tuple[str, str]:
    """Return the day a line begins with, and the line behind it."""
    words = line.split(" ")
    for count in range(min(_MOST_WORDS_OF_A_DAY, len(words) - 1), 0, -1):
        piece = " ".join(words[:count])
        if _reads(piece.rstrip(":"), days):
            return piece.strip(" :,()"), " ".join(words[count:]).lstrip(":,–- ")
    return "", line


def _unit_and_day(rest: str, days: DayContext) -> tuple[str, str] | None:
    """Return unit and day behind a value; None when more than that stands there."""
    rest = rest.strip()
    rest = rest.removesuffix(".") if not rest.endswith("..") else rest
    day = ""
    words = rest.split(" ")
    for at in range(max(0, len(words) - _MOST_WORDS_OF_A_DAY), len(words)):
        piece = " ".join(words[at:])
        if _reads(piece, days):
            day, rest = piece.strip(" ().,;"), " ".join(words[:at])
            break
    unit = _REMARK.sub("", rest).rstrip(" ,")
    return (unit, day) if _is_unit(unit) else None


def _is_unit(text: str) -> bool:
    if len(text) > _LONGEST_UNIT or re.search(r"[,;!?]|\.\s|^\.", text):
        return False
    return not any(_NUMBER_ALONE.fullmatch(word) for word in text.split())


# The notes of a case


def _lines(note: Note) -> tuple[str, ...]:
    """Return the lines of a number note, as they hold now."""
    card = number_of(note)
    if card is not None and (card.out_of or card.with_treatment or card.without_treatment):
        return ()
    if card is not None and card.what and card.count:
        return (f"{card.what}: {card.count}",)
    return tuple(line for line in told(note).text.splitlines() if not is_blank(line))


def _read(line: str, note: Note, today: date) -> list[ReadLine]:
    """Return what a line says: whole, else in the pieces between its commas; empty for nothing.

    A correction that gives the value alone is one of what the note named first.
    """
    whole = read_line(line, today)
    if whole is not None:
        return [whole]
    pieces = [read_line(piece, today) for piece in re.split(r"[;,]\s+", line)]
    if None not in pieces and len(pieces) > 1:
        return [each for each in pieces if each is not None]
    before = read_line(note.text, today) if is_corrected(note) else None
    right = read_line(f"{before.name}: {line}", today) if before is not None else None
    return [right] if right is not None else []


def _of_note(note: Note, visit: VisitFile) -> Iterator[Measurement | str]:
    """Return the values of a note; the line itself where it has none."""
    own = note_day(note.at, visit.head) if note.at is not None else day_of_visit(visit.head)
    days = DayContext(own or _NO_DAY, past=True)
    for line in _lines(note):
        found = _read(line, note, days.today)
        if not found:
            yield line
        for each in found:
            day = own and (_read_day(each.day, days) if each.day else own)
            yield Measurement(
                each.name,
                each.figure,
                each.unit,
                day,
                plain_number(each.figure),
                note.id,
                visit.id,
                told_in_one(note) if is_corrected(note) else line,
            )


def _by_day(found: Iterable[Measurement]) -> tuple[Measurement, ...]:
    """Return values by day, those of one day as they were written, those without a day last."""
    return tuple(sorted(found, key=lambda each: (each.day is None, each.day or date.max)))


def measured(case: Case) -> Measured:
    """Return the values of the number notes that can be seen, and the lines that are none."""
    groups: dict[str, list[Measurement]] = {}
    unread = []
    for visit in case.visits:
        for note in visit.live_notes:
            if note.kind is not NoteKind.NUMBER or note.covered:
                continue
            for each in _of_note(note, visit):
                if isinstance(each, str):
                    unread.append((visit.id, note.id, each))
                else:
                    groups.setdefault(folded(each.name), []).append(each)
    series = [ValueSeries(found[-1].name, _by_day(found)) for found in groups.values()]
    return Measured(tuple(series), tuple(unread))
