"""Numbers as people say them: how many, out of how many, what is still to ask, what can be drawn.

A field of 100 marks is drawn for every figure that comes out even in 100, on the screen and on
paper alike; of one that cannot be drawn, or cannot be, it is said why. A figure may say itself out
of how many (`5 in 100`), which counts more than the card's own line.

Source: Trevena and others 2013, *Presenting quantitative information about decision outcomes*
(frequencies with one denominator, drawn side by side).
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from companion.domain.correction import is_corrected, is_older, told
from companion.domain.note import NumberCard
from companion.domain.text import is_blank
from companion.domain.value import replace

if TYPE_CHECKING:
    from companion.domain.note import Note

HUNDRED = 100
_PLACES = 6
"""Places behind the point of a number."""
MILLION = 1_000_000
"""Values are whole millionths."""
FIGURES = ("count", "with_treatment", "without_treatment")
"""The lines of a card that say how many."""
NUMBER = (
    r"[-+\u2212]?\d{1,3}(?:[ ,\u00a0\u202f'’]\d{3}){1,5}(?!\d)|[-+\u2212]?\d{1,9}(?:[.,]\d{1,6})?"
)
"""One number as people write it, thousands apart or not; no longer than any that is meant."""
_OF = r"(?:in|out of|of|/)"
_PEOPLE = r"(?:people|persons?|patients?|children|men|women|of them|adults|boys|girls|cases)"
_SAID = re.compile(r"(?<![\w.,])(\d{1,9}) (?:in|out of|of) (\d{1,9})(?![\w]|[.,]\d)")
_FIGURE = re.compile(
    rf"(?P<count>{NUMBER})(?:\s*(?P<percent>%|percent|per cent)|\s+{_PEOPLE})?"
    rf"(?:\s*{_OF}\s*(?:every\s+)?(?P<out_of>{NUMBER})(?:\s+{_PEOPLE})?)?\.?",
    re.IGNORECASE,
)
_OUT_OF = re.compile(
    rf"(?:{_OF}\s*)?(?:every\s+)?(?P<out_of>{NUMBER})(?:\s+{_PEOPLE})?\.?", re.IGNORECASE
)
_BETWEEN_THOUSANDS = re.compile(r"(?<=\d)[ ,\u00a0\u202f'’](?=\d{3}(?!\d))")


def from_words(text: str) -> NumberCard:
    """A card with what the note itself says: `2 in 100` gives both figures, nothing else does."""
    said = _SAID.search(text)
    return NumberCard(count=said[1], out_of=said[2]) if said else NumberCard()


class Undrawn(StrEnum):
    """Why a figure is not drawn."""

    NOT_IN_FIGURES = "not_in_figures"
    NO_OUT_OF = "no_out_of"
    UNEVEN = "uneven"
    NEGATIVE = "negative"
    MORE_THAN_ALL = "more_than_all"
    OUT_OF_NOBODY = "out_of_nobody"


class Picture(NamedTuple):
    """The drawing of a number card, and why the rest is not drawn, by the line of the card."""

    parts: dict[str, int]
    """How many of 100, side by side, in order."""
    missed: dict[str, Undrawn]
    """Figures that are known and not drawn."""


def plain_number(text: str) -> int | None:
    """Return a text that is one number and nothing else, in millionths; None for any other."""
    return _value(text) if re.fullmatch(NUMBER, text.strip()) else None


def _value(text: str) -> int:
    """Return a number in millionths, so that no part of it is lost."""
    plain = _BETWEEN_THOUSANDS.sub("", text.strip()).replace("\u2212", "-").replace(",", ".")
    whole, _, part = plain.lstrip("+-").partition(".")
    value = int(whole + part.ljust(_PLACES, "0"))
    return -value if plain.startswith("-") else value


def _of_all(text: str) -> int | None:
    """Return the number in *out of how many*; None where there is none."""
    found = _OUT_OF.fullmatch(text.strip())
    return _value(found["out_of"]) if found else None


def says_out_of(text: str) -> bool:
    """Return whether a figure says itself out of how many it is."""
    found = _FIGURE.fullmatch(text.strip())
    return found is not None and (found["out_of"] is not None or found["percent"] is not None)


def in_hundred(count: str, out_of: str) -> int | Undrawn:
    """How many of 100 that is, where it comes out even, so that no mark misleads; else why not."""
    found = _FIGURE.fullmatch(count.strip())
    if found is None:
        return Undrawn.NOT_IN_FIGURES
    part, whole = _value(found["count"]), _whole(found, out_of)
    if part < 0:
        return Undrawn.NEGATIVE
    if whole is None:
        return Undrawn.NO_OUT_OF if is_blank(out_of) else Undrawn.NOT_IN_FIGURES
    if whole <= 0:
        return Undrawn.OUT_OF_NOBODY if whole == 0 else Undrawn.NEGATIVE
    if part > whole:
        return Undrawn.MORE_THAN_ALL
    hundredths, rest = divmod(part * HUNDRED, whole)
    return hundredths if rest == 0 else Undrawn.UNEVEN


def _whole(found: re.Match[str], out_of: str) -> int | None:
    """Out of how many a figure is, as it says itself, else as its card does."""
    if found["percent"] is not None:
        return HUNDRED * MILLION
    return _value(found["out_of"]) if found["out_of"] is not None else _of_all(out_of)


def picture(card: NumberCard) -> Picture:
    """Return the drawing of a card: all figures that come out even in 100.

    How many is drawn under its other name where it is the same figure as with or without treatment.
    """
    made = Picture({}, {})
    for name in FIGURES:
        text = str(getattr(card, name))
        if is_blank(text):
            continue
        number = in_hundred(text, card.out_of)
        if isinstance(number, Undrawn):
            made.missed[name] = number
        else:
            made.parts[name] = number
    count, *others = map(made.parts.get, FIGURES)
    if count is not None and count in others:
        del made.parts[FIGURES[0]]
    return made


def still_to_ask(card: NumberCard) -> tuple[str, ...]:
    """Return the lines of a card that are still to ask, in order.

    Out of how many is known where each figure says it itself.
    """
    blank = [name for name in card.__struct_fields__ if is_blank(str(getattr(card, name)))]
    given = [name for name in FIGURES if name not in blank]
    if given and all(says_out_of(str(getattr(card, name))) for name in given):
        blank = [name for name in blank if name != "out_of"]
    return tuple(blank)


def number_of(note: Note) -> NumberCard | None:
    """A note's number card; figures that the doctor put right after it was filled in are right.

    Where the correction gives no figures of its own, how many is still to ask.
    """
    card = note.number
    if card is None or not is_corrected(note) or not is_older(note, "number", note):
        return card
    before, right = from_words(note.text), from_words(told(note).text)
    if not before.count or (card.count, card.out_of) != (before.count, before.out_of):
        return card
    return replace(card, count=right.count, out_of=right.out_of or card.out_of)


# What may be missing beside a number


class NumberGap(StrEnum):
    """A detail that is missing beside a number."""

    UNIT = "unit"
    HOW_OFTEN = "how_often"
    YEAR = "year"


_NUMBER_ALONE = re.compile(r"(?<![\w.,/:-])\d+(?:[.,]\d+)?(?![\w/:]|[.,-]\d)")
_DOSE = re.compile(
    r"\d\s*(?:mg|g|mcg|µg|μg|ml|iu|units?|tablets?|pills?|drops?|puffs?|capsules?)\b",
    re.IGNORECASE,
)
_HOW_OFTEN = re.compile(
    r"\b(?:daily|weekly|monthly|hourly|once|twice|thrice|every|each|per|a (?:day|week|month|year)"
    r"|times|morning|evening|night|noon|when needed|as needed|before|after)\b|/",
    re.IGNORECASE,
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DATE = re.compile(rf"\b(?:\d{{1,2}}\.? {_MONTH}|{_MONTH} \d{{1,2}})\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_HAS_UNIT = re.compile(r"\s*(?:%|°|‰|(?:in|out of|of|to|from|and|or)\s+\d|[^\W\d_])", re.IGNORECASE)


def _lacks_unit(text: str) -> bool:
    without_dates = _YEAR.sub("", _DATE.sub("", text))
    return any(
        not _HAS_UNIT.match(without_dates, found.end())
        for found in _NUMBER_ALONE.finditer(without_dates)
        if not re.search(r"\b(?:in|out of|of)\s+\Z", without_dates[: found.start()])
    )


def number_gaps(text: str) -> tuple[NumberGap, ...]:
    """Return the details a reader may want to ask for, given the numbers in a text."""
    found = []
    if _lacks_unit(text):
        found.append(NumberGap.UNIT)
    if _DOSE.search(text) and not _HOW_OFTEN.search(text):
        found.append(NumberGap.HOW_OFTEN)
    if _DATE.search(text) and not _YEAR.search(text):
        found.append(NumberGap.YEAR)
    return tuple(found)
